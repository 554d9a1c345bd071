// The operator's first screen: is the day running, is money moving, who is short, what waits for me.
import { useQuery } from '@tanstack/react-query';
import { type Alarm, type Overview, type ShortParticipant } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  Anchor,
  Bars,
  Duration,
  formatCount,
  formatRatio,
  KeyFigure,
  KeyFigures,
  majorNumber,
  Moment,
  PageHeader,
  PhaseBar,
  Section,
  StatusBadge,
  TimeChart,
  useLocale,
} from '../../../ui/index.ts';
import { api, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { EmptyStart } from '../parts/empty-start.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';

export function TodayPage() {
  const texts = useTexts();
  const isEmpty = useIsEmpty();
  return (
    <>
      <PageHeader title={texts.today.title} line={texts.today.line} />
      <QueryView query={{ queryKey: ['overview'], queryFn: api.overview, refetchInterval: SOON }} height={720}>
        {(overview) => (
          <div className="fq-stack">
            <Section title={texts.today.dayTitle}>
              <DayBar overview={overview} />
            </Section>
            {isEmpty ? <EmptyStart /> : <Running overview={overview} />}
          </div>
        )}
      </QueryView>
    </>
  );
}

/** Until someone takes part there is nothing to watch, only something to begin. */
function useIsEmpty(): boolean {
  const { data } = useQuery({
    queryKey: ['participants', 'all'],
    queryFn: () => api.participants.list({ limit: 200 }),
    staleTime: 60_000,
  });
  return data?.items.length === 0;
}

function Running({ overview }: { overview: Overview }) {
  const texts = useTexts();
  return (
    <>
      <Figures overview={overview} />
      <Charts overview={overview} />
      <div className="fq-columns">
        <Section title={texts.today.short} note={texts.today.shortNote}>
          <Short short={overview.short} />
        </Section>
        <Section title={texts.today.alarms}>
          <Alarms alarms={overview.alarms} />
        </Section>
      </div>
    </>
  );
}

function DayBar({ overview }: { overview: Overview }) {
  const title = useTitle();
  const phases = overview.day.phases.map((phase) => ({ ...phase, title: title(phase.title) }));
  return (
    <Anchor to="/day" className="fq-block">
      <PhaseBar phases={phases} now={overview.day.now} />
    </Anchor>
  );
}

function Figures({ overview }: { overview: Overview }) {
  const texts = useTexts();
  const { language } = useLocale();
  const { totals } = overview;
  const count = (of: number) => texts.today.paymentsCount(formatCount(of, language));
  return (
    <KeyFigures>
      <KeyFigure
        label={texts.today.settled}
        figure={<Amount minor={totals.settledValue} isCompact withCurrency />}
        note={count(totals.settledCount)}
        to="/payments?state=settled"
      />
      <KeyFigure
        label={texts.today.queued}
        tone="queued"
        figure={<Amount minor={totals.queuedValue} isCompact withCurrency />}
        note={count(totals.queuedCount)}
        to="/queue"
      />
      <KeyFigure
        label={texts.today.rejected}
        figure={formatCount(totals.rejectedCount, language)}
        note={texts.today.warehoused(formatCount(totals.warehousedCount, language))}
        to="/payments?state=rejected"
      />
      <KeyFigure
        label={texts.today.delay}
        figure={totals.settledCount === 0 ? '–' : <Duration millis={totals.meanDelayMs} />}
        to="/payments?state=settled&sort=-settledAt"
      />
      <KeyFigure
        label={texts.today.turnover}
        figure={totals.turnoverRatio === null ? '–' : texts.today.times(formatRatio(totals.turnoverRatio, language))}
        note={texts.today.turnoverNote}
        to="/participants"
      />
    </KeyFigures>
  );
}

function Charts({ overview }: { overview: Overview }) {
  const texts = useTexts();
  const { minorDigits } = useLocale();
  const { now } = overview.day;
  const hasUsual = overview.dayCurve.some(({ usualValue }) => usualValue !== null);
  const figure = (minor: string | null) => (minor === null ? null : majorNumber(minor, minorDigits));
  return (
    <div className="fq-columns">
      <Section title={texts.today.moving}>
        <TimeChart
          label={texts.today.moving}
          height={220}
          series={[
            {
              name: texts.today.settled,
              tone: 'settled',
              kind: 'bar',
              points: overview.minutes.map((m) => [m.minute, figure(m.settledValue)]),
            },
            {
              name: texts.today.queued,
              tone: 'queued',
              kind: 'line',
              points: overview.minutes.map((m) => [m.minute, figure(m.queuedValue)]),
            },
          ]}
        />
      </Section>
      <Section title={texts.today.curve} note={hasUsual ? undefined : texts.today.noUsual}>
        <TimeChart
          label={texts.today.curve}
          height={220}
          now={now}
          from={overview.dayCurve[0]?.at ?? now}
          to={overview.dayCurve.at(-1)?.at ?? now}
          series={[
            {
              name: texts.today.thisDay,
              tone: 'settled',
              kind: 'area',
              // The step under way ends now, not at its end.
              points: overview.dayCurve.map((p) => [
                p.settledValue !== null && p.at > now ? now : p.at,
                figure(p.settledValue),
              ]),
            },
            ...(hasUsual
              ? [
                  {
                    name: texts.today.usual,
                    tone: 'soft' as const,
                    kind: 'line' as const,
                    isDashed: true,
                    points: overview.dayCurve.map((p): [string, number | null] => [p.at, figure(p.usualValue)]),
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </div>
  );
}

function Short({ short }: { short: ShortParticipant[] }) {
  const texts = useTexts();
  const title = useTitle();
  const { minorDigits, language } = useLocale();
  if (short.length === 0) return <p className="fq-soft fq-none">{texts.today.noneShort}</p>;
  return (
    <Bars
      rows={short.map((row) => ({
        key: row.participant.id,
        name: <Anchor to={`/participants/${row.participant.id}`}>{title(row.participant.name)}</Anchor>,
        covered: majorNumber(row.queuedValue, minorDigits) - majorNumber(row.shortfall, minorDigits),
        short: majorNumber(row.shortfall, minorDigits),
        figures: (
          <Anchor to={`/queue?sender=${row.participant.id}`} className="fq-plain-link">
            {row.shortfall === '0' ? (
              <span className="fq-soft">{texts.today.covered} </span>
            ) : (
              <span className="fq-status-queued">{texts.today.shortfall} </span>
            )}
            <Amount minor={row.shortfall === '0' ? row.queuedValue : row.shortfall} isCompact />
            <span className="fq-soft"> · {texts.today.paymentsCount(formatCount(row.queuedCount, language))}</span>
          </Anchor>
        ),
      }))}
    />
  );
}

const places: Record<string, string> = {
  payment: '/payments/',
  participant: '/participants/',
  clearing: '/clearing/',
  message: '/messages/',
};

function Alarms({ alarms }: { alarms: Alarm[] }) {
  const texts = useTexts();
  const title = useTitle();
  const acknowledge = useAct(api.acknowledgeAlarm);
  if (alarms.length === 0) return <p className="fq-soft fq-none">{texts.today.noAlarms}</p>;
  return (
    <ul className="fq-alarms">
      {alarms.map((alarm) => {
        const place = alarm.subject && places[alarm.subject.kind];
        return (
          <li key={alarm.id}>
            <StatusBadge tone={alarm.severity === 'high' ? 'seal' : 'queued'}>
              {texts.today.severity[alarm.severity]}
            </StatusBadge>
            <span className="fq-alarm-text">
              {place && alarm.subject ? (
                <Anchor to={`${place}${alarm.subject.id}`}>{title(alarm.text)}</Anchor>
              ) : (
                title(alarm.text)
              )}
            </span>
            <span className="fq-soft">
              <Moment at={alarm.raisedAt} precision="minute" />
            </span>
            {!alarm.acknowledgedAt && (
              <ActButton size="small" onClick={() => acknowledge.run(alarm.id)}>
                {texts.today.acknowledge}
              </ActButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
