// Enrolling by a link: the person's first passkey, or after a recovery the one that takes the place of all before. Who
// enrols is signed in by it.
import { type RegistrationResponseJSON } from '@simplewebauthn/server';
import { formatInstant } from '../../platform/instant.ts';
import { inTransaction, isTaken } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordAct } from './acts.ts';
import { insertDevice, removeAllDevices } from './devices.ts';
import { type OpenEnrolment, requireEnrolment } from './enrolments.ts';
import { askForPasskey, takePasskey } from './passkeys.ts';
import { type People } from './people.ts';
import { endSessions, type MadeSession, openSession } from './sessions.ts';
import { type From } from './sign-in.ts';

export interface GivenName {
  readonly name?: string | undefined;
  readonly login?: string | undefined;
}

/** What the authenticator is asked. The first administrator says who they are. Refuses `name_needed`, `login_known`. */
export async function beginEnrolment(people: People, token: string, given: GivenName) {
  const { pool, clock } = people;
  const enrolment = await requireEnrolment(pool, token, clock.now());
  const { login, name } = enrolment.purpose === 'first' ? await nameFirst(people, enrolment, given) : enrolment;
  const owner = { login, name, userHandle: enrolment.userHandle, enrolled: [] };
  return askForPasskey(people, owner, askedOf(enrolment));
}

async function nameFirst({ pool }: People, { person }: OpenEnrolment, { name, login }: GivenName) {
  if (name === undefined || login === undefined) throw new Refusal('name_needed');
  try {
    await pool.query('update people.people set name = $2, login = $3 where person_id = $1', [person.id, name, login]);
  } catch (error) {
    if (isTaken(error)) throw new Refusal('login_known', { field: '/login' });
    throw error;
  }
  return { name, login };
}

const askedOf = ({ id, person }: OpenEnrolment) =>
  ({ purpose: 'enrol', personId: person.id, enrolmentId: id }) as const;

/** Refuses what the link refuses, `challenge_over`, `passkey_wrong`, `device_known`. */
export async function finishEnrolment(
  people: People,
  token: string,
  given: { readonly response: RegistrationResponseJSON; readonly deviceName: string },
  from: From,
): Promise<MadeSession> {
  const { pool, clock } = people;
  const at = clock.now();
  const asked = askedOf(await requireEnrolment(pool, token, at));
  const passkey = await takePasskey(people, given.response, asked);
  return inTransaction(pool, async (client) => {
    // Again, and now held: two who use the link at once are one after the other here.
    const { id, purpose, person, login } = await requireEnrolment(client, token, at, 'for update of e');
    await client.query('update people.enrolments set used_at = $2 where enrolment_id = $1', [id, formatInstant(at)]);
    if (purpose === 'recovery') {
      await removeAllDevices(client, person.id, at);
      await endSessions(client, person.id, 'recovered', at);
    }
    const deviceId = await insertDevice(client, person.id, passkey, given.deviceName, at);
    const session = await openSession(
      client,
      people,
      { personId: person.id, method: 'passkey', deviceId, ...from },
      at,
    );
    const by = { actor: login, at, address: from.address, sessionId: session.id };
    const act = purpose === 'recovery' ? 'recovered' : 'enrolled';
    await recordAct(client, by, { act, person, detail: given.deviceName });
    await recordAct(client, by, { act: 'signed-in', person });
    return session;
  });
}
