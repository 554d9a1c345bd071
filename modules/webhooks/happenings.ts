// What happened, from committed rows, and which participant may know of it. A row that has moved on since still says each
// of its moments; one that was told before is known by its key.
import { type ExpiringKey } from '../access/index.ts';
import { type OutboxEntry } from '../messages/index.ts';
import { type DayMoments, type PaymentMoments } from '../settlement/index.ts';
import { formatInstant, type Instant, MICROS_PER_SECOND, parseInstant } from '../../platform/instant.ts';
import { type Happening } from './event.ts';

const ENDED = ['returned', 'rejected', 'cancelled'] as const;
const WARNED_DAYS = [7, 30, 90] as const;

/** Those who ordered it hear of everything; who receives it, that it is final. */
export function ofPayment(payment: PaymentMoments): { readonly participantIds: string[]; readonly happening: Happening }[] {
  const { id, uetr, kind, senderId, receiverId, instructedById, amount, state, reason, valueDate } = payment;
  const { queuedAt, settledAt, endedAt } = payment;
  const senders = [senderId, ...(instructedById === null ? [] : [instructedById])];
  const about = { paymentId: id, uetr, kind, senderId, receiverId, amount, valueDate };
  const one = (type: Happening['type'], at: string, to: string[], more: object = {}) => ({
    participantIds: [...new Set(to)],
    happening: { type, key: `${type}/${id}`, occurredAt: at, data: { ...about, ...more } },
  });
  const end = ENDED.find((each) => each === state);
  return [
    ...(queuedAt === null ? [] : [one('payment.queued', queuedAt, senders, state === 'queued' ? { reason } : {})]),
    ...(settledAt === null ? [] : [one('payment.settled', settledAt, [...senders, receiverId])]),
    ...(endedAt === null || end === undefined ? [] : [one(`payment.${end}`, endedAt, senders, { reason })]),
  ];
} // prettier-ignore

export function ofMessage({ participantId, seq, kind, paymentId, at }: OutboxEntry): Happening {
  const key = `message.available/${participantId}/${seq}`;
  return { type: 'message.available', key, occurredAt: at, data: { seq, kind, paymentId } };
}

/** An extension happens between two commits of its day; `now` stands for its moment. */
export function ofDay({ date, openedAt, closedAt, phases }: DayMoments, now: Instant): Happening[] {
  const extended = phases.filter(({ extendedMinutes }) => extendedMinutes > 0);
  return [
    ...(openedAt === null ? [] : [{ type: 'day.opened', key: `day.opened/${date}`, occurredAt: openedAt, data: { date } } as const]),
    ...extended.map(({ code, endsAt, extendedMinutes }) => ({
      type: 'day.extended' as const,
      key: `day.extended/${date}/${code}/${extendedMinutes}`,
      occurredAt: formatInstant(now),
      data: { date, phase: code, extendedMinutes, endsAt: formatInstant(endsAt) },
    })),
    ...(closedAt === null ? [] : [{ type: 'day.closed', key: `day.closed/${date}`, occurredAt: closedAt, data: { date } } as const]),
  ];
} // prettier-ignore

/** Told once at each of 90, 30 and 7 days; a key made with fewer left is told of the next. */
export function ofExpiringKey({ id, label, expiresAt }: ExpiringKey, now: Instant): Happening {
  const left = (parseInstant(expiresAt)! - now) / (86_400 * MICROS_PER_SECOND);
  const days = WARNED_DAYS.find((each) => left <= each)!;
  const key = `key.expiring/${id}/${expiresAt}/${days}`;
  return { type: 'key.expiring', key, occurredAt: formatInstant(now), data: { keyId: id, label, expiresAt, days } };
}

export const LONGEST_WARNING_MICROS = WARNED_DAYS.at(-1)! * 86_400 * MICROS_PER_SECOND;
