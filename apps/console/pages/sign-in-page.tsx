// Signing in: one button for a passkey, one for each organisation with a sign-in of its own; in the demo a few invented people. Says in words why someone is here and what went wrong.
import { useEffect } from 'react';
import { type DemoPerson, type Problem, type SignIn } from '../../../client/index.ts';
import { ActButton, LanguageSwitch, Note, ProblemNotice, Sheet, ThemeSwitch } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useLanguage, useTexts, useTitle } from '../language.tsx';
import { useAct } from '../parts/use-act.ts';
import { goToProvider } from '../provider.ts';
import { hasPasskeys, signInWithPasskey } from '../passkey.ts';

const READ_MS = 1_500;

export function SignInPage({ signIn }: { signIn: SignIn }) {
  const { texts, setLanguage } = useLanguage();
  const words = texts.signIn;
  const doing = useAct((way: () => Promise<unknown>) => way());
  const isElsewhere = location.hostname !== new URL(signIn.origin).hostname;
  useEffect(() => {
    document.title = `${words.title} · 飞钱 Feiqian`;
  }, [words.title]);
  const tools = (
    <>
      <LanguageSwitch onChange={setLanguage} />
      <ThemeSwitch />
    </>
  );
  if (isElsewhere) {
    return (
      <Sheet title={words.title} tools={tools}>
        <GoOn origin={signIn.origin} />
      </Sheet>
    );
  }
  const unsupported = hasPasskeys() ? undefined : words.unsupported;
  return (
    <Sheet title={words.title} line={words.line} tools={tools}>
      {signIn.ended && <Note>{words.ended[signIn.ended]}</Note>}
      {doing.problem && <ProblemNotice problem={doing.problem} next={nextOf(doing.problem, words.wait)} />}
      <ActButton
        kind="primary"
        isBusy={doing.isBusy}
        disabledReason={unsupported}
        onClick={() => doing.run(signInWithPasskey)}
      >
        {words.act}
      </ActButton>
      {unsupported && <p className="fq-soft">{unsupported}</p>}
      {signIn.providers.length > 0 && (
        <section>
          <h2>{words.providers}</h2>
          <p className="fq-soft fq-small">{words.providerNote}</p>
          <ProviderChoice
            providers={signIn.providers}
            onChoose={(organisationId) => doing.run(() => goToProvider({ organisationId }))}
          />
        </section>
      )}
      {signIn.demoPeople.length > 0 && (
        <section>
          <h2>{words.demo}</h2>
          <p className="fq-soft fq-small">{words.demoNote}</p>
          <DemoPeople people={signIn.demoPeople} onChoose={(login) => doing.run(() => api.signIn.demo(login))} />
        </section>
      )}
      <p className="fq-soft fq-small">{words.help}</p>
    </Sheet>
  );
}

function nextOf({ details }: Partial<Problem>, wait: (seconds: number) => string): string | undefined {
  return typeof details?.waitSeconds === 'number' ? wait(details.waitSeconds) : undefined;
}

/** Tells where passkeys work, long enough to be read, and goes there. */
function GoOn({ origin }: { origin: string }) {
  const { signIn: words } = useTexts();
  const there = `${origin}${location.pathname}${location.search}${location.hash}`;
  useEffect(() => {
    const timer = setTimeout(() => location.replace(there), READ_MS);
    return () => clearTimeout(timer);
  }, [there]);
  return (
    <>
      <Note>{words.elsewhere(origin)}</Note>
      <a className="fq-link" href={there}>
        {words.goOn(origin)}
      </a>
    </>
  );
}

function ProviderChoice(props: { providers: SignIn['providers']; onChoose: (organisationId: string) => void }) {
  const { signIn: words } = useTexts();
  const title = useTitle();
  return (
    <ul className="fq-people-choice">
      {props.providers.map(({ organisationId, name }) => (
        <li key={organisationId}>
          <button type="button" onClick={() => props.onChoose(organisationId)}>
            <strong>{words.provider(title(name))}</strong>
            <span className="fq-soft fq-mono">{organisationId}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function DemoPeople(props: { people: DemoPerson[]; onChoose: (login: string) => void }) {
  const texts = useTexts();
  const title = useTitle();
  return (
    <ul className="fq-people-choice">
      {props.people.map((person) => (
        <li key={person.login}>
          <button type="button" onClick={() => props.onChoose(person.login)}>
            <strong>{person.name}</strong>
            <span className="fq-soft fq-small">{title(person.organisation)}</span>
            <span className="fq-soft">{person.roles.map((role) => texts.people.role[role] ?? role).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
