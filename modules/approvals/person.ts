// Who decides: a person who has signed in, for the organisation they belong to.
import { type Caller, personOf } from '../../platform/http/index.ts';
import { isRole, ROLES, type Side } from '../../platform/permissions/roles.ts';
import { Refusal } from '../../platform/refusal.ts';

export interface Official {
  readonly id: string;
  readonly sessionId: string;
  /** The name that stands in trails. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation: string;
  readonly side: Side;
}

/** Whose affairs the caller's are: `central-bank`, `participant AAAACNBJ`, `organisation …`; undefined for nobody. */
export function organisationOf(caller: Caller): string | undefined {
  if (caller.kind === 'operator') return 'central-bank';
  if (caller.kind === 'participant') return `participant ${caller.participantId}`;
  return caller.kind === 'organisation' ? `organisation ${caller.organisationId}` : undefined;
}

export function officialOf(caller: Caller): Official | undefined {
  const person = personOf(caller);
  const organisation = organisationOf(caller);
  if (!person || organisation === undefined || caller.kind === 'nobody') return undefined;
  const { id, roles, sessionId } = person;
  return {
    id,
    sessionId,
    name: caller.actor,
    roles,
    organisation,
    side: caller.kind === 'operator' ? 'central-bank' : 'institution',
  };
}

/** Refuses `person_needed` for a token or a key. */
export function requireOfficial(caller: Caller): Official {
  const official = officialOf(caller);
  if (!official) throw new Refusal('person_needed');
  return official;
}

/** The roles of theirs that are among these and count on their side. */
export function rolesAmong({ roles, side }: Official, wanted: readonly string[]): string[] {
  return roles.filter((role) => wanted.includes(role) && isRole(role) && ROLES[role].of === side);
}

/** Whose requests the caller sees: all, or those of one organisation. */
export function seenBy(caller: Caller): 'all' | string | undefined {
  const official = officialOf(caller);
  // Tokens and keys of the central bank see all, as they do everywhere; of its people, who audits.
  const seesAll = caller.kind === 'operator' && (!official || official.roles.includes('audit-administrator'));
  return seesAll ? 'all' : organisationOf(caller);
}
