// The stream of demo payments: real messages through the same door as any bank's, in a rhythm one can pause, speed up and
// stop. Randomness stays here, outside every decision.
import { readInbound, receive, type ReceiveContext } from '../../../modules/messages/index.ts';
import { type Payment, queueOf, type Settlement } from '../../../modules/settlement/index.ts';
import { type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { addDays } from '../../../platform/time-zone.ts';
import { ClearingHouses } from './clearing-houses.ts';
import { Collection } from './collection.ts';
import { type DemoClock } from './clock.ts';
import { DEMO_PARTICIPANTS, type DemoParticipant } from './country.ts';
import {
  bankTransfer,
  cancellation,
  customerTransfer,
  type Desk,
  dice,
  type Letter,
  paymentReturn,
} from './letters.ts';

export interface DemoState {
  state: 'running' | 'paused' | 'stopped';
  /** 1 is about four payments a second. */
  speed: number;
  speeds: readonly number[];
  paymentsSent: number;
}

const SPEEDS = [1, 5, 20, 50];
const PAUSE_MS = 250;
/** How often the banks look into their outboxes; while the past is played, in minutes. */
const COLLECT_MS = 2_000;
const COLLECT_MINUTES = 10;
const MINUTE_MICROS = 60 * MICROS_PER_SECOND;
/** Payments a minute while the past is played, about. */
const PAST_RATE = 12;
/** The same for the day before, by day and by night. */
const DAY_BEFORE_RATES = { day: 3, night: 0.2 };
const DAY_BEFORE_STEP_MINUTES = 15;
/** Banks overreach until this many payments wait; past the second number the others lend them what they lack. */
const QUEUE_AIM = 12;
const QUEUE_MOST = 40;

export class DemoStream {
  readonly status: DemoState = { state: 'running', speed: 1, speeds: SPEEDS, paymentsSent: 0 };
  readonly #context: ReceiveContext;
  readonly #clock: DemoClock;
  readonly #houses: ClearingHouses;
  readonly #collection: Collection;
  readonly #listeners: ((status: DemoState) => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #collecting: NodeJS.Timeout | undefined;
  #underWay = 0;

  constructor(context: ReceiveContext, clock: DemoClock) {
    this.#context = context;
    this.#clock = clock;
    this.#houses = new ClearingHouses(context.writer);
    this.#collection = new Collection(context, clock);
  }

  onChange(listener: (status: DemoState) => void): void {
    this.#listeners.push(listener);
  }

  change(to: Partial<Pick<DemoState, 'state' | 'speed'>>): void {
    Object.assign(this.status, to);
    for (const listener of this.#listeners) listener(this.status);
  }

  /**
   * The past of a new book, as real messages with the clock moved by hand: the day before in large steps, so that there is
   * a day to compare with, and the hours before the present minute by minute.
   */
  async playPast(): Promise<void> {
    let at = this.#clock.now();
    while (at < this.#clock.present) {
      this.#clock.playTo(at);
      const minutes = at < this.#clock.recent ? DAY_BEFORE_STEP_MINUTES : 1;
      await this.#context.writer.submit({ name: 'tick', decide: () => undefined });
      if (this.#settlement.day?.state === 'open') await this.#play(at, minutes);
      if ((at / MINUTE_MICROS) % (minutes * COLLECT_MINUTES) < minutes) await this.#collection.round();
      at += minutes * MINUTE_MICROS;
    }
  }

  async #play(at: Instant, minutes: number): Promise<void> {
    const wave = 1 + 0.5 * Math.sin(at / MINUTE_MICROS / 13);
    const rate = minutes === 1 ? PAST_RATE : DAY_BEFORE_RATES[this.#clock.isDaytime ? 'day' : 'night'] * minutes;
    const count = Math.round(rate * wave * (0.6 + Math.random() * 0.8));
    const sent = Array.from({ length: count }, () => this.#sendOne());
    await Promise.all([...sent, this.#houses.handIn(at)]);
  }

  start(): void {
    this.#timer = setInterval(() => this.#beat(), PAUSE_MS);
    this.#collecting = setInterval(() => void this.#collection.round().catch(() => undefined), COLLECT_MS);
  }

  end(): void {
    clearInterval(this.#timer);
    clearInterval(this.#collecting);
    this.status.state = 'stopped';
  }

  get #settlement(): Settlement {
    return this.#context.writer.memory.settlement.settlement;
  }

  #beat(): void {
    if (this.status.state !== 'running' || this.#underWay > 200) return;
    if (this.#settlement.day?.state !== 'open') return;
    for (let n = 0; n < this.status.speed; n++) void this.#sendOne();
    // The writer is closing, or was fenced: the server says so.
    void this.#houses.handIn(this.#clock.now()).catch(() => this.end());
  }

  /** Sends what some bank would: mostly payments of customers, now and then something out of the ordinary. */
  async #sendOne(): Promise<void> {
    const s = this.#settlement;
    const desk: Desk = { institution: this.#context.institution, now: this.#clock.now(), date: s.day!.date };
    const chance = Math.random();
    if (chance < 0.004 && (await this.#cancelOne(desk))) return;
    if (chance > 0.996 && (await this.#returnOne(desk))) return;
    if (chance < 0.06 && s.queuedCount < QUEUE_AIM) return this.#overreach(desk);
    if (chance < 0.7) {
      const from = pick();
      const xml = customerTransfer(desk, { from, to: pick(from), amountMinor: money(6), priority: urgencyOf('HIGH') });
      return this.#send(from, Math.random() < 0.01 ? spoiled(xml, desk) : xml);
    }
    const isRescue = Math.random() < (s.queuedCount > QUEUE_MOST ? 0.8 : 0.1);
    const [from, to] = isRescue ? this.#lenderAndBorrower() : pair();
    const amountMinor = money(Math.min(60, 6 + 3 * from.weight));
    return this.#send(from, bankTransfer(desk, { from, to, amountMinor, priority: urgencyOf('URGT') }));
  }

  /** A bank sends more than it has: the payment waits until money comes in, or offsets against what comes. */
  async #overreach(desk: Desk): Promise<void> {
    const from = SMALLER[dice(SMALLER.length)]!;
    const participant = this.#settlement.participantById.get(from.profile.id);
    if (!participant) return;
    const free = this.#settlement.availableMinor(participant, 2) - participant.queuedMinor;
    const letter: Letter = {
      from,
      to: pick(from),
      amountMinor: (free > 0n ? free : 0n) + money(20 + 3 * from.weight),
      priority: urgencyOf('HIGH'),
      latestInMinutes: dice(8) === 0 ? 20 + dice(40) : undefined,
    };
    await this.#send(from, Math.random() < 0.5 ? customerTransfer(desk, letter) : bankTransfer(desk, letter));
  }

  async #cancelOne(desk: Desk): Promise<boolean> {
    const waiting = BANKS.flatMap((from) => {
      const participant = this.#settlement.participantById.get(from.profile.id);
      const last = participant && [...queueOf(participant)].at(-1);
      return last?.uetr === undefined ? [] : [{ from, uetr: last.uetr }];
    });
    const chosen = waiting[dice(waiting.length)];
    if (!chosen) return false;
    await this.#send(chosen.from, cancellation(desk, chosen.from, chosen.uetr));
    return true;
  }

  async #returnOne(desk: Desk): Promise<boolean> {
    const isReturnable = (payment: Payment): payment is Payment & { readonly uetr: string } =>
      payment.kind === 'pacs.008' && payment.state === 'settled' && payment.uetr !== undefined;
    const settled = [...this.#settlement.paymentById.values()].slice(-200).filter(isReturnable);
    const chosen = settled[dice(settled.length)];
    const from = BANKS.find(({ profile }) => profile.id === chosen?.receiver.id);
    if (!chosen || !from) return false;
    await this.#send(from, paymentReturn(desk, chosen));
    return true;
  }

  async #send(from: DemoParticipant, xml: string): Promise<void> {
    this.#underWay += 1;
    this.status.paymentsSent += 1;
    try {
      await receive(this.#context, readInbound(from.profile.id, Buffer.from(xml)));
    } catch {
      // The writer is closing, or was fenced: the server says so.
      this.end();
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Banks lend to each other: the one with the most beyond its opening balance to the one with the least. */
  #lenderAndBorrower(): [DemoParticipant, DemoParticipant] {
    const s = this.#settlement;
    const standing = (each: DemoParticipant): number => {
      const participant = s.participantById.get(each.profile.id);
      if (!participant) return 0;
      const free = Number(s.availableMinor(participant, 2) - participant.queuedMinor) / 1e8;
      return free / (each.balance + each.creditLine);
    };
    const byStanding = BANKS.map((each) => ({ each, free: standing(each) })).sort((a, b) => b.free - a.free);
    return [byStanding[0]!.each, byStanding.at(-1)!.each];
  }
}

/** Banks also send what is not valid by its schema, or asks for a day that is over. */
function spoiled(xml: string, { date }: Desk): string {
  return dice(2) === 0 ? xml.replace('CLRG', 'XXXX') : xml.replaceAll(`>${date}<`, `>${addDays(date, -14)}<`);
}

const urgencyOf = (rare: 'URGT' | 'HIGH'): Letter['priority'] => (Math.random() < 0.08 ? rare : 'NORM');

/** Heavy-tailed around this many hundred thousand; minor units. */
function money(scale: number): bigint {
  return BigInt(Math.round(Math.exp(Math.random() * 3.2) * scale * 1_200_000 + dice(100_000)));
}

const BANKS = DEMO_PARTICIPANTS.filter(({ weight }) => weight > 0);
const SMALLER = BANKS.filter(({ weight }) => weight <= 9);
const TOTAL = BANKS.reduce((sum, { weight }) => sum + weight, 0);

const pair = (): [DemoParticipant, DemoParticipant] => {
  const from = pick();
  return [from, pick(from)];
};

/** A bank by its weight, not this one. */
function pick(other?: DemoParticipant): DemoParticipant {
  for (;;) {
    let at = Math.random() * TOTAL;
    const found = BANKS.find(({ weight }) => (at -= weight) < 0) ?? BANKS[0]!;
    if (found !== other) return found;
  }
}
