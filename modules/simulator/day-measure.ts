// What is counted while a simulated day runs: everything is taken from what settlement tells, and held against the books
// at the end.
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { minorDigits } from '../../platform/money.ts';
import { assert } from '../../platform/refusal.ts';
import { balanceOf } from '../ledger/index.ts';
import { type Payment, queueOf, type Settlement, type SettlementEvent } from '../settlement/index.ts';
import { DelayMeasure, mean, ratio } from './delay-measure.ts';
import { above, LiquidityMeasure, sum } from './liquidity-measure.ts';
import { MIDNIGHT } from './open-day.ts';
import { type DayInput } from './read-input.ts';
import { type ParticipantResult, type Point, type Result, type SettledHow } from './result.ts';
import { momentName, spanName, type Spans, spansOf } from './spans.ts';

const HOW: readonly SettledHow[] = ['direct', 'queue', 'bilateral', 'gridlock', 'multilateral'];

export class DayMeasure {
  readonly #settlement: Settlement;
  readonly #input: DayInput;
  readonly #liquidity: LiquidityMeasure;
  readonly #delays = new DelayMeasure();
  readonly #spans: Spans;
  readonly #series: Point[] = [];
  readonly #how = new Map(HOW.map((how) => [how, { count: 0, value: 0n }]));
  #spanBegins: Instant;
  #span = { entered: 0n, settled: 0n, count: 0, seconds: 0 };
  #entered = 0n;
  /** Value times the second of entry, for the delay indicator. */
  #enteredTimes = 0n;
  #settledCount = 0;
  #settled = 0n;
  #queued = 0n;
  #longestQueue = 0;
  #longestQueueAt = '';
  #mostQueued = 0n;

  constructor(settlement: Settlement, input: DayInput) {
    this.#settlement = settlement;
    this.#input = input;
    this.#liquidity = new LiquidityMeasure(settlement);
    this.#spans = spansOf(input);
    this.#spanBegins = this.#spans.firstBegins;
  }

  /** What was told at one moment; moments come in order. */
  take(events: readonly SettlementEvent[], at: Instant): void {
    this.#endSpans(at);
    for (let index = 0; index < events.length; index++) {
      const event = events[index]!;
      if (event.kind === 'payment-received') this.#enter(event.payment, at);
      else if (event.kind === 'payment-queued') this.#queued += event.payment.amountMinor;
      else if (event.kind === 'payment-settled') {
        const set = setAt(events, index);
        this.#settle(set, event.how as SettledHow, at);
        index += set.length - 1;
      }
    }
    this.#lookAtQueue(at);
  }

