// The way into environments: `/sandbox/{organisationId}/v1/…`. Whoever asks reaches its own organisation's, the central bank's
// operators all; another's and one that is not there answer the same.
import { type Caller, type Entry, type Mount, type Place, type Route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { ownOf } from '../access/index.ts';
import { OWN_KINDS, type OwnKind } from './environment.ts';
import { type Environments } from './environments.ts';
import { type Opened } from './opened.ts';

/** `routes`: those that every environment has. */
export function environmentMounts(environments: Environments, routes: readonly Route[]): Mount[] {
  return OWN_KINDS.map((kind) => ({
    base: `/${kind}/{organisationId}`,
    environment: kind,
    routes,
    enter: (entry) => enter(environments, kind, entry),
  }));
}

async function enter(environments: Environments, kind: OwnKind, entry: Entry): Promise<Place> {
  const { caller, params, route, target } = entry;
  if (caller.kind === 'nobody') throw new Refusal('token_missing');
  const organisationId = params.organisationId!;
  const own = await ownOf(environments.pool, caller);
  if (own !== 'all' && own !== organisationId) throw new Refusal('environment_not_found');
  const opened = await environments.open({ organisationId, kind });
  const isControl = route.path.startsWith('/v1/environment');
  if (!isControl) opened.faults.requireLink();
  const path = target.slice(target.indexOf('/v1/'));
  const left = opened.enter({ method: route.method, path, actor: caller.actor }, isControl ? undefined : entry.cut);
  return {
    caller: tenantOf(caller, opened),
    tenant: caller.kind === 'operator' ? undefined : { participantId: opened.house.tenantId },
    readsFrom: opened.house.pool,
    // A reset takes the house's own away while it is answered.
    pool: isControl ? environments.pool : opened.house.pool,
    routeOf: ({ method, path }) => opened.house.routes.find((each) => each.method === method && each.path === path)!,
    onRefusedWrite: (refused) => opened.house.onRefusedWrite(refused),
    left,
  };
}

/** Whatever the organisation is at live: here it is a participant. */
function tenantOf(caller: Exclude<Caller, { kind: 'nobody' }>, { house }: Opened): Caller {
  if (caller.kind === 'operator') return caller;
  const { actor, keyId, person } = caller;
  const who = { actor, ...(keyId === undefined ? {} : { keyId }), ...(person ? { person } : {}) };
  return { kind: 'participant', participantId: house.tenantId, ...who };
}
