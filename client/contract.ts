// The API's contract as the console and a bank's engineer see it: each answer's shape, and above it the methods and
// paths that give it. Everything is under /v1. Types only, so that it can later give way to the ones generated from
// generated/openapi.json without a change to those who use it.
//
// Conventions
// - Amounts: decimal strings of minor units ("123456" is 1,234.56 CNY). Signed where a position may be short.
// - Instants: RFC 3339, UTC, microseconds ("2027-04-14T06:30:00.000123Z"). Business dates: "2027-04-14".
// - Lists: `{ items, next }`; `?after=<next>&limit=<1…200, 50>`; `next` is null on the last page. `?sort=field` or
//   `?sort=-field` where a list says which fields; otherwise newest first.
// - Writes: `Idempotency-Key` header; a body of JSON; a refusal is application/problem+json.
// - Words a person reads that come from data (phases, participants, reasons) come as `{ en, zh }`.

export type Amount = string;
export type Moment = string;
export type BusinessDay = string;

/** A text in both languages of the house. */
export interface Title {
  en: string;
  zh: string;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** RFC 9457. `kept` says what stands in spite of the refusal; `next` what to do; both optional. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  detailZh?: string;
  field?: string;
  requestId: string;
}

export type Priority = 'highly-urgent' | 'urgent' | 'normal';
export type PaymentState = 'queued' | 'settled' | 'rejected' | 'cancelled' | 'warehoused' | 'returned';
export type ParticipantKind = 'direct' | 'indirect' | 'clearing-house';
export type ParticipantStanding = 'active' | 'suspended' | 'left' | 'joining';
export type LiquiditySaving = 'none' | 'bilateral' | 'gridlock' | 'full';

// ── The institution ────────────────────────────────────────────────────────────────────────────────────────────────

/** GET /v1/institution: what the frame of every page needs once. */
export interface Institution {
  name: Title;
  bic: string;
  environment: 'live' | 'sandbox';
  currency: string;
  /** Decimals of the currency: 2 for CNY. */
  minorDigits: number;
  /** IANA name; the console shows moments in it. */
  timeZone: string;
  version: string;
  startedAt: Moment;
  /** Whether GET /v1/demo answers. */
  hasDemo: boolean;
}

// ── Overview: the first screen ─────────────────────────────────────────────────────────────────────────────────────

/** One minute of settlement. `minute` is its beginning. */
export interface MinuteOfSettlement {
  minute: Moment;
  settledCount: number;
  settledValue: Amount;
  /** Queued at the end of the minute. */
  queuedCount: number;
  queuedValue: Amount;
}

/** A participant short of liquidity: what it has queued against what it may use. Worst first. */
export interface ShortParticipant {
  participant: ParticipantRef;
  queuedCount: number;
  queuedValue: Amount;
  /** Balance + free credit line − reserve: what it could pay now. */
  available: Amount;
  /** max(0, queuedValue − available). */
  shortfall: Amount;
  oldestQueuedAt: Moment | null;
}

/** GET /v1/overview */
export interface Overview {
  day: Day;
  totals: {
    settledCount: number;
    settledValue: Amount;
    queuedCount: number;
    queuedValue: Amount;
    rejectedCount: number;
    warehousedCount: number;
    /** Mean time from receipt to settlement today, in milliseconds. */
    meanDelayMs: number;
    /** Settled value over the liquidity used for it. */
    turnoverRatio: number | null;
  };
  /** The last 120 whole minutes, oldest first. */
  minutes: MinuteOfSettlement[];
  /** The day so far in 15-minute steps: cumulative value today, and on the usual day (mean of past days) or null. */
  dayCurve: { at: Moment; settledValue: Amount | null; usualValue: Amount | null }[];
  /** At most 12. */
  short: ShortParticipant[];
  /** Newest first, at most 20, only those that still hold. */
  alarms: Alarm[];
}

/** GET /v1/alarms?state=open|all → Page<Alarm>; POST /v1/alarms/{id}/acknowledge → Alarm */
export interface Alarm {
  id: string;
  severity: 'high' | 'medium' | 'low';
  code: string;
  text: Title;
  raisedAt: Moment;
  acknowledgedAt: Moment | null;
  clearedAt: Moment | null;
  /** What it is about; the console links to it. */
  subject: { kind: 'payment' | 'participant' | 'day' | 'clearing' | 'message' | 'system'; id: string } | null;
}

// ── The day ────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Phase {
  /** Data, not a closed list: "open", "interbank-only", "end-of-day" … */
  code: string;
  title: Title;
  startsAt: Moment;
  endsAt: Moment;
  state: 'past' | 'current' | 'coming';
  /** What may still be entered: priorities or message kinds, as a sentence. */
  accepts: Title;
  /** Minutes added by an operator, 0 when none. */
  extendedMinutes: number;
}

