// Changing who must approve an act: by amount where the act has one, by which roles, from when. The change waits for another
// person itself, who sees the difference.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type GivenPolicy, type Policy } from '../../../client/index.ts';
import {
  ActButton, AmountField, ChoicesField, ConfirmAction, CountField, MomentField, momentInZone, SelectField, useLocale,
} from '../../../ui/index.ts'; // prettier-ignore
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { useAct } from './use-act.ts';

type Band = Policy['bands'][number] & { readonly key: number };
const MOST_BANDS = 10;
const SIDES = ['central-bank', 'institution'] as const;

export function ChangePolicy({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { policies: words } = useTexts();
  const title = useTitle();
  const { timeZone } = useLocale();
  const [form, setForm] = useState(() => ({
    ...policy,
    bands: policy.bands.map((band, key) => ({ ...band, key })),
    startsAt: '',
  }));
  const { bands, roles, expiryHours, startsAt } = form;
  const act = useAct((reason: string) => {
    const inForceAt = startsAt ? { inForceAt: momentInZone(startsAt, timeZone) } : {};
    const rule = bands.map(({ from, approvers }) => ({ from, approvers }));
    const body = { bands: rule, roles, expiryHours, reason, ...inForceAt };
    return api.approvals.changePolicy(policy.action, body as GivenPolicy);
  }, onClose);
  const isRising = bands.every(({ from }, index) => index === 0 || rises(bands[index - 1]!.from, from));
  const isNobody = bands.every(({ approvers }) => approvers === 0);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.changeTitle(title(policy.title))}
      effect={isNobody ? `${words.effect} ${words.nobody}` : words.effect}
      verb={words.ask}
      needsReason
      disabledReason={!isRising ? words.needRising : roles.length === 0 ? words.needRole : undefined}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={act.run}
    >
      <BandFields
        bands={bands}
        isByAmount={policy.isByAmount}
        onChange={(changed) => setForm({ ...form, bands: changed })}
      />
      <RoleFields value={roles} onChange={(changed) => setForm({ ...form, roles: changed as Policy['roles'] })} />
      <div className="fq-form-grid">
        <CountField
          label={words.expiryHours}
          value={expiryHours}
          min={1}
          max={720}
          onChange={(hours) => setForm({ ...form, expiryHours: hours })}
        />
        <MomentField
          label={words.startsAt}
          hint={words.startsAtHint}
          value={startsAt}
          onChange={(moment) => setForm({ ...form, startsAt: moment })}
        />
      </div>
    </ConfirmAction>
  );
}

const rises = (before: string, after: string): boolean => after !== '' && BigInt(after) > BigInt(before || '0');

function BandFields(props: { bands: Band[]; isByAmount: boolean; onChange: (bands: Band[]) => void }) {
  const { policies: words } = useTexts();
  const { bands } = props;
  const set = (index: number, given: Partial<Band>) =>
    props.onChange(bands.map((band, at) => (at === index ? { ...band, ...given } : band)));
  const choices = [0, 1, 2].map((count) => ({
    value: String(count),
    label: count === 0 ? words.none : words.count(count),
  }));
  const last = bands.at(-1)!;
  return (
    <>
      {bands.map((band, index) => (
        <div key={band.key} className="fq-form-grid">
          {index > 0 && (
            <AmountField label={words.fromAmount} value={band.from} onChange={(from) => set(index, { from })} />
          )}
          <SelectField
            label={words.howMany}
            value={String(band.approvers)}
            choices={choices}
            onChange={(count) => set(index, { approvers: Number(count) as Band['approvers'] })}
          />
          {index > 0 && (
            <ActButton kind="plain" size="small" onClick={() => props.onChange(bands.filter((_, at) => at !== index))}>
              {words.removeBand}
            </ActButton>
          )}
        </div>
      ))}
      {props.isByAmount && bands.length < MOST_BANDS && (
        <div>
          <ActButton
            kind="plain"
            size="small"
            onClick={() => props.onChange([...bands, { key: last.key + 1, from: '', approvers: last.approvers }])}
          >
            {words.addBand}
          </ActButton>
        </div>
      )}
    </>
  );
}

/** Each side's requests are approved by its own people. */
function RoleFields({ value, onChange }: { value: readonly string[]; onChange: (roles: string[]) => void }) {
  const { policies: words } = useTexts();
  const title = useTitle();
  const roles = useQuery({ queryKey: ['roles'], queryFn: api.roles, staleTime: Infinity }).data?.items ?? [];
  return SIDES.map((side) => {
    const ofSide = roles.filter((role) => role.of === side && (value.includes(role.id) || canApprove(role.actions)));
    const isOfSide = (id: string) => ofSide.some((role) => role.id === id);
    return (
      <ChoicesField
        key={side}
        label={words.sides[side]}
        value={value.filter(isOfSide)}
        choices={ofSide.map((role) => ({ value: role.id, label: title(role.title) }))}
        onChange={(chosen) => onChange([...value.filter((id) => !isOfSide(id)), ...chosen])}
      />
    );
  });
}

const canApprove = (actions: readonly { name: string }[]): boolean =>
  actions.some(({ name }) => name === 'approvals:decide');
