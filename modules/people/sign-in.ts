// Signing in with a passkey. A failure is written down and counted, a success forgets what was counted; neither answer
// tells a guesser whether there is such a person.
import { type AuthenticationResponseJSON } from '@simplewebauthn/server';
import { findOrganisation } from '../access/index.ts';
import { type Instant } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordAct } from './acts.ts';
import { countFailure, forgetFailures, refuseBlocked, subjectOf } from './attempts.ts';
import { takeChallenge } from './challenges.ts';
import { findHolder, type Holder, markUsed } from './passkey-holder.ts';
import { checkPasskey } from './passkeys.ts';
import { type People } from './people.ts';
import { type MadeSession, openSession } from './sessions.ts';

/** Where a request comes from. */
export interface From {
  readonly address: string;
  readonly agent: string;
}

/** Refuses `sign_in_blocked`, `challenge_over`, `sign_in_failed`, `person_locked`, `organisation_closed`. */
export async function signIn(people: People, response: AuthenticationResponseJSON, from: From): Promise<MadeSession> {
  const { pool, clock } = people;
  const at = clock.now();
  const holder = await findHolder(people, response.id);
  const subject = await subjectOf(pool, holder?.person.id, from.address);
  await refuseBlocked(pool, subject, at);
  const challenge = await takeChallenge(people, response.response.clientDataJSON, { purpose: 'sign-in' }).catch(
    async (error: unknown) => {
      if (error instanceof Refusal) await writeFailure(people, subject, holder, from, at, 'challenge over');
      throw error;
    },
  );
  const counter = holder && (await checkPasskey(people, holder, response, challenge));
  if (!holder || counter === undefined || holder.state === 'left') {
    await writeFailure(people, subject, holder, from, at, holder ? 'passkey not accepted' : 'passkey unknown');
    throw new Refusal('sign_in_failed');
  }
  if (holder.state === 'locked') {
    await writeFailure(people, subject, holder, from, at, 'person locked');
    throw new Refusal('person_locked');
  }
  const organisation = await findOrganisation(pool, holder.person.organisationId);
  if (organisation?.state !== 'active') throw new Refusal('organisation_closed');
  return inTransaction(pool, async (client) => {
    if (!(await markUsed(client, holder, counter, at))) throw new Refusal('sign_in_failed');
    const given = { personId: holder.person.id, method: 'passkey', deviceId: holder.deviceId, ...from } as const;
    const made = await openSession(client, people, given, at);
    await forgetFailures(client, subject);
    const by = { actor: holder.login, at, address: from.address, sessionId: made.id };
    await recordAct(client, by, { act: 'signed-in', person: holder.person });
    return made;
  });
}

export async function writeFailure(
  { pool }: People,
  subject: string,
  holder: Holder | undefined,
  { address }: From,
  at: Instant,
  detail: string,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const wait = await countFailure(client, subject, at);
    const by = { actor: 'nobody', at, address };
    await recordAct(client, by, { act: 'failed', person: holder?.person, detail });
    if (wait === 0) return;
    const seconds = wait / 1_000_000;
    await recordAct(client, by, { act: 'blocked', person: holder?.person, detail: `${subject}, ${seconds} s` });
  });
}

/** One click in the demo. Refuses `demo_only`, `person_locked`. */
export async function signInToDemo(people: People, login: string, from: From): Promise<MadeSession> {
  const { pool, clock } = people;
  if (!people.demoLogins.includes(login) || !isLoopback(from.address)) throw new Refusal('demo_only');
  const at = clock.now();
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ person_id: string; organisation_id: string; state: string }>(
      'select person_id, organisation_id, state from people.people where login = $1',
      [login],
    );
    if (!rows[0]) throw new Refusal('demo_only');
    if (rows[0].state !== 'active') throw new Refusal('person_locked');
    const person = { id: rows[0].person_id, organisationId: rows[0].organisation_id };
    const made = await openSession(
      client,
      people,
      { personId: person.id, method: 'demo', deviceId: null, ...from },
      at,
    );
    const by = { actor: login, at, address: from.address, sessionId: made.id };
    await recordAct(client, by, { act: 'signed-in', person, detail: 'demo' });
    return made;
  });
}

const isLoopback = (address: string): boolean => /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address);
