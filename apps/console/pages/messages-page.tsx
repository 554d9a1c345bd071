// Every message in and out.
import { type MessageSummary } from '../../../client/index.ts';
import {
  Amount,
  DataTable,
  formatCount,
  Moment,
  PageHeader,
  SearchField,
  SelectField,
  shortened,
  StatusBadge,
  useLocale,
  type Column,
} from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { toneOfMessage } from '../parts/message-bodies.tsx';
import { ParticipantField } from '../parts/participant-field.tsx';
import { useFilters, useList } from '../use-list.ts';

export function MessagesPage() {
  const texts = useTexts();
  const columns = useColumns();
  const { filters, setFilters } = useFilters(['q', 'direction', 'state', 'participant']);
  const list = useList({ key: ['messages'], load: api.messages.list, rowKey: (row) => row.id, query: filters });
  const words = texts.messages;
  const states = Object.keys(words.states) as MessageSummary['state'][];
  const any = { value: '', label: texts.words.any };
  return (
    <>
      <PageHeader title={words.title} line={words.line} />
      <div className="fq-filters">
        <SearchField label={words.search} value={filters.q} onChange={(q) => setFilters({ q })} />
        <SelectField
          label={words.direction}
          value={filters.direction}
          choices={[any, { value: 'in', label: words.in }, { value: 'out', label: words.out }]}
          onChange={(direction) => setFilters({ direction })}
        />
        <SelectField
          label={texts.words.state}
          value={filters.state}
          choices={[any, ...states.map((value) => ({ value, label: words.states[value] }))]}
          onChange={(state) => setFilters({ state })}
        />
        <ParticipantField
          label={texts.words.participant}
          value={filters.participant}
          onChange={(participant) => setFilters({ participant })}
        />
      </div>
      <DataTable
        name="messages"
        label={words.title}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        to={(row) => `/messages/${encodeURIComponent(row.id)}`}
        empty={
          Object.values(filters).some(Boolean)
            ? { title: words.emptyTitle, hint: words.matchHint }
            : { title: words.noneTitle, hint: words.emptyHint }
        }
      />
    </>
  );
}

function useColumns(): Column<MessageSummary>[] {
  const texts = useTexts();
  const title = useTitle();
  const { currency, language } = useLocale();
  const words = texts.messages;
  return [
    { key: 'at', head: texts.words.time, cell: (row) => <Moment at={row.at} />, plain: (row) => row.at },
    {
      key: 'direction',
      head: words.direction,
      cell: (row) => (row.direction === 'in' ? `→ ${words.in}` : `← ${words.out}`),
      plain: (row) => row.direction,
    },
    {
      key: 'kind',
      head: texts.words.kind,
      cell: (row) => <span className="fq-mono">{row.kind}</span>,
      plain: (row) => row.kind,
    },
    {
      key: 'participant',
      head: texts.words.participant,
      cell: (row) => (row.participant ? title(row.participant.shortName) : '–'),
      plain: (row) => row.participant?.bic ?? '',
    },
    {
      key: 'id',
      head: 'MsgId',
      cell: (row) => (
        <span className="fq-mono" title={row.messageId}>
          {shortened(row.messageId, 24)}
        </span>
      ),
      plain: (row) => row.messageId,
    },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => <StatusBadge tone={toneOfMessage[row.state]}>{words.states[row.state]}</StatusBadge>,
      plain: (row) => row.state,
    },
    {
      key: 'violations',
      head: words.violations,
      align: 'right',
      cell: (row) => row.violations || <span className="fq-soft">–</span>,
      plain: (row) => String(row.violations),
    },
    {
      key: 'delivered',
      head: words.deliveredAt,
      isExtra: true,
      cell: (row) => <Moment at={row.deliveredAt} />,
      plain: (row) => row.deliveredAt ?? '',
    },
    {
      key: 'bytes',
      head: words.size,
      isExtra: true,
      align: 'right',
      cell: (row) => formatCount(row.bytes, language),
      plain: (row) => String(row.bytes),
    },
    {
      key: 'transactions',
      head: words.transactions,
      align: 'right',
      cell: (row) => row.transactions,
      plain: (row) => String(row.transactions),
    },
    {
      key: 'amount',
      head: `${texts.words.amount} ${currency}`,
      align: 'right',
      cell: (row) => <Amount minor={row.amount} />,
      plain: (row) => row.amount ?? '',
    },
  ];
}
