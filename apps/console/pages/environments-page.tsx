// The environments beside live: an institution's own, or all of them for the central bank.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type EnvironmentRef, type OwnEnvironmentKind } from '../../../client/index.ts';
import {
  ActButton, Anchor, EnvironmentTag, Moment, PageHeader, ProblemNotice, Section, SelectField, SmallTable, type Column,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, SOON } from '../api.ts';
import { useTexts } from '../language.tsx';
import { OrganisationField } from '../parts/organisation-choice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { mayMakeEnvironments, useMe } from '../signed-in.tsx';

const pageOf = ({ kind, organisationId }: EnvironmentRef): string =>
  `/environments/${kind}/${encodeURIComponent(organisationId)}`;

export function EnvironmentsPage() {
  const texts = useTexts();
  const words = texts.environments;
  const columns: Column<EnvironmentRef>[] = [
    {
      key: 'organisation',
      head: words.organisation,
      cell: (row) => <Anchor to={pageOf(row)}>{row.organisationId}</Anchor>,
      plain: (row) => row.organisationId,
    },
    {
      key: 'kind',
      head: words.kind,
      cell: (row) => <EnvironmentTag environment={row.kind} />,
      plain: (row) => row.kind,
    },
    {
      key: 'created',
      head: words.created,
      cell: (row) => <Moment at={row.createdAt} withDate precision="minute" />,
      plain: (row) => row.createdAt,
    },
    {
      key: 'open',
      head: words.isOpen,
      cell: (row) => (row.isOpen ? texts.words.yes : texts.words.no),
      plain: (row) => String(row.isOpen),
    },
  ];
  return (
    <>
      <PageHeader title={words.title} line={words.line} />
      <div className="fq-stack">
        <MakeOne />
        <QueryView query={{ queryKey: ['environments'], queryFn: api.environments.list, refetchInterval: SOON }}>
          {({ items }) => (
            <SmallTable
              label={words.title}
              columns={columns}
              rows={items}
              rowKey={(row) => row.id}
              empty={words.none}
            />
          )}
        </QueryView>
      </div>
    </>
  );
}

function MakeOne() {
  const texts = useTexts();
  const words = texts.environments;
  const me = useMe();
  const navigate = useNavigate();
  const [organisation, setOrganisation] = useState(me.kind === 'operator' ? '' : me.organisationId);
  const [kind, setKind] = useState<OwnEnvironmentKind>('sandbox');
  const act = useAct(
    () => api.environments.create(organisation, kind),
    (made) => void (made && navigate(pageOf(made))),
  );
  if (!mayMakeEnvironments(me)) return null;
  return (
    <Section title={words.make}>
      <div className="fq-filters fq-filters-short">
        {me.kind === 'operator' && <OrganisationField value={organisation} onChange={setOrganisation} />}
        <SelectField
          label={words.kind}
          value={kind}
          choices={(['sandbox', 'certification'] as const).map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(value) => setKind(value as OwnEnvironmentKind)}
        />
        <ActButton
          kind="primary"
          isBusy={act.isBusy}
          disabledReason={organisation === '' ? words.needOrganisation : undefined}
          onClick={() => act.run(undefined)}
        >
          {words.make}
        </ActButton>
      </div>
      {act.problem && <ProblemNotice problem={act.problem} />}
    </Section>
  );
}
