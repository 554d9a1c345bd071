// Inviting someone into one's own organisation: who they are, what they may do, and then the link, once.
import { useState } from 'react';
import { type EnrolmentLink } from '../../../client/index.ts';
import { ConfirmAction, TextField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { useMe } from '../signed-in.tsx';
import { LinkShown } from './link-shown.tsx';
import { RolesField } from './roles-field.tsx';
import { useAct } from './use-act.ts';

const isLogin = (text: string) => /^[a-z0-9][a-z0-9._@-]{1,63}$/.test(text);

export function InvitePerson({ onClose }: { onClose: () => void }) {
  const { people: words } = useTexts();
  const me = useMe();
  const [form, setForm] = useState({ name: '', login: '', roles: [] as string[] });
  const [made, setMade] = useState<EnrolmentLink>();
  const doing = useAct(
    () => api.people.invite({ name: form.name.trim(), login: form.login, roles: form.roles }),
    (link) => (link ? setMade(link) : onClose()),
  );
  if (made) return <LinkShown made={made} onClose={onClose} />;
  const missing =
    !form.name.trim() || !form.login ? words.needBoth : isLogin(form.login) ? undefined : words.loginWrong;
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.inviteTitle}
      effect={words.inviteEffect(form.name.trim())}
      verb={words.inviteVerb}
      disabledReason={missing}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={() => doing.run(undefined)}
    >
      <div className="fq-form-grid">
        <TextField label={words.name} value={form.name} autoFocus onChange={(name) => setForm({ ...form, name })} />
        <TextField
          label={words.login}
          value={form.login}
          onChange={(login) => setForm({ ...form, login: login.trim().toLowerCase() })}
        />
      </div>
      <RolesField
        isCentralBank={me.kind === 'operator'}
        value={form.roles}
        onChange={(roles) => setForm({ ...form, roles })}
      />
    </ConfirmAction>
  );
}
