// What settlement tells: message answers and live views are made from these, in the order they happened.
import { type Instant } from '../../platform/instant.ts';
import { type Payment, type Priority, type QueuedReason, type SettledHow } from './payment.ts';

export type SettlementEvent =
  | { kind: 'payment-received'; at: Instant; payment: Payment }
  | { kind: 'payment-queued'; at: Instant; payment: Payment; reason: QueuedReason }
  | { kind: 'payment-settled'; at: Instant; payment: Payment; how: SettledHow; setId: string | undefined }
  | { kind: 'payment-cancelled'; at: Instant; payment: Payment }
  | { kind: 'payment-moved'; at: Instant; payment: Payment; priority: Priority };
