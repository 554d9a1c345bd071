// Writes what somebody did into the trail of its subject, in the same commit as the deed.
import { type Act, type Settlement } from './settlement.ts';

export function recordAct(s: Settlement, act: Act): void {
  s.changes.acts.push(act);
}
