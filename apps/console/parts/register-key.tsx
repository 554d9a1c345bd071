// Registering a key: what it is for, where it works, what it may do. With a public key it signs, with a certificate
// request it gets a client certificate; without either it reads, and its secret is shown once.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type EnvironmentKind, type GivenKey, type KeyKind, type NewKey, type Scope } from '../../../client/index.ts';
import {
  ChoicesField, ChoiceSwitch, ConfirmAction, DateField, LongTextField, momentInZone, SelectField, TextField, useLocale,
} from '../../../ui/index.ts'; // prettier-ignore
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { useMe } from '../signed-in.tsx';
import { PastedField, pastedOf } from './pasted-credential.tsx';
import { useAct } from './use-act.ts';

const ENVIRONMENTS = ['sandbox', 'certification', 'live'] as const;

interface Form {
  kind: KeyKind;
  environment: EnvironmentKind;
  label: string;
  pasted: string;
  scopes: string[];
  addresses: string;
  expires: string;
}

export function RegisterKey(props: {
  organisationId: string;
  onMade: (key: NewKey | undefined) => void;
  onClose: () => void;
}) {
  const { keys: words } = useTexts();
  const { timeZone } = useLocale();
  const [form, setForm] = useState<Form>({
    kind: 'signing',
    environment: 'sandbox',
    label: '',
    pasted: '',
    scopes: [],
    addresses: '',
    expires: '',
  });
  const change = (given: Partial<Form>) => setForm({ ...form, ...given });
  const act = useAct(
    () => api.organisations.of(props.organisationId).keys.register(bodyOf(form, timeZone)),
    props.onMade,
  );
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={words.register}
      effect={words.registerEffect(props.organisationId)}
      verb={words.registerVerb}
      disabledReason={useMissing(props.organisationId, form)}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    >
      <ChoiceSwitch
        label={words.kind}
        value={form.kind}
        choices={(['signing', 'certificate', 'reading'] as const).map((value) => ({
          value,
          label: words.kinds[value],
        }))}
        onChange={(kind) => change({ kind: kind as KeyKind, pasted: '', scopes: [] })}
      />
      <div className="fq-form-grid">
        <TextField label={words.label} value={form.label} autoFocus onChange={(label) => change({ label })} />
        <SelectField
          label={words.environment}
          value={form.environment}
          choices={ENVIRONMENTS.map((value) => ({ value, label: words.environments[value] }))}
          onChange={(environment) => change({ environment: environment as EnvironmentKind })}
        />
      </div>
      <PastedField kind={form.kind} value={form.pasted} onChange={(pasted) => change({ pasted })} />
      <ScopesField
        organisationId={props.organisationId}
        isReading={form.kind === 'reading'}
        value={form.scopes}
        onChange={(scopes) => change({ scopes })}
      />
      <DateField
        label={words.expires}
        hint={words.expiresHint(form.kind)}
        value={form.expires}
        onChange={(expires) => change({ expires })}
      />
      <LongTextField
        label={words.addresses}
        hint={words.addressesHint}
        value={form.addresses}
        onChange={(addresses) => change({ addresses })}
      />
    </ConfirmAction>
  );
}

function bodyOf({ kind, environment, label, pasted, scopes, addresses, expires }: Form, timeZone: string): GivenKey {
  return {
    environment,
    label: label.trim(),
    scopes,
    addresses: addresses.split(/\s+/).filter(Boolean),
    ...pastedOf(kind, pasted),
    ...(expires ? { expiresAt: momentInZone(`${expires}T23:59:59`, timeZone) } : {}),
  };
}

function useMissing(organisationId: string, { kind, environment, label, pasted, scopes }: Form): string | undefined {
  const { keys: words } = useTexts();
  const { data } = useQuery({
    queryKey: ['organisations'],
    queryFn: () => api.organisations.list({ state: 'active', limit: 200 }),
  });
  const isKept = data?.items.some(({ id, liveSince }) => id === organisationId && liveSince === null);
  if (environment === 'live' && isKept) return words.liveNotOpen;
  if (!label.trim()) return words.needLabel;
  if (kind !== 'reading' && !pasted.trim()) return words.pasted[kind].need;
  return scopes.length === 0 ? words.needScope : undefined;
}

function ScopesField(props: {
  organisationId: string;
  isReading: boolean;
  value: string[];
  onChange: (scopes: string[]) => void;
}) {
  const { keys: words } = useTexts();
  const title = useTitle();
  const { data } = useQuery({ queryKey: ['scopes'], queryFn: api.organisations.scopes, staleTime: Infinity });
  const forIt = useScopesFor(props.organisationId);
  const fits = (scope: Scope) => forIt(scope) && (!props.isReading || scope.isForReadingKeys);
  return (
    <div className="fq-scroll">
      <ChoicesField
        label={words.scopes}
        value={props.value}
        choices={(data?.items ?? [])
          .filter(fits)
          .map((scope) => ({ value: scope.name, label: `${title(scope.title)} · ${scope.name}` }))}
        onChange={props.onChange}
      />
    </div>
  );
}

/** An institution's machines do what its people may; the central bank's own may be given any scope. */
function useScopesFor(organisationId: string): (scope: Scope) => boolean {
  const me = useMe();
  const { data } = useQuery({ queryKey: ['roles'], queryFn: api.roles, staleTime: Infinity });
  const ofInstitutions = (data?.items ?? []).filter((role) => role.of === 'institution');
  const held = new Set(ofInstitutions.flatMap(({ actions }) => actions.map(({ name }) => name)));
  const isCentralBank = me.kind === 'operator' && me.organisationId === organisationId;
  return ({ name }) => isCentralBank || held.has(name);
}
