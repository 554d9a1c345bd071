// What an institution may still ask now, and what it used in a month, to read and to take away as CSV.
import { useQuery } from '@tanstack/react-query';
import { type EnvironmentKind, type Quota, type UsageStatement } from '../../../client/index.ts';
import {
  Amount, BusinessDate, ChoiceSwitch, type Column, formatBytes, formatCount, KeyFigure, KeyFigures, PageHeader, Section, SelectField,
  SmallTable, StatusBadge, useLocale,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER, SOON } from '../api.ts';
import { useTexts } from '../language.tsx';
import { OfOrganisation } from '../parts/organisation-choice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useFilters } from '../use-list.ts';

const ENVIRONMENTS = ['live', 'certification', 'sandbox'] as const;
const MONTHS_SHOWN = 12;

export function UsagePage() {
  const texts = useTexts();
  return (
    <>
      <PageHeader title={texts.places.usage} line={texts.usage.line} />
      <OfOrganisation>
        {(id) => (
          <>
            <Headroom organisationId={id} />
            <Month organisationId={id} />
          </>
        )}
      </OfOrganisation>
    </>
  );
}

function Headroom({ organisationId }: { organisationId: string }) {
  const texts = useTexts();
  const words = texts.usage;
  const { filters, setFilters } = useFilters(['environment']);
  const environment = ENVIRONMENTS.find((each) => each === filters.environment) ?? 'live';
  const columns = useQuotaColumns();
  return (
    <Section
      title={words.headroom}
      note={words.headroomNote}
      acts={
        <ChoiceSwitch
          label={texts.keys.environment}
          value={environment}
          choices={ENVIRONMENTS.map((value) => ({ value, label: texts.keys.environments[value] }))}
          onChange={(value) => setFilters({ environment: value === 'live' ? '' : (value as EnvironmentKind) })}
        />
      }
    >
      <QueryView
        height={200}
        query={{
          queryKey: ['quotas', organisationId, environment],
          queryFn: () => api.organisations.of(organisationId).quotas(environment),
          refetchInterval: SOON,
        }}
      >
        {({ items }) => (
          <SmallTable
            label={words.headroom}
            columns={columns}
            rows={items}
            rowKey={(row) => `${row.service} ${row.measure}`}
            empty={words.nothing}
          />
        )}
      </QueryView>
    </Section>
  );
}

function useQuotaColumns(): Column<Quota>[] {
  const texts = useTexts();
  const words = texts.usage;
  const { language } = useLocale();
  const figure = ({ measure }: Quota, value: string | null) =>
    value === null ? (
      <span className="fq-soft">{words.unlimited}</span>
    ) : measure === 'value-a-day' ? (
      <Amount minor={value} withCurrency />
    ) : measure === 'storage-bytes' ? (
      <span className="fq-number">{formatBytes(Number(value), language)}</span>
    ) : (
      <span className="fq-number">{formatCount(Number(value), language)}</span>
    );
  const column = (key: 'used' | 'left' | 'soft' | 'hard'): Column<Quota> => ({
    key,
    head: words[key],
    align: 'right',
    cell: (row) => figure(row, row[key]),
    plain: (row) => row[key] ?? '',
  });
  return [
    {
      key: 'service',
      head: words.service,
      cell: (row) => words.services[row.service],
      plain: (row) => row.service,
    },
    {
      key: 'measure',
      head: words.measure,
      cell: (row) => (
        <>
          {words.measures[row.measure]} {row.isPastSoft && <StatusBadge tone="queued">{words.pastSoft}</StatusBadge>}
        </>
      ),
      plain: (row) => row.measure,
    },
    column('used'),
    column('left'),
    column('soft'),
    column('hard'),
  ];
}

function Month({ organisationId }: { organisationId: string }) {
  const { usage: words } = useTexts();
  const { filters, setFilters } = useFilters(['month']);
  const months = useMonths(organisationId);
  const of = api.organisations.of(organisationId);
  const month = filters.month || (months[0] ?? '');
  return (
    <Section
      title={words.statement}
      acts={
        <a
          className="fq-button-link"
          href={of.usageCsvAddress(month)}
          download={`usage-${organisationId}-${month}.csv`}
        >
          {words.csv}
        </a>
      }
    >
      <div className="fq-filters fq-filters-short">
        <SelectField
          label={words.month}
          value={month}
          choices={months.map((value) => ({ value, label: value }))}
          onChange={(value) => setFilters({ month: value })}
        />
      </div>
      <QueryView
        height={200}
        query={{
          queryKey: ['usage', organisationId, month],
          queryFn: () => of.usage(month),
          refetchInterval: LATER,
        }}
      >
        {(statement) => <Statement statement={statement} />}
      </QueryView>
    </Section>
  );
}

/** This month by the institution's business day, and those before it; the newest first. */
function useMonths(organisationId: string): string[] {
  const { data } = useQuery({
    queryKey: ['usage', organisationId, ''],
    queryFn: () => api.organisations.of(organisationId).usage(''),
    staleTime: 60_000,
  });
  if (!data) return [];
  const [year = 0, month = 0] = data.month.split('-').map(Number);
  const before = (back: number) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
  return Array.from({ length: MONTHS_SHOWN }, (_, back) => before(back));
}

function Statement({ statement: { days, total } }: { statement: UsageStatement }) {
  const texts = useTexts();
  const words = texts.usage;
  const { language } = useLocale();
  const count = (value: string) => <span className="fq-number">{formatCount(Number(value), language)}</span>;
  const counted = (key: 'payments' | 'messagesIn' | 'messagesOut'): Column<UsageStatement['days'][number]> => ({
    key,
    head: words[key],
    align: 'right',
    cell: (row) => count(row[key]),
    plain: (row) => row[key],
  });
  return (
    <div className="fq-stack">
      <KeyFigures>
        <KeyFigure label={words.payments} figure={count(total.payments)} note={words.total} />
        <KeyFigure label={texts.words.value} figure={<Amount minor={total.value} isCompact />} note={words.total} />
        <KeyFigure label={words.messagesIn} figure={count(total.messagesIn)} note={words.total} />
        <KeyFigure label={words.messagesOut} figure={count(total.messagesOut)} note={words.total} />
      </KeyFigures>
      <SmallTable
        label={words.statement}
        columns={[
          {
            key: 'date',
            head: words.day,
            cell: (row) => <BusinessDate date={row.date} />,
            plain: (row) => row.date,
          },
          counted('payments'),
          {
            key: 'value',
            head: texts.words.value,
            align: 'right',
            cell: (row) => <Amount minor={row.value} />,
            plain: (row) => row.value,
          },
          counted('messagesIn'),
          counted('messagesOut'),
          {
            key: 'isFinal',
            head: words.isFinal,
            cell: (row) => (row.isFinal ? texts.words.yes : texts.words.no),
            plain: (row) => String(row.isFinal),
          },
        ]}
        rows={days}
        rowKey={(row) => row.date}
        empty={words.noDays}
      />
    </div>
  );
}
