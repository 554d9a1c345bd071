// Who signs in, what they may do, and who cannot any more.
import { useState } from 'react';
import { type Person, type PersonState } from '../../../client/index.ts';
import {
  ActButton, type Column, DataTable, Moment, PageHeader, SearchField, SelectField, StatusBadge, type Tone,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts } from '../language.tsx';
import { InvitePerson } from '../parts/invite-person.tsx';
import { administratorRole, mayAdminister, useMe } from '../signed-in.tsx';
import { useFilters, useList } from '../use-list.ts';

const TONES: Record<PersonState, Tone> = { active: 'settled', locked: 'refused', left: 'plain' };

export function PersonBadge({ person }: { person: Pick<Person, 'state' | 'isEnrolled' | 'lastSignedInAt'> }) {
  const { people: words } = useTexts();
  const isAwaited = person.state === 'active' && !person.isEnrolled && person.lastSignedInAt === null;
  if (isAwaited) return <StatusBadge tone="queued">{words.invited}</StatusBadge>;
  return <StatusBadge tone={TONES[person.state]}>{words.state[person.state]}</StatusBadge>;
}

export function PeoplePage() {
  const texts = useTexts();
  const words = texts.people;
  const me = useMe();
  const [isInviting, setInviting] = useState(false);
  const { filters, setFilters } = useFilters(['q', 'state']);
  const list = useList({
    key: ['people'],
    load: api.people.list,
    rowKey: (row) => row.id,
    query: filters,
    refreshMs: LATER,
  });
  const states = Object.keys(words.state) as PersonState[];
  const cannot = mayAdminister(me) ? undefined : words.onlyFor(words.role[administratorRole(me)]!);
  return (
    <>
      <PageHeader
        title={words.title}
        line={words.line}
        acts={
          <ActButton kind="primary" disabledReason={cannot} onClick={() => setInviting(true)}>
            {words.invite}
          </ActButton>
        }
      />
      {isInviting && <InvitePerson onClose={() => setInviting(false)} />}
      <div className="fq-filters">
        <SearchField label={words.search} value={filters.q} onChange={(q) => setFilters({ q })} />
        <SelectField
          label={texts.words.state}
          value={filters.state}
          choices={[
            { value: '', label: texts.words.any },
            ...states.map((value) => ({ value, label: words.state[value] })),
          ]}
          onChange={(state) => setFilters({ state })}
        />
      </div>
      <DataTable
        name="people"
        label={words.title}
        columns={useColumns()}
        list={list}
        rowKey={(row) => row.id}
        to={(row) => `/people/${row.id}`}
        empty={filters.q || filters.state ? { title: words.noneFound } : { title: words.none, hint: words.noneHint }}
      />
    </>
  );
}

function useColumns(): Column<Person>[] {
  const texts = useTexts();
  const words = texts.people;
  const rolesOf = ({ roles }: Person) => roles.map((role) => words.role[role] ?? role).join(' · ');
  return [
    { key: 'name', head: words.name, cell: (row) => row.name, plain: (row) => row.name },
    {
      key: 'login',
      head: words.login,
      cell: (row) => <span className="fq-mono">{row.login}</span>,
      plain: (row) => row.login,
    },
    { key: 'roles', head: words.roles, cell: rolesOf, plain: rolesOf },
    { key: 'state', head: texts.words.state, cell: (row) => <PersonBadge person={row} />, plain: (row) => row.state },
    {
      key: 'organisation',
      head: words.organisation,
      cell: (row) => <span className="fq-mono">{row.organisationId}</span>,
      plain: (row) => row.organisationId,
    },
    {
      key: 'lastSignedInAt',
      head: words.lastSignedIn,
      cell: (row) => <Moment at={row.lastSignedInAt} withDate precision="minute" />,
      plain: (row) => row.lastSignedInAt ?? '',
    },
  ];
}
