// What is done with a key that exists: its certificate is read, it is replaced by a successor, or revoked for good.
import { useState } from 'react';
import { type Key, type NewKey } from '../../../client/index.ts';
import { ActMenu, ConfirmAction } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { PastedField, pastedOf } from './pasted-credential.tsx';
import { SecretShown } from './secret-shown.tsx';
import { useAct } from './use-act.ts';

interface KeyProps {
  keyShown: Key;
  onMade: (key: NewKey | undefined) => void;
}

export function KeyActs({ keyShown, onMade }: KeyProps) {
  const { keys: words } = useTexts();
  const [deed, setDeed] = useState<'rotate' | 'revoke' | 'certificate'>();
  const close = () => setDeed(undefined);
  const isOver = keyShown.state !== 'valid';
  return (
    <>
      <ActMenu
        label={words.acts}
        acts={[
          ...(keyShown.certificate
            ? [{ label: words.certificateShow, onClick: () => setDeed('certificate' as const) }]
            : []),
          {
            label: words.rotate,
            disabledReason: isOver ? words.over : keyShown.replacedBy ? words.replaced : undefined,
            onClick: () => setDeed('rotate'),
          },
          {
            label: words.revoke,
            disabledReason: keyShown.state === 'revoked' ? words.over : undefined,
            onClick: () => setDeed('revoke'),
          },
        ]}
      />
      {deed === 'rotate' && <Rotate keyShown={keyShown} onMade={onMade} onClose={close} />}
      {deed === 'certificate' && <CertificateShown certificate={keyShown.certificate ?? ''} onClose={close} />}
      {deed === 'revoke' && <Revoke keyShown={keyShown} onClose={close} />}
    </>
  );
}

function Rotate({ keyShown, onMade, onClose }: KeyProps & { onClose: () => void }) {
  const { keys: words } = useTexts();
  const [pasted, setPasted] = useState('');
  const { kind } = keyShown;
  const act = useAct(
    () =>
      api.organisations.of(keyShown.organisationId).keys.rotate(keyShown.id, {
        overlapSeconds: 86_400,
        ...pastedOf(kind, pasted),
      }),
    (made) => {
      onClose();
      onMade(made);
    },
  );
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.rotateTitle}
      effect={words.rotateEffect(keyShown.label)}
      verb={words.rotate}
      disabledReason={kind !== 'reading' && !pasted.trim() ? words.pasted[kind].need : undefined}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    >
      <PastedField kind={kind} value={pasted} onChange={setPasted} />
    </ConfirmAction>
  );
}

export function CertificateShown({ certificate, onClose }: { certificate: string; onClose: () => void }) {
  const { keys: words } = useTexts();
  return (
    <SecretShown
      title={words.certificateTitle}
      effect={words.certificateEffect}
      secret={certificate}
      name="client-certificate"
      onClose={onClose}
    />
  );
}

function Revoke({ keyShown, onClose }: { keyShown: Key; onClose: () => void }) {
  const { keys: words } = useTexts();
  const act = useAct(
    (reason: string) => api.organisations.of(keyShown.organisationId).keys.revoke(keyShown.id, { reason }),
    onClose,
  );
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.revokeTitle}
      effect={words.revokeEffect(keyShown.label)}
      verb={words.revoke}
      needsReason
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={act.run}
    />
  );
}
