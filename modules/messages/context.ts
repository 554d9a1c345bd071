// What the exchange's routes work with.
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Refusal } from '../../platform/refusal.ts';
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
  readonly signers?: Signers;
  /** Asked before a message is decided; whether it would be too much is said to the decision. */
  readonly reserve?: (asked: AskedPayments) => Reserved;
}

/** What a message that came in asks for. */
export interface AskedPayments {
  readonly participantId: string;
  readonly payments: number;
  /** As far as it is in the book's currency. */
  readonly amountMinor: bigint;
}

export interface Reserved {
  /** That it is too much. What had come before gets its answer all the same. */
  readonly refusal: Refusal | undefined;
  /** Called once it has its answer. */
  end(): void;
}

/** Whose keys sign messages in XML. */
export interface Signers {
  /** Whether the messages of this participant must be signed. */
  mustSign(participantId: string): boolean | Promise<boolean>;
  /** The registered key of this id, if the participant signs with it now; else why not. */
  find(
    keyId: string,
    participantId: string,
  ): Promise<Signer | { readonly refused: { readonly en: string; readonly zh: string } }>;
}

export interface Signer {
  readonly algorithm: string;
  isSignedBy(octets: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** What taking a message in works with. */
export interface ReceiveContext {
  readonly bookId: number;
  readonly institution: Institution;
  readonly writer: Pick<BookWriter<ExchangeMemory>, 'memory' | 'submit' | 'lastDecidedAt'>;
  readonly pool: Pool;
  /** Without them no signed message is taken, and none must be signed. */
  readonly signers?: Signers;
}
