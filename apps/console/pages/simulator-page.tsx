// The simulator: two files in, a day on the real engine, without touching the books.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type LiquiditySaving, type Simulation } from '../../../client/index.ts';
import {
  ActButton,
  DataTable,
  FileDrop,
  formatCount,
  Moment,
  PageHeader,
  ProblemNotice,
  Section,
  SelectField,
  StatusBadge,
  TextField,
  useLocale,
  type ChosenFile,
  type Column,
  type Tone,
} from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { exampleBalances, examplePayments } from '../parts/example-day.ts';
import { useAct } from '../parts/use-act.ts';
import { useList } from '../use-list.ts';

export const toneOfRun: Record<Simulation['state'], Tone> = {
  waiting: 'queued',
  running: 'queued',
  done: 'settled',
  failed: 'refused',
};

export function SimulatorPage() {
  const texts = useTexts();
  return (
    <>
      <PageHeader title={texts.simulator.title} line={texts.simulator.line} />
      <div className="fq-stack">
        <Section title={texts.simulator.new}>
          <NewRun />
        </Section>
        <Section title={texts.simulator.runs}>
          <Runs />
        </Section>
      </div>
    </>
  );
}

function NewRun() {
  const texts = useTexts();
  const navigate = useNavigate();
  const [balances, setBalances] = useState<ChosenFile | null>(null);
  const [payments, setPayments] = useState<ChosenFile | null>(null);
  const [name, setName] = useState('');
  const [lsm, setLsm] = useState<LiquiditySaving>('full');
  const act = useAct(api.simulations.start, (run) => run && void navigate(`/simulator/${run.id}`));
  const words = texts.simulator;
  const modes: LiquiditySaving[] = ['none', 'bilateral', 'gridlock', 'full'];
  const start = () => {
    if (!balances || !payments) return;
    act.run({ name: name || payments.name, balancesCsv: balances.text, paymentsCsv: payments.text, lsm });
  };
  return (
    <div className="fq-form">
      <div className="fq-columns">
        <FileDrop
          label={words.balances}
          hint={<span className="fq-mono">{words.balancesHint}</span>}
          accept=".csv,text/csv"
          file={balances}
          onFile={setBalances}
        />
        <FileDrop
          label={words.payments}
          hint={<span className="fq-mono">{words.paymentsHint}</span>}
          accept=".csv,text/csv"
          file={payments}
          onFile={setPayments}
        />
      </div>
      <div className="fq-filters fq-filters-short">
        <TextField label={words.name} value={name} onChange={setName} />
        <SelectField
          label={texts.queue.method}
          value={lsm}
          choices={modes.map((value) => ({ value, label: texts.saving[value] }))}
          onChange={(value) => setLsm(value as LiquiditySaving)}
        />
        <ActButton
          kind="primary"
          isBusy={act.isBusy}
          disabledReason={balances && payments ? undefined : words.needFiles}
          onClick={start}
        >
          {words.run}
        </ActButton>
        <ActButton
          kind="quiet"
          onClick={() => {
            setBalances({ name: 'balances.csv', text: exampleBalances() });
            setPayments({ name: 'payments.csv', text: examplePayments() });
          }}
        >
          {words.example}
        </ActButton>
      </div>
      {act.problem && <ProblemNotice problem={act.problem} />}
    </div>
  );
}

function Runs() {
  const texts = useTexts();
  const { language } = useLocale();
  const words = texts.simulator;
  const list = useList({ key: ['simulations'], load: api.simulations.list, rowKey: (row) => row.id });
  const columns: Column<Simulation>[] = [
    {
      key: 'created',
      head: words.created,
      cell: (row) => <Moment at={row.createdAt} withDate precision="minute" />,
      plain: (row) => row.createdAt,
    },
    { key: 'name', head: words.name, cell: (row) => row.name, plain: (row) => row.name },
    { key: 'lsm', head: texts.queue.method, cell: (row) => texts.saving[row.lsm], plain: (row) => row.lsm },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => <StatusBadge tone={toneOfRun[row.state]}>{words.states[row.state]}</StatusBadge>,
      plain: (row) => row.state,
    },
    {
      key: 'progress',
      head: texts.words.payments,
      align: 'right',
      cell: (row) => words.progress(formatCount(row.progress.done, language), formatCount(row.progress.of, language)),
      plain: (row) => String(row.progress.done),
    },
  ];
  return (
    <DataTable
      name="simulations"
      label={words.runs}
      columns={columns}
      list={list}
      rowKey={(row) => row.id}
      to={(row) => `/simulator/${row.id}`}
      empty={{ title: words.noRuns }}
    />
  );
}
