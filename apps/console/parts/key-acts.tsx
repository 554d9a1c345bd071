// What is done with a key that exists: it is replaced by a successor, or revoked for good.
import { useState } from 'react';
import { type Key, type NewKey } from '../../../client/index.ts';
import { ActMenu, ConfirmAction, LongTextField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { useAct } from './use-act.ts';

interface KeyProps {
  keyShown: Key;
  onMade: (key: NewKey | undefined) => void;
}

export function KeyActs({ keyShown, onMade }: KeyProps) {
  const { keys: words } = useTexts();
  const [deed, setDeed] = useState<'rotate' | 'revoke'>();
  const close = () => setDeed(undefined);
  const isOver = keyShown.state !== 'valid';
  return (
    <>
      <ActMenu
        label={words.acts}
        acts={[
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
      {deed === 'revoke' && <Revoke keyShown={keyShown} onClose={close} />}
    </>
  );
}

function Rotate({ keyShown, onMade, onClose }: KeyProps & { onClose: () => void }) {
  const { keys: words } = useTexts();
  const [publicKey, setPublicKey] = useState('');
  const isSigning = keyShown.kind === 'signing';
  const act = useAct(
    () =>
      api.organisations.of(keyShown.organisationId).keys.rotate(keyShown.id, {
        overlapSeconds: 86_400,
        ...(isSigning ? { publicKey: publicKey.trim() } : {}),
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
      disabledReason={isSigning && !publicKey.trim() ? words.needKey : undefined}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    >
      {isSigning && (
        <LongTextField label={words.publicKey} hint={words.signingHint} value={publicKey} onChange={setPublicKey} />
      )}
    </ConfirmAction>
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
