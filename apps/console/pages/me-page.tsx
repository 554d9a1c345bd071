// One's own devices and sessions: add, rename, remove; end one, end all.
import { useState } from 'react';
import { type Device, type Session } from '../../../client/index.ts';
import {
  ActButton, ActMenu, type Column, ConfirmAction, Facts, Moment, PageHeader, Section, SmallTable, TextField,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { AddDevice } from '../parts/add-device.tsx';
import { agentName } from '../parts/agent-name.ts';
import { QueryView } from '../parts/query-view.tsx';
import { SignOutEverywhere } from '../parts/sign-out-everywhere.tsx';
import { useAct } from '../parts/use-act.ts';
import { useMe } from '../signed-in.tsx';

export function MePage() {
  const texts = useTexts();
  const title = useTitle();
  const me = useMe();
  const words = texts.me;
  const [isLeaving, setLeaving] = useState(false);
  const roles = me.roles.map((role) => texts.people.role[role] ?? role).join(' · ') || words.noRoles;
  return (
    <>
      <PageHeader
        title={words.title}
        line={words.line}
        acts={<ActButton onClick={() => setLeaving(true)}>{words.signOutEverywhere}</ActButton>}
      />
      <div className="fq-stack">
        <Facts
          facts={[
            { term: texts.people.name, value: me.name },
            { term: words.login, value: <span className="fq-mono">{me.login}</span> },
            { term: words.organisation, value: title(me.organisation) },
            { term: words.roles, value: roles },
          ]}
        />
        <QueryView query={{ queryKey: ['me', 'devices'], queryFn: api.me.devices }} height={120}>
          {({ items }) => <Devices devices={items} />}
        </QueryView>
        <QueryView
          query={{ queryKey: ['me', 'sessions'], queryFn: api.me.sessions, refetchInterval: LATER }}
          height={120}
        >
          {({ items }) => <Sessions sessions={items} />}
        </QueryView>
      </div>
      {isLeaving && <SignOutEverywhere onClose={() => setLeaving(false)} />}
    </>
  );
}

function Devices({ devices }: { devices: Device[] }) {
  const words = useTexts().me;
  const [doing, setDoing] = useState<{ act: 'add' } | { act: 'rename' | 'remove'; device: Device }>();
  const columns: Column<Device>[] = [
    { key: 'name', head: words.deviceName, cell: (row) => row.name, plain: (row) => row.name },
    {
      key: 'kept',
      head: words.kept,
      cell: (row) => <span className="fq-soft">{row.isSynced ? words.synced : words.oneMachine}</span>,
      plain: (row) => String(row.isSynced),
    },
    moment('added', words.added, (row) => row.createdAt),
    moment('used', words.lastUsed, (row) => row.lastUsedAt),
  ];
  const lastOne = devices.length === 1 ? words.lastDevice : undefined;
  const close = () => setDoing(undefined);
  return (
    <Section
      title={words.devices}
      note={words.devicesNote}
      acts={
        <ActButton kind="primary" size="small" onClick={() => setDoing({ act: 'add' })}>
          {words.addDevice}
        </ActButton>
      }
    >
      <SmallTable
        label={words.devices}
        columns={columns}
        rows={devices}
        rowKey={(row) => row.id}
        empty={words.noDevices}
        acts={(device) => (
          <ActMenu
            label={device.name}
            acts={[
              { label: words.rename, onClick: () => setDoing({ act: 'rename', device }) },
              { label: words.remove, onClick: () => setDoing({ act: 'remove', device }), disabledReason: lastOne },
            ]}
          />
        )}
      />
      {doing?.act === 'add' && <AddDevice isFirst={devices.length === 0} onClose={close} />}
      {doing?.act === 'rename' && <RenameDevice device={doing.device} onClose={close} />}
      {doing?.act === 'remove' && <RemoveDevice device={doing.device} onClose={close} />}
    </Section>
  );
}

function moment<Row>(key: string, head: string, at: (row: Row) => string | null): Column<Row> {
  return {
    key,
    head,
    cell: (row) => <Moment at={at(row)} withDate precision="minute" />,
    plain: (row) => at(row) ?? '',
  };
}

function RenameDevice({ device, onClose }: { device: Device; onClose: () => void }) {
  const words = useTexts().me;
  const [name, setName] = useState(device.name);
  const doing = useAct(() => api.me.renameDevice(device.id, name.trim()), onClose);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.rename}
      effect={words.renameEffect}
      verb={words.rename}
      disabledReason={name.trim() === '' ? words.deviceName : undefined}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={() => doing.run(undefined)}
    >
      <TextField label={words.deviceName} value={name} onChange={setName} autoFocus />
    </ConfirmAction>
  );
}

function RemoveDevice({ device, onClose }: { device: Device; onClose: () => void }) {
  const words = useTexts().me;
  const doing = useAct(() => api.me.removeDevice(device.id), onClose);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.remove}
      effect={words.removeEffect(device.name)}
      verb={words.remove}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={() => doing.run(undefined)}
    />
  );
}

function Sessions({ sessions }: { sessions: Session[] }) {
  const words = useTexts().me;
  const ending = useAct((id: string) => api.me.endSession(id));
  const columns: Column<Session>[] = [
    {
      key: 'with',
      head: words.with,
      cell: (row) => row.device ?? (row.method === 'provider' ? words.provider : words.demo),
      plain: (row) => row.device ?? row.method,
    },
    {
      key: 'from',
      head: words.from,
      cell: (row) => (
        <span title={row.agent}>
          {agentName(row.agent)} <span className="fq-soft fq-mono">{row.address}</span>
        </span>
      ),
      plain: (row) => row.address,
    },
    moment('began', words.began, (row) => row.createdAt),
    moment('seen', words.lastAct, (row) => row.seenAt),
  ];
  return (
    <Section title={words.sessions} note={words.sessionsNote}>
      <SmallTable
        label={words.sessions}
        columns={columns}
        rows={sessions}
        rowKey={(row) => row.id}
        acts={(row) =>
          row.isThis ? (
            <span className="fq-soft fq-small">{words.thisSession}</span>
          ) : (
            <ActButton kind="quiet" size="small" onClick={() => ending.run(row.id)}>
              {words.end}
            </ActButton>
          )
        }
      />
    </Section>
  );
}
