// The menu of who has signed in: their devices and sessions, and the ways out.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Me } from '../../client/index.ts';
import { PersonMenu } from '../../ui/index.ts';
import { api } from './api.ts';
import { useTexts, useTitle } from './language.tsx';
import { SignOutEverywhere } from './parts/sign-out-everywhere.tsx';
import { useForget } from './signed-in.tsx';

export function MeMenu({ me }: { me: Me }) {
  const { me: words } = useTexts();
  const title = useTitle();
  const navigate = useNavigate();
  const forget = useForget();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <PersonMenu
        label={words.menu}
        name={me.name}
        organisation={title(me.organisation)}
        acts={[
          { label: words.title, onClick: () => void navigate('/me') },
          { label: words.signOut, onClick: () => void api.me.signOut().finally(forget) },
          { label: words.signOutEverywhere, onClick: () => setLeaving(true) },
        ]}
      />
      {isLeaving && <SignOutEverywhere onClose={() => setLeaving(false)} />}
    </>
  );
}
