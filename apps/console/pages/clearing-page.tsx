// Net settlement of the clearing houses.
import { type ClearingBatch } from '../../../client/index.ts';
import {
  Amount,
  DataTable,
  Moment,
  PageHeader,
  SelectField,
  StatusBadge,
  useLocale,
  type Column,
  type Tone,
} from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { ParticipantField } from '../parts/participant-field.tsx';
import { useFilters, useList } from '../use-list.ts';

export const toneOfBatch: Record<ClearingBatch['state'], Tone> = {
  informing: 'plain',
  waiting: 'queued',
  settled: 'settled',
  rejected: 'refused',
};

export function ClearingPage() {
  const texts = useTexts();
  const title = useTitle();
  const { currency } = useLocale();
  const { filters, setFilters } = useFilters(['house', 'state']);
  const list = useList({ key: ['clearing'], load: api.clearing.list, rowKey: (row) => row.id, query: filters });
  const words = texts.clearing;
  const columns: Column<ClearingBatch>[] = [
    {
      key: 'received',
      head: texts.words.received,
      cell: (row) => <Moment at={row.receivedAt} withDate precision="minute" />,
      plain: (row) => row.receivedAt,
    },
    { key: 'house', head: words.house, cell: (row) => title(row.house.name), plain: (row) => row.house.bic },
    {
      key: 'reference',
      head: words.reference,
      cell: (row) => <span className="fq-mono">{row.reference}</span>,
      plain: (row) => row.reference,
    },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => <StatusBadge tone={toneOfBatch[row.state]}>{words.state[row.state]}</StatusBadge>,
      plain: (row) => row.state,
    },
    {
      key: 'ends',
      head: words.informationEnds,
      cell: (row) => <Moment at={row.informationEndsAt} />,
      plain: (row) => row.informationEndsAt ?? '',
    },
    {
      key: 'settled',
      head: texts.words.settled,
      cell: (row) => <Moment at={row.settledAt} />,
      plain: (row) => row.settledAt ?? '',
    },
    {
      key: 'positions',
      head: words.positions,
      align: 'right',
      cell: (row) => row.positionsCount,
      plain: (row) => String(row.positionsCount),
    },
    {
      key: 'gross',
      head: `${words.gross} ${currency}`,
      align: 'right',
      cell: (row) => <Amount minor={row.grossValue} />,
      plain: (row) => row.grossValue ?? '',
    },
    {
      key: 'net',
      head: `${words.net} ${currency}`,
      align: 'right',
      cell: (row) => <Amount minor={row.value} />,
      plain: (row) => row.value,
    },
  ];
  return (
    <>
      <PageHeader title={words.title} line={words.line} />
      <div className="fq-filters fq-filters-short">
        <ParticipantField
          label={words.house}
          kind="clearing-house"
          value={filters.house}
          onChange={(house) => setFilters({ house })}
        />
        <SelectField
          label={texts.words.state}
          value={filters.state}
          choices={[
            { value: '', label: texts.words.any },
            ...Object.entries(words.state).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(state) => setFilters({ state })}
        />
      </div>
      <DataTable
        name="clearing"
        label={words.title}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        to={(row) => `/clearing/${encodeURIComponent(row.id)}`}
        empty={{ title: words.emptyTitle, hint: words.emptyHint }}
      />
    </>
  );
}
