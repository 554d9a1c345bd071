// A conformance run as it goes: each step ticked by what was exchanged, and in the end the certificate.
import { useParams } from 'react-router';
import { type ConformanceRunDetail } from '../../../client/index.ts';
import {
  ActButton, Anchor, type Column, CopyableId, Moment, PageHeader, ProblemNotice, Section, SmallTable, StatusBadge,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { CertificateOfRun } from '../parts/certificate.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { mayBeginRuns, useMe } from '../signed-in.tsx';

type Step = ConformanceRunDetail['steps'][number];

export function ConformanceRunPage() {
  const { organisationId = '', run: id = '' } = useParams();
  const { conformance } = api.organisations.of(organisationId);
  return (
    <QueryView
      query={{
        queryKey: ['conformance', organisationId, id],
        queryFn: () => conformance.read(id),
        refetchInterval: (query) => (query.state.data?.passedAt ? false : SOON),
      }}
    >
      {(run) => <Shown run={run} />}
    </QueryView>
  );
}

function Shown({ run }: { run: ConformanceRunDetail }) {
  const texts = useTexts();
  const words = texts.conformance;
  const title = useTitle();
  const done = run.steps.filter(({ shownBy }) => shownBy.length > 0).length;
  return (
    <>
      <PageHeader
        above={<Anchor to={`/conformance?organisation=${run.organisationId}`}>{texts.places.conformance}</Anchor>}
        title={title(run.title)}
        line={
          <span className="fq-row">
            <span className="fq-mono">{run.organisationId}</span>
            <span>
              {words.started} <Moment at={run.startedAt} withDate precision="minute" />
            </span>
          </span>
        }
        acts={!run.passedAt && <Certify run={run} missing={run.steps.length - done} />}
      />
      <div className="fq-stack">
        {run.passedAt && <CertificateOfRun organisationId={run.organisationId} run={run.id} />}
        <Section title={words.steps} note={words.progress(done, run.steps.length)}>
          <SmallTable label={words.steps} columns={useColumns()} rows={run.steps} rowKey={({ code }) => code} />
        </Section>
      </div>
    </>
  );
}

function Certify({ run, missing }: { run: ConformanceRunDetail; missing: number }) {
  const texts = useTexts();
  const words = texts.conformance;
  const act = useAct(() => api.organisations.of(run.organisationId).conformance.certify(run.id));
  const cannot = !mayBeginRuns(useMe()) ? texts.organisations.mayNot : missing > 0 ? words.notYet(missing) : undefined;
  return (
    <>
      <ActButton kind="primary" isBusy={act.isBusy} disabledReason={cannot} onClick={() => act.run(undefined)}>
        {words.certify}
      </ActButton>
      {act.problem && <ProblemNotice problem={act.problem} />}
    </>
  );
}

function useColumns(): Column<Step>[] {
  const texts = useTexts();
  const words = texts.conformance;
  const title = useTitle();
  const hasHappened = ({ shownBy }: Step) => shownBy.length > 0;
  return [
    {
      key: 'state',
      head: texts.words.state,
      cell: (step) => (
        <StatusBadge tone={hasHappened(step) ? 'settled' : 'plain'}>
          {hasHappened(step) ? words.happened : words.waits}
        </StatusBadge>
      ),
      plain: (step) => String(hasHappened(step)),
      width: 120,
    },
    {
      key: 'step',
      head: words.steps,
      cell: (step) => (
        <div className="fq-sentence">
          {title(step.title)}
          <div className="fq-soft fq-small">{title(step.how)}</div>
        </div>
      ),
      plain: (step) => title(step.title),
    },
    {
      key: 'shownBy',
      head: words.shownBy,
      cell: (step) => step.shownBy.map((id) => <CopyableId key={id} id={id} length={20} />),
      plain: (step) => step.shownBy.join(' '),
    },
  ];
}
