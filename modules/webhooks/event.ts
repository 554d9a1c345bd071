// One thing to tell one organisation, as it is sent. Its id is made of what happened and to whom it is told, so that the
// same happening, read again after a crash, is the same event.
import { createHash } from 'node:crypto';
import { type EventType, type TEST_TYPE } from './event-types.ts';

/** What happened, whoever is told. */
export interface Happening {
  readonly type: EventType | typeof TEST_TYPE;
  /** What makes it one of its kind, as `payment.settled/0190…`. */
  readonly key: string;
  /** RFC 3339. */
  readonly occurredAt: string;
  readonly data: object;
}

export interface NewEvent {
  readonly id: string;
  readonly organisationId: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly body: string;
}

export function eventFor(organisationId: string, { type, key, occurredAt, data }: Happening): NewEvent {
  // Letters, digits, - and _ only: a full stop in it could move the border between id and timestamp under the signature.
  const id = `msg_${createHash('sha256').update(`${organisationId}\n${key}`).digest('base64url').slice(0, 32)}`;
  return { id, organisationId, type, occurredAt, body: JSON.stringify({ type, timestamp: occurredAt, data }) };
}
