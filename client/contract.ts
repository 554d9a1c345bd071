// The API's shapes by name, as the server declares them: all of them come from generated/api.ts, which is made of the
// OpenAPI document. What has no name there is named here after the place it stands in.
import { type components } from '../generated/api.ts';

type Shapes = components['schemas'];

export type Account = Shapes['Account'];
export type AccountRef = Shapes['AccountRef'];
export type Act = Shapes['Act'];
export type Alarm = Shapes['Alarm'];
export type Amount = Shapes['Amount'];
export type BusinessDay = Shapes['BusinessDay'];
export type ClearingBatch = Shapes['ClearingBatch'];
export type ClearingBatchDetail = Shapes['ClearingBatchDetail'];
export type ClearingState = Shapes['ClearingState'];
export type Day = Shapes['Day'];
export type DayClosePreview = Shapes['DayClosePreview'];
export type DayState = Shapes['DayState'];
export type DaySummary = Shapes['DaySummary'];
export type Demo = Shapes['Demo'];
export type Entry = Shapes['Entry'];
export type GuaranteeAccount = Shapes['GuaranteeAccount'];
export type Institution = Shapes['Institution'];
export type LiquidityDay = Shapes['LiquidityDay'];
export type LiquiditySaving = Shapes['LiquiditySaving'];
export type MessageDetail = Shapes['MessageDetail'];
export type MessageSummary = Shapes['MessageSummary'];
export type MinuteOfSettlement = Shapes['MinuteOfSettlement'];
export type Moment = Shapes['Moment'];
export type OptimisationMethod = Shapes['OptimisationMethod'];
export type OutboxMessage = Shapes['OutboxMessage'];
export type Overview = Shapes['Overview'];
export type Participant = Shapes['Participant'];
export type ParticipantDetail = Shapes['ParticipantDetail'];
export type ParticipantKind = Shapes['ParticipantKind'];
export type ParticipantRef = Shapes['ParticipantRef'];
export type ParticipantStanding = Shapes['ParticipantStanding'];
export type Payment = Shapes['Payment'];
export type PaymentDetail = Shapes['PaymentDetail'];
export type PaymentState = Shapes['PaymentState'];
export type Permission = Shapes['Permission'];
export type Priority = Shapes['Priority'];
export type Problem = Shapes['Problem'];
export type QueueMatrix = Shapes['QueueMatrix'];
export type QueueProposal = Shapes['QueueProposal'];
export type QueuedPayment = Shapes['QueuedPayment'];
export type SentMessage = Shapes['SentMessage'];
export type Severity = Shapes['Severity'];
export type ShortParticipant = Shapes['ShortParticipant'];
export type Side = Shapes['Side'];
export type Statement = Shapes['Statement'];
export type TimelineStep = Shapes['TimelineStep'];
export type Title = Shapes['Title'];
export type TrialBalance = Shapes['TrialBalance'];
export type Violation = Shapes['Violation'];

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export type Phase = Day['phases'][number];
export type Limit = ParticipantDetail['limits'][number];
export type LiquidityPoint = LiquidityDay['points'][number];

/** What GET /v1/live tells; each event's name is its `type`. */
export type LiveEvent = Shapes['TotalsEvent'] | Shapes['PhaseEvent'] | Shapes['AlarmEvent'] | Shapes['DemoEvent'];

// ── Simulator ──────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * POST /v1/simulations {balancesCsv, paymentsCsv, lsm, name?} → Simulation (state "running" or "waiting"; 202)
 * GET /v1/simulations → Page<Simulation>; GET /v1/simulations/{id} → SimulationResult when done
 * GET /v1/simulations/{id}/report?lang=en|zh → text/html, self-contained; DELETE /v1/simulations/{id}
 */
export interface Simulation {
  id: string;
  name: string;
  lsm: LiquiditySaving;
  /** One runs at a time; the others wait. */
  state: 'waiting' | 'running' | 'done' | 'failed';
  progress: { done: number; of: number };
  createdAt: Moment;
  finishedAt: Moment | null;
  problem: Problem | null;
}

export interface SimulationResult extends Simulation {
  /** What is wrong with the files; at most a hundred are shown. */
  inputProblems: {
    count: number;
    shown: { file: 'balances' | 'payments'; line: number; column: string; en: string; zh: string }[];
  };
  result: {
    currency: string;
    minorDigits: number;
    lsm: LiquiditySaving;
    hasTimes: boolean;
    /** Payments that stood after one with a later time, and were sorted. */
    reorderedCount: number;
    inputs: Record<'balances' | 'payments', { rows: number; sha256: string }>;
    firstEntry: string;
    lastEntry: string;
    paymentCount: number;
    paymentValue: Amount;
    settledCount: number;
    settledValue: Amount;
    unsettledCount: number;
    unsettledValue: Amount;
    settledHow: Record<
      'direct' | 'queue' | 'bilateral' | 'gridlock' | 'multilateral',
      { count: number; value: Amount }
    >;
    /** Opening balances and credit lines. */
    liquidityAvailable: Amount;
    /** Sum over participants of opening less lowest balance. */
    liquidityUsed: Amount;
    creditUsed: Amount;
    /** Liquidity if all were netted at the end, and if each settled the moment it was entered. */
    lowerBound: Amount;
    upperBound: Amount;
    /** Value settled over liquidity used. */
    turnoverRatio: number | null;
    /** Of settled payments. */
    meanDelaySeconds: number;
    meanDelayByValueSeconds: number;
    meanDelayOfQueuedSeconds: number;
    longestDelaySeconds: number;
    /** Value times time queued over value times time to the end of the day: 0 to 1. */
    delayIndicator: number;
    /** Up to 0, 60, 300, 900 and 3600 s, and longer. */
    delays: { count: number; value: Amount }[];
    longestQueue: number;
    longestQueueAt: string;
    mostQueuedValue: Amount;
    participants: {
      participant: string;
      opening: Amount;
      creditLine: Amount;
      closing: Amount;
      creditUsedMost: Amount;
      liquidityUsed: Amount;
      sent: Amount;
      received: Amount;
      sentCount: number;
      unsettled: Amount;
      unsettledCount: number;
    }[];
    /** Over the day, in even spans; `time` is the begin, "HH:MM", "HH:MM:SS" or the entry's number without times. */
    series: {
      time: string;
      /** Within the span. */
      enteredValue: Amount;
      settledValue: Amount;
      meanDelaySeconds: number;
      /** At its end. */
      queuedCount: number;
      queuedValue: Amount;
      liquidityInUse: Amount;
    }[];
  } | null;
}
