// What an administrator does for a person: roles, lock and unlock, a new link, recovery by two, leaving.
import { useState } from 'react';
import { type EnrolmentLink, type PersonDetail } from '../../../client/index.ts';
import { ActButton, ActMenu, ConfirmAction } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { administratorRole, mayAdminister, useMe } from '../signed-in.tsx';
import { LinkShown } from './link-shown.tsx';
import { RolesField } from './roles-field.tsx';
import { useAct } from './use-act.ts';

type Deed = 'roles' | 'lock' | 'unlock' | 'leave' | 'link' | 'recover' | 'confirm' | 'withdraw';

export function PersonActs({ person }: { person: PersonDetail }) {
  const { people: words } = useTexts();
  const me = useMe();
  const [deed, setDeed] = useState<Deed>();
  const [made, setMade] = useState<EnrolmentLink>();
  const { state, isEnrolled, recovery } = person;
  const close = () => setDeed(undefined);
  const cannot = !mayAdminister(me)
    ? words.onlyFor(words.role[administratorRole(me)]!)
    : me.id === person.id
      ? words.oneself
      : state === 'left'
        ? words.gone
        : undefined;
  const whenActive = cannot ?? (state === 'locked' ? words.isLocked : undefined);
  const asked = recovery?.firstBy === me.login ? words.youAsked : undefined;
  const others: { label: string; deed: Deed; disabledReason: string | undefined }[] = [
    state === 'locked'
      ? { label: words.unlock, deed: 'unlock', disabledReason: cannot }
      : { label: words.lock, deed: 'lock', disabledReason: cannot },
    ...(isEnrolled ? [] : [{ label: words.newLink, deed: 'link' as const, disabledReason: whenActive }]),
    ...(isEnrolled && !recovery
      ? [{ label: words.recover, deed: 'recover' as const, disabledReason: whenActive }]
      : []),
    ...(recovery ? [{ label: words.withdraw, deed: 'withdraw' as const, disabledReason: cannot }] : []),
    { label: words.leave, deed: 'leave', disabledReason: cannot },
  ];
  return (
    <>
      {recovery && (
        <ActButton kind="primary" disabledReason={whenActive ?? asked} onClick={() => setDeed('confirm')}>
          {words.confirm}
        </ActButton>
      )}
      <ActButton disabledReason={cannot} onClick={() => setDeed('roles')}>
        {words.setRoles}
      </ActButton>
      <ActMenu
        label={words.acts}
        acts={others.map(({ deed: each, ...act }) => ({ ...act, onClick: () => setDeed(each) }))}
      />
      {deed === 'roles' && <ChangeRoles person={person} onClose={close} />}
      {deed && deed !== 'roles' && <Plain deed={deed} person={person} onClose={close} onLink={setMade} />}
      {made && <LinkShown made={made} onClose={() => setMade(undefined)} />}
    </>
  );
}

function ChangeRoles({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const { people: words } = useTexts();
  const me = useMe();
  const [roles, setRoles] = useState<string[]>(person.roles);
  const doing = useAct((reason: string) => api.people.setRoles(person.id, { roles, reason }), onClose);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.setRoles}
      effect={words.rolesEffect(person.name)}
      verb={words.setRoles}
      needsReason
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={doing.run}
    >
      <RolesField
        isCentralBank={me.kind === 'operator' && person.organisationId === me.organisationId}
        value={roles}
        onChange={setRoles}
      />
    </ConfirmAction>
  );
}

function Plain(props: {
  deed: Exclude<Deed, 'roles'>;
  person: PersonDetail;
  onClose: () => void;
  onLink: (made: EnrolmentLink) => void;
}) {
  const { deed, person, onClose, onLink } = props;
  const { people: words } = useTexts();
  const { id, name, sessions, recovery } = person;
  const deeds = {
    lock: { verb: words.lock, effect: words.lockEffect(name, sessions), act: (r: string) => api.people.lock(id, r) },
    unlock: { verb: words.unlock, effect: words.unlockEffect(name), act: (r: string) => api.people.unlock(id, r) },
    leave: { verb: words.leave, effect: words.leaveEffect(name), act: (r: string) => api.people.leave(id, r) },
    recover: {
      verb: words.recover,
      effect: words.recoverEffect(name),
      act: (r: string) => api.people.askRecovery(id, r),
    },
    link: { verb: words.newLink, effect: words.newLinkEffect, act: () => api.people.inviteAgain(id) },
    confirm: {
      verb: words.confirm,
      effect: words.confirmEffect(name, recovery?.firstBy ?? ''),
      act: () => api.people.confirmRecovery(id),
    },
    withdraw: {
      verb: words.withdraw,
      effect: words.waits(recovery?.firstBy ?? ''),
      act: () => api.people.withdrawRecovery(id),
    },
  } as const;
  const { verb, effect, act } = deeds[deed];
  const doing = useAct(
    (reason: string): Promise<EnrolmentLink | PersonDetail> => act(reason),
    (answer) => {
      onClose();
      if (answer && 'link' in answer) onLink(answer);
    },
  );
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={verb}
      effect={effect}
      verb={verb}
      needsReason={['lock', 'unlock', 'leave', 'recover'].includes(deed)}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={doing.run}
    />
  );
}
