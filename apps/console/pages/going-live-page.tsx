// An institution's way to live: each step with its moment, what is next and who does it, and the certificate it goes by.
import { useState } from 'react';
import { type GoingLive } from '../../../client/index.ts';
import {
  ActButton, Anchor, ConfirmAction, Moment, PageHeader, SmallTable, StatusBadge, type Column,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, SOON } from '../api.ts';
import { useTexts } from '../language.tsx';
import { CertificateOfRun } from '../parts/certificate.tsx';
import { OpenLive } from '../parts/open-live.tsx';
import { OfOrganisation, useOrganisationId, useOrganisationQuery } from '../parts/organisation-choice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { mayAskLive, useMe } from '../signed-in.tsx';

type Step = GoingLive['steps'][number];

export function GoingLivePage() {
  const texts = useTexts();
  const organisationId = useOrganisationId();
  return (
    <>
      <PageHeader title={texts.places['going-live']} line={texts.goingLive.line} />
      <OfOrganisation key={organisationId}>
        {(id) => (
          <QueryView
            query={{
              queryKey: ['going-live', id],
              queryFn: api.organisations.of(id).goingLive,
              refetchInterval: SOON,
            }}
          >
            {(way) => <Way way={way} />}
          </QueryView>
        )}
      </OfOrganisation>
    </>
  );
}

function Way({ way }: { way: GoingLive }) {
  const texts = useTexts();
  const words = texts.goingLive;
  const isLive = way.next === null;
  const columns: Column<Step>[] = [
    {
      key: 'step',
      head: texts.conformance.steps,
      cell: ({ code }) => (
        <div className="fq-sentence">
          <strong>{words.steps[code]}</strong>
          <div className="fq-soft fq-small">{words.how[code]}</div>
        </div>
      ),
      plain: ({ code }) => words.steps[code],
    },
    {
      key: 'state',
      head: texts.words.state,
      cell: ({ code, at }) =>
        at !== null ? (
          <StatusBadge tone="settled">{words.done}</StatusBadge>
        ) : code === way.next ? (
          <StatusBadge tone="seal">{words.next}</StatusBadge>
        ) : (
          <StatusBadge tone="plain">{isLive ? words.notNeeded : texts.conformance.waits}</StatusBadge>
        ),
      plain: ({ at }) => String(at !== null),
    },
    {
      key: 'at',
      head: texts.words.time,
      cell: ({ at }) => <Moment at={at} withDate precision="minute" />,
      plain: ({ at }) => at ?? '',
    },
  ];
  return (
    <>
      <SmallTable
        label={texts.places['going-live']}
        columns={columns}
        rows={way.steps}
        rowKey={({ code }) => code}
        acts={({ code }) => <ActOfStep way={way} code={code} />}
      />
      {way.certificateRun && <CertificateOfRun organisationId={way.organisationId} run={way.certificateRun} />}
    </>
  );
}

/** Where one goes, or what one does, for the step that is next. */
function ActOfStep({ way, code }: { way: GoingLive; code: Step['code'] }) {
  const words = useTexts().goingLive;
  const query = useOrganisationQuery();
  if (code === 'live' && way.next === null) return <Anchor to={`/keys${query}`}>{words.toKeys}</Anchor>;
  if (code !== way.next) return null;
  if (code === 'sandbox') return <Anchor to="/environments">{words.toSandbox}</Anchor>;
  if (code === 'certification') return <Anchor to={`/conformance${query}`}>{words.toConformance}</Anchor>;
  if (code === 'asked') return <Ask way={way} />;
  return code === 'approved' ? <OpenLive way={way} /> : null;
}

function Ask({ way }: { way: GoingLive }) {
  const words = useTexts().goingLive;
  const [isOpen, setOpen] = useState(false);
  const act = useAct(
    () => api.organisations.of(way.organisationId).askLive({ run: way.certificateRun! }),
    () => setOpen(false),
  );
  return (
    <>
      <ActButton
        kind="primary"
        size="small"
        disabledReason={mayAskLive(useMe()) ? undefined : words.onlyAdministrator}
        onClick={() => setOpen(true)}
      >
        {words.ask}
      </ActButton>
      <ConfirmAction
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.ask}
        effect={words.askEffect(way.organisationId)}
        verb={words.ask}
        isBusy={act.isBusy}
        problem={act.problem}
        onConfirm={() => act.run(undefined)}
      >
        <CertificateOfRun organisationId={way.organisationId} run={way.certificateRun!} />
      </ConfirmAction>
    </>
  );
}
