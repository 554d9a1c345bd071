// Settlement's counter: what other modules may use.
export { advance } from './advance.ts';
export { type SettlementEvent } from './events.ts';
export { readPayments } from './memory-reads.ts';
export { recordAct } from './record-act.ts';
export { SETTLEMENT_ACTIONS } from './permissions.ts';
export { isoReasonOf, SETTLEMENT_REFUSALS, type SettlementRefusal } from './refusals.ts';
export { type PaymentWrites } from './rows.ts';
export { SettlementDesk, type SettlementNeed, type TakenChanges } from './settlement-desk.ts';
export {
  type Act, type Changes, LIQUIDITY_SAVING, type LiquiditySaving, type RejectedPayment, Settlement,
} from './settlement.ts'; // prettier-ignore
export {
  admitParticipant, findParticipant, isValidBic, isValidLei, nextAccountId, type ParticipantKey, settlesOn,
} from './participants/admit-participant.ts'; // prettier-ignore
export {
  CENTRAL_BANK_ASSETS, fund, fundAccount, setCollateral, setCreditLine, setLimit, setMinimumReserve, setReservation,
  withdraw,
} from './participants/change-liquidity.ts'; // prettier-ignore
export { changeStanding } from './participants/change-standing.ts';
export { OPEN_AFFAIRS, type OpenAffair, openAffairsOf } from './participants/open-affairs.ts';
export { type Collateral, lendingValueOf, type Participant, type Profile } from './participants/participant.ts';
export {
  acceptsNow,
  type BusinessDay,
  closeDay,
  type DayState,
  extendPhase,
  previewClose,
} from './day/business-day.ts';
export {
  Calendar, type CalendarRules, type DatedHours, DEFAULT_RULES, type Phase, type PhaseRule, type Title,
} from './day/calendar.ts'; // prettier-ignore
export { DayWatch, MINUTE_MICROS } from './day/day-watch.ts';
export {
  hasSuspendedParty, instructorOf, isFinal, isInLine, isNear, isSetAside, type NewPayment, type Payment, type PaymentState, PRIORITIES, type Priority, type References,
} from './payments/payment.ts'; // prettier-ignore
export { rejectPayment } from './payments/reject-payment.ts';
export { submitPayment } from './payments/submit-payment.ts';
export { cancelPayment, changePriority, type Move, movePayment } from './queue/change-queued.ts';
export { queueOf, waitingOf } from './queue/line.ts';
export { type Method, optimise, proposeOptimisation, setLiquiditySaving } from './queue/optimise.ts';
export { shortfallOf } from './clearing/advance-batches.ts';
export { batchKey, type ClearingBatch, type NewBatch } from './clearing/batch.ts';
export { findGuarantee, guaranteeAccountCode, guaranteeAccountId, openGuarantee } from './clearing/guarantee.ts';
export { revokeBatch, submitBatch } from './clearing/submit-batch.ts';
export { type DayFlows, dayJson, momentOf, participantRef, paymentJson } from './answers/json.ts';
export { type DayMoments, type PaymentMoments, readDayMoments, readPaymentMoments } from './answers/moment-reads.ts';
export { type PaymentUsage, readPaymentUsage, type UsageSpan } from './answers/usage-reads.ts';
export { readRejectedCount, readUsualDay } from './answers/overview-reads.ts';
export {
  accountTitle,
  type DescribePayment,
  readActs,
  readPaymentDetail,
  readPaymentsSent,
} from './answers/payment-reads.ts';
export { type DayTotals, readClosedDates, readDaySpan, readDayTotals } from './answers/reads.ts';
export {
  DaySchema, DayStateSchema, MessageSummarySchema, type ParticipantRef, ParticipantRefSchema, type PaymentJson, PaymentSchema,
  type StepJson,
} from './answers/schemas.ts'; // prettier-ignore
export { describeTransfer, transferKind } from './answers/transfer-texts.ts';
export { readDayJson, type SettlementContext, type SettlementMemory, settlementRoutes } from './http/routes.ts';
export { SETTLEMENT_SERVICE } from './service.ts';
export { readAccountsOf, SETTLEMENT_DATA } from './tenant-data.ts';
