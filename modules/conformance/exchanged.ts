// What an institution exchanged in its certification environment since its run began: read from the books there, and from what
// its door told of answers that were lost and messages that came again.
import { type Pool } from '../../platform/postgres/connect.ts';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { readAs } from '../../platform/postgres/tenant-reads.ts';
import { readConfirmed, readEnds, readOutbox, readSent } from '../messages/index.ts';

export type SentMessage = Awaited<ReturnType<typeof readSent>>[number];
export type OutboxMessage = Awaited<ReturnType<typeof readOutbox>>[number];

export interface Incident {
  readonly kind: 'repeated' | 'answer-lost';
  readonly messageId: string;
}

export interface Exchanged {
  /** Oldest first, all of them. */
  readonly sent: readonly SentMessage[];
  readonly outbox: readonly OutboxMessage[];
  /** How far it has confirmed its outbox. */
  readonly confirmedSeq: number;
  readonly incidents: readonly Incident[];
}

/** An institution in its certification environment. */
export interface Certified {
  readonly bookId: number;
  readonly pool: Pool;
  readonly participantId: string;
}

export interface Since {
  readonly afterOutbox: number;
  readonly afterSent: Instant;
}

/** More than any run takes; what comes later is not looked at. */
const MOST = 2_000;

export async function readExchanged(
  live: Pool,
  organisationId: string,
  { participantId, ...books }: Certified,
  { afterOutbox, afterSent, startedAt }: Since & { readonly startedAt: Instant },
): Promise<Exchanged> {
  const there = <Result>(work: () => Result): Result => readAs(books.pool, { participantId }, work);
  const [sent, outbox, confirmedSeq, { rows }] = await Promise.all([
    there(() => readSent(books, participantId, afterSent, MOST)),
    there(() => readOutbox(books, participantId, afterOutbox, MOST)),
    there(() => readConfirmed(books, participantId)),
    live.query<{ kind: Incident['kind']; message_id: string }>(
      `select kind, message_id from conformance.incidents
       where organisation_id = $1 and at >= $2 order by number limit $3`,
      [organisationId, formatInstant(startedAt), MOST],
    ),
  ]);
  const incidents = rows.map(({ kind, message_id: messageId }) => ({ kind, messageId }));
  return { sent, outbox, confirmedSeq, incidents };
}

/** Where what it has exchanged so far ends. */
export async function readEnd({ bookId, pool, participantId }: Certified): Promise<Since> {
  const { lastSeq, lastSentAt } = await readEnds({ bookId, pool }, participantId);
  return { afterOutbox: lastSeq, afterSent: lastSentAt };
}
