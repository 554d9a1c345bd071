// The inbox of approvals: what waits for the person who looks, what they asked for, and all there is.
import { type ApprovalRequest, type ApprovalState, type Difference } from '../../../client/index.ts';
import {
  Amount,
  Anchor,
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
import { type Texts } from '../messages/en.ts';
import { useFilters, useList } from '../use-list.ts';

export const toneOfRequest: Record<ApprovalState, Tone> = {
  waiting: 'queued',
  approved: 'queued',
  'carried-out': 'settled',
  failed: 'refused',
  refused: 'refused',
  withdrawn: 'plain',
  expired: 'plain',
};

export function ApprovalsPage() {
  const texts = useTexts();
  const title = useTitle();
  const { currency } = useLocale();
  const words = texts.approvals;
  const { filters, setFilters } = useFilters(['view', 'state']);
  const view = filters.view || 'waiting-for-me';
  const list = useList({
    key: ['approvals'],
    load: api.approvals.list,
    rowKey: (row) => row.id,
    query: { ...filters, view },
  });
  const columns: Column<ApprovalRequest>[] = [
    {
      key: 'made',
      head: words.made,
      cell: (row) => <Moment at={row.madeAt} withDate precision="minute" />,
      plain: (row) => row.madeAt,
    },
    { key: 'what', head: words.what, cell: (row) => title(row.title), plain: (row) => row.action },
    { key: 'about', head: words.about, cell: aboutOf, plain: aboutOf },
    {
      key: 'amount',
      head: `${texts.words.amount} ${currency}`,
      align: 'right',
      cell: (row) => <Amount minor={row.amount} />,
      plain: (row) => row.amount ?? '',
    },
    { key: 'maker', head: words.maker, cell: (row) => row.maker.name, plain: (row) => row.maker.name },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => <StatusBadge tone={toneOfRequest[row.state]}>{stateText(row, words)}</StatusBadge>,
      plain: (row) => row.state,
    },
    {
      key: 'expires',
      head: words.expires,
      cell: (row) => <Moment at={row.expiresAt} withDate precision="minute" />,
      plain: (row) => row.expiresAt,
    },
  ];
  const choicesOf = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <>
      <PageHeader
        title={words.title}
        line={words.line}
        acts={
          <>
            <Anchor to="/delegations">{texts.places.delegations}</Anchor>
            <Anchor to="/policies">{texts.places.policies}</Anchor>
          </>
        }
      />
      <div className="fq-filters fq-filters-short">
        <SelectField
          label={words.view}
          value={view}
          choices={choicesOf(words.views)}
          onChange={(next) => setFilters({ view: next })}
        />
        <SelectField
          label={texts.words.state}
          value={filters.state}
          choices={[{ value: '', label: texts.words.any }, ...choicesOf(words.state)]}
          onChange={(state) => setFilters({ state })}
        />
      </div>
      <DataTable
        name="approvals"
        label={words.title}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        to={(row) => `/approvals/${encodeURIComponent(row.id)}`}
        empty={{ title: words.emptyTitle, hint: words.emptyHint }}
      />
    </>
  );
}

/** The line that stays the same says whom it is about. */
const aboutOf = ({ difference }: ApprovalRequest): string =>
  difference.find(isAbout)?.after ?? difference[0]?.after ?? '';

export const isAbout = ({ before, after }: Difference): boolean => before === after;

export const stateText = ({ state, takeUntil }: ApprovalRequest, words: Texts['approvals']): string =>
  takeUntil === null ? words.state[state] : words.toTake;
