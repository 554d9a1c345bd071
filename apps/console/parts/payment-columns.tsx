// The columns of a list of payments, and a payment's state as a badge: the same wherever payments are shown.
import { type Payment, type PaymentState } from '../../../client/index.ts';
import {
  Amount,
  BusinessDate,
  majorText,
  Moment,
  shortened,
  StatusBadge,
  useLocale,
  type Column,
  type Tone,
} from '../../../ui/index.ts';
import { useTexts, useTitle } from '../language.tsx';

export const toneOfState: Record<PaymentState, Tone> = {
  queued: 'queued',
  settled: 'settled',
  rejected: 'refused',
  cancelled: 'refused',
  warehoused: 'plain',
  returned: 'refused',
};

export function PaymentStateBadge({ state }: { state: PaymentState }) {
  const texts = useTexts();
  return <StatusBadge tone={toneOfState[state]}>{texts.state[state]}</StatusBadge>;
}

export function usePaymentColumns(): Column<Payment>[] {
  const texts = useTexts();
  const title = useTitle();
  const { currency, minorDigits } = useLocale();
  const { words } = texts;
  return [
    {
      key: 'received',
      head: words.received,
      sort: 'receivedAt',
      cell: (row) => <Moment at={row.receivedAt} />,
      plain: (row) => row.receivedAt,
    },
    {
      key: 'id',
      head: words.id,
      cell: (row) => (
        <span className="fq-mono" title={row.id}>
          {shortened(row.id, 15)}
        </span>
      ),
      plain: (row) => row.id,
    },
    { key: 'sender', head: words.sender, cell: (row) => title(row.sender.shortName), plain: (row) => row.sender.bic },
    {
      key: 'receiver',
      head: words.receiver,
      cell: (row) => title(row.receiver.shortName),
      plain: (row) => row.receiver.bic,
    },
    {
      key: 'priority',
      head: words.priority,
      cell: (row) => <span className={row.priority === 'normal' ? 'fq-soft' : ''}>{texts.priority[row.priority]}</span>,
      plain: (row) => row.priority,
    },
    {
      key: 'state',
      head: words.state,
      cell: (row) => <PaymentStateBadge state={row.state} />,
      plain: (row) => row.state,
    },
    {
      key: 'settled',
      head: words.settled,
      sort: 'settledAt',
      cell: (row) => <Moment at={row.settledAt} />,
      plain: (row) => row.settledAt ?? '',
    },
    {
      key: 'kind',
      head: words.kind,
      isExtra: true,
      cell: (row) => <span className="fq-mono">{row.kind}</span>,
      plain: (row) => row.kind,
    },
    {
      key: 'date',
      head: words.date,
      isExtra: true,
      cell: (row) => <BusinessDate date={row.businessDate} />,
      plain: (row) => row.businessDate,
    },
    {
      key: 'uetr',
      head: 'UETR',
      isExtra: true,
      cell: (row) => <span className="fq-mono">{row.uetr}</span>,
      plain: (row) => row.uetr,
    },
    {
      key: 'reason',
      head: words.reason,
      isExtra: true,
      cell: (row) => (row.reason ? `${row.reason.code} ${title(row.reason.text)}` : '–'),
      plain: (row) => row.reason?.code ?? '',
    },
    {
      key: 'amount',
      head: `${words.amount} ${currency}`,
      sort: 'amount',
      align: 'right',
      cell: (row) => <Amount minor={row.amount} />,
      plain: (row) => majorText(row.amount, minorDigits),
    },
  ];
}
