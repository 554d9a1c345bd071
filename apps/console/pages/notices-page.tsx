// The status of each service as everyone sees it, and what operators tell of incidents and maintenance.
import { useState } from 'react';
import { type Notice, type Status } from '../../../client/index.ts';
import {
  ActButton, AuditTrail, type Column, Moment, PageHeader, Section, SmallTable, StatusBadge, type Tone,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { BeginNotice, UpdateNotice } from '../parts/tell-notice.tsx';
import { mayTellNotices, useMe } from '../signed-in.tsx';

const TONES = { working: 'settled', failing: 'refused', unknown: 'plain' } as const;
const NOTICE_TONES: Record<Notice['state'], Tone> = {
  investigating: 'refused',
  identified: 'refused',
  monitoring: 'queued',
  resolved: 'settled',
  planned: 'queued',
  done: 'settled',
  cancelled: 'plain',
};

type Service = Status['services'][number];

export function NoticesPage() {
  const texts = useTexts();
  const words = texts.notices;
  const cannot = mayTellNotices(useMe()) ? undefined : words.onlyOperators;
  const [beginning, setBeginning] = useState<Notice['kind']>();
  return (
    <QueryView query={{ queryKey: ['status'], queryFn: api.status.read, refetchInterval: LATER }} height={720}>
      {(status) => (
        <>
          <PageHeader
            title={texts.places.notices}
            line={words.line}
            acts={
              <>
                <a className="fq-button-link" href="/status" target="_blank" rel="noreferrer">
                  {words.page}
                </a>
                <ActButton disabledReason={cannot} onClick={() => setBeginning('maintenance')}>
                  {words.planMaintenance}
                </ActButton>
                <ActButton kind="primary" disabledReason={cannot} onClick={() => setBeginning('incident')}>
                  {words.beginIncident}
                </ActButton>
              </>
            }
          />
          {beginning && (
            <BeginNotice kind={beginning} services={status.services} onClose={() => setBeginning(undefined)} />
          )}
          <div className="fq-stack">
            {status.notices.length === 0 ? (
              <Section title={words.open}>
                <p className="fq-soft">{words.noneOpen}</p>
              </Section>
            ) : (
              status.notices.map((notice) => <Standing key={notice.id} {...{ notice, status, cannot }} />)
            )}
            <Section title={words.services}>
              <SmallTable
                label={words.services}
                columns={useServiceColumns()}
                rows={status.services}
                rowKey={({ id }) => id}
              />
            </Section>
            <Past />
          </div>
        </>
      )}
    </QueryView>
  );
}

function Standing(props: { notice: Notice; status: Status; cannot: string | undefined }) {
  const { notice, status, cannot } = props;
  const { notices: words } = useTexts();
  const title = useTitle();
  const [isUpdating, setUpdating] = useState(false);
  const names = status.services.filter(({ id }) => notice.services.includes(id)).map((each) => title(each.title));
  return (
    <Section
      title={title(notice.title)}
      note={
        <>
          <StatusBadge tone={NOTICE_TONES[notice.state]}>{useStateText(notice)}</StatusBadge> {names.join(' · ')}
          {' · '}
          <Moment at={notice.startsAt} withDate precision="minute" />
          {notice.endsAt && (
            <>
              {' – '}
              <Moment at={notice.endsAt} withDate precision="minute" />
            </>
          )}
        </>
      }
      acts={
        <ActButton size="small" disabledReason={cannot} onClick={() => setUpdating(true)}>
          {words.update}
        </ActButton>
      }
    >
      {isUpdating && <UpdateNotice notice={notice} onClose={() => setUpdating(false)} />}
      <AuditTrail
        withDate
        acts={notice.updates.map(({ at, state, text }) => ({
          at,
          actor: words.state[state],
          text: title(text),
          reason: null,
        }))}
      />
    </Section>
  );
}

/** Maintenance begins by the clock, and is late when nobody says that it is done. */
function useStateText({ kind, state, startsAt, endsAt }: Notice): string {
  const { notices: words } = useTexts();
  const [openedAt] = useState(() => Date.now());
  if (kind !== 'maintenance' || state !== 'planned' || Date.parse(startsAt) > openedAt) return words.state[state];
  return Date.parse(endsAt!) < openedAt ? words.late : words.underWay;
}

function Past() {
  const { notices: words } = useTexts();
  const title = useTitle();
  const columns: Column<Notice>[] = [
    { key: 'title', head: words.title, cell: (row) => title(row.title), plain: (row) => title(row.title) },
    { key: 'kind', head: words.kind, cell: (row) => words[row.kind], plain: (row) => row.kind },
    {
      key: 'state',
      head: words.ended,
      cell: (row) => (
        <>
          <StatusBadge tone={NOTICE_TONES[row.state]}>{words.state[row.state]}</StatusBadge>{' '}
          <Moment at={row.updates[0]!.at} withDate precision="minute" />
        </>
      ),
      plain: (row) => row.updates[0]!.at,
    },
  ];
  return (
    <Section title={words.past}>
      <QueryView query={{ queryKey: ['status', 'notices'], queryFn: api.status.notices, refetchInterval: LATER }}>
        {({ items }) => (
          <SmallTable
            label={words.past}
            columns={columns}
            rows={items.filter(({ state }) => ['resolved', 'done', 'cancelled'].includes(state))}
            rowKey={({ id }) => id}
            empty={words.nonePast}
          />
        )}
      </QueryView>
    </Section>
  );
}

function useServiceColumns(): Column<Service>[] {
  const texts = useTexts();
  const words = texts.notices;
  const title = useTitle();
  const share = (key: string, head: string, days: (row: Service) => Service['days']): Column<Service> => ({
    key,
    head,
    align: 'right',
    cell: (row) => shareOf(days(row)),
    plain: (row) => shareOf(days(row)),
  });
  return [
    { key: 'service', head: words.services, cell: (row) => title(row.title), plain: (row) => row.id },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => <StatusBadge tone={TONES[row.state]}>{words.serviceState[row.state]}</StatusBadge>,
      plain: (row) => row.state,
    },
    {
      key: 'since',
      head: words.since,
      cell: (row) => <Moment at={row.since} withDate precision="minute" />,
      plain: (row) => row.since ?? '',
    },
    share('today', words.today, (row) => row.days.slice(-1)),
    share('quarter', words.quarter, (row) => row.days),
  ];
}

/** Rounded down: 100.00 % is said of nothing less. */
function shareOf(days: Service['days']): string {
  const probed = days.reduce((sum, day) => sum + day.probed, 0);
  const worked = days.reduce((sum, day) => sum + day.worked, 0);
  return probed === 0 ? '–' : `${(Math.floor((worked * 10_000) / probed) / 100).toFixed(2)} %`;
}
