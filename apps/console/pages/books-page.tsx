// The books: the accounts, and the trial balance at any moment.
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Account, type TrialBalance } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  Anchor,
  DataTable,
  majorText,
  Moment,
  momentInZone,
  MomentField,
  PageHeader,
  SearchField,
  SmallTable,
  StatusBadge,
  Tabs,
  useLocale,
  type Column,
} from '../../../ui/index.ts';
import { api, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useFilters, useList } from '../use-list.ts';

export function BooksPage() {
  const texts = useTexts();
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageHeader title={texts.books.title} line={texts.books.line} />
      <Tabs
        value={search.get('view') ?? 'accounts'}
        onChange={(view) => setSearch({ view })}
        tabs={[
          { value: 'accounts', label: texts.books.accounts, content: <Accounts /> },
          { value: 'trial', label: texts.books.trial, content: <Trial /> },
        ]}
      />
    </>
  );
}

function Accounts() {
  const texts = useTexts();
  const title = useTitle();
  const { currency, minorDigits } = useLocale();
  const { filters, setFilters } = useFilters(['q']);
  const list = useList({ key: ['accounts'], load: api.books.accounts, rowKey: (row) => row.code, query: filters });
  const words = texts.books;
  const amount = (key: 'debits' | 'credits' | 'balance', head: string): Column<Account> => ({
    key,
    head: `${head} ${currency}`,
    align: 'right',
    cell: (row) => <Amount minor={row[key]} />,
    plain: (row) => majorText(row[key], minorDigits),
  });
  const stateOf = (row: Account) => (row.isClosed ? words.closed : row.isFrozen ? words.frozen : words.open);
  const columns: Column<Account>[] = [
    {
      key: 'code',
      head: words.code,
      cell: (row) => <span className="fq-mono">{row.code}</span>,
      plain: (row) => row.code,
    },
    { key: 'name', head: words.name, cell: (row) => title(row.title), plain: (row) => title(row.title) },
    {
      key: 'side',
      head: words.side,
      cell: (row) => (row.normalSide === 'debit' ? words.debit : words.credit),
      plain: (row) => row.normalSide,
    },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => (
        <StatusBadge tone={row.isClosed || row.isFrozen ? 'refused' : 'settled'}>{stateOf(row)}</StatusBadge>
      ),
      plain: stateOf,
    },
    amount('debits', words.debits),
    amount('credits', words.credits),
    amount('balance', words.balance),
  ];
  return (
    <>
      <div className="fq-filters">
        <SearchField label={words.search} value={filters.q} onChange={(q) => setFilters({ q })} />
      </div>
      <DataTable
        name="accounts"
        label={words.accounts}
        columns={columns}
        list={list}
        rowKey={(row) => row.code}
        to={(row) => `/books/${encodeURIComponent(row.code)}`}
        empty={{ title: words.emptyTitle, hint: words.emptyHint }}
      />
    </>
  );
}

function Trial() {
  const texts = useTexts();
  const { timeZone } = useLocale();
  const [local, setLocal] = useState('');
  const at = local ? momentInZone(local, timeZone) : undefined;
  return (
    <>
      <div className="fq-filters fq-filters-short">
        <MomentField label={texts.books.at} value={local} onChange={setLocal} />
        <ActButton kind="quiet" onClick={() => setLocal('')} disabledReason={local ? undefined : texts.books.now}>
          {texts.books.now}
        </ActButton>
        <ActButton onClick={() => print()}>{texts.words.print}</ActButton>
      </div>
      <QueryView
        query={{
          queryKey: ['trial', at ?? ''],
          queryFn: () => api.books.trialBalance(at),
          refetchInterval: at ? false : SOON,
        }}
      >
        {(trial) => <TrialTable trial={trial} />}
      </QueryView>
    </>
  );
}

function TrialTable({ trial }: { trial: TrialBalance }) {
  const texts = useTexts();
  const title = useTitle();
  const words = texts.books;
  return (
    <>
      <p className="fq-row fq-state-line">
        <StatusBadge tone={trial.isBalanced ? 'settled' : 'refused'}>
          {trial.isBalanced ? words.balanced : words.unbalanced}
        </StatusBadge>
        <span className="fq-soft">
          <Moment at={trial.at} withDate precision="micro" />
        </span>
      </p>
      <SmallTable
        label={words.trial}
        rows={trial.rows}
        rowKey={(row) => row.account.code}
        empty={words.emptyTitle}
        columns={[
          {
            key: 'code',
            head: words.code,
            cell: (row) => (
              <Anchor to={`/books/${encodeURIComponent(row.account.code)}`} className="fq-mono fq-link">
                {row.account.code}
              </Anchor>
            ),
            plain: (row) => row.account.code,
          },
          {
            key: 'name',
            head: words.name,
            cell: (row) => title(row.account.title),
            plain: (row) => title(row.account.title),
          },
          {
            key: 'debits',
            head: `${words.debits} ${trial.currency}`,
            align: 'right',
            cell: (row) => <Amount minor={row.debits} />,
            plain: (row) => row.debits,
          },
          {
            key: 'credits',
            head: `${words.credits} ${trial.currency}`,
            align: 'right',
            cell: (row) => <Amount minor={row.credits} />,
            plain: (row) => row.credits,
          },
          {
            key: 'balance',
            head: `${words.balance} ${trial.currency}`,
            align: 'right',
            cell: (row) => <Amount minor={row.balance} />,
            plain: (row) => row.balance,
          },
        ]}
        foot={
          <tr>
            <td colSpan={2}>{words.total}</td>
            <td className="fq-right">
              <Amount minor={trial.debits} />
            </td>
            <td className="fq-right">
              <Amount minor={trial.credits} />
            </td>
            <td />
          </tr>
        }
      />
    </>
  );
}
