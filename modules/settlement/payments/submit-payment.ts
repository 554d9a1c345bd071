// Takes a payment: refuses it having changed nothing, keeps it for its date, settles it at once, or queues it.
import { type Instant } from '../../../platform/instant.ts';
import { acceptsNow } from '../day/business-day.ts';
import { instructorNamed } from '../participants/admit-participant.ts';
import { type Participant } from '../participants/participant.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { enterPayment } from './enter-payment.ts';
import { isTimed, type NewPayment, type Payment, rankOf } from './payment.ts';

const MAX_DAYS_AHEAD = 10;
/** What still settles in the window after the cut-off for customers' payments. */
const INTERBANK_KINDS: ReadonlySet<string> = new Set(['pacs.009', 'pacs.004', 'camt.050', 'clearing']);

/** Refuses by a code of refusals.ts; otherwise answers the payment: settled, queued or warehoused. */
export function submitPayment(s: Settlement, request: NewPayment, at: Instant): Payment {
  const sender = s.participantById.get(request.senderId) ?? refuse('unknown_sender', '/senderId');
  const receiver = s.participantById.get(request.receiverId) ?? refuse('unknown_receiver', '/receiverId');
  const instructedBy = instructorNamed(s, request.instructedById);
  refuseWords(s, request, sender, receiver, at);
  const valueDate = dateOf(s, request);
  if (request.returnsId !== undefined) refuseReturn(s, request, sender, receiver, request.returnsId);
  const payment: Payment = {
    id: request.id, uetr: request.uetr, kind: request.kind, sender, instructedBy, receiver, amountMinor: request.amountMinor,
    receivedAt: at, number: ++s.lastNumber, references: request.references ?? {}, returnsId: request.returnsId,
    earliestAt: request.earliestAt, wantedAt: request.wantedAt, latestAt: request.latestAt, valueDate, askedDate: undefined,
    rank: rankOf(request.priority), state: 'queued', reason: undefined, place: 0, queuedAt: undefined, settledAt: undefined, settledHow: undefined,
    setId: undefined, endedAt: undefined, endReason: undefined, isWarned: false, before: undefined, after: undefined,
  }; // prettier-ignore
  s.paymentById.set(payment.id, payment);
  if (payment.uetr !== undefined) s.paymentByUetr.set(payment.uetr, payment);
  if (payment.returnsId !== undefined) {
    s.returnedMinor.set(payment.returnsId, (s.returnedMinor.get(payment.returnsId) ?? 0n) + payment.amountMinor);
  }
  if (isTimed(payment)) s.timed.add(payment);
  s.changes.payments.add(payment);
  s.events.push({ kind: 'payment-received', at, payment });
  if (valueDate > s.day!.date || s.day!.state === 'preparing') {
    payment.state = 'warehoused';
    s.warehoused.add(payment);
    s.events.push({ kind: 'payment-warehoused', at, payment });
  } else {
    // Accepted, and in no list yet.
    payment.state = 'warehoused';
    enterPayment(s, payment, at);
  }
  return payment;
}

function refuseWords(
  s: Settlement,
  request: NewPayment,
  sender: Participant,
  receiver: Participant,
  at: Instant,
): void {
  if (sender === receiver) refuse('same_party', '/receiverId');
  if (request.currency !== s.books.currency) refuse('wrong_currency', '/currency');
  if (request.amountMinor <= 0n) refuse('amount_not_positive', '/amountMinor');
  if (s.paymentById.has(request.id)) refuse('duplicate_payment', '/id');
  if (request.uetr !== undefined && s.paymentByUetr.has(request.uetr)) refuse('duplicate_payment', '/uetr');
  for (const [party, field] of [[sender, '/senderId'], [receiver, '/receiverId']] as const) {
    if (party.accountId === 0) refuse('has_no_account', field);
    if (party.standing !== 'active') refuse('participant_suspended', field, { participant: party.id });
    const account = s.accountOf(party);
    if (account.isClosed) refuse('account_closed', field, { account: account.code });
    if (account.isFrozen) refuse('account_frozen', field, { account: account.code });
  } // prettier-ignore
  if (request.priority === 'highly-urgent' && sender.profile.kind !== 'clearing-house' && request.kind === 'pacs.008') {
    refuse('priority_reserved', '/priority');
  }
  const { earliestAt } = request;
  for (const field of ['wantedAt', 'latestAt'] as const) {
    const until = request[field];
    if (until !== undefined && until <= at) refuse('latest_time_passed', `/${field}`);
    if (until !== undefined && earliestAt !== undefined && earliestAt > until) refuse('times_crossed', '/earliestAt');
  }
}

function dateOf(s: Settlement, request: NewPayment): string {
  const day = s.day ?? refuse('day_not_open');
  const { valueDate = day.date } = request;
  if (valueDate < day.date) refuse('value_date_passed', '/valueDate', { today: day.date });
  if (!s.calendar.isBusinessDay(valueDate)) refuse('not_a_business_day', '/valueDate');
  if (s.calendar.businessDaysUntil(day.date, valueDate, MAX_DAYS_AHEAD) > MAX_DAYS_AHEAD) {
    refuse('value_date_too_far', '/valueDate');
  }
  if (valueDate > day.date || day.state === 'preparing') return valueDate;
  const accepts = acceptsNow(s);
  if (accepts === 'all' || (accepts === 'interbank' && INTERBANK_KINDS.has(request.kind))) return valueDate;
  return refuse('cut_off_passed', '/valueDate');
}

/** The original is in memory because the command named it as a need. */
function refuseReturn(
  s: Settlement,
  request: NewPayment,
  sender: Participant,
  receiver: Participant,
  id: string,
): void {
  const original = s.paymentById.get(id);
  if (original?.sender !== receiver || original.receiver !== sender) refuse('original_not_found', '/returnsId');
  if (original!.state !== 'settled') refuse('original_not_settled', '/returnsId');
  const left = original!.amountMinor - (s.returnedMinor.get(id) ?? 0n);
  if (request.amountMinor > left) refuse('already_returned', '/amountMinor', { left: String(left) });
}
