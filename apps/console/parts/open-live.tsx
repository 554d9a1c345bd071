// An officer of the central bank puts an institution's going live forward: two others approve it before anything is opened.
import { useState } from 'react';
import { type GoingLive } from '../../../client/index.ts';
import { ActButton, ConfirmAction, SelectField } from '../../../ui/index.ts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { mayOpenLive, useMe } from '../signed-in.tsx';
import { CertificateOfRun } from './certificate.tsx';
import { useAct } from './use-act.ts';

export function OpenLive({ way }: { way: GoingLive }) {
  const words = useTexts().goingLive;
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (me.kind !== 'operator') return <span className="fq-soft fq-small fq-wrap">{words.waits}</span>;
  return (
    <>
      <ActButton
        kind="primary"
        size="small"
        disabledReason={mayOpenLive(me) ? undefined : words.onlyOfficer}
        onClick={() => setOpen(true)}
      >
        {words.open}
      </ActButton>
      {isOpen && <OpenDialog way={way} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenDialog({ way, onClose }: { way: GoingLive; onClose: () => void }) {
  const words = useTexts().goingLive;
  const title = useTitle();
  const [participantId, setParticipantId] = useState('');
  const run = way.certificateRun!;
  const { data } = useQuery({
    queryKey: ['participants', 'all'],
    queryFn: () => api.participants.list({ limit: 200 }),
    staleTime: 60_000,
  });
  const participants = (data?.items ?? []).map((row) => ({ value: row.id, label: title(row.name) }));
  const act = useAct(
    (reason: string) =>
      api.organisations
        .of(way.organisationId)
        .openLive({ run, reason, ...(participantId === '' ? {} : { participantId }) }),
    onClose,
  );
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.openTitle}
      effect={words.openEffect(way.organisationId)}
      verb={words.open}
      needsReason
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={act.run}
    >
      <CertificateOfRun organisationId={way.organisationId} run={run} />
      <SelectField
        label={words.participant}
        value={participantId}
        choices={[{ value: '', label: words.noParticipant }, ...participants]}
        onChange={setParticipantId}
        canSearch
      />
    </ConfirmAction>
  );
}
