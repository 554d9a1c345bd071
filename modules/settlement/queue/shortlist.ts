// What of the queues a set could take at all. Once in a while the whole of them is cut down as if everyone had an
// allowance more than it has. Whatever is cut off then cannot be in a set until some sender has gained more than its
// allowance: until then only what was left, and what joined before the cut, needs looking at. A list is made from a
// longer one with larger allowances, that from one longer still, and only the longest from all that waits: so a run costs
// what has changed and what is near settling. The set is the same for any allowance.
import { type Participant } from '../participants/participant.ts';
import { isInLine, type Payment } from '../payments/payment.ts';
import { type Settlement } from '../settlement.ts';
import { cutDown, type Reserves, reservesOf } from './cut-down.ts';

/** Which payment a short sender gives up: its last, which keeps every order, or the one that cures the most. */
export type GiveUp = 'last' | 'largest';

/** A place in the order of giving up, kept as it was. */
type Mark = Pick<Payment, 'rank' | 'place' | 'amountMinor' | 'number'>;

/** Those given up first stand last. */
const ORDERS: Readonly<Record<GiveUp, (a: Mark, b: Mark) => number>> = {
  last: (a, b) => a.rank - b.rank || a.place - b.place || a.number - b.number,
  largest: (a, b) =>
    a.rank - b.rank || (a.amountMinor < b.amountMinor ? -1 : a.amountMinor > b.amountMinor ? 1 : a.number - b.number),
};

/** The allowance is what a sender could get at most, over two to the shift; each list finds its own from here. */
const FIRST_SHIFTS = [3, 6, 9, 12] as const;
const MOST_SHIFT = 60;
/** A list costs too much when what was looked at is more than this many times what it was made from. */
const DEAR = 2;
/** Beyond as many again as it was made from, nobody has looked at it for long. */
const MOST_JOINED = 10_000;

/** What one sender has on the list, and what its part of the cut was made with. */
interface Share {
  /** In the order of giving up, unless stale: then some may have left, joined or moved since. */
  candidates: Payment[];
  isStale: boolean;
  /** The first that is not on the list; undefined when everything is. */
  cut: Mark | undefined;
  /** Undefined when this list cut nothing off. */
  allowanceMinor: bigint | undefined;
  readonly headroomMinor: bigint;
  readonly reserves: Reserves;
  /** Gained since beyond its headroom: payments to it that joined, payments of its own that left. */
  gainedMinor: bigint;
  /** What it would receive less what it would pay if all on the list settled. */
  netMinor: bigint;
}

/** By participant. */
export interface Reach {
  /** In the order of giving up. */
  readonly queues: Payment[][];
  /** What each would have if all of the queues settled. */
  readonly positions: bigint[];
}

export class Shortlist {
  readonly #order: (a: Mark, b: Mark) => number;
  readonly #isByPlace: boolean;
  readonly #longer: Shortlist | undefined;
  #shift: number;
  #shares: Share[] = [];
  /** Payments that joined since the cut; what they bring was counted as a gain. */
  readonly #joined = new Set<Payment>();
  /** How often it was made, and what of that the longer list had been when this one was. */
  #made = 0;
  #longerMade = 0;
  /** How many payments it was made from, and how many were looked at since. */
  #size = 0;
  #looked = 0;

  constructor(giveUp: GiveUp, level = FIRST_SHIFTS.length - 1) {
    this.#order = ORDERS[giveUp];
    this.#isByPlace = giveUp === 'last';
    this.#shift = FIRST_SHIFTS[level]!;
    this.#longer = level === 0 ? undefined : new Shortlist(giveUp, level - 1);
  }

