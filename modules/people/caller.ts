// Who a session's cookie names to the rest of the house: the kind follows from the person's organisation.
import { findOrganisation } from '../access/index.ts';
import { type Caller, type SignedIn } from '../../platform/http/index.ts';
import { type People } from './people.ts';
import { findSession, type FoundSession, markSeen, type SessionEnd } from './sessions.ts';

/** Nobody without a session that still lets in. An act of the person, not a look of their screen, keeps it alive. */
export async function callerOf(people: People, cookies: Record<string, string>, isAct: boolean): Promise<Caller> {
  const secret = cookies[people.site.cookie];
  const session = secret === undefined ? undefined : await findSession(people, { secret });
  if (!session || session.over) return { kind: 'nobody' };
  const caller = await asCaller(people, session);
  if (isAct && caller.kind !== 'nobody') await markSeen(people, session.id);
  return caller;
}

type Somebody = Pick<FoundSession, 'id' | 'personId' | 'organisationId' | 'login' | 'roles'>;

async function asCaller({ pool }: People, session: Somebody): Promise<Caller> {
  const { id: sessionId, personId: id, organisationId, login: actor, roles } = session;
  const organisation = await findOrganisation(pool, organisationId);
  if (organisation?.state !== 'active') return { kind: 'nobody' };
  const person: SignedIn = { id, roles, sessionId };
  if (organisation.kind === 'central-bank') return { kind: 'operator', actor, person };
  const { participantId } = organisation;
  if (participantId !== null) return { kind: 'participant', actor, participantId, person };
  return { kind: 'organisation', actor, organisationId, person };
}

/** This person as they are now, whether or not they have signed in; nobody once they may not. */
export async function callerOfPerson(people: People, personId: string): Promise<Caller> {
  const { rows } = await people.pool.query<{ organisation_id: string; login: string; roles: string[] }>(
    `select organisation_id, login, roles from people.people where person_id = $1 and state = 'active'`,
    [personId],
  );
  const [row] = rows;
  if (!row) return { kind: 'nobody' };
  const { organisation_id: organisationId, login, roles } = row;
  return asCaller(people, { id: '', personId, organisationId, login, roles });
}

/** For what was opened under a session and is still under way. */
export async function isStillIn(people: People, { sessionId }: SignedIn): Promise<boolean> {
  const session = await findSession(people, { id: sessionId });
  return session !== undefined && session.over === undefined;
}

/** Why the session of this cookie is over; undefined when there was none, or it is not. */
export async function whyOver(people: People, cookies: Record<string, string>): Promise<SessionEnd | undefined> {
  const secret = cookies[people.site.cookie];
  return secret === undefined ? undefined : (await findSession(people, { secret }))?.over;
}

export function cookieOf({ site, limits }: People, secret: string): string {
  const secure = site.origin.startsWith('https:') ? '; Secure' : '';
  return `${site.cookie}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${limits.absolute / 1_000_000}${secure}`;
}

export const noCookie = ({ site }: People): string => `${site.cookie}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
