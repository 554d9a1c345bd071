// A sandbox at work: its clock, the faults one makes happen, what was last asked of it, and the way back to the seed.
import { useState } from 'react';
import { useParams } from 'react-router';
import { type Environment, type FaultKind, type RecentRequest } from '../../../client/index.ts';
import {
  ActButton, Anchor, BusinessDate, ConfirmAction, Duration, EnvironmentTag, Facts, Moment, PageHeader, ProblemNotice, Section,
  SmallTable, type Column,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { mayMoveClocks, useMe } from '../signed-in.tsx';

const CLOCK_ACTS = ['next-phase', 'next-business-day'] as const;
const FAULTS = ['late-answer', 'next-message-refused', 'next-answer-lost', 'link-cut', 'cut-off-now'] as const;

export function EnvironmentPage() {
  const { kind = '', organisationId = '' } = useParams();
  const base = `/${kind}/${encodeURIComponent(organisationId)}`;
  const at = api.environments.at(base);
  return (
    <QueryView query={{ queryKey: ['environment', base], queryFn: at.read, refetchInterval: SOON }}>
      {(environment) => <Shown environment={environment} />}
    </QueryView>
  );
}

function Shown({ environment }: { environment: Environment }) {
  const texts = useTexts();
  const words = texts.environments;
  const disabledReason = mayMoveClocks(useMe()) ? undefined : words.mayNot;
  const acts = { environment, disabledReason };
  return (
    <>
      <PageHeader
        above={<Anchor to="/environments">{words.title}</Anchor>}
        title={environment.organisationId}
        line={
          <span className="fq-row">
            <EnvironmentTag environment={environment.kind} />
            <span className="fq-mono">{words.pageLine(environment.base)}</span>
          </span>
        }
        acts={<Reset {...acts} />}
      />
      <div className="fq-stack">
        <ClockSection {...acts} />
        <FaultsSection {...acts} />
        <Section title={words.requests} note={words.requestsNote}>
          <Requests requests={environment.requests} />
        </Section>
      </div>
    </>
  );
}

interface Acts {
  environment: Environment;
  disabledReason: string | undefined;
}

function ClockSection({ environment: { base, clock, participantId }, disabledReason }: Acts) {
  const words = useTexts().environments;
  const title = useTitle();
  const act = useAct(api.environments.at(base).moveClock);
  const flow = clock.isRunning ? ('pause' as const) : ('run' as const);
  return (
    <Section
      title={words.clock}
      acts={[...CLOCK_ACTS, flow].map((each) => (
        <ActButton
          key={each}
          isBusy={act.isBusy}
          disabledReason={disabledReason}
          onClick={() => act.run({ act: each })}
        >
          {words.acts[each]}
        </ActButton>
      ))}
    >
      {act.problem && <ProblemNotice problem={act.problem} />}
      <Facts
        facts={[
          {
            term: words.now,
            value: (
              <>
                <Moment at={clock.now} withDate precision="second" /> {clock.isRunning ? words.running : words.held}
              </>
            ),
          },
          {
            term: words.phase,
            value: (
              <>
                {clock.date && <BusinessDate date={clock.date} />}{' '}
                {clock.phase ? title(clock.phase.title) : words.noPhase}
              </>
            ),
          },
          {
            term: words.next,
            value: clock.next && (
              <>
                {title(clock.next.title)} <Moment at={clock.next.at} withDate precision="minute" />
              </>
            ),
          },
          { term: words.tenant, value: <span className="fq-mono">{participantId}</span> },
        ]}
      />
    </Section>
  );
}

function FaultsSection({ environment: { base, faults }, disabledReason }: Acts) {
  const words = useTexts().environments;
  const at = api.environments.at(base);
  const begin = useAct(at.beginFault);
  const end = useAct(at.endFault);
  const problem = begin.problem ?? end.problem;
  const columns: Column<Environment['faults'][number]>[] = [
    { key: 'kind', head: words.faults, cell: ({ kind }) => words.fault[kind], plain: ({ kind }) => kind },
    {
      key: 'ends',
      head: words.until,
      cell: ({ endsAt }) => (endsAt ? <Moment at={endsAt} precision="second" /> : words.once),
      plain: ({ endsAt }) => endsAt ?? '',
    },
  ];
  return (
    <Section
      title={words.faults}
      note={words.faultsNote}
      acts={FAULTS.map((kind: FaultKind) => (
        <ActButton key={kind} isBusy={begin.isBusy} disabledReason={disabledReason} onClick={() => begin.run(kind)}>
          {words.fault[kind]}
        </ActButton>
      ))}
    >
      {problem && <ProblemNotice problem={problem} />}
      <SmallTable
        label={words.faults}
        columns={columns}
        rows={faults}
        rowKey={({ kind }) => kind}
        empty={words.noFaults}
        acts={({ kind }) => (
          <ActButton size="small" disabledReason={disabledReason} onClick={() => end.run(kind)}>
            {words.endFault}
          </ActButton>
        )}
      />
    </Section>
  );
}

function Requests({ requests }: { requests: RecentRequest[] }) {
  const texts = useTexts();
  const words = texts.environments;
  const columns: Column<RecentRequest>[] = [
    {
      key: 'at',
      head: texts.words.time,
      cell: ({ at }) => <Moment at={at} precision="second" />,
      plain: ({ at }) => at,
    },
    {
      key: 'request',
      head: words.request,
      cell: ({ method, path }) => (
        <span className="fq-mono">
          {method} {path}
        </span>
      ),
      plain: ({ method, path }) => `${method} ${path}`,
    },
    {
      key: 'status',
      head: words.status,
      align: 'right',
      cell: ({ status }) => (status === 0 ? words.cut : status),
      plain: ({ status }) => String(status),
    },
    {
      key: 'took',
      head: words.took,
      align: 'right',
      cell: ({ milliseconds }) => <Duration millis={milliseconds} />,
      plain: ({ milliseconds }) => String(milliseconds),
    },
    { key: 'who', head: words.who, cell: ({ actor }) => actor, plain: ({ actor }) => actor },
  ];
  return (
    <SmallTable
      label={words.requests}
      columns={columns}
      rows={requests}
      rowKey={({ at, path }) => `${at} ${path}`}
      empty={words.noRequests}
    />
  );
}

function Reset({ environment: { base, organisationId }, disabledReason }: Acts) {
  const words = useTexts().environments;
  const [isOpen, setOpen] = useState(false);
  const act = useAct(api.environments.at(base).reset, () => setOpen(false));
  return (
    <>
      <ActButton disabledReason={disabledReason} onClick={() => setOpen(true)}>
        {words.reset}
      </ActButton>
      <ConfirmAction
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.resetTitle}
        verb={words.reset}
        effect={words.resetEffect(organisationId ?? '')}
        isBusy={act.isBusy}
        problem={act.problem}
        onConfirm={() => act.run(undefined)}
      />
    </>
  );
}
