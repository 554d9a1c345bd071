// Looks for a set of queued payments that can settle as one, when asked or when the queue has changed, and settles it.
import { type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { acceptsNow } from '../day/business-day.ts';
import { type Payment, type SettledHow } from '../payments/payment.ts';
import { settle } from '../payments/settle.ts';
import { type LiquiditySaving, type Settlement } from '../settlement.ts';
import { headOf, queueOf } from './line.ts';
import { releaseQueues } from './release-queues.ts';
import { findGridlockSet } from './resolve-gridlock.ts';

export type Method = Exclude<LiquiditySaving, 'none'>;

/** What would settle now; nothing is done. `full` may let a payment overtake one its sender cannot afford. */
export function proposeOptimisation(s: Settlement, method: Method): Payment[] {
  if (method === 'bilateral') return findBilateralSet(s);
  const inOrder = findGridlockSet(s, 'last');
  if (method === 'gridlock') return inOrder;
  const overtaking = findGridlockSet(s, 'largest');
  return valueOf(overtaking) > valueOf(inOrder) ? overtaking : inOrder;
}

/** Settles what is proposed in one commit, under the set's id (chosen by the caller), and answers it. */
export function optimise(s: Settlement, method: Method, setId: string, at: Instant): Payment[] {
  return settleSet(s, proposeOptimisation(s, method), method, setId, at);
}

function settleSet(s: Settlement, set: Payment[], method: Method, setId: string, at: Instant): Payment[] {
  if (set.length === 0) return set;
  try {
    settle(s, set, HOW[method], at, setId);
  } catch (error) {
    // An account frozen meanwhile bars the whole set; the payments wait on.
    if (error instanceof Refusal) return [];
    throw error;
  }
  releaseQueues(s, at);
  return set;
}

const HOW: Readonly<Record<Method, SettledHow>> = {
  bilateral: 'bilateral',
  gridlock: 'gridlock',
  full: 'multilateral',
};
const PAUSE_MICROS = MICROS_PER_SECOND;

/** Behind the decisions, in the order of every queue, at most once a second and only after a change of the queue. */
export function optimiseWhenChanged(s: Settlement, at: Instant): void {
  const { lsm } = s;
  if (!s.isQueueChanged || lsm === 'none' || lsm === 'bilateral') return;
  if (at - s.optimisedAt < PAUSE_MICROS || acceptsNow(s) === undefined || acceptsNow(s) === 'nothing') return;
  s.isQueueChanged = false;
  s.optimisedAt = at;
  if (s.queuedCount === 0) return;
  // The set is named by its first payment: an id without randomness.
  // In order always: only an operator's own word lets a payment overtake another.
  const set = proposeOptimisation(s, 'gridlock');
  if (set.length > 0) settleSet(s, set, 'gridlock', set[0]!.id, at);
}

/** From now on; what is queued already is looked at under the new mode at once. */
export function setLiquiditySaving(s: Settlement, mode: LiquiditySaving, at: Instant): void {
  s.lsm = mode;
  s.shortlists.clear();
  s.changes.isModeChanged = true;
  s.isQueueChanged = true;
  s.optimisedAt = 0;
  optimiseWhenChanged(s, at);
}

function valueOf(set: readonly Payment[]): bigint {
  return set.reduce((sum, payment) => sum + payment.amountMinor, 0n);
}

/** Pairs of participants in turn: the longest beginnings of their queues that go to each other and that both can afford. */
function findBilateralSet(s: Settlement): Payment[] {
  for (const a of s.participants) {
    const b = headOf(a)?.receiver;
    if (!b || headOf(b)?.receiver !== a) continue;
    const set = findPairSet(s, [...towards(a, b)], [...towards(b, a)]);
    if (set.length > 0) return set;
  }
  return [];
}

function* towards(sender: Payment['sender'], receiver: Payment['receiver']): Generator<Payment> {
  for (const payment of queueOf(sender)) {
    if (payment.receiver !== receiver) return;
    yield payment;
  }
}

function findPairSet(s: Settlement, out: Payment[], back: Payment[]): Payment[] {
  const only = new Set([...out, ...back]);
  return findGridlockSet(s).filter((payment) => only.has(payment)).length === only.size ? [...only] : [];
}
