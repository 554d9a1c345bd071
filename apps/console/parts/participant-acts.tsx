// What an operator may do with a participant. Each act says its effect with figures before anything is done.
import { useState } from 'react';
import { type ParticipantDetail, type Priority } from '../../../client/index.ts';
import {
  AmountField,
  ConfirmAction,
  DateField,
  formatAmount,
  formatBusinessDate,
  formatCount,
  SelectField,
  useLocale,
} from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { ParticipantField } from './participant-field.tsx';
import { useAct } from './use-act.ts';

export type ParticipantAct =
  | 'credit-line'
  | 'limit'
  | 'reservation'
  | 'suspend'
  | 'resume'
  | 'leave'
  | 'fund'
  | 'take-back'
  | 'minimum-reserve'
  | 'guarantee';

interface ActProps {
  participant: ParticipantDetail;
  act: ParticipantAct;
  /** Of a clearing house: what its guarantee account holds. */
  guarantee?: string;
  onClose: () => void;
}

const withAmount: readonly ParticipantAct[] = [
  ...(['credit-line', 'limit', 'reservation', 'fund', 'take-back', 'minimum-reserve', 'guarantee'] as const),
];
const withDate: readonly ParticipantAct[] = ['suspend', 'resume', 'leave'];

interface Given {
  amount: string;
  counterparty: string;
  priority: Priority;
  from: string;
}

function perform(id: string, act: ParticipantAct, { amount, counterparty, priority, from }: Given, reason: string) {
  const standing = from ? { reason, from } : { reason };
  const acts: Record<ParticipantAct, () => Promise<unknown>> = {
    'credit-line': () => api.participants.setCreditLine(id, { amount, reason }),
    limit: () => api.participants.setLimit(id, counterparty || null, { amount }),
    reservation: () => api.participants.setReservation(id, priority, { amount }),
    suspend: () => api.participants.suspend(id, standing),
    resume: () => api.participants.resume(id, standing),
    leave: () => api.participants.leave(id, standing),
    fund: () => api.participants.fund(id, { direction: 'lend', amount, reason }),
    'take-back': () => api.participants.fund(id, { direction: 'take-back', amount, reason }),
    'minimum-reserve': () => api.participants.setMinimumReserve(id, { amount, reason }),
    guarantee: () => api.participants.payGuarantee(id, { amount, reason }),
  };
  return acts[act]();
}

export function ParticipantActDialog({ participant, act, guarantee = '0', onClose }: ActProps) {
  const { id } = participant;
  const texts = useTexts();
  const locale = useLocale();
  const words = texts.participant;
  const [given, setGiven] = useState<Given>({
    amount: act === 'credit-line' ? (participant.creditLine ?? '') : '',
    counterparty: '',
    priority: 'urgent',
    from: '',
  });
  const doing = useAct((reason: string) => perform(id, act, given, reason), onClose);
  const { title, effect } = useSentence({ participant, act, guarantee, given });
  const set = (change: Partial<Given>) => setGiven({ ...given, ...change });
  const isTooMuch = act === 'take-back' && BigInt(given.amount || '0') > BigInt(participant.available ?? '0');
  const available = `${locale.currency} ${formatAmount(participant.available ?? '0', locale)}`;
  const disabledReason =
    withAmount.includes(act) && given.amount === ''
      ? words.needAmount
      : isTooMuch
        ? words.onlyThere(available)
        : undefined;
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={title}
      verb={title}
      effect={effect}
      needsReason={act !== 'limit' && act !== 'reservation'}
      disabledReason={disabledReason}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={(reason) => doing.run(reason)}
    >
      {act === 'limit' && (
        <ParticipantField
          label={words.towards}
          value={given.counterparty}
          onChange={(counterparty) => set({ counterparty })}
        />
      )}
      {act === 'reservation' && (
        <SelectField
          label={texts.words.priority}
          value={given.priority}
          choices={(['highly-urgent', 'urgent'] as const).map((value) => ({ value, label: texts.priority[value] }))}
          onChange={(value) => set({ priority: value as Priority })}
        />
      )}
      {withAmount.includes(act) && (
        <AmountField
          label={act === 'credit-line' ? words.newLine : texts.words.amount}
          value={given.amount}
          onChange={(amount) => set({ amount })}
        />
      )}
      {withDate.includes(act) && (
        <DateField
          label={words.effectiveFrom}
          hint={words.effectiveHint}
          value={given.from}
          onChange={(from) => set({ from })}
        />
      )}
    </ConfirmAction>
  );
}

/** The act's name, and the sentence that says what will have happened. */
function useSentence(of: Required<Omit<ActProps, 'onClose'>> & { given: Given }): { title: string; effect: string } {
  const { participant, act, guarantee, given } = of;
  const texts = useTexts();
  const inLanguage = useTitle();
  const locale = useLocale();
  const words = texts.participant;
  const name = inLanguage(participant.name);
  const money = (minor: string | bigint) => `${locale.currency} ${formatAmount(String(minor), locale)}`;
  const balance = BigInt(participant.balance ?? '0');
  const amount = BigInt(given.amount || '0');
  const from = given.from ? words.fromDate(formatBusinessDate(given.from, locale.language)) : words.atOnce;
  const sentences: Record<ParticipantAct, () => { title: string; effect: string }> = {
    'credit-line': () => ({
      title: words.changeCredit,
      effect: words.creditEffect(name, money(participant.creditLine ?? '0'), money(amount)),
    }),
    limit: () => ({ title: words.setLimit, effect: words.limitEffect(name, given.counterparty || words.everyone) }),
    reservation: () => ({ title: words.setReservation, effect: words.reservationEffect(name) }),
    suspend: () => ({
      title: words.suspend,
      effect: words.suspendEffect(
        name,
        formatCount(participant.queuedOutCount, locale.language),
        money(participant.queuedOutValue),
      ),
    }),
    resume: () => ({ title: words.resume, effect: words.resumeEffect(name) }),
    leave: () => ({ title: words.leave, effect: words.leaveEffect(name, money(balance), from) }),
    fund: () => ({
      title: words.fund,
      effect: words.fundEffect(name, money(amount), money(balance), money(balance + amount)),
    }),
    'take-back': () => ({
      title: words.takeBack,
      effect: words.takeBackEffect(name, money(amount), money(balance), money(balance - amount)),
    }),
    'minimum-reserve': () => ({
      title: words.setMinimum,
      effect: words.minimumEffect(name, money(participant.minimumReserve), money(amount)),
    }),
    guarantee: () => ({
      title: words.payGuarantee,
      effect: words.guaranteeEffect(name, money(amount), money(guarantee), money(BigInt(guarantee) + amount)),
    }),
  };
  return sentences[act]();
}
