// An action is what a role holds and what the scope of a key names: a few routes that belong together. Each module
// declares its own; here they become one list, and the question who may do what has one answer.
import { assert } from '../refusal.ts';
import { isRole, ROLES, type RoleId, type Side } from './roles.ts';

/** How many others must approve, and who they may be. */
export interface ApprovalRule {
  /** By amount, smallest first, the first at 0, in minor units. A route that names no amount counts as the strictest. */
  readonly bands: readonly { readonly from: string; readonly approvers: 0 | 1 | 2 }[];
  /** Each acts for its own side: an institution's call is approved by its own people. */
  readonly roles: readonly RoleId[];
  readonly expiryHours: number;
}

export interface Action {
  readonly title: { readonly en: string; readonly zh: string };
  readonly roles: readonly RoleId[];
  /** Whether a key may have it as a scope. */
  readonly isForMachines: boolean;
  /** Set when others can be asked to approve it: the rule that holds until a policy says otherwise. */
  readonly approval?: ApprovalRule;
  /** As `POST /v1/payments/{id}/cancel`. */
  readonly routes: readonly string[];
}

/** By name, as `payments:write`. What ends in `:read` changes nothing. */
export type Actions = Readonly<Record<string, Action>>;

export interface Permissions {
  readonly actions: Actions;
  /** The action a route belongs to; undefined for what is open to everyone, or to nobody but a token. */
  actionOf(route: { readonly method: string; readonly path: string }): string | undefined;
}

export const isReading = (action: string): boolean => action.endsWith(':read');

/** One list of all; an action or a route declared twice is a fault. */
export function permissionsOf(...lists: readonly Actions[]): Permissions {
  const actions: Record<string, Action> = {};
  const actionByRoute = new Map<string, string>();
  for (const [name, action] of lists.flatMap((list) => Object.entries(list))) {
    assert(!Object.hasOwn(actions, name), `the action ${name} is declared once`);
    actions[name] = action;
    for (const route of action.routes) {
      assert(!actionByRoute.has(route), `${route} belongs to one action`);
      actionByRoute.set(route, name);
    }
  }
  return { actions, actionOf: ({ method, path }) => actionByRoute.get(`${method} ${path}`) };
}

/** A role counts on its own side only: an institution's person is never an operator of the central bank. */
export function mayAct(action: Action | undefined, roles: readonly string[], side: Side): boolean {
  return roles.some((role) => isRole(role) && ROLES[role].of === side && action?.roles.includes(role));
}
