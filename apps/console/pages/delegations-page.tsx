// Who is away and who approves in their place: one delegates, one comes back, everyone of the organisation sees it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Colleague, type Delegation } from '../../../client/index.ts';
import {
  ActButton, Anchor, type Column, ConfirmAction, DataTable, Moment, MomentField, momentInZone, PageHeader, SelectField,
  StatusBadge, useLocale,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts } from '../language.tsx';
import { useAct } from '../parts/use-act.ts';
import { useMe } from '../signed-in.tsx';
import { useList } from '../use-list.ts';

const TONES = { coming: 'plain', now: 'queued', over: 'plain' } as const;

export function DelegationsPage() {
  const texts = useTexts();
  const words = texts.delegations;
  const me = useMe();
  const [isLeaving, setLeaving] = useState(false);
  const [ending, setEnding] = useState<Delegation>();
  const [changes, setChanges] = useState(0);
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: api.approvals.colleagues }).data?.items ?? [];
  const done = () => {
    setLeaving(false);
    setEnding(undefined);
    setChanges(changes + 1);
  };
  const acts = (row: Delegation) =>
    stateOf(row) !== 'over' && (
      <ActButton
        size="small"
        disabledReason={[row.from.id, row.to].includes(me.id) ? undefined : words.notYours}
        onClick={() => setEnding(row)}
      >
        {words.end}
      </ActButton>
    );
  return (
    <>
      <PageHeader
        above={<Anchor to="/approvals">{texts.places.approvals}</Anchor>}
        title={texts.places.delegations}
        line={words.line}
        acts={
          <ActButton
            kind="primary"
            disabledReason={colleagues.length === 0 ? words.noColleague : undefined}
            onClick={() => setLeaving(true)}
          >
            {words.begin}
          </ActButton>
        }
      />
      {isLeaving && <BeAway colleagues={colleagues} onDone={done} onClose={() => setLeaving(false)} />}
      {ending && <BeBack delegation={ending} onDone={done} onClose={() => setEnding(undefined)} />}
      <Delegations key={changes} colleagues={colleagues} acts={acts} />
    </>
  );
}

function Delegations(props: { colleagues: Colleague[]; acts: (row: Delegation) => React.ReactNode }) {
  const texts = useTexts();
  const words = texts.delegations;
  const me = useMe();
  const list = useList({
    key: ['delegations'],
    load: api.approvals.delegations,
    rowKey: (row) => row.id,
    refreshMs: LATER,
  });
  const nameOf = (id: string) =>
    id === me.id ? me.login : (props.colleagues.find((one) => one.id === id)?.name ?? id);
  const columns: Column<Delegation>[] = [
    { key: 'from', head: words.from, cell: (row) => row.from.name, plain: (row) => row.from.name },
    { key: 'to', head: words.to, cell: (row) => nameOf(row.to), plain: (row) => row.to },
    { key: 'role', head: words.role, cell: (row) => texts.people.role[row.role] ?? row.role, plain: (row) => row.role },
    {
      key: 'begins',
      head: words.begins,
      cell: (row) => <Moment at={row.begins} withDate precision="minute" />,
      plain: (row) => row.begins,
    },
    {
      key: 'ends',
      head: words.ends,
      cell: (row) => <Moment at={row.endedAt ?? row.ends} withDate precision="minute" />,
      plain: (row) => row.endedAt ?? row.ends,
    },
    { key: 'reason', head: texts.words.reason, cell: (row) => row.reason, plain: (row) => row.reason },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => <StatusBadge tone={TONES[stateOf(row)]}>{words.state[stateOf(row)]}</StatusBadge>,
      plain: (row) => stateOf(row),
    },
  ];
  return (
    <DataTable
      name="delegations"
      label={texts.places.delegations}
      columns={columns}
      list={list}
      rowKey={(row) => row.id}
      acts={props.acts}
      empty={{ title: words.none, hint: words.noneHint }}
    />
  );
}

function stateOf({ begins, ends, endedAt }: Delegation): keyof typeof TONES {
  const now = Date.now();
  if (endedAt !== null || Date.parse(ends) <= now) return 'over';
  return Date.parse(begins) > now ? 'coming' : 'now';
}

function BeAway(props: { colleagues: Colleague[]; onDone: () => void; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.delegations;
  const { timeZone } = useLocale();
  const roles = [...new Set(props.colleagues.flatMap((each) => each.roles))];
  const [form, setForm] = useState({ role: roles[0] ?? '', to: '', begins: '', ends: '' });
  const act = useAct(
    (reason: string) =>
      api.approvals.delegate({
        role: form.role as Parameters<typeof api.approvals.delegate>[0]['role'],
        to: form.to,
        begins: momentInZone(form.begins, timeZone),
        ends: momentInZone(form.ends, timeZone),
        reason,
      }),
    props.onDone,
  );
  const fitting = props.colleagues.filter((each) => each.roles.includes(form.role));
  const isWhole = Object.values(form).every((value) => value !== '');
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={words.title}
      effect={words.effect}
      verb={words.begin}
      needsReason
      disabledReason={isWhole ? undefined : words.needAll}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={act.run}
    >
      <div className="fq-form-grid">
        <SelectField
          label={words.role}
          value={form.role}
          choices={roles.map((value) => ({ value, label: texts.people.role[value] ?? value }))}
          onChange={(role) => setForm({ ...form, role, to: '' })}
        />
        <SelectField
          label={words.to}
          value={form.to}
          choices={fitting.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(to) => setForm({ ...form, to })}
        />
        <MomentField label={words.begins} value={form.begins} onChange={(begins) => setForm({ ...form, begins })} />
        <MomentField
          label={`${words.ends} (${words.longest})`}
          value={form.ends}
          onChange={(ends) => setForm({ ...form, ends })}
        />
      </div>
    </ConfirmAction>
  );
}

function BeBack(props: { delegation: Delegation; onDone: () => void; onClose: () => void }) {
  const { delegations: words } = useTexts();
  const { id, from } = props.delegation;
  const act = useAct(() => api.approvals.endDelegation(id), props.onDone);
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={words.end}
      effect={words.endEffect(from.name)}
      verb={words.end}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    />
  );
}
