// The request log of an institution: what it asked, newest first, found by environment, outcome, operation, key or request id.
import { useQuery } from '@tanstack/react-query';
import { type LoggedRequest } from '../../../client/index.ts';
import {
  type Column, CopyableId, DataTable, Duration, EnvironmentTag, Moment, Note, PageHeader, SearchField, SelectField, StatusBadge, type Tone,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts } from '../language.tsx';
import { OfOrganisation } from '../parts/organisation-choice.tsx';
import { useFilters, useList } from '../use-list.ts';

const ENVIRONMENTS = ['live', 'certification', 'sandbox'] as const;
const STATUSES = ['2xx', '4xx', '5xx'] as const;

export function RequestsPage() {
  const texts = useTexts();
  return (
    <>
      <PageHeader title={texts.places.requests} line={texts.requests.line} />
      <OfOrganisation>{(id) => <Requests key={id} organisationId={id} />}</OfOrganisation>
    </>
  );
}

export const toneOf = (status: number): Tone => (status < 400 ? 'settled' : status < 500 ? 'queued' : 'refused');

function Requests({ organisationId }: { organisationId: string }) {
  const texts = useTexts();
  const words = texts.requests;
  const { filters, setFilters } = useFilters(['environment', 'statusClass', 'operation', 'key', 'requestId']);
  const of = api.organisations.of(organisationId).requests;
  const list = useList<LoggedRequest, Parameters<typeof of.list>[0]>({
    key: ['requests', organisationId],
    load: of.list,
    rowKey: (row) => row.id,
    query: filters,
    refreshMs: LATER,
  });
  const any = { value: '', label: texts.words.any };
  return (
    <>
      <Dropped organisationId={organisationId} />
      <div className="fq-filters">
        <SearchField
          label={words.find}
          hint={words.findHint}
          value={filters.requestId}
          onChange={(requestId) => setFilters({ requestId })}
        />
        <SelectField
          label={words.environment}
          value={filters.environment}
          choices={[any, ...ENVIRONMENTS.map((value) => ({ value, label: texts.requests.environments[value] }))]}
          onChange={(environment) => setFilters({ environment })}
        />
        <SelectField
          label={words.status}
          value={filters.statusClass}
          choices={[any, ...STATUSES.map((value) => ({ value, label: words.statuses[value] }))]}
          onChange={(statusClass) => setFilters({ statusClass })}
        />
        <SearchField
          label={words.operation}
          hint={words.operationHint}
          value={filters.operation}
          onChange={(operation) => setFilters({ operation })}
        />
        <SearchField label={words.key} value={filters.key} onChange={(key) => setFilters({ key })} />
      </div>
      <DataTable
        name="requests"
        label={texts.places.requests}
        columns={useColumns()}
        list={list}
        rowKey={(row) => row.id}
        empty={{ title: words.none, hint: words.noneHint }}
        to={(row) => `/requests/${organisationId}/${row.id}`}
      />
    </>
  );
}

/** What is missing is said before what is there. */
function Dropped({ organisationId }: { organisationId: string }) {
  const words = useTexts().requests;
  const { data } = useQuery({
    queryKey: ['requests-dropped', organisationId],
    queryFn: () => api.organisations.of(organisationId).requests.list({ limit: 1 }),
    refetchInterval: LATER,
  });
  const count = (data?.dropped ?? []).reduce((sum, each) => sum + each.count, 0);
  return count > 0 ? <Note>{words.dropped(count)}</Note> : null;
}

function useColumns(): Column<LoggedRequest>[] {
  const texts = useTexts();
  const words = texts.requests;
  return [
    {
      key: 'at',
      head: texts.words.time,
      cell: (row) => <Moment at={row.at} withDate precision="second" />,
      plain: (row) => row.at,
    },
    {
      key: 'status',
      head: words.status,
      cell: (row) => <StatusBadge tone={toneOf(row.status)}>{String(row.status)}</StatusBadge>,
      plain: (row) => String(row.status),
    },
    {
      key: 'request',
      head: words.request,
      cell: (row) => <span className="fq-mono fq-small" title={row.target}>{`${row.method} ${row.path || row.target}`}</span>,
      plain: (row) => `${row.method} ${row.target}`,
    },
    {
      key: 'code',
      head: words.refusal,
      cell: (row) => <span className="fq-mono fq-small">{row.code ?? ''}</span>,
      plain: (row) => row.code ?? '',
    },
    {
      key: 'environment',
      head: words.environment,
      cell: (row) => <EnvironmentTag environment={row.environment} />,
      plain: (row) => row.environment,
    },
    {
      key: 'took',
      head: words.took,
      align: 'right',
      cell: (row) => <Duration millis={row.microseconds / 1_000} />,
      plain: (row) => String(row.microseconds),
    },
    { key: 'by', head: words.by, cell: (row) => row.keyId ?? row.actor, plain: (row) => row.keyId ?? row.actor },
    { key: 'id', head: words.find, cell: (row) => <CopyableId id={row.id} />, plain: (row) => row.id },
  ];
} // prettier-ignore
