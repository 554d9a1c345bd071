// Whose an organisation is: the operator sees all, everyone else the one it is.
import { approvalOf, type Caller } from '../../platform/http/index.ts';
import { type Tenant } from '../../platform/postgres/tenant-reads.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Access } from './access.ts';
import { type By } from './change-organisations.ts';
import { findOrganisation, findOrganisationOf } from './reads.ts';

export const EVERYONE = ['operator', 'participant', 'organisation'] as const;

/** Refuses `organisation_not_found` for another's, as for what does not exist. */
export async function requireOwn({ pool }: Pick<Access, 'pool'>, caller: Caller, id: string): Promise<void> {
  const own = await ownOf(pool, caller);
  if (own !== 'all' && own !== id) throw new Refusal('organisation_not_found', { field: '/id' });
}

/** The same, also for one that was closed. */
export async function requireOwnActive(pool: Access['pool'], caller: Caller, id: string): Promise<void> {
  await requireOwn({ pool }, caller, id);
  const isActive = (await findOrganisation(pool, id))?.state === 'active';
  if (!isActive) throw new Refusal('organisation_not_found', { field: '/id' });
}

/** The same for one there never was; of one that was closed, the central bank goes on reading what it kept. */
export async function requireOwnKept(pool: Access['pool'], caller: Caller, id: string): Promise<void> {
  await requireOwn({ pool }, caller, id);
  if (!(await findOrganisation(pool, id))) throw new Refusal('organisation_not_found', { field: '/id' });
}

/** `all`, the id of the caller's own, or undefined when it has none. */
export async function ownOf(pool: Access['pool'], caller: Caller): Promise<string | undefined> {
  if (caller.kind === 'operator') return 'all';
  if (caller.kind === 'participant') return findOrganisationOf(pool, caller.participantId);
  return caller.kind === 'organisation' ? caller.organisationId : undefined;
}

/** For whom the database is read when this caller asks; undefined for the operator, who reads all. */
export async function tenantOf(pool: Access['pool'], caller: Caller): Promise<Tenant | undefined> {
  if (caller.kind === 'operator') return undefined;
  return {
    participantId: caller.kind === 'participant' ? caller.participantId : undefined,
    organisationId: await ownOf(pool, caller),
  };
}

export const byOf = ({ clock }: Access, caller: Caller, reason: string | undefined): By => ({
  actor: caller.kind === 'nobody' ? 'nobody' : caller.actor,
  at: clock.now(),
  reason,
  once: approvalOf(caller),
});
