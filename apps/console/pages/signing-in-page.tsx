// How an institution's people sign in beside their passkeys, and whether its messages must be signed.
import { useState } from 'react';
import { type SignInProvider } from '../../../client/index.ts';
import {
  ActButton, AuditTrail, ConfirmAction, CopyableId, Facts, Moment, PageHeader, ProblemNotice, Section, StatusBadge,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts } from '../language.tsx';
import { OfOrganisation } from '../parts/organisation-choice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { SetProvider } from '../parts/set-provider.tsx';
import { useAct } from '../parts/use-act.ts';
import { mayAdminister, mayChangeKeys, useMe } from '../signed-in.tsx';

export function SigningInPage() {
  const texts = useTexts();
  return (
    <>
      <PageHeader title={texts.signingIn.title} line={texts.signingIn.line} />
      <OfOrganisation>
        {(id) => (
          <div key={id} className="fq-stack">
            <QueryView query={{ queryKey: ['sign-in-provider', id], queryFn: () => readProvider(id) }} height={120}>
              {({ provider }) => <Provider organisationId={id} provider={provider} />}
            </QueryView>
            <QueryView
              query={{
                queryKey: ['organisations', id],
                queryFn: api.organisations.of(id).read,
                refetchInterval: LATER,
              }}
              height={120}
            >
              {(organisation) => <Signing organisation={organisation} />}
            </QueryView>
          </div>
        )}
      </OfOrganisation>
    </>
  );
}

/** Who has one is known without asking for what may not be there. */
async function readProvider(id: string): Promise<{ provider: SignInProvider | undefined }> {
  const { providers } = await api.signIn.read();
  const hasOne = providers.some(({ organisationId }) => organisationId === id);
  return { provider: hasOne ? await api.organisations.of(id).signInProvider.read() : undefined };
}

function Provider(props: { organisationId: string; provider: SignInProvider | undefined }) {
  const texts = useTexts();
  const words = texts.signingIn;
  const { organisationId, provider } = props;
  const cannot = mayAdminister(useMe()) ? undefined : texts.organisations.mayNot;
  const [deed, setDeed] = useState<'set' | 'remove'>();
  const close = () => setDeed(undefined);
  const { test, remove } = api.organisations.of(organisationId).signInProvider;
  const testing = useAct(async () => ({ isGood: Boolean(await test()) }));
  const removing = useAct(() => remove(), close);
  return (
    <Section
      title={words.provider}
      note={words.providerNote}
      acts={
        <>
          {provider && (
            <>
              <ActButton
                size="small"
                disabledReason={cannot}
                isBusy={testing.isBusy}
                onClick={() => testing.run(undefined)}
              >
                {words.test}
              </ActButton>
              <ActButton size="small" disabledReason={cannot} onClick={() => setDeed('remove')}>
                {words.remove}
              </ActButton>
            </>
          )}
          <ActButton kind="primary" size="small" disabledReason={cannot} onClick={() => setDeed('set')}>
            {provider ? words.replace : words.set}
          </ActButton>
        </>
      }
    >
      {provider ? <ProviderFacts provider={provider} /> : <p className="fq-soft">{words.noProvider}</p>}
      {testing.answer && (
        <p role="status">
          <StatusBadge tone="settled">{words.testDone}</StatusBadge>
        </p>
      )}
      {testing.problem && <ProblemNotice problem={testing.problem} />}
      {deed === 'set' && <SetProvider organisationId={organisationId} provider={provider} onClose={close} />}
      <ConfirmAction
        isOpen={deed === 'remove'}
        onClose={close}
        title={words.remove}
        effect={words.removeEffect}
        verb={words.remove}
        isBusy={removing.isBusy}
        problem={removing.problem}
        onConfirm={() => removing.run(undefined)}
      />
    </Section>
  );
}

function ProviderFacts({ provider }: { provider: SignInProvider }) {
  const { signingIn: words } = useTexts();
  return (
    <Facts
      facts={[
        { term: words.issuer, value: <span className="fq-mono fq-wrap">{provider.issuer}</span> },
        { term: words.clientId, value: <span className="fq-mono fq-wrap">{provider.clientId}</span> },
        { term: words.redirectUri, value: <CopyableId id={provider.redirectUri} length={80} /> },
        {
          term: words.changed,
          value: (
            <>
              <Moment at={provider.changedAt} withDate precision="minute" /> {provider.changedBy}
            </>
          ),
        },
      ]}
    />
  );
}

type OrganisationDetail = Awaited<ReturnType<ReturnType<typeof api.organisations.of>['read']>>;

function Signing({ organisation }: { organisation: OrganisationDetail }) {
  const texts = useTexts();
  const words = texts.signingIn;
  const { id, signsMessages } = organisation;
  const cannot = mayChangeKeys(useMe()) ? undefined : texts.organisations.mayNot;
  const [isChanging, setChanging] = useState(false);
  const act = useAct(
    (reason: string) => api.organisations.of(id).requireSigning({ isRequired: !signsMessages, reason }),
    () => setChanging(false),
  );
  const verb = signsMessages ? words.release : words.require;
  const acts = organisation.acts.flatMap(({ act: name, at, actor, reason }) =>
    name === 'signing-required' || name === 'signing-optional' ? [{ at, actor, reason, text: words.acts[name] }] : [],
  );
  return (
    <Section
      title={words.signing}
      note={words.signingNote}
      acts={
        <ActButton
          kind={signsMessages ? 'quiet' : 'primary'}
          size="small"
          disabledReason={cannot}
          onClick={() => setChanging(true)}
        >
          {verb}
        </ActButton>
      }
    >
      <p>
        <StatusBadge tone={signsMessages ? 'settled' : 'plain'}>
          {signsMessages ? words.required : words.optional}
        </StatusBadge>
      </p>
      {acts.length > 0 && <AuditTrail withDate acts={acts} />}
      {isChanging && (
        <ConfirmAction
          isOpen
          onClose={() => setChanging(false)}
          title={verb}
          effect={signsMessages ? words.releaseEffect(id) : words.requireEffect(id)}
          verb={verb}
          needsReason
          isBusy={act.isBusy}
          problem={act.problem}
          onConfirm={act.run}
        />
      )}
    </Section>
  );
}
