// Delivery to one endpoint, in the order of its deliveries. What is not taken is tried again by the schedule; at first it
// holds up what comes after, later only itself. While nothing is taken at all, the oldest leads: beside it one more is
// tried each time, to tell a receiver that is away from an event it cannot take.
import { formatInstant, type Instant, MICROS_PER_SECOND, parseInstant } from '../../platform/instant.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { type Attempt, post } from './post.ts';
import { delayAfter, HOLDING_FAILURES } from './schedule.ts';
import { signatureOf } from './secrets.ts';
import { type Webhooks } from './webhooks.ts';

const MOST_AT_ONCE = 16;

export interface DueEndpoint {
  readonly id: string;
}

interface Waiting {
  readonly number: string;
  readonly eventId: string;
  readonly body: string;
  readonly failures: number;
  readonly nextAt: string;
}

/** Endpoints with something due that are not at work already, those that waited longest first. */
export async function deliverDue({ pool, clock }: Webhooks, busy: readonly string[]): Promise<DueEndpoint[]> {
  const room = MOST_AT_ONCE - busy.length;
  if (room <= 0) return [];
  const { rows } = await pool.query<DueEndpoint>(
    `select endpoint_id as id from webhooks.endpoints e
     cross join lateral (
       select next_at from webhooks.deliveries d
       where d.endpoint_id = e.endpoint_id and d.state = 'pending' and d.next_at <= $1 order by d.number limit 1
     ) due
     where e.state = 'active' and not (e.endpoint_id = any($2)) order by due.next_at limit $3`,
    [formatInstant(clock.now()), busy, room],
  );
  return rows;
}

export async function deliverTo(webhooks: Webhooks, { id }: DueEndpoint): Promise<void> {
  let [after, leader] = ['0', undefined as Waiting | undefined];
  let hasSuccess = false;
  while (!webhooks.signal.aborted) {
    const [endpoint, waiting] = [await readTarget(webhooks, id), await nextWaiting(webhooks, id, after)];
    if (endpoint?.state !== 'active' || !waiting) return;
    after = waiting.number;
    const now = webhooks.clock.now();
    if (parseInstant(waiting.nextAt)! > now) {
      if (waiting.failures < HOLDING_FAILURES) return;
      leader ??= waiting;
      continue;
    }
    const attempt = await send(webhooks, endpoint, waiting);
    // Cut off by our own end: not recorded, sent again at the next start.
    if (webhooks.signal.aborted && attempt.failure !== null) return;
    if (attempt.failure === null) {
      await recordTaken(webhooks, id, waiting, attempt, now);
      hasSuccess = true;
      continue;
    }
    const led = leader !== undefined && !hasSuccess ? leader : undefined;
    const failures = await recordFailure(webhooks, id, waiting, attempt, now, led);
    if (led || failures < HOLDING_FAILURES) return;
    leader ??= waiting;
  }
}

interface Target {
  readonly id: string;
  readonly state: string;
  readonly url: string;
  readonly secret: Buffer;
  readonly previousSecret: Buffer | null;
  readonly previousUntil: string | null;
}

async function readTarget({ pool }: Webhooks, id: string): Promise<Target | undefined> {
  const { rows } = await pool.query<Target>(
    `select endpoint_id as id, state, url, secret, previous_secret as "previousSecret",
       ${moment('previous_until', '"previousUntil"')}
     from webhooks.endpoints where endpoint_id = $1`,
    [id],
  );
  return rows[0];
}

async function nextWaiting({ pool }: Webhooks, endpointId: string, after: string): Promise<Waiting | undefined> {
  const { rows } = await pool.query<Waiting>(
    `select d.number::text, event_id as "eventId", body, failures, ${moment('next_at', '"nextAt"')}
     from webhooks.deliveries d join webhooks.events using (event_id)
     where endpoint_id = $1 and state = 'pending' and d.number > $2::int8 order by d.number limit 1`,
    [endpointId, after],
  );
  return rows[0];
}

function send(webhooks: Webhooks, target: Target, { eventId, body }: Waiting): Promise<Attempt> {
  const now = webhooks.clock.now();
  const seconds = Math.floor(now / MICROS_PER_SECOND);
  const isBoth = target.previousUntil !== null && target.previousUntil > formatInstant(now);
  const sealed = [target.secret, ...(isBoth ? [target.previousSecret!] : [])];
  const secrets = sealed.map((each) => webhooks.box.open(target.id, each));
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Feiqian-Webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureOf(secrets, eventId, seconds, body),
  };
  const { allowed, resolve, timeoutMs, signal } = webhooks;
  return post(target.url, headers, body, { allowed, resolve, timeoutMs, signal });
}

const INSERT_ATTEMPT = `insert into webhooks.attempts (delivery, attempt, at, duration_ms, status, failure, answer)
  select $1, coalesce(max(attempt), 0) + 1, $2, $3, $4, $5, $6 from webhooks.attempts where delivery = $1`;

const attemptValues = (number: string, { durationMs, status, failure, answer }: Attempt, at: Instant) => [
  number,
  formatInstant(at),
  durationMs,
  status,
  failure,
  answer,
];

async function recordTaken({ pool }: Webhooks, endpointId: string, { number }: Waiting, attempt: Attempt, at: Instant) {
  await inTransaction(pool, async (client) => {
    await client.query(INSERT_ATTEMPT, attemptValues(number, attempt, at));
    await client.query(`update webhooks.deliveries set state = 'delivered', ended_at = $2 where number = $1`, [
      number,
      formatInstant(at),
    ]);
    await client.query('update webhooks.endpoints set last_success_at = $2 where endpoint_id = $1', [
      endpointId,
      formatInstant(at),
    ]);
  });
}

/** Answers how many failures count. One that was only tried beside its leader waits with it and has none more. */
async function recordFailure(
  { pool }: Webhooks,
  endpointId: string,
  { number, failures: before }: Waiting,
  attempt: Attempt,
  at: Instant,
  leader: Waiting | undefined,
): Promise<number> {
  const failures = leader ? before : before + 1;
  const delay = leader ? 0 : delayAfter(failures, Math.random(), attempt.retryAfterSeconds);
  const nextAt = leader ? leader.nextAt : formatInstant(at + Math.round((delay ?? 0) * MICROS_PER_SECOND));
  const isGone = attempt.status === 410;
  await inTransaction(pool, async (client) => {
    await client.query(INSERT_ATTEMPT, attemptValues(number, attempt, at));
    const isOver = delay === undefined || isGone;
    await client.query(
      `update webhooks.deliveries set failures = $2, next_at = $3, state = case when $4 then 'failed' else state end,
         ended_at = case when $4 then $5::timestamptz end where number = $1`,
      [number, failures, nextAt, isOver, formatInstant(at)],
    );
    if (!isOver) return;
    // One that takes other events is not away: what it cannot take is given up alone.
    await client.query(
      `update webhooks.endpoints e set state = 'disabled', disabled_because = $2, disabled_at = $3
       from webhooks.deliveries d
       where e.endpoint_id = $1 and e.state = 'active' and d.number = $4
         and ($2 = 'gone' or e.last_success_at is null or e.last_success_at < d.created_at)`,
      [endpointId, isGone ? 'gone' : 'failing', formatInstant(at), number],
    );
  });
  return failures;
}
