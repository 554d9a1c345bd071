// The counter of the message exchange: receiving, outboxes, and its routes.
export { type Institution } from './institution.ts';
export { type Inbound, readInbound } from './inward/inbound.ts';
export { DayStatements } from './outward/day-statements.ts';
export { type AskedPayments, type ReceiveContext, type Reserved, type Signer, type Signers } from './context.ts';
export {
  type MessageUsage, readFirstMessageAt, readMessageUsage, readOutboxBacklog, readStoredBytes,
} from './answers/usage-reads.ts'; // prettier-ignore
export { type ExchangeMemory } from './inward/hearing.ts';
export { type Received, receive } from './inward/receive.ts';
export { type InboxRow, type OutboxRow } from './exchange.ts';
export { MessagesDesk, type MessagesNeed, type TakenMessages } from './messages-desk.ts';
export { MESSAGE_ACTIONS } from './permissions.ts';
export { MESSAGE_REFUSALS } from './refusals.ts';
export { readMessageDetail } from './answers/message-reads.ts';
export { type MessagesContext, messageRoutes } from './routes.ts';
export { describePayment } from './answers/describe-payment.ts';
export { confirmDelivery, readConfirmed, readEnds, readOutbox, readSent } from './outward/outbox.ts';
export { type OutboxEntry, readOutboxEntries } from './answers/outbox-reads.ts';
export { MESSAGE_SERVICE } from './service.ts';
export { MESSAGE_DATA } from './tenant-data.ts';
