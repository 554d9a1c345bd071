// Endpoints are registered, changed, given a new secret, and removed: each with its act.
import { randomBytes } from 'node:crypto';
import { type ClientBase } from 'pg';
import { readLogSize } from '../evidence/index.ts';
import { formatInstant, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { checkedAddress, isWrong, readUrl } from '../../platform/outward/addresses.ts';
import { eventFor } from './event.ts';
import { TEST_TYPE } from './event-types.ts';
import { newSecret, secretText } from './secrets.ts';
import { type Webhooks } from './webhooks.ts';

const MOST_ENDPOINTS = 20;

export interface By {
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string | undefined;
}

export interface GivenEndpoint {
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
}

export interface MadeEndpoint {
  readonly id: string;
  /** As it is shown, this once. */
  readonly secret: string;
}

/** Refuses `webhook_address_malformed`, `webhook_address_not_https`, `webhook_address_internal`, `webhooks_too_many`. */
export async function registerEndpoint(
  webhooks: Webhooks,
  organisationId: string,
  given: GivenEndpoint,
  by: By,
): Promise<MadeEndpoint> {
  const url = await requireAddress(webhooks, given.url);
  const id = `whe_${randomBytes(9).toString('base64url')}`;
  const secret = newSecret();
  await inTransaction(webhooks.pool, async (client) => {
    // In turn: the first endpoint of all decides where the reading begins, and no organisation has too many.
    await client.query('lock table webhooks.endpoints in share row exclusive mode');
    await beginReading(client, webhooks.bookId);
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int4 as count from webhooks.endpoints where organisation_id = $1 and state <> 'removed'`,
      [organisationId],
    );
    if (rows[0]!.count >= MOST_ENDPOINTS) throw new Refusal('webhooks_too_many', { details: { most: MOST_ENDPOINTS } });
    await client.query(
      `insert into webhooks.endpoints (endpoint_id, organisation_id, url, description, events, state, secret, created_at)
       values ($1, $2, $3, $4, $5, 'active', $6, $7)`,
      [id, organisationId, url, given.description, given.events, webhooks.box.seal(id, secret), formatInstant(by.at)],
    );
    await recordAct(client, id, 'registered', by);
  });
  return { id, secret: secretText(secret) };
}

/** While nobody was told, the log was not read; what it says before now is nobody's news. */
async function beginReading(client: ClientBase, bookId: number): Promise<void> {
  const { rowCount } = await client.query(`select from webhooks.endpoints where state <> 'removed' limit 1`);
  if (rowCount !== 0) return;
  await client.query(
    'insert into webhooks.positions (book_id, leaf) values ($1, $2) on conflict (book_id) do update set leaf = $2',
    [bookId, await readLogSize(client, bookId)],
  );
}

/** Setting it active lets one that was disabled go on with what waits. */
export async function changeEndpoint(
  webhooks: Webhooks,
  organisationId: string,
  id: string,
  given: GivenEndpoint & { readonly state: 'active' | 'paused' },
  by: By,
): Promise<void> {
  await inTransaction(webhooks.pool, (client) => lockEndpoint(client, organisationId, id));
  const url = await requireAddress(webhooks, given.url);
  await inTransaction(webhooks.pool, async (client) => {
    const before = await lockEndpoint(client, organisationId, id);
    await client.query(
      `update webhooks.endpoints set url = $2, description = $3, events = $4, state = $5, disabled_because = null,
         disabled_at = null where endpoint_id = $1`,
      [id, url, given.description, given.events, given.state],
    );
    // What waited for its time is tried at once: someone has seen to it.
    if (before !== 'active' && given.state === 'active') {
      await client.query(
        `update webhooks.deliveries set failures = 0, next_at = $2 where endpoint_id = $1 and state = 'pending'`,
        [id, formatInstant(by.at)],
      );
    }
    await recordAct(client, id, given.state === before ? 'changed' : given.state, by);
  });
}

/** Both secrets sign until the overlap is over. */
export async function rotateSecret(
  webhooks: Webhooks,
  organisationId: string,
  id: string,
  overlapSeconds: number,
  by: By,
): Promise<MadeEndpoint> {
  const secret = newSecret();
  await inTransaction(webhooks.pool, async (client) => {
    await lockEndpoint(client, organisationId, id);
    await client.query(
      `update webhooks.endpoints set previous_secret = secret, previous_until = $3, secret = $2 where endpoint_id = $1`,
      [id, webhooks.box.seal(id, secret), formatInstant(by.at + overlapSeconds * MICROS_PER_SECOND)],
    );
    await recordAct(client, id, 'secret-rotated', by);
  });
  return { id, secret: secretText(secret) };
}

/** Its log stays; nothing more is sent. */
export async function removeEndpoint(webhooks: Webhooks, organisationId: string, id: string, by: By): Promise<void> {
  await inTransaction(webhooks.pool, async (client) => {
    await lockEndpoint(client, organisationId, id);
    await client.query(
      `update webhooks.endpoints set state = 'removed', disabled_because = null, disabled_at = null
       where endpoint_id = $1`,
      [id],
    );
    await recordAct(client, id, 'removed', by);
  });
}

/** Sent in its turn like any other. Answers the delivery. */
export async function sendTest(webhooks: Webhooks, organisationId: string, id: string, by: By): Promise<string> {
  const at = formatInstant(by.at);
  const key = `${TEST_TYPE}/${randomBytes(12).toString('hex')}`;
  const event = eventFor(organisationId, { type: TEST_TYPE, key, occurredAt: at, data: { endpointId: id } });
  return inTransaction(webhooks.pool, async (client) => {
    await lockEndpoint(client, organisationId, id);
    await client.query(
      `insert into webhooks.events (event_id, organisation_id, type, occurred_at, made_at, body)
       values ($1, $2, $3, $4, $4, $5)`,
      [event.id, organisationId, event.type, at, event.body],
    );
    const { rows } = await client.query<{ number: string }>(
      `insert into webhooks.deliveries (endpoint_id, event_id, cause, state, failures, created_at, next_at)
       values ($1, $2, 'test', 'pending', 0, $3, $3) returning number::text`,
      [id, event.id, at],
    );
    await recordAct(client, id, 'tested', by);
    return rows[0]!.number;
  });
}

/** Refuses `webhook_not_found`; answers the state it has. */
export async function lockEndpoint(client: ClientBase, organisationId: string, id: string): Promise<string> {
  const { rows } = await client.query<{ state: string }>(
    `select state from webhooks.endpoints where organisation_id = $1 and endpoint_id = $2 and state <> 'removed'
     for update`,
    [organisationId, id],
  );
  if (!rows[0]) throw new Refusal('webhook_not_found', { field: '/webhookId' });
  return rows[0].state;
}

export async function recordAct(client: ClientBase, id: string, act: string, { actor, at, reason }: By): Promise<void> {
  await client.query(
    'insert into webhooks.acts (endpoint_id, at, actor, act, reason) values ($1, $2, $3, $4, $5)',
    [id, formatInstant(at), actor, act, reason ?? null],
  );
} // prettier-ignore

/** A name nobody knows yet is let in; it is looked at again before each attempt, as every one is. */
async function requireAddress({ allowed, resolve }: Webhooks, text: string): Promise<string> {
  const url = readUrl(text, allowed);
  const wrong = isWrong(url) ? url : await checkedAddress(url, allowed, resolve);
  if (isWrong(wrong) && wrong !== 'name-not-found') {
    throw new Refusal(`webhook_${wrong.replaceAll('-', '_')}`, { field: '/url' });
  }
  return (url as URL).href;
}
