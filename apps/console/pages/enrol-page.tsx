// Where a one-time link leads: whom it is for, the passkey they make, and then they are in. The link's secret stands after
// the # and is taken out of the address bar at once.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Enrolment } from '../../../client/index.ts';
import { ActButton, Anchor, LanguageSwitch, Moment, Note, ProblemNotice, Sheet, TextField, ThemeSwitch, Waiting } from '../../../ui/index.ts'; // prettier-ignore
import { api, problemOf } from '../api.ts';
import { useLanguage, useTexts, useTitle } from '../language.tsx';
import { goToProvider } from '../provider.ts';
import { makePasskey } from '../passkey.ts';

function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(history.state, '', location.pathname);
  return token;
}

export function EnrolPage() {
  const { texts, setLanguage } = useLanguage();
  const words = texts.enrol;
  const [token] = useState(takeToken);
  const enrolment = useQuery({
    queryKey: ['enrolment', token],
    queryFn: () => api.signIn.look(token),
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
  });
  const problem = problemOf(enrolment.error);
  const tools = (
    <>
      <LanguageSwitch onChange={setLanguage} />
      <ThemeSwitch />
    </>
  );
  if (enrolment.data) return <EnrolForm token={token} enrolment={enrolment.data} tools={tools} />;
  return (
    <Sheet title={texts.signIn.title} tools={tools}>
      {token === '' && <Note>{words.noLink}</Note>}
      {problem && <ProblemNotice problem={problem} />}
      {token !== '' && !problem && <Waiting />}
      <Anchor to="/">{words.toSignIn}</Anchor>
    </Sheet>
  );
}

function EnrolForm({ token, enrolment, tools }: { token: string; enrolment: Enrolment; tools: React.ReactNode }) {
  const words = useTexts().enrol;
  const title = useTitle();
  const navigate = useNavigate();
  const isFirst = enrolment.purpose === 'first';
  const [form, setForm] = useState({ name: '', login: '', device: words.deviceDefault });
  const queryClient = useQueryClient();
  const doing = useMutation({
    mutationFn: async () => {
      const given = isFirst ? { name: form.name.trim(), login: form.login.trim() } : {};
      const options = await api.signIn.askToEnrol({ token, ...given });
      const response = await makePasskey(options);
      return api.signIn.enrol({ token, deviceName: form.device.trim(), response: response as never });
    },
    // The link is used up: who it was for is not asked again.
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['sign-in'] });
      void navigate('/', { replace: true });
    },
  });
  const going = useMutation({ mutationFn: () => goToProvider({ token }) });
  const problem = problemOf(doing.error ?? going.error);
  const missing = isFirst && (!form.name.trim() || form.login.trim().length < 2) ? words.needName : undefined;
  const heads = {
    first: [words.first, words.firstLine],
    invitation: [
      words.invitation(enrolment.name),
      words.invitationLine(title(enrolment.organisation), enrolment.login),
    ],
    recovery: [words.recovery(enrolment.name), words.recoveryLine],
  } as const;
  const [head, line] = heads[enrolment.purpose];
  return (
    <Sheet title={head} line={line} tools={tools}>
      <form
        className="fq-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === undefined) doing.mutate();
        }}
      >
        {isFirst && (
          <>
            <TextField label={words.name} value={form.name} onChange={(name) => setForm({ ...form, name })} />
            <TextField
              label={words.login}
              hint={words.loginHint}
              value={form.login}
              onChange={(login) => setForm({ ...form, login: login.toLowerCase() })}
            />
          </>
        )}
        <TextField
          label={words.device}
          hint={words.deviceHint}
          value={form.device}
          onChange={(device) => setForm({ ...form, device })}
        />
        {problem && <ProblemNotice problem={problem} />}
        <ActButton kind="primary" type="submit" isBusy={doing.isPending} disabledReason={missing}>
          {words.act}
        </ActButton>
      </form>
      {enrolment.hasProvider && (
        <section>
          <ActButton isBusy={going.isPending} onClick={() => going.mutate()}>
            {words.orProvider(title(enrolment.organisation))}
          </ActButton>
          <p className="fq-soft fq-small">{words.orProviderNote}</p>
        </section>
      )}
      <p className="fq-soft fq-small">
        {words.goodUntil} <Moment at={enrolment.expiresAt} withDate precision="minute" />
      </p>
    </Sheet>
  );
}
