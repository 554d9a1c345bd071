// A person: what they may do, their devices, the acts by them and about them, and what an administrator does for them.
import { useParams } from 'react-router';
import { type Device, type PersonDetail } from '../../../client/index.ts';
import {
  AuditTrail, type Column, Facts, Moment, Note, PageHeader, Section, SmallTable,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { type Texts } from '../messages/en.ts';
import { useTexts, useTitle } from '../language.tsx';
import { PersonActs } from '../parts/person-acts.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { PersonBadge } from './people-page.tsx';

export function PersonPage() {
  const { id = '' } = useParams();
  return (
    <QueryView query={{ queryKey: ['people', id], queryFn: () => api.people.read(id), refetchInterval: LATER }}>
      {(person) => <Shown person={person} />}
    </QueryView>
  );
}

function Shown({ person }: { person: PersonDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const words = texts.people;
  const { recovery, linkExpiresAt } = person;
  return (
    <>
      <PageHeader
        title={person.name}
        line={person.roles.map((role) => words.role[role] ?? role).join(' · ') || texts.me.noRoles}
        acts={<PersonActs person={person} />}
      />
      <div className="fq-stack">
        {recovery && (
          <Note>
            {words.waits(recovery.firstBy)} “{recovery.reason}”, {words.until}{' '}
            <Moment at={recovery.expiresAt} withDate precision="minute" />
          </Note>
        )}
        {linkExpiresAt && (
          <Note>
            {words.linkOpen} <Moment at={linkExpiresAt} withDate precision="minute" />
          </Note>
        )}
        <Facts
          facts={[
            { term: texts.words.state, value: <PersonBadge person={person} /> },
            { term: words.login, value: <span className="fq-mono">{person.login}</span> },
            { term: words.organisation, value: title(person.organisation) },
            { term: words.openSessions, value: person.sessions },
            { term: words.lastSignedIn, value: <Moment at={person.lastSignedInAt} withDate precision="minute" /> },
          ]}
        />
        <Section title={words.devices}>
          <SmallTable
            label={words.devices}
            columns={useDeviceColumns()}
            rows={person.devices}
            rowKey={(row) => row.id}
            empty={words.noDevices}
          />
        </Section>
        <Section title={words.acts}>
          <AuditTrail
            withDate
            acts={person.acts.map(({ at, actor, act, detail }) => ({
              at,
              actor,
              text: words.act[act],
              reason: detail && detailText(detail, words),
            }))}
          />
        </Section>
      </div>
    </>
  );
}

/** What the record holds as names of roles and causes, in words; reasons that people gave stay as they are. */
function detailText(detail: string, words: Texts['people']): string {
  const cause = words.detail[detail];
  return cause ?? detail.replace(/[a-z]+(-[a-z]+)*/g, (name) => words.role[name] ?? name);
}

function useDeviceColumns(): Column<Device>[] {
  const words = useTexts().me;
  return [
    { key: 'name', head: words.deviceName, cell: (row) => row.name, plain: (row) => row.name },
    {
      key: 'added',
      head: words.added,
      cell: (row) => <Moment at={row.createdAt} withDate precision="minute" />,
      plain: (row) => row.createdAt,
    },
    {
      key: 'used',
      head: words.lastUsed,
      cell: (row) => <Moment at={row.lastUsedAt} withDate precision="minute" />,
      plain: (row) => row.lastUsedAt ?? '',
    },
  ];
}
