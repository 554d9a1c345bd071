// A memory as text, in one order, so that two memories of one book can be compared: the one that decided, and the one
// built anew from the rows.
import {
  hasSuspendedParty,
  isSetAside,
  type Participant,
  type Payment,
  queueOf,
  type Settlement,
  waitingOf,
} from '../../modules/settlement/index.ts';
import { type DayMemory } from './memory.ts';

/** One line a fact. */
export function describeMemory(memory: DayMemory): Map<string, string> {
  const lines = new Map<string, string>();
  const { books } = memory.ledger;
  const { settlement: s } = memory.settlement;
  lines.set('last transfer', String(books.lastSeq));
  for (const account of books.accounts.values()) {
    const { debitsPending, debitsPosted, creditsPending, creditsPosted, overdraft, isFrozen } = account;
    lines.set(`account ${account.id}`, [debitsPending, debitsPosted, creditsPending, creditsPosted, overdraft, isFrozen].join());
  } // prettier-ignore
  for (const participant of s.participants)
    lines.set(`participant ${participant.id}`, describeParticipant(participant));
  for (const payment of s.paymentById.values()) {
    const { id, state, rank, place, reason, number, amountMinor, queuedAt, isWarned, valueDate, askedDate, endReason, settledAt } = payment; // prettier-ignore
    lines.set(`payment ${id}`, [state, rank, place, reason, number, amountMinor, queuedAt, isWarned, valueDate, askedDate, endReason, settledAt].join()); // prettier-ignore
  }
  for (const [id, minor] of s.returnedMinor) lines.set(`returned ${id}`, String(minor));
  lines.set('warehoused', idsOf(s.warehoused));
  lines.set('timed', idsOf([...s.timed].filter(mayStillMove)));
  for (const { id, state, guaranteeMinor } of s.batches.values())
    lines.set(`batch ${id}`, `${state} ${guaranteeMinor}`);
  const { day } = s;
  const phases = day?.phases.map(({ code, startsAt, endsAt, extendedMinutes }) => [code, startsAt, endsAt, extendedMinutes]); // prettier-ignore
  lines.set('day', JSON.stringify([day?.date, day?.state, day?.phaseIndex, day?.openedAt, day?.closedAt, day?.returnedCount, phases])); // prettier-ignore
  lines.set('queue', `${s.queuedCount} ${s.lsm} ${s.lastNumber}`);
  const { lastSeq, waiting } = memory.messages.exchange;
  for (const [id, seq] of lastSeq) lines.set(`outbox ${id}`, String(seq));
  lines.set('waiting', JSON.stringify([...waiting].sort()));
  return lines;
}

const idsOf = (payments: Iterable<Payment>): string => [...payments].map(({ id }) => id).sort().join(); // prettier-ignore

/** One whose earliest moment has passed stays among the timed for nothing. */
function mayStillMove({ state, latestAt, reason }: Payment): boolean {
  if (state === 'warehoused') return true;
  return state === 'queued' && (latestAt !== undefined || reason === 'earliest-time');
}

function describeParticipant(participant: Participant): string {
  const limits = [...participant.bilateralLimits].map(
    ([other, { limitMinor, usedMinor }]) => `${other.id}:${limitMinor}:${usedMinor}`,
  );
  const { multilateralLimit: all } = participant;
  return [
    participant.standing,
    participant.leftOn,
    participant.reservationMinor.join('/'),
    participant.reservedMinor.join('/'),
    limits.sort().join(' '),
    all && `${all.limitMinor}:${all.usedMinor}`,
    participant.queuedCount,
    participant.queuedMinor,
    participant.asideCount,
    participant.asideMinor,
    [...waitingOf(participant)].map(({ id }) => id).join(' '),
  ].join('|');
}

/** The memory built anew holds less; what it holds must be what was decided, and all that is open must be in it. */
export function compareMemories(decided: DayMemory, rebuilt: DayMemory): string[] {
  const before = describeMemory(decided);
  const after = describeMemory(rebuilt);
  const found: string[] = [];
  for (const [name, text] of after) {
    if (before.has(name) && before.get(name) !== text) {
      found.push(`${name} was decided as\n    ${before.get(name)}\n  and is read back as\n    ${text}`);
    }
  }
  for (const name of before.keys()) {
    const mayBeLeftOut = /^(account|payment|returned) /.test(name) && !isOpen(decided.settlement.settlement, name);
    if (!after.has(name) && !mayBeLeftOut) found.push(`${name} is not read back`);
  }
  return found;
}

function isOpen(s: Settlement, name: string): boolean {
  const state = s.paymentById.get(name.replace('payment ', ''))?.state;
  return state === 'queued' || state === 'warehoused';
}

/** Nothing waits that could settle: the head of every queue has its hindrance, and set aside is who must be. */
export function findForgotten(s: Settlement): string[] {
  return s.participants.flatMap((sender) => {
    const [head] = queueOf(sender);
    const isWrong = (payment: Payment): boolean => hasSuspendedParty(payment) !== isSetAside(payment);
    const misplaced = [...waitingOf(sender)]
      .filter(isWrong)
      .map(({ id }) => `payment ${id} is wrongly in line or aside`);
    return head && s.hindranceOf(head) === undefined
      ? [...misplaced, `payment ${head.id} waits for nothing`]
      : misplaced;
  });
}
