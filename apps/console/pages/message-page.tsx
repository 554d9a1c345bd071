// One message: readable and raw, the violations found, what it answers and what answered it.
import { useParams } from 'react-router';
import { type MessageDetail } from '../../../client/index.ts';
import {
  Anchor,
  CopyableId,
  Moment,
  PageHeader,
  saveFile,
  Section,
  SmallTable,
  StatusBadge,
  ActButton,
} from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { MessageBodies, MessageBody, toneOfMessage } from '../parts/message-bodies.tsx';
import { usePaymentColumns } from '../parts/payment-columns.tsx';
import { QueryView } from '../parts/query-view.tsx';

export function MessagePage() {
  const { id = '' } = useParams();
  return (
    <QueryView query={{ queryKey: ['message', id], queryFn: () => api.messages.read(id) }} height={720}>
      {(message) => <Content message={message} />}
    </QueryView>
  );
}

function Content({ message }: { message: MessageDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const paymentColumns = usePaymentColumns();
  const words = texts.messages;
  return (
    <>
      <PageHeader
        above={
          <>
            <Anchor to="/messages">{texts.places.messages}</Anchor> · <CopyableId id={message.messageId} />
          </>
        }
        title={<span className="fq-mono-title">{message.kind}</span>}
        line={
          <span className="fq-row">
            <StatusBadge tone={toneOfMessage[message.state]}>{words.states[message.state]}</StatusBadge>
            <span>{message.direction === 'in' ? words.in : words.out}</span>
            {message.participant && (
              <Anchor to={`/participants/${message.participant.id}`}>{title(message.participant.name)}</Anchor>
            )}
            <Moment at={message.at} withDate precision="micro" />
          </span>
        }
        acts={
          <ActButton onClick={() => saveFile(`${message.messageId}.xml`, 'application/xml', message.xml)}>
            XML ↓
          </ActButton>
        }
      />
      <div className="fq-stack">
        <Section title={words.found}>
          <SmallTable
            label={words.found}
            rows={message.found}
            rowKey={(row) => `${row.path}${row.rule}${row.line}`}
            empty={words.noFound}
            columns={[
              {
                key: 'line',
                head: words.line2,
                align: 'right',
                cell: (row) => row.line,
                plain: (row) => String(row.line),
              },
              {
                key: 'rule',
                head: words.rule,
                cell: (row) => <span className="fq-mono">{row.rule}</span>,
                plain: (row) => row.rule,
              },
              { key: 'text', head: words.content, cell: (row) => title(row.text), plain: (row) => title(row.text) },
              {
                key: 'path',
                head: words.path,
                cell: (row) => <CopyableId id={row.path} length={60} />,
                plain: (row) => row.path,
              },
            ]}
          />
        </Section>
        <Section title={words.content}>
          <MessageBody message={message} />
        </Section>
        {message.payments.length > 0 && (
          <Section title={texts.places.payments}>
            <SmallTable
              label={texts.places.payments}
              rows={message.payments}
              rowKey={(row) => row.id}
              columns={paymentColumns.filter((column) => !column.isExtra)}
              acts={(row) => <Anchor to={`/payments/${row.id}`}>→</Anchor>}
            />
          </Section>
        )}
        <Section title={words.related}>
          <MessageBodies messages={message.related} empty={words.noRelated} />
        </Section>
      </div>
    </>
  );
}
