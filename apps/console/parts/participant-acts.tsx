// What an operator may change about a participant, each with the sentence that names its effect.
import { useState } from 'react';
import { type ParticipantDetail, type Priority } from '../../../client/index.ts';
import { AmountField, ConfirmAction, formatAmount, formatCount, SelectField, useLocale } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { ParticipantField } from './participant-field.tsx';
import { useAct } from './use-act.ts';

export type ParticipantAct = 'credit-line' | 'limit' | 'reservation' | 'suspend' | 'resume';

export function ParticipantActDialog(props: {
  participant: ParticipantDetail;
  act: ParticipantAct;
  onClose: () => void;
}) {
  const { participant, act, onClose } = props;
  const { id } = participant;
  const texts = useTexts();
  const title = useTitle();
  const locale = useLocale();
  const words = texts.participant;
  const [amount, setAmount] = useState(act === 'credit-line' ? (participant.creditLine ?? '') : '');
  const [counterparty, setCounterparty] = useState('');
  const [priority, setPriority] = useState<Priority>('urgent');
  const doing = useAct((reason: string) => {
    if (act === 'credit-line') return api.participants.setCreditLine(id, { amount, reason });
    if (act === 'limit') return api.participants.setLimit(id, counterparty || null, { amount });
    if (act === 'reservation') return api.participants.setReservation(id, priority, { amount });
    if (act === 'suspend') return api.participants.suspend(id, { reason });
    return api.participants.resume(id, { reason });
  }, onClose);
  const name = title(participant.name);
  const money = (minor: string) => `${locale.currency} ${formatAmount(minor || '0', locale)}`;
  const needsAmount = act === 'credit-line' || act === 'limit' || act === 'reservation';
  const dialogs = {
    'credit-line': {
      title: words.changeCredit,
      effect: words.creditEffect(name, money(participant.creditLine ?? '0'), money(amount)),
    },
    limit: { title: words.setLimit, effect: words.limitEffect(name, counterparty || words.everyone) },
    reservation: { title: words.setReservation, effect: words.reservationEffect(name) },
    suspend: {
      title: words.suspend,
      effect: words.suspendEffect(
        name,
        formatCount(participant.queuedOutCount, locale.language),
        money(participant.queuedOutValue),
      ),
    },
    resume: { title: words.resume, effect: words.resumeEffect(name) },
  };
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={dialogs[act].title}
      verb={dialogs[act].title}
      effect={dialogs[act].effect}
      needsReason={act !== 'limit' && act !== 'reservation'}
      disabledReason={needsAmount && amount === '' ? words.needAmount : undefined}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={(reason) => doing.run(reason)}
    >
      {act === 'limit' && <ParticipantField label={words.towards} value={counterparty} onChange={setCounterparty} />}
      {act === 'reservation' && (
        <SelectField
          label={texts.words.priority}
          value={priority}
          choices={(['highly-urgent', 'urgent'] as const).map((value) => ({ value, label: texts.priority[value] }))}
          onChange={(value) => setPriority(value as Priority)}
        />
      )}
      {needsAmount && (
        <AmountField
          label={act === 'credit-line' ? words.newLine : texts.words.amount}
          value={amount}
          onChange={setAmount}
        />
      )}
    </ConfirmAction>
  );
}
