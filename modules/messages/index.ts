// The counter of the message exchange: receiving, outboxes, and its routes.
export { type Institution } from './institution.ts';
export { type Inbound, readInbound } from './inbound.ts';
export { DayStatements } from './day-statements.ts';
export { type ExchangeMemory, type Received, receive, type ReceiveContext } from './receive.ts';
export { type InboxRow, type OutboxRow } from './exchange.ts';
export { MessagesDesk, type MessagesNeed, type TakenMessages } from './messages-desk.ts';
export { MESSAGE_ACTIONS } from './permissions.ts';
export { MESSAGE_REFUSALS } from './refusals.ts';
export { type MessagesContext, messageRoutes } from './routes.ts';
export { describePayment } from './describe-payment.ts';
export { confirmDelivery } from './outbox.ts';