  #enter(payment: Payment, at: Instant): void {
    const { amountMinor } = payment;
    this.#entered += amountMinor;
    this.#enteredTimes += amountMinor * BigInt(Math.floor(at / MICROS_PER_SECOND));
    this.#span.entered += amountMinor;
    this.#liquidity.enter(payment);
  }

  #settle(set: readonly Payment[], how: SettledHow, at: Instant): void {
    const counted = this.#how.get(how)!;
    for (const payment of set) {
      const { amountMinor } = payment;
      counted.count += 1;
      counted.value += amountMinor;
      if (payment.queuedAt !== undefined) this.#queued -= amountMinor;
      this.#settledCount += 1;
      this.#settled += amountMinor;
      this.#span.settled += amountMinor;
      this.#span.count += 1;
      this.#span.seconds += this.#delays.settle(payment, at);
      // Nothing asks for it any more.
      this.#settlement.paymentById.delete(payment.id);
    }
    this.#liquidity.settle(set);
  }

  #lookAtQueue(at: Instant): void {
    const { queuedCount } = this.#settlement;
    if (this.#queued > this.#mostQueued) this.#mostQueued = this.#queued;
    if (queuedCount <= this.#longestQueue) return;
    this.#longestQueue = queuedCount;
    this.#longestQueueAt = momentName(at - MIDNIGHT, this.#input.hasTimes);
  }

  #endSpans(at: Instant): void {
    const { lastBegins, widthMicros } = this.#spans;
    while (this.#spanBegins < lastBegins && this.#spanBegins + widthMicros <= at - MIDNIGHT) this.#endSpan();
  }

  #endSpan(): void {
    const { entered, settled, count, seconds } = this.#span;
    this.#series.push({
      time: spanName(this.#spanBegins, this.#spans, this.#input.hasTimes),
      enteredValue: String(entered),
      settledValue: String(settled),
      queuedCount: this.#settlement.queuedCount,
      queuedValue: String(this.#queued),
      liquidityInUse: String(this.#liquidity.inUse),
      meanDelaySeconds: mean(seconds, count),
    });
    this.#span = { entered: 0n, settled: 0n, count: 0, seconds: 0 };
    this.#spanBegins += this.#spans.widthMicros;
  }

  close(end: Instant): void {
    this.#endSpan();
    for (const sender of this.#settlement.participants) {
      for (const payment of queueOf(sender)) this.#delays.leave(payment, end);
    }
    this.#delays.close(this.#entered, this.#enteredTimes, end);
  }

  result(): Result {
    const input = this.#input;
    const { participants, payments, hasTimes, sha256 } = input;
    const liquidity = this.#liquidity;
    const rows = participants.map((_given, index) => this.#participant(index));
    const liquidityUsed = sum(participants.map((_given, index) => liquidity.used(index)));
    return {
      currency: input.currency,
      minorDigits: minorDigits(input.currency),
      lsm: this.#settlement.lsm,
      hasTimes,
      reorderedCount: input.reorderedCount,
      inputs: {
        balances: { rows: participants.length, sha256: sha256.balances },
        payments: { rows: payments.length, sha256: sha256.payments },
      },
      firstEntry: momentName(payments[0]!.enteredAt, hasTimes),
      lastEntry: momentName(payments.at(-1)!.enteredAt, hasTimes),
      paymentCount: payments.length,
      paymentValue: String(this.#entered),
      settledCount: this.#settledCount,
      settledValue: String(this.#settled),
      unsettledCount: payments.length - this.#settledCount,
      unsettledValue: String(this.#entered - this.#settled),
      settledHow: this.#settledHow(),
      liquidityAvailable: String(sum(participants.map((each) => each.balanceMinor + each.creditLineMinor))),
      liquidityUsed: String(liquidityUsed),
      creditUsed: String(sum(liquidity.lowest.map((lowest) => above(-lowest)))),
      lowerBound: String(liquidity.lowerBound),
      upperBound: String(liquidity.upperBound),
      turnoverRatio: ratio(this.#settled, liquidityUsed),
      ...this.#delays.result(),
      longestQueue: this.#longestQueue,
      longestQueueAt: this.#longestQueueAt,
      mostQueuedValue: String(this.#mostQueued),
      participants: rows,
      series: this.#series,
    };
  }

  #settledHow(): Result['settledHow'] {
    const told = [...this.#how].map(([how, { count, value }]) => [how, { count, value: String(value) }]);
    return Object.fromEntries(told) as Result['settledHow'];
  }

  #participant(index: number): ParticipantResult {
    const s = this.#settlement;
    const liquidity = this.#liquidity;
    const participant = s.participants[index]!;
    const closing = balanceOf(s.accountOf(participant));
    assert(closing === liquidity.balances[index], 'the figures of a simulated day agree with its books');
    return {
      participant: this.#input.participants[index]!.name,
      opening: String(liquidity.opening[index]),
      creditLine: String(this.#input.participants[index]!.creditLineMinor),
      closing: String(closing),
      creditUsedMost: String(above(-liquidity.lowest[index]!)),
      liquidityUsed: String(liquidity.used(index)),
      sent: String(liquidity.sent[index]),
      received: String(liquidity.received[index]),
      sentCount: liquidity.sentCounts[index]!,
      unsettled: String(participant.queuedMinor),
      unsettledCount: participant.queuedCount,
    };
  }
}

/** Payments told one after another under one set's id settled at one moment. */
function setAt(events: readonly SettlementEvent[], from: number): Payment[] {
  const set: Payment[] = [];
  let setId: string | undefined;
  for (let index = from; index < events.length; index++) {
    const event = events[index]!;
    if (event.kind !== 'payment-settled') break;
    if (index > from && (setId === undefined || event.setId !== setId)) break;
    setId = event.setId;
    set.push(event.payment);
  }
  return set;
}
