// Whether who asks may enter a route at all, before anything of the request is looked at.
import { mayAct, type Permissions } from '../permissions/actions.ts';
import { Refusal } from '../refusal.ts';
import { type Caller, type Route } from './route.ts';

/** Looks at no id: what it refuses tells nothing of what exists. */
export function admit(route: Route, caller: Caller, permissions: Permissions | undefined): void {
  if (route.may.includes('nobody')) return;
  if (caller.kind === 'nobody') throw new Refusal('token_missing');
  if (!route.may.includes(caller.kind)) throw new Refusal('not_allowed');
  if (route.needsPerson && !caller.person) throw new Refusal('person_needed');
  if (!caller.person) return;
  const action = permissions?.actionOf(route);
  // What people do for themselves takes no role.
  if (route.needsPerson && action === undefined) return;
  const side = caller.kind === 'operator' ? 'central-bank' : 'institution';
  const held = action === undefined ? undefined : permissions?.actions[action];
  if (!mayAct(held, caller.person.roles, side)) throw new Refusal('role_missing', { details: { action } });
}
