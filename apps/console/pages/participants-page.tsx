// Who takes part, what each may use now, what each has waiting.
import { type Participant, type ParticipantKind } from '../../../client/index.ts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  ActButton,
  Amount,
  DataTable,
  majorText,
  PageHeader,
  SearchField,
  SelectField,
  StatusBadge,
  useLocale,
  type Column,
} from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { AdmitDialog } from '../parts/admit-participant.tsx';
import { useFilters, useList } from '../use-list.ts';

export function ParticipantsPage() {
  const texts = useTexts();
  const [search, setSearch] = useSearchParams();
  const [isAdmitting, setShown] = useState(search.has('admit'));
  const setAdmitting = (isShown: boolean) => {
    setShown(isShown);
    if (search.has('admit')) setSearch({}, { replace: true });
  };
  const columns = useColumns();
  const { filters, setFilters } = useFilters(['q', 'kind']);
  const list = useList({ key: ['participants'], load: api.participants.list, rowKey: (row) => row.id, query: filters });
  const kinds = Object.keys(texts.kind) as ParticipantKind[];
  return (
    <>
      <PageHeader
        title={texts.participants.title}
        line={texts.participants.line}
        acts={
          <ActButton kind="primary" onClick={() => setAdmitting(true)}>
            {texts.participant.admit}
          </ActButton>
        }
      />
      {isAdmitting && <AdmitDialog onClose={() => setAdmitting(false)} />}
      <div className="fq-filters">
        <SearchField label={texts.participants.search} value={filters.q} onChange={(q) => setFilters({ q })} />
        <SelectField
          label={texts.words.kind}
          value={filters.kind}
          choices={[
            { value: '', label: texts.words.any },
            ...kinds.map((value) => ({ value, label: texts.kind[value] })),
          ]}
          onChange={(kind) => setFilters({ kind })}
        />
      </div>
      <DataTable
        name="participants"
        label={texts.participants.title}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        to={(row) => `/participants/${row.id}`}
        empty={
          filters.q || filters.kind
            ? { title: texts.participants.emptyTitle, hint: texts.participants.emptyHint }
            : { title: texts.participants.noneTitle, hint: texts.participants.noneHint }
        }
      />
    </>
  );
}

function useColumns(): Column<Participant>[] {
  const texts = useTexts();
  const title = useTitle();
  const { currency, minorDigits } = useLocale();
  const amount = (
    key: keyof Participant & string,
    head: string,
    more: Partial<Column<Participant>> = {},
  ): Column<Participant> => ({
    key,
    head: `${head} ${currency}`,
    align: 'right',
    cell: (row) => <Amount minor={row[key] as string | null} />,
    plain: (row) => (row[key] === null ? '' : majorText(row[key] as string, minorDigits)),
    ...more,
  });
  const names = texts.participants;
  return [
    { key: 'name', head: names.name, sort: 'name', cell: (row) => title(row.name), plain: (row) => title(row.name) },
    { key: 'bic', head: 'BIC', cell: (row) => <span className="fq-mono">{row.bic}</span>, plain: (row) => row.bic },
    {
      key: 'kind',
      head: texts.words.kind,
      cell: (row) => <span className="fq-soft">{texts.kind[row.kind]}</span>,
      plain: (row) => row.kind,
    },
    {
      key: 'standing',
      head: texts.words.state,
      cell: (row) => (
        <StatusBadge tone={row.standing === 'active' ? 'settled' : 'refused'}>
          {texts.standing[row.standing]}
        </StatusBadge>
      ),
      plain: (row) => row.standing,
    },
    amount('balance', names.balance, { sort: 'balance' }),
    amount('available', names.available, { sort: 'available' }),
    amount('queuedOutValue', names.queuedOut, { sort: 'queuedValue' }),
    amount('queuedInValue', names.queuedIn, { isExtra: true }),
    amount('creditLine', names.creditLine, { isExtra: true }),
    amount('creditUsed', names.creditUsed, { isExtra: true }),
    amount('sentToday', names.sent, { isExtra: true }),
    amount('receivedToday', names.receivedToday, { isExtra: true }),
    {
      key: 'clearing',
      head: names.clearingCode,
      isExtra: true,
      cell: (row) => <span className="fq-mono">{row.clearingCode?.code ?? '–'}</span>,
      plain: (row) => row.clearingCode?.code ?? '',
    },
    {
      key: 'lei',
      head: 'LEI',
      isExtra: true,
      cell: (row) => <span className="fq-mono">{row.lei ?? '–'}</span>,
      plain: (row) => row.lei ?? '',
    },
  ];
}
