// An institution's conformance runs, and the way to begin one.
import { useNavigate } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { type ConformanceRun } from '../../../client/index.ts';
import {
  ActButton, Anchor, type Column, EmptyState, Moment, PageHeader, ProblemNotice, SmallTable, StatusBadge,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { OfOrganisation, useOrganisationId } from '../parts/organisation-choice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { mayBeginRuns, useMe } from '../signed-in.tsx';

const pageOf = ({ organisationId, id }: ConformanceRun): string =>
  `/conformance/${encodeURIComponent(organisationId)}/${id}`;

export function ConformancePage() {
  const texts = useTexts();
  const words = texts.conformance;
  const organisationId = useOrganisationId();
  const navigate = useNavigate();
  const hasPlace = useHasPlace(organisationId);
  const begin = useAct(
    () => api.organisations.of(organisationId).conformance.begin('settlement'),
    (run) => void (run && navigate(pageOf(run))),
  );
  const cannot = !mayBeginRuns(useMe())
    ? texts.organisations.mayNot
    : !organisationId
      ? texts.organisations.choose
      : hasPlace === false
        ? words.noEnvironment
        : undefined;
  return (
    <>
      <PageHeader
        title={texts.places.conformance}
        line={words.line}
        acts={
          <ActButton kind="primary" isBusy={begin.isBusy} disabledReason={cannot} onClick={() => begin.run(undefined)}>
            {words.begin}
          </ActButton>
        }
      />
      {begin.problem && <ProblemNotice problem={begin.problem} />}
      <OfOrganisation>{(id) => <Runs organisationId={id} hasPlace={hasPlace} />}</OfOrganisation>
    </>
  );
}

/** Whether it has a certification environment; undefined until that is known. */
function useHasPlace(organisationId: string): boolean | undefined {
  const { data } = useQuery({ queryKey: ['environments'], queryFn: api.environments.list, refetchInterval: LATER });
  return data?.items.some((each) => each.kind === 'certification' && each.organisationId === organisationId);
}

function Runs({ organisationId, hasPlace }: { organisationId: string; hasPlace: boolean | undefined }) {
  const texts = useTexts();
  const words = texts.conformance;
  const columns = useColumns();
  return (
    <QueryView
      query={{
        queryKey: ['conformance', organisationId],
        queryFn: api.organisations.of(organisationId).conformance.list,
        refetchInterval: LATER,
      }}
    >
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title={words.none}
            hint={hasPlace === false ? words.noEnvironment : words.noneHint}
            act={hasPlace === false && <Anchor to="/environments">{words.makeEnvironment}</Anchor>}
          />
        ) : (
          <SmallTable label={words.runs} columns={columns} rows={items} rowKey={(row) => row.id} />
        )
      }
    </QueryView>
  );
}

function useColumns(): Column<ConformanceRun>[] {
  const texts = useTexts();
  const words = texts.conformance;
  const title = useTitle();
  return [
    {
      key: 'service',
      head: words.run,
      cell: (row) => <Anchor to={pageOf(row)}>{title(row.title)}</Anchor>,
      plain: (row) => row.service,
    },
    {
      key: 'started',
      head: words.started,
      cell: (row) => <Moment at={row.startedAt} withDate precision="minute" />,
      plain: (row) => row.startedAt,
    },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => (
        <StatusBadge tone={row.passedAt ? 'settled' : 'queued'}>
          {row.passedAt ? words.passed : words.running}
        </StatusBadge>
      ),
      plain: (row) => (row.passedAt ? 'passed' : 'running'),
    },
    {
      key: 'passed',
      head: words.passed,
      cell: (row) => <Moment at={row.passedAt} withDate precision="minute" />,
      plain: (row) => row.passedAt ?? '',
    },
  ];
}
