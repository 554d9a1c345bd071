// Reading routes are answered on behalf of who asks: what a tenant's handler reads from the database goes through row-level
// security, whatever the handler itself asks for. The central bank's own callers read all; what is open to everyone is read for
// nobody in particular, and says the same to all.
import { type Pool } from '../postgres/connect.ts';
import { eachAs, readAs, type Tenant } from '../postgres/tenant-reads.ts';
import { type Caller, type Route } from './route.ts';

export interface Isolation {
  readonly pool: Pool;
  /** For whom the database is read when this caller asks; undefined for the house itself. */
  tenantOf(caller: Caller): Promise<Tenant | undefined> | Tenant | undefined;
}

const isEach = (answer: unknown): answer is AsyncIterable<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;

/** The route with a handler that reads for who asks. A write is decided by the house, and its route as it is. */
export function isolated(route: Route, isolation: Isolation | undefined): Route {
  if (!isolation || route.method !== 'GET' || route.may.includes('nobody')) return route;
  const { pool } = isolation;
  return {
    ...route,
    handle: async (call) => {
      const tenant = await isolation.tenantOf(call.caller);
      if (!tenant) return route.handle(call);
      const answer: unknown = await readAs(pool, tenant, () => route.handle(call));
      return isEach(answer) ? eachAs(pool, tenant, answer) : answer;
    },
  };
}
