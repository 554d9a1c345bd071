// A batch of a clearing house's net positions: its words and its states.
import { type Instant } from '../../../platform/instant.ts';
import { type Participant } from '../participants/participant.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';

export type BatchState = 'informing' | 'waiting' | 'settled' | 'rejected';

export interface Position {
  readonly participant: Participant;
  /** Minor units: below zero it pays. */
  readonly netMinor: bigint;
  /** UUIDs of the payment that settles it, and of the loan it may need. */
  readonly paymentId: string;
  readonly loanId: string;
}

export interface ClearingBatch {
  readonly id: string;
  readonly house: Participant;
  readonly reference: string;
  readonly positions: readonly Position[];
  readonly grossMinor: bigint | undefined;
  readonly receivedAt: Instant;
  /** End of the information period, and the moment at which the guarantee is drawn or the batch rejected. */
  readonly informationEndsAt: Instant;
  readonly settleBy: Instant;
  state: BatchState;
  settledAt: Instant | undefined;
  guaranteeMinor: bigint;
}

export interface NewBatch {
  readonly id: string;
  readonly houseId: string;
  readonly reference: string;
  readonly positions: readonly { participantId: string; netMinor: bigint; paymentId: string; loanId: string }[];
  readonly grossMinor?: bigint | undefined;
  readonly informationEndsAt: Instant;
  readonly settleBy: Instant;
}

/** How a house's batch is known: its reference is the house's own, and taken once. */
export function batchKey(houseId: string, reference: string): string {
  return `${houseId} ${reference}`;
}

export function clearingHouse(s: Settlement, id: string): Participant {
  const house = s.participantById.get(id) ?? refuse('participant_not_found', '/house');
  return house.profile.kind === 'clearing-house' ? house : refuse('not_a_clearing_house', '/house');
}

export function tellBatch(s: Settlement, batch: ClearingBatch, at: Instant): void {
  s.changes.batches.add(batch);
  s.events.push({ kind: 'clearing-changed', at, batch });
}
