// One simulated day: what settled, what it took, how the queue went, each participant's close, and the report.
import { useParams } from 'react-router';
import { type SimulationResult } from '../../../client/index.ts';
import {
  Amount,
  Anchor,
  Duration,
  formatCount,
  formatRatio,
  KeyFigure,
  KeyFigures,
  majorNumber,
  PageHeader,
  ProblemNotice,
  Section,
  SmallTable,
  StatusBadge,
  TimeChart,
  useLocale,
  type Column,
} from '../../../ui/index.ts';
import { api, SOON } from '../api.ts';
import { useTexts } from '../language.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { toneOfRun } from './simulator-page.tsx';

export function SimulationPage() {
  const { id = '' } = useParams();
  const texts = useTexts();
  const { language } = useLocale();
  const words = texts.simulator;
  return (
    <QueryView
      height={720}
      query={{
        queryKey: ['simulation', id],
        queryFn: () => api.simulations.read(id),
        refetchInterval: (query) => (query.state.data?.state === 'running' ? SOON / 3 : false),
      }}
    >
      {(run) => (
        <>
          <PageHeader
            above={<Anchor to="/simulator">{texts.places.simulator}</Anchor>}
            title={run.name}
            line={
              <span className="fq-row">
                <StatusBadge tone={toneOfRun[run.state]}>{words.states[run.state]}</StatusBadge>
                {texts.saving[run.lsm]}
                {run.state === 'running' &&
                  words.progress(formatCount(run.progress.done, language), formatCount(run.progress.of, language))}
              </span>
            }
            acts={
              run.result && (
                <a className="fq-button-link" href={api.simulations.reportAddress(id)} target="_blank" rel="noreferrer">
                  {words.report}
                </a>
              )
            }
          />
          {run.problem && <ProblemNotice problem={run.problem} />}
          {run.result && <Result result={run.result} />}
        </>
      )}
    </QueryView>
  );
}

type Result = NonNullable<SimulationResult['result']>;

function Result({ result }: { result: Result }) {
  const texts = useTexts();
  const { language, minorDigits } = useLocale();
  const words = texts.simulator;
  const figure = (minor: string) => majorNumber(minor, minorDigits);
  const count = (of: number) => texts.today.paymentsCount(formatCount(of, language));
  return (
    <div className="fq-stack">
      <KeyFigures>
        <KeyFigure
          label={words.settledShare}
          tone="settled"
          figure={<Amount minor={result.settledValue} isCompact />}
          note={count(result.settledCount)}
        />
        <KeyFigure
          label={words.unsettled}
          tone="refused"
          figure={<Amount minor={result.unsettledValue} isCompact />}
          note={count(result.unsettledCount)}
        />
        <KeyFigure label={words.liquidityUsed} figure={<Amount minor={result.liquidityUsed} isCompact />} />
        <KeyFigure
          label={words.turnover}
          figure={result.turnoverRatio === null ? '–' : formatRatio(result.turnoverRatio, language)}
          note={texts.today.turnoverNote}
        />
        <KeyFigure label={words.delay} figure={<Duration millis={result.meanDelaySeconds * 1_000} />} />
        <KeyFigure
          label={words.longest}
          figure={formatCount(result.longestQueue, language)}
          note={texts.words.payments}
        />
      </KeyFigures>
      <Section title={words.overDay}>
        <TimeChart
          label={words.overDay}
          height={260}
          isLabelled
          series={[
            {
              name: words.settledValue,
              tone: 'settled',
              kind: 'area',
              points: result.series.map((point) => [point.time, figure(point.settledValue)]),
            },
            {
              name: words.queuedValue,
              tone: 'queued',
              kind: 'line',
              points: result.series.map((point) => [point.time, figure(point.queuedValue)]),
            },
          ]}
        />
      </Section>
      <Section title={words.byParticipant}>
        <ByParticipant result={result} />
      </Section>
    </div>
  );
}

type Row = Result['participants'][number];

function ByParticipant({ result }: { result: Result }) {
  const texts = useTexts();
  const words = texts.simulator;
  const amount = (key: Exclude<keyof Row, 'participant'>, head: string): Column<Row> => ({
    key,
    head,
    align: 'right',
    cell: (row) => <Amount minor={row[key]} />,
    plain: (row) => row[key],
  });
  return (
    <SmallTable
      label={words.byParticipant}
      rows={result.participants}
      rowKey={(row) => row.participant}
      columns={[
        {
          key: 'participant',
          head: texts.words.participant,
          cell: (row) => row.participant,
          plain: (row) => row.participant,
        },
        amount('opening', words.opening),
        amount('sent', words.sent),
        amount('received', words.received),
        amount('unsettled', words.unsettled),
        amount('creditUsedMost', words.creditMost),
        amount('closing', words.closing),
      ]}
    />
  );
}