  join(payment: Payment): void {
    this.#longer?.join(payment);
    const { sender, receiver, amountMinor } = payment;
    const [from, to] = [this.#shares[sender.index], this.#shares[receiver.index]];
    if (!from || !to) return;
    if (this.#joined.size > MOST_JOINED + this.#size) return this.#forget();
    this.#joined.add(payment);
    to.gainedMinor += amountMinor;
    if (!this.#isAhead(payment, from)) return;
    from.candidates.push(payment);
    from.isStale = true;
    from.netMinor -= amountMinor;
    to.netMinor += amountMinor;
  }

  leave(payment: Payment): void {
    this.#longer?.leave(payment);
    const { sender, receiver, amountMinor } = payment;
    const [from, to] = [this.#shares[sender.index], this.#shares[receiver.index]];
    if (!from || !to) return;
    from.gainedMinor += amountMinor;
    const isAhead = this.#isAhead(payment, from);
    // What was cut off had not been counted on by its receiver.
    if (this.#joined.delete(payment) || isAhead) to.gainedMinor -= amountMinor;
    if (!isAhead) return;
    from.isStale = true;
    from.netMinor += amountMinor;
    to.netMinor -= amountMinor;
  }

  /** All that a set may take now, sending limits aside. */
  reach(s: Settlement): Reach {
    if (!this.#holds(s)) this.#makeAnew(s);
    const queues = this.#shares.map((share) => this.#inOrder(share));
    for (const { length } of queues) this.#looked += length;
    return {
      queues,
      positions: s.participants.map((each, index) => s.inHandMinor(each) + this.#shares[index]!.netMinor),
    };
  }

  /** The same of all that waits. */
  #whole(s: Settlement): Reach {
    return {
      queues: s.participants.map((sender) => (this.#isByPlace ? allOf(sender) : allOf(sender).sort(this.#order))),
      positions: s.participants.map((each) => s.inHandMinor(each) + each.queuedInMinor - each.queuedMinor),
    };
  }

  #forget(): void {
    this.#shares = [];
    this.#joined.clear();
  }

  #isAhead(payment: Payment, { cut }: Share): boolean {
    return cut === undefined || this.#order(payment, cut) < 0;
  }

  #inOrder(share: Share): Payment[] {
    if (!share.isStale) return share.candidates;
    const waiting = share.candidates.filter((payment) => isInLine(payment) && this.#isAhead(payment, share));
    // One that moved is there twice.
    share.candidates = waiting.sort(this.#order).filter((payment, index) => payment !== waiting[index - 1]);
    share.isStale = false;
    return share.candidates;
  }

  /** Whether what was cut off is out of reach still, and the list is worth keeping. */
  #holds(s: Settlement): boolean {
    if (this.#shares.length !== s.participants.length || this.#looked > DEAR * this.#size) return false;
    if (this.#longer && (this.#longerMade !== this.#longer.#made || !this.#longer.#holds(s))) return false;
    return this.#shares.every(({ allowanceMinor, headroomMinor, reserves, gainedMinor }, index) => {
      if (allowanceMinor === undefined) return true;
      const participant = s.participants[index]!;
      const inHand = s.inHandMinor(participant) - headroomMinor;
      return gainedMinor + inHand + freedBetween(reserves, reservesOf(participant)) <= allowanceMinor;
    });
  }

  /** A list that does not last gets larger allowances, one that costs too much smaller ones. */
  #makeAnew(s: Settlement): void {
    if (this.#looked > DEAR * this.#size) this.#shift = Math.min(MOST_SHIFT, this.#shift + 1);
    else if (this.#looked * DEAR < this.#size) this.#shift = Math.max(0, this.#shift - 1);
    const { participants } = s;
    const { queues, positions } = this.#longer ? this.#longer.reach(s) : this.#whole(s);
    const reserves = participants.map(reservesOf);
    const allowances = allowancesOf(s, this.#shift);
    for (const [index, allowance] of allowances.entries()) positions[index]! += allowance;
    const kept = cutDown(queues, reserves, positions);
    this.#shares = participants.map((participant, index) => {
      const queue = queues[index]!;
      const left = kept[index]!;
      const headroomMinor = s.inHandMinor(participant);
      return {
        candidates: queue.slice(0, left),
        isStale: false,
        cut: left < queue.length ? markOf(queue[left]!) : this.#longer && this.#longer.#shares[index]!.cut,
        allowanceMinor: left < queue.length ? allowances[index] : undefined,
        headroomMinor,
        reserves: reserves[index]!,
        gainedMinor: 0n,
        netMinor: positions[index]! - headroomMinor - allowances[index]!,
      };
    });
    this.#joined.clear();
    this.#made += 1;
    this.#longerMade = this.#longer ? this.#longer.#made : 0;
    this.#size = queues.reduce((sum, { length }) => sum + length, 0);
    this.#looked = 0;
  }
}

/** As queueOf has it: lines are in the order of places. */
function allOf({ lines }: Participant): Payment[] {
  const all: Payment[] = [];
  for (const line of lines) for (let payment = line.first; payment; payment = payment.after) all.push(payment);
  return all;
}

function markOf({ rank, place, amountMinor, number }: Payment): Mark {
  return { rank, place, amountMinor, number };
}

/** By participant: a part of all it could get, and of what they could get on average. */
function allowancesOf(s: Settlement, shift: number): bigint[] {
  const { participants } = s;
  const mean = participants.reduce((sum, { queuedInMinor }) => sum + queuedInMinor, 0n) / BigInt(participants.length);
  return participants.map((participant) => {
    const headroom = s.inHandMinor(participant);
    return ((headroom > 0n ? headroom : 0n) + participant.queuedInMinor + mean) >> BigInt(shift);
  });
}

/** What a reservation that shrank lets go of, at most. */
function freedBetween(before: Reserves, now: Reserves): bigint {
  const [urgent, normal] = [before[1] - now[1], before[2] - now[2]];
  const most = urgent > normal ? urgent : normal;
  return most > 0n ? most : 0n;
}
