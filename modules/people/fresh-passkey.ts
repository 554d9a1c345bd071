// That it is the person who has signed in, and not somebody at their screen: their passkey answers a question asked just now.
import { type AuthenticationResponseJSON } from '@simplewebauthn/server';
import { Refusal } from '../../platform/refusal.ts';
import { takeChallenge } from './challenges.ts';
import { findHolder, markUsed } from './passkey-holder.ts';
import { askForAnswer, checkPasskey } from './passkeys.ts';
import { type People } from './people.ts';
import { requirePerson } from './reads.ts';

export async function askToConfirm(people: People, personId: string) {
  await requirePerson(people.pool, personId);
  return askForAnswer(people, { purpose: 'confirm', personId });
}

/** Refuses `passkey_needed`, `challenge_over`. */
export async function requireFresh(
  people: People,
  personId: string,
  proof: AuthenticationResponseJSON | undefined,
): Promise<void> {
  if (!proof) throw new Refusal('passkey_needed');
  const challenge = await takeChallenge(people, proof.response.clientDataJSON, { purpose: 'confirm', personId });
  const holder = await findHolder(people, proof.id);
  const isTheirs = holder?.person.id === personId;
  const counter = isTheirs ? await checkPasskey(people, holder, proof, challenge) : undefined;
  const isUsed = counter !== undefined && (await markUsed(people.pool, holder!, counter, people.clock.now()));
  if (!isUsed) throw new Refusal('passkey_needed');
}
