// Failures in a row, and the wait that follows them. Counted for an address, and for a person from an address: whoever
// fails elsewhere in somebody's name does not keep them from signing in where they usually do.
import { type ClientBase } from 'pg';
import { formatInstant, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { FAILURES_FORGOTTEN_AFTER, waitAfter } from './limits.ts';

type Reader = Pick<ClientBase, 'query'>;

/** Whom an attempt counts against: one who has signed in from this address before, or the address itself. */
export async function subjectOf(reader: Reader, personId: string | undefined, address: string): Promise<string> {
  if (personId === undefined) return `address ${address}`;
  const { rowCount } = await reader.query(
    `select 1 from people.sessions where person_id = $1 and address = $2 and method = 'passkey' limit 1`,
    [personId, address],
  );
  return rowCount ? `person ${personId} at ${address}` : `address ${address}`;
}

/** Refuses `sign_in_blocked` while it must wait. */
export async function refuseBlocked(reader: Reader, subject: string, at: Instant): Promise<void> {
  const { rows } = await reader.query<{ until: string }>(
    `select (extract(epoch from blocked_until) * 1000000)::int8::text as until from people.attempts
     where subject = $1 and blocked_until > $2`,
    [subject, formatInstant(at)],
  );
  if (!rows[0]) return;
  const seconds = Math.ceil((Number(rows[0].until) - at) / MICROS_PER_SECOND);
  throw new Refusal('sign_in_blocked', { details: { waitSeconds: seconds } });
}

/** Answers how long is to be waited from now on, in microseconds. */
export async function countFailure(client: ClientBase, subject: string, at: Instant): Promise<number> {
  const forgotten = formatInstant(at - FAILURES_FORGOTTEN_AFTER);
  const { rows } = await client.query<{ failures: number }>(
    `insert into people.attempts (subject, failures, failed_at) values ($1, 1, $2)
     on conflict (subject) do update
       set failures = case when attempts.failed_at < $3 then 1 else attempts.failures + 1 end, failed_at = $2
     returning failures`,
    [subject, formatInstant(at), forgotten],
  );
  const wait = waitAfter(rows[0]!.failures);
  await client.query('update people.attempts set blocked_until = $2 where subject = $1', [
    subject,
    wait === 0 ? null : formatInstant(at + wait),
  ]);
  await client.query('delete from people.attempts where failed_at < $1', [forgotten]);
  return wait;
}

export async function forgetFailures(client: ClientBase, subject: string): Promise<void> {
  await client.query('delete from people.attempts where subject = $1', [subject]);
}
