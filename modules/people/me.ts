// Who has signed in, as their own page and the frame of every page show them.
import { findOrganisation } from '../access/index.ts';
import { MICROS_PER_SECOND } from '../../platform/instant.ts';
import { assert } from '../../platform/refusal.ts';
import { type People } from './people.ts';
import { type MeJson } from './person.ts';
import { readPerson } from './reads.ts';
import { findSession } from './sessions.ts';

/** Undefined when the session has been ended since it let this call in. */
export async function readMe(people: People, sessionId: string): Promise<MeJson | undefined> {
  const session = await findSession(people, { id: sessionId });
  if (!session) return undefined;
  const person = await readPerson(people.pool, session.personId);
  const organisation = await findOrganisation(people.pool, person.organisationId);
  assert(organisation, 'a person has an organisation');
  const { kind, participantId, name } = organisation;
  return {
    ...person,
    organisation: name,
    kind: kind === 'central-bank' ? 'operator' : participantId === null ? 'organisation' : 'participant',
    sessionId,
    method: session.method,
    sessionEndsAt: session.expiresAt,
    idleSeconds: people.limits.idle / MICROS_PER_SECOND,
  };
}
