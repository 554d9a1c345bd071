// What holds a participant's payments or lets them go, as tables: limits, reservations, the collateral behind its credit.
import { type ParticipantDetail } from '../../../client/index.ts';
import { ActButton, Amount, Section, SmallTable, useLocale } from '../../../ui/index.ts';
import { useTexts, useTitle } from '../language.tsx';

export function Limits({ participant, onSet }: { participant: ParticipantDetail; onSet: () => void }) {
  const texts = useTexts();
  const title = useTitle();
  const { currency } = useLocale();
  return (
    <Section
      title={texts.participant.limits}
      acts={
        <ActButton size="small" onClick={onSet}>
          {texts.participant.setLimit}
        </ActButton>
      }
    >
      <SmallTable
        label={texts.participant.limits}
        rows={participant.limits}
        rowKey={(row) => row.counterparty?.id ?? 'all'}
        empty={texts.participant.noLimits}
        columns={[
          {
            key: 'to',
            head: texts.participant.towards,
            cell: (row) => (row.counterparty ? title(row.counterparty.name) : texts.participant.everyone),
            plain: (row) => row.counterparty?.bic ?? '',
          },
          {
            key: 'limit',
            head: `${texts.participant.limit} ${currency}`,
            align: 'right',
            cell: (row) => <Amount minor={row.amount} />,
            plain: (row) => row.amount,
          },
          {
            key: 'used',
            head: texts.participant.used,
            align: 'right',
            cell: (row) => <Amount minor={row.used} />,
            plain: (row) => row.used,
          },
        ]}
      />
    </Section>
  );
}

export function Reservations({ participant, onSet }: { participant: ParticipantDetail; onSet: () => void }) {
  const texts = useTexts();
  const { currency } = useLocale();
  return (
    <Section
      title={texts.participant.reservations}
      acts={
        <ActButton size="small" onClick={onSet}>
          {texts.participant.setReservation}
        </ActButton>
      }
    >
      <SmallTable
        label={texts.participant.reservations}
        rows={participant.reservations}
        rowKey={(row) => row.priority}
        empty={texts.participant.noReservations}
        columns={[
          {
            key: 'priority',
            head: texts.words.priority,
            cell: (row) => texts.priority[row.priority],
            plain: (row) => row.priority,
          },
          {
            key: 'amount',
            head: `${texts.words.amount} ${currency}`,
            align: 'right',
            cell: (row) => <Amount minor={row.amount} />,
            plain: (row) => row.amount,
          },
          {
            key: 'used',
            head: texts.participant.used,
            align: 'right',
            cell: (row) => <Amount minor={row.used} />,
            plain: (row) => row.used,
          },
        ]}
      />
    </Section>
  );
}

export function Collateral({ participant }: { participant: ParticipantDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const { currency } = useLocale();
  return (
    <SmallTable
      label={texts.participant.collateral}
      rows={participant.collateral}
      rowKey={(row) => row.security.en}
      empty={texts.participant.noCollateral}
      columns={[
        {
          key: 'security',
          head: texts.participant.security,
          cell: (row) => title(row.security),
          plain: (row) => row.security.en,
        },
        {
          key: 'market',
          head: `${texts.participant.marketValue} ${currency}`,
          align: 'right',
          cell: (row) => <Amount minor={row.marketValue} />,
          plain: (row) => row.marketValue,
        },
        {
          key: 'haircut',
          head: texts.participant.haircut,
          align: 'right',
          cell: (row) => `${row.haircutPercent}%`,
          plain: (row) => row.haircutPercent,
        },
        {
          key: 'lending',
          head: `${texts.participant.lendingValue} ${currency}`,
          align: 'right',
          cell: (row) => <Amount minor={row.lendingValue} />,
          plain: (row) => row.lendingValue,
        },
      ]}
    />
  );
}
