// What an institution takes with it, and how it leaves: exports of all its data, its evidence month by month, and its closing.
import { type DataExport } from '../../../client/index.ts';
import {
  ActButton, type Column, CopyableId, formatCount, Moment, PageHeader, Section, SmallTable, StatusBadge, type Tone, useLocale,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER, SOON } from '../api.ts';
import { useTexts } from '../language.tsx';
import { ClosingSection } from '../parts/closing-section.tsx';
import { OfOrganisation } from '../parts/organisation-choice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { mayTakeData, seesEvidenceMonths, seesExports, useMe } from '../signed-in.tsx';

const TONES: Record<DataExport['state'], Tone> = {
  working: 'queued',
  ready: 'settled',
  failed: 'refused',
  expired: 'plain',
};

export function DataPage() {
  const texts = useTexts();
  const me = useMe();
  return (
    <>
      <PageHeader title={texts.places.data} line={texts.data.line} />
      <OfOrganisation>
        {(id) => (
          <>
            {seesExports(me) && <Exports organisationId={id} />}
            {seesEvidenceMonths(me) && <Months organisationId={id} />}
            <ClosingSection organisationId={id} />
          </>
        )}
      </OfOrganisation>
    </>
  );
}

function Exports({ organisationId }: { organisationId: string }) {
  const texts = useTexts();
  const words = texts.data;
  const { language } = useLocale();
  const isOwn = mayTakeData(useMe());
  const of = api.organisations.of(organisationId);
  const act = useAct(() => of.exports.make());
  const columns: Column<DataExport>[] = [
    {
      key: 'state',
      head: texts.words.state,
      cell: ({ state, progress }) => (
        <>
          <StatusBadge tone={TONES[state]}>{words.states[state]}</StatusBadge>{' '}
          {progress && <span className="fq-soft fq-small">{words.progress(progress.done, progress.of)}</span>}
        </>
      ),
      plain: ({ state }) => state,
    },
    {
      key: 'askedAt',
      head: words.asked,
      cell: ({ askedAt }) => <Moment at={askedAt} withDate precision="minute" />,
      plain: ({ askedAt }) => askedAt,
    },
    { key: 'askedBy', head: words.by, cell: ({ askedBy }) => askedBy, plain: ({ askedBy }) => askedBy },
    {
      key: 'rows',
      head: words.rows,
      align: 'right',
      cell: ({ rows }) => rows && <span className="fq-number">{formatCount(Number(rows), language)}</span>,
      plain: ({ rows }) => rows ?? '',
    },
    {
      key: 'sha256',
      head: 'SHA-256',
      cell: ({ sha256 }) => sha256 && <CopyableId id={sha256} length={16} />,
      plain: ({ sha256 }) => sha256 ?? '',
    },
    {
      key: 'expiresAt',
      head: words.until,
      cell: ({ expiresAt }) => <Moment at={expiresAt} withDate precision="minute" />,
      plain: ({ expiresAt }) => expiresAt ?? '',
    },
  ];
  return (
    <Section
      title={words.exports}
      note={words.exportsNote}
      acts={
        <ActButton
          kind="primary"
          isBusy={act.isBusy}
          disabledReason={isOwn ? undefined : words.onlyOwn}
          onClick={() => act.run(undefined)}
        >
          {words.make}
        </ActButton>
      }
    >
      <QueryView
        height={120}
        query={{ queryKey: ['exports', organisationId], queryFn: of.exports.list, refetchInterval: SOON }}
      >
        {({ items }) => (
          <SmallTable
            label={words.exports}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
            empty={words.noExports}
            acts={({ id, state }) =>
              isOwn && state === 'ready' ? (
                <a className="fq-button-link" href={of.exports.archiveAddress(id)} download>
                  {words.download}
                </a>
              ) : null
            }
          />
        )}
      </QueryView>
    </Section>
  );
}

function Months({ organisationId }: { organisationId: string }) {
  const words = useTexts().data;
  const of = api.organisations.of(organisationId);
  return (
    <Section title={words.evidence} note={words.evidenceNote}>
      <QueryView
        height={120}
        query={{ queryKey: ['evidence-months', organisationId], queryFn: of.evidenceMonths, refetchInterval: LATER }}
      >
        {({ items }) => (
          <SmallTable
            label={words.evidence}
            columns={[
              {
                key: 'month',
                head: words.month,
                cell: ({ month }) => <span className="fq-number">{month}</span>,
                plain: ({ month }) => month,
              },
            ]}
            rows={items}
            rowKey={({ month }) => month}
            empty={words.noMonths}
            acts={({ month }) => (
              <a
                className="fq-button-link"
                href={of.evidenceMonthAddress(month)}
                download={`evidence-${organisationId}-${month}.ndjson`}
              >
                {words.download}
              </a>
            )}
          />
        )}
      </QueryView>
    </Section>
  );
}
