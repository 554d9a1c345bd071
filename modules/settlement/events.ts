// What settlement tells: message answers and live views are made from these, in the order they happened.
import { type Instant } from '../../platform/instant.ts';
import { type ClearingBatch } from './clearing/batch.ts';
import { type Participant } from './participants/participant.ts';
import { type Payment, type QueuedReason, type SettledHow } from './payments/payment.ts';

export type SettlementEvent =
  | { kind: 'payment-received'; at: Instant; payment: Payment }
  | { kind: 'payment-warehoused'; at: Instant; payment: Payment }
  | { kind: 'payment-queued'; at: Instant; payment: Payment; reason: QueuedReason }
  | { kind: 'payment-settled'; at: Instant; payment: Payment; how: SettledHow; setId: string | undefined }
  | { kind: 'payment-cancelled'; at: Instant; payment: Payment; reason: string }
  | { kind: 'payment-returned'; at: Instant; payment: Payment; reason: string }
  | { kind: 'payment-moved'; at: Instant; payment: Payment }
  | { kind: 'payment-nearly-late'; at: Instant; payment: Payment }
  | { kind: 'participant-changed'; at: Instant; participant: Participant }
  /** The central bank lent (above zero) or took back reserves. */
  | { kind: 'account-funded'; at: Instant; participant: Participant; amountMinor: bigint; transferId: string }
  | { kind: 'phase-began'; at: Instant; date: string; phase: string | undefined }
  | { kind: 'day-closed'; at: Instant; date: string }
  | { kind: 'day-opened'; at: Instant; date: string }
  | { kind: 'clearing-changed'; at: Instant; batch: ClearingBatch };