/**
 * GET /v1/day → Day (the current one); GET /v1/days/{date} → Day; GET /v1/days → Page<DaySummary>
 * POST /v1/day/extend {phase, minutes, reason} → Day
 * POST /v1/day/close {reason} → Day; GET /v1/day/close → DayClosePreview (what closing now would do)
 */
export interface Day {
  date: BusinessDay;
  state: 'preparing' | 'open' | 'closing' | 'closed';
  phases: Phase[];
  /** Code of the current phase; null outside the day. */
  phase: string | null;
  /** The server's clock, for the time to the next cut-off. */
  now: Moment;
  nextCutOff: { phase: string; title: Title; at: Moment } | null;
  nextDate: BusinessDay;
  /** Acts of the day: opened, extended by, closed by …; oldest first. */
  acts: Act[];
}

export interface DaySummary {
  date: BusinessDay;
  state: Day['state'];
  settledCount: number;
  settledValue: Amount;
  returnedCount: number;
  closedAt: Moment | null;
}

export interface DayClosePreview {
  queuedCount: number;
  queuedValue: Amount;
  /** Payments that would be returned to their senders. */
  returnedCount: number;
  /** Credit lines still used, which must be paid back. */
  creditUsed: Amount;
  participantsInCredit: number;
  nextDate: BusinessDay;
}

/** Something a person or the system did, for trails. */
export interface Act {
  at: Moment;
  actor: string;
  text: Title;
  reason: string | null;
}

// ── Participants ───────────────────────────────────────────────────────────────────────────────────────────────────

export interface ParticipantRef {
  /** Stable id used in paths and filters; the BIC in the demo. */
  id: string;
  bic: string;
  name: Title;
  shortName: Title;
}

/**
 * GET /v1/participants?q=&kind=&standing= → Page<Participant>; sort: name, balance, queuedValue, available
 * GET /v1/participants/{id} → ParticipantDetail
 */
export interface Participant extends ParticipantRef {
  lei: string | null;
  clearingCode: { scheme: string; code: string } | null;
  kind: ParticipantKind;
  standing: ParticipantStanding;
  /** The direct participant an indirect one settles through. */
  settlesThrough: ParticipantRef | null;
  /** Null for indirect participants, as the rest of the figures. */
  balance: Amount | null;
  creditLine: Amount | null;
  creditUsed: Amount | null;
  reserve: Amount | null;
  available: Amount | null;
  queuedOutCount: number;
  queuedOutValue: Amount;
  queuedInValue: Amount;
  sentToday: Amount;
  receivedToday: Amount;
}

export interface ParticipantDetail extends Participant {
  accountCode: string | null;
  joinedOn: BusinessDay;
  leftOn: BusinessDay | null;
  collateral: { security: Title; marketValue: Amount; haircutPercent: string; lendingValue: Amount }[];
  /** Kept aside for the priority; used by nothing lower. */
  reservations: { priority: Exclude<Priority, 'normal'>; amount: Amount; used: Amount }[];
  limits: Limit[];
  acts: Act[];
}

/** A sending limit: bilateral towards one counterparty, or multilateral (counterparty null) towards all others. */
export interface Limit {
  counterparty: ParticipantRef | null;
  amount: Amount;
  /** Net sent, at least 0. */
  used: Amount;
}

/**
 * PUT /v1/participants/{id}/credit-line {amount, reason} → ParticipantDetail
 * PUT /v1/participants/{id}/reservations/{priority} {amount} → ParticipantDetail
 * PUT /v1/participants/{id}/limits/{counterpartyId | "all"} {amount | null} → ParticipantDetail
 * POST /v1/participants/{id}/suspend {reason}, POST /v1/participants/{id}/resume {reason} → ParticipantDetail
 *
 * GET /v1/participants/{id}/liquidity → LiquidityDay: the business day in steps of `stepMinutes`.
 */
export interface LiquidityDay {
  date: BusinessDay;
  stepMinutes: number;
  opensAt: Moment;
  closesAt: Moment;
  now: Moment;
  points: LiquidityPoint[];
  /** If everything queued and announced settled: balance at the end of the day. */
  projectedClose: Amount | null;
  /** The path from now to the close on the projection. */
  projection: { at: Moment; balance: Amount }[];
}

export interface LiquidityPoint {
  at: Moment;
  balance: Amount;
  creditLine: Amount;
  reserve: Amount;
  paidIn: Amount;
  paidOut: Amount;
  queuedOut: Amount;
}

// ── Payments ───────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * GET /v1/payments?q=&state=&sender=&receiver=&party=&priority=&minAmount=&maxAmount=&date=&from=&to= → Page<Payment>
 * `q` matches any id exactly (our id, UETR, message id, end-to-end id, instruction id) and ids' beginnings from 6
 * characters; `party` either side; `state` may repeat. sort: receivedAt, settledAt, amount (default -receivedAt).
 */
