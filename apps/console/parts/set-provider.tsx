// Registering an organisation's sign-in provider, or another in its place: it is asked before anything is kept.
import { useState } from 'react';
import { type SignInProvider } from '../../../client/index.ts';
import { ConfirmAction, CopyableId, TextField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { useAct } from './use-act.ts';

export function SetProvider(props: {
  organisationId: string;
  provider: SignInProvider | undefined;
  onClose: () => void;
}) {
  const { signingIn: words } = useTexts();
  const { organisationId, provider, onClose } = props;
  const [form, setForm] = useState({
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
  });
  const act = useAct(() => api.organisations.of(organisationId).signInProvider.set(form), onClose);
  const set = (key: keyof typeof form) => (value: string) => setForm({ ...form, [key]: value.trim() });
  const isWhole = Object.values(form).every((value) => value !== '');
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.setTitle}
      effect={words.setEffect}
      verb={provider ? words.replace : words.set}
      disabledReason={isWhole ? undefined : words.needAll}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    >
      <p className="fq-small">
        <span className="fq-soft">{words.redirectUri}</span>{' '}
        <CopyableId id={provider?.redirectUri ?? `${window.location.origin}/sign-in/provider`} length={80} />
      </p>
      <TextField label={words.issuer} hint={words.issuerHint} value={form.issuer} autoFocus onChange={set('issuer')} />
      <TextField label={words.clientId} value={form.clientId} onChange={set('clientId')} />
      <TextField
        label={words.clientSecret}
        hint={words.clientSecretHint}
        value={form.clientSecret}
        isSecret
        onChange={set('clientSecret')}
      />
    </ConfirmAction>
  );
}
