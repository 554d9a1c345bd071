// What a message is about while it is decided, in one piece, and what the decision comes to.
import { type Instant } from '../../../platform/instant.ts';
import { type LedgerDesk } from '../../ledger/index.ts';
import { type ContentMap } from '../../iso20022/index.ts';
import { type Participant, type SettlementDesk } from '../../settlement/index.ts';
import { type Exchange } from '../exchange.ts';
import { type Inbound } from './inbound.ts';
import { type Institution } from '../institution.ts';
import { type MessagesDesk } from '../messages-desk.ts';
import { type PreparedStatement } from './prepare-statements.ts';

export interface ExchangeMemory {
  readonly ledger: LedgerDesk;
  readonly settlement: SettlementDesk;
  readonly messages: MessagesDesk;
}

export interface Hearing {
  readonly memory: ExchangeMemory;
  readonly exchange: Exchange;
  readonly institution: Institution;
  readonly inbound: Inbound;
  /** Read for a camt.060 before it was decided. */
  readonly statements: readonly PreparedStatement[];
  readonly sender: Participant;
  readonly at: Instant;
  /** Message id of our answer. */
  readonly answerId: string;
}

export interface Decision {
  readonly kind: string;
  readonly content: ContentMap;
  readonly state?: 'accepted' | 'refused';
  readonly amountMinor?: bigint | undefined;
}
