// Support: an institution's own cases and the way to begin one; the central bank's people see those of all, and what waits.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type SupportCase } from '../../../client/index.ts';
import {
  ActButton, type Column, DataTable, Moment, PageHeader, SelectField, StatusBadge, type Tone,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, SOON } from '../api.ts';
import { useTexts } from '../language.tsx';
import { AskCase, isAbout } from '../parts/ask-case.tsx';
import { mayAsk, useMe } from '../signed-in.tsx';
import { useFilters, useList } from '../use-list.ts';

const STATES = ['open', 'answered', 'closed'] as const;
const TONES = { open: 'queued', answered: 'settled', closed: 'plain' } as const satisfies Record<string, Tone>;

export function CaseState({ state }: Pick<SupportCase, 'state'>) {
  const { states } = useTexts().support;
  return <StatusBadge tone={TONES[state]}>{states[state]}</StatusBadge>;
}

export function SupportPage() {
  const texts = useTexts();
  const words = texts.support;
  const me = useMe();
  const navigate = useNavigate();
  const { filters, setFilters } = useFilters(['state', 'about', 'aboutId']);
  const [isAsking, setAsking] = useState(filters.about !== '');
  const isAll = me.kind === 'operator';
  const list = useList<SupportCase, Parameters<typeof api.cases>[0]>({
    key: ['cases'],
    load: api.cases,
    rowKey: (row) => row.id,
    query: { state: filters.state },
    refreshMs: SOON,
  });
  return (
    <>
      <PageHeader
        title={texts.places.support}
        line={isAll ? words.lineOfAll : words.line}
        acts={
          !isAll && (
            <ActButton
              kind="primary"
              disabledReason={mayAsk(me) ? undefined : words.onlyAskers}
              onClick={() => setAsking(true)}
            >
              {words.ask}
            </ActButton>
          )
        }
      />
      {isAsking && !isAll && (
        <AskCase
          organisationId={me.organisationId}
          about={isAbout(filters.about) ? { kind: filters.about, id: filters.aboutId } : undefined}
          onDone={(made) => void navigate(`/support/${made.organisationId}/${made.id}`)}
          onClose={() => {
            setFilters({ about: '', aboutId: '' });
            setAsking(false);
          }}
        />
      )}
      <div className="fq-filters fq-filters-short">
        <SelectField
          label={words.state}
          value={filters.state}
          choices={[{ value: '', label: texts.words.any }, ...STATES.map((value) => ({ value, label: words.states[value] }))]}
          onChange={(state) => setFilters({ state })}
        />
      </div>
      <DataTable
        name="support"
        label={texts.places.support}
        columns={useColumns(isAll)}
        list={list}
        rowKey={(row) => row.id}
        empty={{ title: words.none, hint: isAll ? words.noneOfAllHint : words.noneHint }}
        to={(row) => `/support/${row.organisationId}/${row.id}`}
      />
    </>
  );
} // prettier-ignore

function useColumns(isAll: boolean): Column<SupportCase>[] {
  const texts = useTexts();
  const words = texts.support;
  return [
    { key: 'subject', head: words.subject, cell: (row) => row.subject, plain: (row) => row.subject },
    { key: 'state', head: words.state, cell: (row) => <CaseState state={row.state} />, plain: (row) => row.state },
    { key: 'kind', head: words.kind, cell: (row) => words.kinds[row.kind], plain: (row) => row.kind },
    ...(isAll
      ? [
          {
            key: 'organisation',
            head: texts.organisations.organisation,
            cell: (row: SupportCase) => row.organisationId,
            plain: (row: SupportCase) => row.organisationId,
          },
        ]
      : []),
    { key: 'by', head: words.asked, cell: (row) => row.askedBy, plain: (row) => row.askedBy },
    {
      key: 'changed',
      head: words.changed,
      cell: (row) => <Moment at={row.changedAt} withDate />,
      plain: (row) => row.changedAt,
    },
  ];
}
