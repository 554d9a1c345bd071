// What an authenticator is asked to sign. Kept here, taken out once: whatever comes of the first answer, there is no second.
import { randomBytes } from 'node:crypto';
import { formatInstant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type People } from './people.ts';

export interface Asked {
  readonly purpose: 'sign-in' | 'enrol' | 'add-device' | 'confirm' | 'add-another';
  readonly personId?: string;
  readonly enrolmentId?: string;
}

/** 256 random bits, good for five minutes. */
export async function issueChallenge({ pool, clock, limits }: People, asked: Asked): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  const at = clock.now();
  await pool.query('delete from people.challenges where expires_at <= $1', [formatInstant(at)]);
  await pool.query(
    `insert into people.challenges (challenge, purpose, person_id, enrolment_id, expires_at) values ($1, $2, $3, $4, $5)`,
    [challenge, asked.purpose, asked.personId ?? null, asked.enrolmentId ?? null, formatInstant(at + limits.challenge)],
  );
  return challenge;
}

/** The challenge an answer was made for, taken out. Refuses `challenge_over` when it is not one we wait for. */
export async function takeChallenge({ pool, clock }: People, clientData: string, asked: Asked): Promise<string> {
  const challenge = challengeIn(clientData);
  const { rows } = await pool.query<{ purpose: string; person_id: string | null; enrolment_id: string | null }>(
    `delete from people.challenges where challenge = $1 and expires_at > $2 returning purpose, person_id, enrolment_id`,
    [challenge, formatInstant(clock.now())],
  );
  const isIt =
    rows[0]?.purpose === asked.purpose &&
    rows[0].person_id === (asked.personId ?? null) &&
    rows[0].enrolment_id === (asked.enrolmentId ?? null);
  if (!isIt) throw new Refusal('challenge_over');
  return challenge;
}

function challengeIn(clientData: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}
