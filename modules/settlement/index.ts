// Settlement's counter: what other modules may use.
export {
  admitParticipant, findParticipant, isValidBic, isValidLei, nextAccountId, type ParticipantKey, settlesOn,
} from './admit-participant.ts'; // prettier-ignore
export { advance } from './advance.ts';
export { acceptsNow, type BusinessDay, closeDay, type DayState, extendPhase, previewClose } from './business-day.ts';
export {
  Calendar, type CalendarRules, type DatedHours, DEFAULT_RULES, type Phase, type PhaseRule, type Title,
} from './calendar.ts'; // prettier-ignore
export { changeStanding } from './change-standing.ts';
export {
  CENTRAL_BANK_ASSETS, fund, fundAccount, setCollateral, setCreditLine, setLimit, setMinimumReserve, setReservation,
  withdraw,
} from './change-liquidity.ts'; // prettier-ignore
export { cancelPayment, changePriority, type Move, movePayment } from './change-queued.ts';
export {
  batchKey,
  type ClearingBatch,
  findGuarantee,
  guaranteeAccountCode,
  guaranteeAccountId,
  type NewBatch,
  openGuarantee,
  revokeBatch,
  shortfallOf,
  submitBatch,
} from './clearing.ts';
export { DayWatch, MINUTE_MICROS } from './day-watch.ts';
export { type SettlementEvent } from './events.ts';
export { type Method, optimise, proposeOptimisation, setLiquiditySaving } from './optimise.ts';
export { type Collateral, lendingValueOf, type Participant, type Profile, queueOf } from './participant.ts';
export {
  isFinal, isInLine, type NewPayment, type Payment, type PaymentState, PRIORITIES, type Priority, type References,
} from './payment.ts'; // prettier-ignore
export { recordAct } from './record-act.ts';
export { type Changes, type RejectedPayment } from './settlement.ts';
export { type PaymentWrites } from './rows.ts';
export { isoReasonOf, SETTLEMENT_REFUSALS, type SettlementRefusal } from './refusals.ts';
export { rejectPayment } from './reject-payment.ts';
export { type Act, LIQUIDITY_SAVING, type LiquiditySaving, Settlement } from './settlement.ts';
export { SettlementDesk, type SettlementNeed, type TakenChanges } from './settlement-desk.ts';
export { submitPayment } from './submit-payment.ts';
export { describeTransfer, transferKind } from './transfer-texts.ts';
export { type DayFlows, dayJson, momentOf, participantRef, paymentJson } from './json.ts';
export { accountTitle, type DescribePayment, readActs, readPaymentDetail, readPaymentsSent } from './payment-reads.ts';
export { readPayments } from './memory-reads.ts';
export { type DayTotals, readClosedDates, readDaySpan, readDayTotals } from './reads.ts';
export { readDayJson, type SettlementContext, type SettlementMemory, settlementRoutes } from './routes.ts';
export {
  DaySchema, DayStateSchema, MessageSummarySchema, type ParticipantRef, ParticipantRefSchema, type PaymentJson, PaymentSchema,
  type StepJson,
} from './schemas.ts'; // prettier-ignore
export { readRejectedCount, readUsualDay } from './overview-reads.ts';
