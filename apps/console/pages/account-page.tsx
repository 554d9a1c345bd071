// One account: its balance at a moment, and its statement between two, printable as a document.
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { type Entry } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  Anchor,
  CopyableId,
  DataTable,
  formatCount,
  KeyFigure,
  KeyFigures,
  localInZone,
  majorText,
  Moment,
  momentInZone,
  MomentField,
  PageHeader,
  Section,
  useLocale,
  type Column,
} from '../../../ui/index.ts';
import { api, LATER, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useFilters, useList } from '../use-list.ts';

export function AccountPage() {
  const { code = '' } = useParams();
  const texts = useTexts();
  const title = useTitle();
  const { timeZone } = useLocale();
  const { filters, setFilters } = useFilters(['at', 'from', 'to']);
  const at = filters.at ? momentInZone(filters.at, timeZone) : undefined;
  return (
    <QueryView
      query={{
        queryKey: ['account', code, at ?? ''],
        queryFn: () => api.books.account(code, at),
        refetchInterval: at ? false : SOON,
      }}
      height={720}
    >
      {(account) => (
        <>
          <PageHeader
            above={
              <>
                <Anchor to="/books">{texts.places.books}</Anchor> · <CopyableId id={account.code} />
              </>
            }
            title={title(account.title)}
            line={texts.books.accountLine}
            acts={<ActButton onClick={() => print()}>{texts.words.print}</ActButton>}
          />
          <div className="fq-stack">
            <Section title={texts.books.balanceAt}>
              <div className="fq-filters fq-filters-short">
                <MomentField
                  label={texts.books.at}
                  value={filters.at}
                  onChange={(value) => setFilters({ at: value })}
                />
                <ActButton
                  kind="quiet"
                  disabledReason={filters.at ? undefined : texts.books.now}
                  onClick={() => setFilters({ at: '' })}
                >
                  {texts.books.now}
                </ActButton>
              </div>
              <KeyFigures>
                <KeyFigure
                  label={texts.books.balance}
                  figure={<Amount minor={account.balance} withCurrency />}
                  note={<Moment at={account.at} withDate />}
                />
                <KeyFigure label={texts.books.debits} figure={<Amount minor={account.debits} isCompact />} />
                <KeyFigure label={texts.books.credits} figure={<Amount minor={account.credits} isCompact />} />
                <KeyFigure label={texts.books.pending} figure={<Amount minor={account.debitsPending} isCompact />} />
              </KeyFigures>
            </Section>
            <StatementPart code={code} from={filters.from} to={filters.to} setFilters={setFilters} />
          </div>
        </>
      )}
    </QueryView>
  );
}

function StatementPart(props: {
  code: string;
  from: string;
  to: string;
  setFilters: (changes: { from?: string; to?: string }) => void;
}) {
  const { code, setFilters } = props;
  const texts = useTexts();
  const locale = useLocale();
  const words = texts.books;
  const moment = (local: string) => (local ? momentInZone(local, locale.timeZone) : undefined);
  const query = { from: moment(props.from), to: moment(props.to) };
  const load = (more: object) =>
    api.books.statement(code, {
      ...(query.from ? { from: query.from } : {}),
      ...(query.to ? { to: query.to } : {}),
      ...more,
    });
  const list = useList({
    key: ['statement', code],
    load,
    rowKey: (row) => `${row.seq}${row.side}`,
    query,
    refreshMs: LATER,
  });
  const head = useQuery({
    queryKey: ['statement-head', code, query.from ?? '', query.to ?? ''],
    queryFn: () => load({ limit: 1 }),
    refetchInterval: LATER,
  }).data;
  return (
    <Section title={words.statement}>
      <div className="fq-filters fq-filters-short">
        <MomentField
          label={texts.words.from}
          value={props.from || (head ? localInZone(head.from, locale.timeZone) : '')}
          onChange={(from) => setFilters({ from })}
        />
        <MomentField
          label={texts.words.to}
          value={props.to || (head ? localInZone(head.to, locale.timeZone) : '')}
          onChange={(to) => setFilters({ to })}
        />
      </div>
      {head && (
        <KeyFigures>
          <KeyFigure label={words.opening} figure={<Amount minor={head.opening} isCompact />} />
          <KeyFigure label={words.debits} figure={<Amount minor={head.debits} isCompact />} />
          <KeyFigure label={words.credits} figure={<Amount minor={head.credits} isCompact />} />
          <KeyFigure label={words.closing} figure={<Amount minor={head.closing} isCompact />} />
          <KeyFigure label={words.entries} figure={formatCount(head.entryCount, locale.language)} />
        </KeyFigures>
      )}
      <DataTable
        name="statement"
        label={words.statement}
        columns={useEntryColumns()}
        list={list}
        rowKey={(row) => `${row.seq}${row.side}`}
        empty={{ title: words.noEntries }}
      />
    </Section>
  );
}

function useEntryColumns(): Column<Entry>[] {
  const texts = useTexts();
  const title = useTitle();
  const { currency, minorDigits } = useLocale();
  const words = texts.books;
  const side = (which: Entry['side'], head: string): Column<Entry> => ({
    key: which,
    head: `${head} ${currency}`,
    align: 'right',
    cell: (row) => (row.side === which ? <Amount minor={row.amount} /> : ''),
    plain: (row) => (row.side === which ? majorText(row.amount, minorDigits) : ''),
  });
  return [
    {
      key: 'at',
      head: texts.words.time,
      cell: (row) => <Moment at={row.at} withDate precision="micro" />,
      plain: (row) => row.at,
    },
    {
      key: 'counter',
      head: words.counter,
      cell: (row) => (
        <Anchor to={`/books/${encodeURIComponent(row.counterAccount.code)}`}>{title(row.counterAccount.title)}</Anchor>
      ),
      plain: (row) => row.counterAccount.code,
    },
    {
      key: 'text',
      head: words.text,
      cell: (row) =>
        row.paymentId ? <Anchor to={`/payments/${row.paymentId}`}>{title(row.text)}</Anchor> : title(row.text),
      plain: (row) => title(row.text),
    },
    side('debit', words.debit),
    side('credit', words.credit),
    {
      key: 'after',
      head: `${words.balance} ${currency}`,
      align: 'right',
      cell: (row) => <Amount minor={row.balanceAfter} />,
      plain: (row) => row.balanceAfter ?? '',
    },
  ];
}
