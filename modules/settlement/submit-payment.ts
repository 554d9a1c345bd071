// Takes a payment: refuses it, settles it at once, or puts it in its sender's queue.
import { type Instant } from '../../platform/instant.ts';
import { isBarred, joinLine, newParticipant, type Participant } from './participant.ts';
import { type NewPayment, type Payment, rankOf } from './payment.ts';
import { refuse } from './refusals.ts';
import { releaseQueues } from './release-queues.ts';
import { settle } from './settle.ts';
import { type Settlement } from './settlement.ts';

export function addParticipant(s: Settlement, id: string, accountId: number): Participant {
  if (s.participantById.has(id)) refuse('participant_exists', '/id');
  const participant = newParticipant(id, s.participants.length, accountId);
  s.participants.push(participant);
  s.participantById.set(id, participant);
  return participant;
}

/** Refuses by a code of refusals.ts having changed nothing; otherwise answers the payment, settled or queued. */
export function submitPayment(s: Settlement, request: NewPayment, at: Instant): Payment {
  const sender = s.participantById.get(request.senderId) ?? refuse('unknown_sender', '/senderId');
  const receiver = s.participantById.get(request.receiverId) ?? refuse('unknown_receiver', '/receiverId');
  if (sender === receiver) refuse('same_party', '/receiverId');
  if (request.currency !== s.books.currency) refuse('wrong_currency', '/currency');
  if (request.amountMinor <= 0n) refuse('amount_not_positive', '/amountMinor');
  if (s.paymentById.has(request.id)) refuse('duplicate_payment', '/id');
  if (request.uetr !== undefined && s.paymentByUetr.has(request.uetr)) refuse('duplicate_payment', '/uetr');
  for (const account of [s.accountOf(sender), s.accountOf(receiver)]) {
    if (account.isFrozen || account.isClosed) refuse('account_barred', undefined, { account: account.code });
  }
  const payment: Payment = {
    id: request.id, uetr: request.uetr, sender, receiver, amountMinor: request.amountMinor, receivedAt: at,
    number: ++s.lastNumber, rank: rankOf(request.priority), state: 'queued', reason: undefined, queuedAt: undefined,
    settledAt: undefined, settledHow: undefined, before: undefined, after: undefined,
  }; // prettier-ignore
  s.paymentById.set(payment.id, payment);
  if (payment.uetr !== undefined) s.paymentByUetr.set(payment.uetr, payment);
  s.events.push({ kind: 'payment-received', at, payment });
  const reason = isBarred(sender, payment.rank) ? 'behind-earlier' : s.hindranceOf(payment);
  if (reason === undefined) {
    settle(s, [payment], 'direct', at);
    releaseQueues(s, at);
    return payment;
  }
  Object.assign(payment, { reason, queuedAt: at });
  joinLine(payment);
  s.queuedCount += 1;
  s.events.push({ kind: 'payment-queued', at, payment, reason });
  return payment;
}
