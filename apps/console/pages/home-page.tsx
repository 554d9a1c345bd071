// What the console opens with: the day for those of the business, the people for who looks after them, else one's own.
import { Navigate } from 'react-router';
import { mayAdminister, seesBusiness, useMe } from '../signed-in.tsx';
import { TodayPage } from './today-page.tsx';

export function HomePage() {
  const me = useMe();
  if (seesBusiness(me)) return <TodayPage />;
  return <Navigate to={mayAdminister(me) ? '/people' : '/me'} replace />;
}
