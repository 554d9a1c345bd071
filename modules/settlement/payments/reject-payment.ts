// A payment refused at the door between known participants leaves a row, so that it can be found and explained.
import { type Instant } from '../../../platform/instant.ts';
import { assert } from '../../../platform/refusal.ts';
import { instructorNamed } from '../participants/admit-participant.ts';
import { type Settlement } from '../settlement.ts';
import { type NewPayment, rankOf } from './payment.ts';

/**
 * `reason` is the ISO 20022 reason code of the answer. The request's id must be new: not that of the payment it
 * duplicates, nor one tried before. Keeps nothing when a party is unknown.
 */
export function rejectPayment(s: Settlement, request: NewPayment, reason: string, at: Instant): void {
  const sender = s.participantById.get(request.senderId);
  const receiver = s.participantById.get(request.receiverId);
  if (!sender || !receiver) return;
  const instructedBy = instructorNamed(s, request.instructedById);
  const isTaken = s.paymentById.has(request.id) || s.changes.rejected.some(({ id }) => id === request.id);
  assert(!isTaken, 'a rejected payment gets an id of its own');
  s.changes.rejected.push({
    id: request.id, uetr: request.uetr, kind: request.kind, sender, instructedBy, receiver, amountMinor: request.amountMinor,
    receivedAt: at, number: 0, references: request.references ?? {}, returnsId: undefined, earliestAt: undefined,
    wantedAt: undefined, latestAt: undefined, valueDate: s.day?.date ?? s.calendar.dayAt(at), askedDate: undefined,
    rank: rankOf(request.priority), state: 'rejected', reason: undefined, place: 0, queuedAt: undefined, settledAt: undefined, settledHow: undefined,
    setId: undefined, endedAt: at, endReason: reason, isWarned: false,
  }); // prettier-ignore
}
