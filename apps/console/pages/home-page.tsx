// What the console opens with: the day for those of the business, the people for who looks after them, the way to live for an
// institution's own.
import { Navigate } from 'react-router';
import { mayAdminister, seesBusiness, useMe } from '../signed-in.tsx';
import { TodayPage } from './today-page.tsx';

export function HomePage() {
  const me = useMe();
  if (seesBusiness(me)) return <TodayPage />;
  const isInstitution = me.kind !== 'operator';
  return <Navigate to={isInstitution ? '/going-live' : mayAdminister(me) ? '/people' : '/me'} replace />;
}
