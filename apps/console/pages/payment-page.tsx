// A payment as a story: amount and parties, state with its moment, what happened, the entries, the messages, the acts.
import { useState } from 'react';
import { useParams } from 'react-router';
import { type Entry, type PaymentDetail } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  Anchor,
  BusinessDate,
  CopyableId,
  Facts,
  formatDuration,
  Moment,
  PageHeader,
  Section,
  SmallTable,
  Timeline,
  useLocale,
  type TimelineItem,
} from '../../../ui/index.ts';
import { api, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { MessagesSideBySide } from '../parts/message-bodies.tsx';
import { PaymentStateBadge } from '../parts/payment-columns.tsx';
import { ActTrail } from '../parts/act-trail.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { QueueActDialog, QueueActMenu } from '../parts/queue-acts.tsx';

export function PaymentPage() {
  const { id = '' } = useParams();
  return (
    <QueryView
      query={{ queryKey: ['payment', id], queryFn: () => api.payments.read(id), refetchInterval: SOON }}
      height={720}
    >
      {(payment) => <Story payment={payment} />}
    </QueryView>
  );
}

function Story({ payment }: { payment: PaymentDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const [isCancelling, setCancelling] = useState(false);
  const why = payment.may.cancel.allowed
    ? undefined
    : payment.may.cancel.why
      ? title(payment.may.cancel.why)
      : texts.payment.notQueued;
  return (
    <>
      <PageHeader
        above={
          <>
            <Anchor to="/payments">{texts.places.payments}</Anchor> · <CopyableId id={payment.id} />
          </>
        }
        title={<Amount minor={payment.amount} withCurrency />}
        line={
          <>
            <Anchor to={`/participants/${payment.sender.id}`}>{title(payment.sender.name)}</Anchor> →{' '}
            <Anchor to={`/participants/${payment.receiver.id}`}>{title(payment.receiver.name)}</Anchor>
          </>
        }
        acts={
          <>
            <ActButton kind="primary" disabledReason={why} onClick={() => setCancelling(true)}>
              {texts.payment.cancel}
            </ActButton>
            <QueueActMenu payment={payment} />
          </>
        }
      />
      <QueueActDialog payment={payment} kind={isCancelling ? 'cancel' : null} onClose={() => setCancelling(false)} />
      <div className="fq-stack">
        <StateLine payment={payment} />
        <div className="fq-columns">
          <Section title={texts.payment.story}>
            <History payment={payment} />
          </Section>
          <Section title={texts.payment.details}>
            <Details payment={payment} />
          </Section>
        </div>
        <Section title={texts.payment.entries}>
          <Entries entries={payment.entries} />
        </Section>
        {payment.related.length > 0 && (
          <Section title={texts.payment.related}>
            {payment.related.map((related) => (
              <p key={related.payment.id}>
                {texts.payment.relation[related.relation]}{' '}
                <Anchor to={`/payments/${related.payment.id}`}>
                  <Amount minor={related.payment.amount} withCurrency /> {title(related.payment.sender.shortName)} →{' '}
                  {title(related.payment.receiver.shortName)}
                </Anchor>
              </p>
            ))}
          </Section>
        )}
        <Section title={texts.payment.messages}>
          <MessagesSideBySide messages={payment.messages} empty={texts.payment.noMessages} />
        </Section>
        <Section title={texts.payment.trail}>
          <ActTrail acts={payment.acts} />
        </Section>
      </div>
    </>
  );
}

function StateLine({ payment }: { payment: PaymentDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const { language } = useLocale();
  const millis = payment.settledAt ? Date.parse(payment.settledAt) - Date.parse(payment.receivedAt) : 0;
  return (
    <p className="fq-row fq-state-line">
      <PaymentStateBadge state={payment.state} />
      {payment.settledAt && (
        <>
          <Moment at={payment.settledAt} withDate precision="micro" />
          <span className="fq-soft">
            {millis < 1 ? texts.payment.settledAtOnce : texts.payment.settledIn(formatDuration(millis, language))}
          </span>
        </>
      )}
      {payment.queuePosition !== null && (
        <span className="fq-soft">{texts.payment.queuePosition(payment.queuePosition)}</span>
      )}
      {payment.reason && (
        <span>
          <span className="fq-mono">{payment.reason.code}</span> {title(payment.reason.text)}
        </span>
      )}
    </p>
  );
}

const tones: Record<string, TimelineItem['tone']> = {
  settled: 'settled',
  queued: 'queued',
  warehoused: 'queued',
  rejected: 'refused',
  cancelled: 'refused',
  returned: 'refused',
};

function History({ payment }: { payment: PaymentDetail }) {
  const texts = useTexts();
  const title = useTitle();
  return (
    <Timeline
      items={payment.timeline.map((step, index) => ({
        key: `${step.step}${index}`,
        at: step.at,
        title: texts.payment.step[step.step] ?? step.step,
        text: title(step.text),
        tone: tones[step.step] ?? 'plain',
      }))}
    />
  );
}

function Details({ payment }: { payment: PaymentDetail }) {
  const texts = useTexts();
  const { words } = texts;
  const title = useTitle();
  const party = (of: { name: string | null; account: string | null }) => (
    <>
      {of.name ?? '–'} {of.account && <CopyableId id={of.account} length={28} />}
    </>
  );
  const optional = (term: string, value: string | null) =>
    value ? [{ term, value: <CopyableId id={value} length={24} /> }] : [];
  return (
    <Facts
      facts={[
        { term: words.kind, value: <span className="fq-mono">{payment.kind}</span> },
        { term: words.priority, value: texts.priority[payment.priority] },
        { term: words.date, value: <BusinessDate date={payment.businessDate} /> },
        ...(payment.instructedBy
          ? [{ term: texts.payment.instructedBy, value: title(payment.instructedBy.shortName) }]
          : []),
        { term: texts.payment.debtor, value: party(payment.debtor) },
        { term: texts.payment.creditor, value: party(payment.creditor) },
        ...(payment.remittance ? [{ term: texts.payment.remittance, value: payment.remittance }] : []),
        ...(payment.earliestDebitAt
          ? [{ term: texts.payment.earliest, value: <Moment at={payment.earliestDebitAt} withDate /> }]
          : []),
        ...(payment.wantedAt ? [{ term: texts.payment.wanted, value: <Moment at={payment.wantedAt} withDate /> }] : []),
        ...(payment.latestDebitAt
          ? [{ term: texts.payment.latest, value: <Moment at={payment.latestDebitAt} withDate /> }]
          : []),
        { term: 'UETR', value: <CopyableId id={payment.uetr} length={24} /> },
        { term: 'EndToEndId', value: <CopyableId id={payment.endToEndId} length={24} /> },
        { term: 'MsgId', value: <CopyableId id={payment.messageId} length={24} /> },
        ...optional(texts.payment.instructionId, payment.instructionId),
        ...optional('TxId', payment.transactionId),
        ...optional('ClrSysRef', payment.clearingReference),
      ]}
    />
  );
}

function Entries({ entries }: { entries: Entry[] }) {
  const texts = useTexts();
  const title = useTitle();
  const { currency } = useLocale();
  return (
    <SmallTable
      label={texts.payment.entries}
      rows={entries}
      rowKey={(row) => `${row.seq}${row.side}`}
      empty={texts.payment.noEntries}
      columns={[
        {
          key: 'at',
          head: texts.words.time,
          cell: (row) => <Moment at={row.at} precision="micro" />,
          plain: (row) => row.at,
        },
        {
          key: 'account',
          head: texts.payment.account,
          cell: (row) => (
            <Anchor to={`/books/${encodeURIComponent(row.account.code)}`}>{title(row.account.title)}</Anchor>
          ),
          plain: (row) => row.account.code,
        },
        {
          key: 'debit',
          head: `${texts.payment.debit} ${currency}`,
          align: 'right',
          cell: (row) => (row.side === 'debit' ? <Amount minor={row.amount} /> : ''),
          plain: (row) => row.amount,
        },
        {
          key: 'credit',
          head: `${texts.payment.credit} ${currency}`,
          align: 'right',
          cell: (row) => (row.side === 'credit' ? <Amount minor={row.amount} /> : ''),
          plain: (row) => row.amount,
        },
        {
          key: 'after',
          head: texts.payment.balanceAfter,
          align: 'right',
          cell: (row) => <Amount minor={row.balanceAfter} />,
          plain: (row) => row.balanceAfter ?? '',
        },
      ]}
    />
  );
}