export interface Payment {
  id: string;
  uetr: string;
  endToEndId: string;
  /** "pacs.008", "pacs.009", "pacs.004", "camt.050" … or "clearing". */
  kind: string;
  state: PaymentState;
  priority: Priority;
  amount: Amount;
  currency: string;
  sender: ParticipantRef;
  receiver: ParticipantRef;
  businessDate: BusinessDay;
  receivedAt: Moment;
  settledAt: Moment | null;
  /** ISO reason code of a rejection, cancellation or return. */
  reason: { code: string; text: Title } | null;
}

/** GET /v1/payments/{id} */
export interface PaymentDetail extends Payment {
  messageId: string;
  instructionId: string | null;
  transactionId: string | null;
  clearingReference: string | null;
  debtor: { name: string | null; account: string | null };
  creditor: { name: string | null; account: string | null };
  remittance: string | null;
  earliestDebitAt: Moment | null;
  latestDebitAt: Moment | null;
  /** Place in the sender's queue now, 1 first; null when not queued. */
  queuePosition: number | null;
  timeline: TimelineStep[];
  entries: Entry[];
  messages: MessageSummary[];
  acts: Act[];
  /** Payment returned by or returning this one. */
  related: { relation: 'returns' | 'returned-by' | 'cancelled-by' | 'offset-with'; payment: Payment }[];
  /** What an operator may do now; a missing act says why not. */
  may: { cancel: Permission; reprioritise: Permission; reorder: Permission };
}

export interface Permission {
  allowed: boolean;
  why: Title | null;
}

export interface TimelineStep {
  /** received, checked, warehoused, queued, reordered, raised, offset, settled, rejected, cancelled, returned, answered, delivered. */
  step: string;
  at: Moment;
  /** The sentence: "Queued: 1.2 million short", "Settled in commit 88,123 with 4 others". */
  text: Title;
  /** The commit it stands in, when it wrote. */
  commit: number | null;
}

/** A line in the books. */
export interface Entry {
  transferId: string;
  seq: number;
  at: Moment;
  account: AccountRef;
  side: 'debit' | 'credit';
  amount: Amount;
  /** The account's balance after it. */
  balanceAfter: Amount | null;
  counterAccount: AccountRef;
  paymentId: string | null;
  text: Title;
}

// ── Queue ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** GET /v1/queue?sender=&receiver=&priority= → Page<QueuedPayment>; in the order of settlement; sort: amount, receivedAt */
export interface QueuedPayment extends Payment {
  position: number;
  /** Why it waits: "liquidity", "bilateral-limit", "multilateral-limit", "earliest-time", "behind", "suspended". */
  waitsFor: string;
  waitsForText: Title;
}

/** GET /v1/queue/matrix: queued value by sender (row) and receiver (column); only cells that are not empty. */
export interface QueueMatrix {
  participants: ParticipantRef[];
  cells: { sender: string; receiver: string; count: number; value: Amount }[];
  totalCount: number;
  totalValue: Amount;
  byPriority: { priority: Priority; count: number; value: Amount }[];
  liquiditySaving: LiquiditySaving;
}

/**
 * POST /v1/queue/proposal {method: "bilateral" | "gridlock" | "full"} → QueueProposal: what would settle; nothing is done.
 * POST /v1/queue/optimise {method} → QueueProposal with `appliedAt` set: done in one commit.
 * PUT /v1/queue/liquidity-saving {mode} → QueueMatrix
 */
export interface QueueProposal {
  method: Exclude<LiquiditySaving, 'none'>;
  settledCount: number;
  settledValue: Amount;
  remainingCount: number;
  remainingValue: Amount;
  /** Liquidity that the set needs net, over all participants. */
  liquidityNeeded: Amount;
  computedInMs: number;
  /** Each participant's position before and after. */
  positions: { participant: ParticipantRef; before: Amount; after: Amount; settledCount: number }[];
  /** At most 200 of them. */
  payments: QueuedPayment[];
  appliedAt: Moment | null;
}

/**
 * POST /v1/payments/{id}/cancel {reason} → PaymentDetail
 * POST /v1/payments/{id}/priority {priority, reason} → PaymentDetail (raise or lower)
 * POST /v1/payments/{id}/position {to: "first" | "last" | "up" | "down", reason} → PaymentDetail (within its priority)
 */
export interface QueueAct {
  reason: string;
}

