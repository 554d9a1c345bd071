// What the exchange's routes work with.
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type BookWriter } from '../../platform/writer/writer.ts';
import { type Institution } from './institution.ts';
import { type ExchangeMemory } from './inward/hearing.ts';

export interface MessagesContext {
  readonly bookId: number;
  readonly institution: Institution;
  readonly writer: BookWriter<ExchangeMemory>;
  readonly pool: Pool;
  readonly clock: Clock;
  /** Has the listener called after each durable commit; answers how to end that. */
  onCommit(listener: () => void): () => void;
}

/** What taking a message in works with. */
export interface ReceiveContext {
  readonly bookId: number;
  readonly institution: Institution;
  readonly writer: Pick<BookWriter<ExchangeMemory>, 'memory' | 'submit' | 'lastDecidedAt'>;
  readonly pool: Pool;
}
