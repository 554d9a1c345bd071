// What approvals stand on, and their place at the door: a person's call on which a policy is in force is kept, not done.
import { type Call, type FourEyes, type Route } from '../../platform/http/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { type Permissions } from '../../platform/permissions/actions.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { tellFault } from '../../platform/telemetry.ts';
import { CarryingOut } from './carry-out.ts';
import { holdCall } from './hold-call.ts';

/**
 * Whether this person means this request with this hash, by what they sent along: a signature of their passkey over both.
 * Answers what is kept of the proof; undefined when it proves nothing.
 */
export type VerifyApproval = (given: {
  readonly person: { readonly id: string; readonly sessionId: string };
  readonly requestId: string;
  readonly hash: string;
  readonly proof: unknown;
}) => Promise<object | undefined>;

/** Somebody as they are now: their roles may have changed since they asked. */
export type FindPerson = (
  id: string,
) => Promise<{ readonly organisation: string; readonly roles: readonly string[] } | undefined>;

export interface Colleague {
  readonly id: string;
  /** The name that stands in trails. */
  readonly name: string;
  readonly roles: readonly string[];
}

/** Who else is active in the organisation of this person. */
export type FindColleagues = (id: string) => Promise<readonly Colleague[]>;

export interface ApprovalsOptions {
  readonly pool: Pool;
  /** The time of the world, not of the business day. */
  readonly clock: Clock;
  readonly permissions: Permissions;
  readonly verifyApproval: VerifyApproval;
  /** Absent, people are believed to be as they were when they asked. */
  readonly findPerson?: FindPerson | undefined;
  readonly findColleagues?: FindColleagues | undefined;
  readonly onTrouble?: (error: unknown) => void;
}

export class Approvals implements FourEyes {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly permissions: Permissions;
  readonly verifyApproval: VerifyApproval;
  readonly findPerson: FindPerson | undefined;
  readonly findColleagues: FindColleagues | undefined;
  readonly carryingOut: CarryingOut;
  /** Every route of the house: one of them is what was asked for. */
  routes: readonly Route[] = [];

  constructor(given: ApprovalsOptions) {
    const { pool, clock, permissions, verifyApproval, findPerson, findColleagues, onTrouble } = given;
    this.pool = pool;
    this.clock = clock;
    this.permissions = permissions;
    this.verifyApproval = verifyApproval;
    this.findPerson = findPerson;
    this.findColleagues = findColleagues;
    this.carryingOut = new CarryingOut(this, onTrouble ?? ((error) => tellFault('Approvals', error)));
  }

  hold(route: Route, call: Call<unknown, unknown, unknown>): Promise<unknown> {
    return holdCall(this, route, call);
  }
}
