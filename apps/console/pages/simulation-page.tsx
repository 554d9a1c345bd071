// One simulated day: what settled, what it took, how the queue went, each participant's close, and the report.
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type SimulationResult } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  Anchor,
  ConfirmAction,
  Duration,
  Facts,
  formatCompact,
  formatCount,
  formatDuration,
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
import { useAct } from '../parts/use-act.ts';
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
        refetchInterval: (query) => (query.state.data && isUnfinished(query.state.data.state) ? SOON / 3 : false),
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
              <>
                {run.result && <ReportLink id={id} />}
                <Remove id={id} />
              </>
            }
          />
          {run.problem && <ProblemNotice problem={run.problem} />}
          {run.inputProblems.count > 0 && <Wrong problems={run.inputProblems} />}
          {run.result && <Result result={run.result} />}
        </>
      )}
    </QueryView>
  );
}

const isUnfinished = (state: SimulationResult['state']) => state === 'waiting' || state === 'running';

function ReportLink({ id }: { id: string }) {
  const words = useTexts().simulator;
  const { language } = useLocale();
  const address = api.simulations.reportAddress(id, language === 'zh-CN' ? 'zh' : 'en');
  return (
    <a className="fq-button-link" href={address} target="_blank" rel="noreferrer">
      {words.report}
    </a>
  );
}

function Remove({ id }: { id: string }) {
  const words = useTexts().simulator;
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  // The page is left first: what is gone is not asked for again.
  const act = useAct(async (run: string) => {
    await api.simulations.remove(run);
    await navigate('/simulator');
  });
  return (
    <>
      <ActButton kind="quiet" onClick={() => setOpen(true)}>
        {words.remove}
      </ActButton>
      <ConfirmAction
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.remove}
        effect={words.removeEffect}
        verb={words.remove}
        isBusy={act.isBusy}
        problem={act.problem}
        onConfirm={() => act.run(id)}
      />
    </>
  );
}

type WrongRow = SimulationResult['inputProblems']['shown'][number];

function Wrong({ problems: { count, shown } }: { problems: SimulationResult['inputProblems'] }) {
  const words = useTexts().simulator;
  const { language } = useLocale();
  const text = (row: WrongRow) => (language === 'zh-CN' ? row.zh : row.en);
  return (
    <Section title={words.wrong(formatCount(count, language))}>
      <SmallTable
        label={words.problem}
        rows={shown}
        rowKey={(row) => `${row.file}${row.line}${row.column}${row.en}`}
        columns={[
          { key: 'file', head: words.file, cell: (row) => words[row.file], plain: (row) => row.file },
          {
            key: 'line',
            head: words.lineNumber,
            align: 'right',
            cell: (row) => row.line,
            plain: (row) => String(row.line),
          },
          { key: 'column', head: words.column, cell: (row) => row.column, plain: (row) => row.column },
          { key: 'problem', head: words.problem, cell: text, plain: text },
        ]}
      />
      {count > shown.length && (
        <p className="fq-soft">{words.moreWrong(formatCount(count - shown.length, language))}</p>
      )}
    </Section>
  );
}

type Result = NonNullable<SimulationResult['result']>;

function Result({ result }: { result: Result }) {
  const texts = useTexts();
  const locale = useLocale();
  const { language, minorDigits } = locale;
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
        <KeyFigure
          label={words.liquidityUsed}
          figure={<Amount minor={result.liquidityUsed} isCompact />}
          note={words.ofAvailable(formatCompact(result.liquidityAvailable, locale))}
        />
        <KeyFigure
          label={words.turnover}
          figure={result.turnoverRatio === null ? '–' : formatRatio(result.turnoverRatio, language)}
          note={texts.today.turnoverNote}
        />
        <KeyFigure
          label={words.delay}
          figure={<Duration millis={result.meanDelaySeconds * 1_000} />}
          note={words.byValue(formatDuration(result.meanDelayByValueSeconds * 1_000, language))}
        />
        <KeyFigure
          label={words.longest}
          figure={formatCount(result.longestQueue, language)}
          note={result.longestQueue > 0 ? words.at(result.longestQueueAt) : texts.words.payments}
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
            {
              name: words.liquidityInUse,
              tone: 'ink',
              kind: 'line',
              isDashed: true,
              points: result.series.map((point) => [point.time, figure(point.liquidityInUse)]),
            },
          ]}
        />
        {result.reorderedCount > 0 && (
          <p className="fq-soft fq-small">{words.sorted(formatCount(result.reorderedCount, language))}</p>
        )}
      </Section>
      <div className="fq-columns">
        <Section title={words.bounds}>
          <Facts
            facts={[
              { term: words.lowerBound, value: <Amount minor={result.lowerBound} /> },
              { term: words.liquidityUsed, value: <Amount minor={result.liquidityUsed} /> },
              { term: words.upperBound, value: <Amount minor={result.upperBound} /> },
              { term: words.longestDelay, value: <Duration millis={result.longestDelaySeconds * 1_000} /> },
              { term: words.delayIndicator, value: formatRatio(result.delayIndicator, language, 4) },
            ]}
          />
        </Section>
        <Section title={words.how}>
          <Ways result={result} />
        </Section>
      </div>
      <Section title={words.byParticipant}>
        <ByParticipant result={result} />
      </Section>
    </div>
  );
}

type Way = keyof Result['settledHow'];

function Ways({ result }: { result: Result }) {
  const texts = useTexts();
  const { language } = useLocale();
  const words = texts.simulator;
  const of = (way: Way) => result.settledHow[way];
  return (
    <SmallTable
      label={words.how}
      rows={Object.keys(words.ways) as Way[]}
      rowKey={(way) => way}
      columns={[
        { key: 'way', head: words.how, cell: (way) => words.ways[way], plain: (way) => words.ways[way] },
        {
          key: 'count',
          head: texts.words.payments,
          align: 'right',
          cell: (way) => formatCount(of(way).count, language),
          plain: (way) => String(of(way).count),
        },
        {
          key: 'value',
          head: words.settledValue,
          align: 'right',
          cell: (way) => <Amount minor={of(way).value} />,
          plain: (way) => of(way).value,
        },
      ]}
    />
  );
}

type Row = Result['participants'][number];

function ByParticipant({ result }: { result: Result }) {
  const texts = useTexts();
  const words = texts.simulator;
  const amount = (
    key: Exclude<keyof Row, 'participant' | 'sentCount' | 'unsettledCount'>,
    head: string,
  ): Column<Row> => ({
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
        amount('liquidityUsed', words.liquidityMost),
        amount('closing', words.closing),
      ]}
    />
  );
}
