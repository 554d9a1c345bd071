// What an operator may do with a queued payment: cancel, change its priority, move it. Each says its effect with figures.
import { useState } from 'react';
import { type Payment, type PaymentDetail, type Priority } from '../../../client/index.ts';
import { ActMenu, ConfirmAction, formatAmount, SelectField, useLocale } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { useAct } from './use-act.ts';

export type QueueActKind = 'cancel' | 'priority' | 'first' | 'up' | 'down' | 'last';

const priorities: Priority[] = ['highly-urgent', 'urgent', 'normal'];

export function QueueActDialog(props: { payment: Payment; kind: QueueActKind | null; onClose: () => void }) {
  const { payment, kind, onClose } = props;
  const texts = useTexts();
  const title = useTitle();
  const locale = useLocale();
  const [priority, setPriority] = useState<Priority>(payment.priority === 'normal' ? 'urgent' : 'highly-urgent');
  const act = useAct(async (reason: string): Promise<PaymentDetail> => {
    if (kind === 'cancel') return api.payments.cancel(payment.id, { reason });
    if (kind === 'priority') return api.payments.reprioritise(payment.id, { reason, priority });
    return api.payments.move(payment.id, { reason, to: kind ?? 'first' });
  }, onClose);
  if (kind === null) return null;
  const amount = `${locale.currency} ${formatAmount(payment.amount, locale)}`;
  const sender = title(payment.sender.name);
  const effect =
    kind === 'cancel'
      ? texts.payment.cancelEffect(amount, sender, title(payment.receiver.name))
      : kind === 'priority'
        ? texts.payment.priorityEffect(amount, sender, texts.priority[payment.priority], texts.priority[priority])
        : texts.payment.moveEffect(amount, sender);
  const verb =
    kind === 'cancel' ? texts.payment.cancel : kind === 'priority' ? texts.payment.priority : texts.payment.move[kind];
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={verb}
      verb={verb}
      effect={effect}
      needsReason
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={(reason) => act.run(reason)}
    >
      {kind === 'priority' && (
        <SelectField
          label={texts.words.priority}
          value={priority}
          choices={priorities.map((value) => ({ value, label: texts.priority[value] }))}
          onChange={(value) => setPriority(value as Priority)}
        />
      )}
    </ConfirmAction>
  );
}

export function QueueActMenu({ payment }: { payment: Payment }) {
  const texts = useTexts();
  const [kind, setKind] = useState<QueueActKind | null>(null);
  const disabledReason = payment.state === 'queued' ? undefined : texts.payment.notQueued;
  const moves = ['first', 'up', 'down', 'last'] as const;
  return (
    <>
      <ActMenu
        label={texts.words.actions}
        acts={[
          { label: texts.payment.priority, onClick: () => setKind('priority'), disabledReason },
          ...moves.map((to) => ({ label: texts.payment.move[to], onClick: () => setKind(to), disabledReason })),
          { label: texts.payment.cancel, onClick: () => setKind('cancel'), disabledReason },
        ]}
      />
      <QueueActDialog payment={payment} kind={kind} onClose={() => setKind(null)} />
    </>
  );
}