// ── Messages ───────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * GET /v1/messages/all?direction=&kind=&participant=&state=&q= → Page<MessageSummary> (the operator's list)
 * GET /v1/messages?after=&limit= → Page<MessageSummary> with `xml` (a participant's own outbox, by its token)
 * POST /v1/messages (application/xml) → the immediate ISO answer, application/xml
 * POST /v1/messages/{id}/delivered → 204
 */
export interface MessageSummary {
  id: string;
  direction: 'in' | 'out';
  /** "pacs.008.001.08" */
  kind: string;
  messageId: string;
  participant: ParticipantRef | null;
  state: 'accepted' | 'refused' | 'waiting' | 'delivered';
  transactions: number;
  amount: Amount | null;
  at: Moment;
  deliveredAt: Moment | null;
  bytes: number;
  violations: number;
}

/** GET /v1/messages/{id} */
export interface MessageDetail extends MessageSummary {
  xml: string;
  /** The message's fields in reading order; depth for indentation. */
  fields: { path: string; name: Title; value: string; depth: number }[];
  found: Violation[];
  /** Answers to it, or the message it answers. */
  related: MessageSummary[];
  payments: Payment[];
}

export interface Violation {
  path: string;
  /** 1-based. */
  line: number;
  rule: string;
  text: Title;
}

// ── Books ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface AccountRef {
  /** "settlement:MRDNCNBJ" */
  code: string;
  title: Title;
}

/** GET /v1/books/accounts?q= → Page<Account>; GET /v1/books/accounts/{code}?at= → Account (balances at that moment) */
export interface Account extends AccountRef {
  id: number;
  currency: string;
  normalSide: 'debit' | 'credit';
  isFrozen: boolean;
  isClosed: boolean;
  openedAt: Moment;
  debits: Amount;
  credits: Amount;
  debitsPending: Amount;
  creditsPending: Amount;
  /** On its own side; negative when overdrawn. */
  balance: Amount;
  /** When asked with ?at=. */
  at: Moment | null;
}

/** GET /v1/books/accounts/{code}/statement?from=&to=&after=&limit= → Statement; oldest first */
export interface Statement {
  account: Account;
  from: Moment;
  to: Moment;
  opening: Amount;
  closing: Amount;
  debits: Amount;
  credits: Amount;
  entryCount: number;
  items: Entry[];
  next: string | null;
}

/** GET /v1/books/trial-balance?at= */
export interface TrialBalance {
  at: Moment;
  currency: string;
  rows: { account: AccountRef; normalSide: 'debit' | 'credit'; debits: Amount; credits: Amount; balance: Amount }[];
  debits: Amount;
  credits: Amount;
  /** debits === credits; anything else is a fault. */
  isBalanced: boolean;
}

// ── Clearing houses ────────────────────────────────────────────────────────────────────────────────────────────────

/** GET /v1/clearing?house=&state= → Page<ClearingBatch>; GET /v1/clearing/{id} → ClearingBatchDetail */
export interface ClearingBatch {
  id: string;
  house: ParticipantRef;
  reference: string;
  state: 'informing' | 'waiting' | 'settled' | 'rejected';
  /** Sum of the debit positions. */
  value: Amount;
  /** Payments netted, as the house says. */
  grossValue: Amount | null;
  positionsCount: number;
  receivedAt: Moment;
  /** End of the information period. */
  informationEndsAt: Moment | null;
  settledAt: Moment | null;
  guaranteeUsed: Amount;
}

export interface ClearingBatchDetail extends ClearingBatch {
  positions: { participant: ParticipantRef; net: Amount; isCovered: boolean; shortfall: Amount }[];
  guaranteeBalance: Amount;
  timeline: TimelineStep[];
}

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

// ── Demo ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * GET /v1/demo → Demo; POST /v1/demo/pause, /v1/demo/resume, /v1/demo/stop → Demo; PUT /v1/demo/speed {speed} → Demo
 */
export interface Demo {
  state: 'running' | 'paused' | 'stopped';
  /** 1 is real time. */
  speed: number;
  speeds: number[];
  paymentsSent: number;
}

// ── Live ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * GET /v1/live (text/event-stream): each event's name is its `type`, its data this object as JSON. `totals` comes once a
 * second while anything changes and at least every 15 s; the id is a cursor for Last-Event-ID.
 */
export type LiveEvent =
  | {
      type: 'totals';
      at: Moment;
      settledCount: number;
      settledValue: Amount;
      queuedCount: number;
      queuedValue: Amount;
      rejectedCount: number;
      openAlarms: number;
      /** Settled since the last totals event. */
      settledCountDelta: number;
      settledValueDelta: Amount;
    }
  | { type: 'phase'; at: Moment; date: BusinessDay; phase: string | null; state: Day['state'] }
  | { type: 'alarm'; alarm: Alarm }
  | { type: 'queue'; at: Moment; queuedCount: number; queuedValue: Amount }
  | { type: 'demo'; demo: Demo };
