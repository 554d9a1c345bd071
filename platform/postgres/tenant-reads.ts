// On whose behalf the database is read. While a tenant's question is answered, every query of the pool runs in a read-only
// transaction of its own, in the role that row-level security applies to, told who the tenant is: nothing but `set local`, so
// that it also holds behind a pooler. What a handler forgets to ask for, the policies leave out.
import { AsyncLocalStorage } from 'node:async_hooks';
import pg, { type PoolClient } from 'pg';

/** Either may be unknown; then nothing of that kind is anyone's. */
export interface Tenant {
  readonly participantId?: string | undefined;
  readonly organisationId?: string | undefined;
}

interface Reading {
  /** The one the tenant is known to: another database may know another by the same id. */
  readonly pool: pg.Pool;
  readonly tenant: Tenant;
}

const readings = new AsyncLocalStorage<Reading | undefined>();

/** Whatever the work reads from this pool is read for the tenant; other pools answer it nothing. For whom it was first said, stays. */
export const readAs = <Result>(pool: pg.Pool, tenant: Tenant, work: () => Result): Result =>
  readings.getStore()?.pool === pool ? work() : readings.run({ pool, tenant }, work);

/** For what is kept for everyone who asks, whoever asks first. Say at its place why no tenant sees more by it. */
export const readAsHouse = <Result>(work: () => Result): Result => readings.run(undefined, work);

/** The same for what is taken bit by bit. */
export async function* eachAsHouse<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
  const iterator = readAsHouse(() => items[Symbol.asyncIterator]());
  try {
    for (;;) {
      const next = await readAsHouse(() => iterator.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await readAsHouse(() => iterator.return?.());
  }
}

/** What a tenant takes bit by bit is read for it to the end, whoever drives the loop. */
export async function* eachAs<Item>(
  pool: pg.Pool,
  tenant: Tenant,
  items: AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  const iterator = readAs(pool, tenant, () => items[Symbol.asyncIterator]());
  try {
    for (;;) {
      const next = await readAs(pool, tenant, () => iterator.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await readAs(pool, tenant, () => iterator.return?.());
  }
}

/** The role of tenants' reads in the words of SQL: each user of PostgreSQL has its own beside it, `feiqian_tenant` of `feiqian`. */
export const TENANT_ROLE = `(left(session_user, 56) || '_tenant')`;

function beginOf({ tenant: { participantId = '', organisationId = '' } }: Reading, level: string): string {
  const set = (name: string, value: string): string => `set_config('${name}', ${value}, true)`;
  const tenant = [
    set('feiqian.participant', pg.escapeLiteral(participantId)),
    set('feiqian.organisation', pg.escapeLiteral(organisationId)),
  ];
  // One text, so one round trip. If any of it fails nothing of it stands, and the question is not asked.
  return `begin ${level} read only; select ${[...tenant, set('role', TENANT_ROLE)].join(', ')}`;
}

/** A connection in a transaction of whoever is read for. `level` is of isolation, the usual one when empty. */
export async function beginOn(pool: pg.Pool, { level = '', mayWrite = false } = {}): Promise<PoolClient> {
  const reading = readingOn(pool);
  const client = await readAsHouse(() => pool.connect());
  try {
    await client.query(reading ? beginOf(reading, level) : `begin ${level}${mayWrite ? '' : ' read only'}`);
    return client;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

function readingOn(pool: pg.Pool): Reading | undefined {
  const reading = readings.getStore();
  if (reading && reading.pool !== pool) throw new Error('A tenant is read for in one database and asks another.');
  return reading;
}

/** Has every query of this pool heed on whose behalf it is asked. */
export function heedTenants(pool: pg.Pool): pg.Pool {
  const [query, connect] = [pool.query.bind(pool), pool.connect.bind(pool)] as [Untyped, Untyped];
  pool.query = ((...given: unknown[]) =>
    readingOn(pool) ? queryAs(pool, given) : query(...given)) as typeof pool.query;
  pool.connect = ((...given: unknown[]) => {
    if (readingOn(pool)) throw new Error('For a tenant a connection is taken by beginOn alone.');
    return connect(...given);
  }) as typeof pool.connect;
  return pool;
}

type Untyped = (...given: unknown[]) => unknown;

async function queryAs(pool: pg.Pool, given: unknown[]): Promise<unknown> {
  const client = await beginOn(pool);
  try {
    return await (client.query as unknown as Untyped).call(client, ...given);
  } finally {
    // It has only read: its answer stands without waiting for the end, which the connection's next waits for.
    client.query('commit').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
  }
}
