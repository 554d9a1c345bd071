// A day on the real writer and a real PostgreSQL: banks send in waves, trouble strikes between any two steps, and every
// answer that was given is kept for the checker.
import { setTimeout as pause } from 'node:timers/promises';
import {
  type ExchangeMemory, type Inbound, readInbound, receive,
} from '../../modules/messages/index.ts'; // prettier-ignore
import { admitParticipant, Calendar, DEFAULT_RULES, fund, setCreditLine } from '../../modules/settlement/index.ts';
import { manualClock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Refusal } from '../../platform/refusal.ts';
import { type Command } from '../../platform/writer/desk.ts';
import { WriterFenced } from '../../platform/writer/term.ts';
import { BookWriter } from '../../platform/writer/writer.ts';
import { type Order } from './bank-messages.ts';
import { type Dice, diceOf, idOf } from './dice.ts';
import { Journal } from './journal.ts';
import { buildMemory, type DayMemory, recorded, type Steps } from './memory.ts';
import { bicOf, HOUSE, institution, profileOf, TEN_O_CLOCK } from './small-country.ts';
import { type Plan, Saboteur } from './trouble.ts';

/** A message as it was sent, once or many times, and each answer that came back. */
export interface Letter {
  readonly number: number;
  readonly from: string;
  readonly xml: string;
  readonly answers: string[];
  arrivals: number;
}

/** SQLSTATE of a division by zero. */
const REFUSED_ON_PURPOSE = '22012';

export interface DayOptions {
  readonly seed: number;
  readonly databaseUrl: string;
  readonly pool: Pool;
  /** The book of the day; the next number is its replay's. */
  readonly bookId: number;
  /** A day of a few waves, of which many can be run. */
  readonly isShort?: boolean;
}

export class SimulatedDay {
  readonly options: DayOptions;
  readonly dice: Dice;
  readonly clock = manualClock(TEN_O_CLOCK);
  readonly journal = new Journal();
  readonly saboteur: Saboteur;
  readonly banks: readonly string[];
  readonly letters: Letter[] = [];
  /** Payments banks have composed, sent or not. */
  readonly orders: Order[] = [];
  calendar: Calendar;
  writer!: BookWriter<DayMemory>;
  names = 0;
  readonly #left: BookWriter<DayMemory>[] = [];
  #writers = 0;

  constructor(options: DayOptions) {
    this.options = options;
    this.dice = diceOf(options.seed);
    this.banks = [...'ABCDE'].slice(0, 2 + this.dice.below(4));
    this.calendar = this.#calendarWith(this.dice.chance(0.2) ? ['2027-04-16'] : []);
    this.saboteur = new Saboteur(options.pool, () => this.takeOver());
  }

  /** Opens the book and admits the banks. */
  async begin(): Promise<void> {
    await this.takeOver();
    const { dice } = this;
    const members = [...this.banks, HOUSE].map((name, index) => ({
      profile: profileOf(name, index),
      balance: name === HOUSE ? 0n : BigInt(dice.below(60_000)),
      creditLine: name !== HOUSE && dice.chance(0.3) ? BigInt(dice.below(20_000)) : 0n,
      fundingId: idOf(`${this.options.seed} fund ${name}`, this.clock.now()),
    }));
    await this.act({
      name: 'admit all',
      needs: { ledger: { accountIds: [1, ...members.map((_, index) => 1_001 + index)] } },
      decide: ({ settlement: { settlement: s } }, at) => {
        for (const { profile, balance, creditLine, fundingId } of members) {
          admitParticipant(s, profile, at);
          if (balance > 0n) fund(s, fundingId, profile.id, balance, at);
          if (creditLine > 0n) setCreditLine(s, profile.id, creditLine, at);
        }
      },
    });
  }

  /** A new writer takes the term; whoever held it does not know yet. */
  async takeOver(): Promise<void> {
    const { databaseUrl, bookId } = this.options;
    const { calendar } = this;
    this.#writers += 1;
    const steps: Steps = {
      onLoad: (client) => this.saboteur.onLoad(client),
      onPrefetch: (client) => this.saboteur.onPrefetch(client),
      onCommit: (place) => this.saboteur.onCommit(place),
      // Nobody waits for the work of a writer that was replaced.
      onMaintain: async (place, client) => {
        if (this.writer === writer) await this.saboteur.onMaintain(place, client);
      },
    };
    const writer: BookWriter<DayMemory> = new BookWriter<DayMemory>({
      databaseUrl,
      bookId,
      clock: this.clock,
      holder: `writer ${this.#writers}`,
      build: () => buildMemory({ bookId, calendar, steps, journal: this.journal }),
    });
    await writer.open();
    if (this.writer) this.#left.push(this.writer);
    this.writer = writer;
    this.saboteur.isMaintaining = false;
  }

  /** Some holidays are only announced while nobody runs. */
  announceHoliday(date: string): void {
    this.calendar = this.#calendarWith([...this.calendar.rules.holidays, date]);
  }

  #calendarWith(holidays: readonly string[]): Calendar {
    return new Calendar({ ...DEFAULT_RULES, holidays });
  }

  /** Composes a letter without sending it. */
  write(from: string, xml: string): Letter {
    const letter: Letter = { number: this.letters.length, from, xml, answers: [], arrivals: 0 };
    this.letters.push(letter);
    return letter;
  }

  /** Sends it until it is answered: a writer that was replaced leaves the sender in doubt. */
  async send(letter: Letter): Promise<void> {
    const { bookId, pool } = this.options;
    const { answer } = await this.#untilAnswered((writer) => {
      const recording = {
        memory: writer.memory,
        lastDecidedAt: writer.lastDecidedAt,
        submit: <Result>(command: Command<ExchangeMemory, Result>) => writer.submit(recorded(command)),
      };
      return receive({ bookId, institution, pool, writer: recording }, this.#arrival(letter));
    });
    letter.answers.push(answer.xml);
  }

  #arrival({ from, xml, number }: Letter): Inbound {
    const letter = this.letters[number]!;
    letter.arrivals += 1;
    const name = `${this.options.seed} letter ${number} arrival ${letter.arrivals}`;
    const inbound = readInbound(bicOf(from), Buffer.from(xml));
    const at = this.clock.now();
    return {
      ...inbound,
      id: idOf(name, at),
      paymentIds: inbound.paymentIds.map((_, index) => idOf(`${name} payment ${index}`, at)),
    };
  }

  /** An operator's command. */
  act<Result>(command: Command<ExchangeMemory, Result>): Promise<Result> {
    return this.#untilAnswered((writer) => writer.submit(recorded(command)));
  }

  /** At whoever is the writer by then. */
  async #untilAnswered<Result>(ask: (writer: BookWriter<DayMemory>) => Promise<Result>): Promise<Result> {
    for (;;) {
      const { writer } = this;
      try {
        return await ask(writer);
      } catch (error) {
        const isInDoubt = error instanceof WriterFenced || (error as Refusal).code === 'writer_closed';
        // Alone in a commit the database refused, on the saboteur's word: the sender tries again.
        if ((error as { code?: string }).code === REFUSED_ON_PURPOSE) continue;
        if (!isInDoubt || this.writer === writer) throw error;
      }
    }
  }

  /** The acts of a wave are handed in at once; those of the second group while the wave's first commit is under way. */
  async wave(
    acts: readonly (() => Promise<void>)[],
    later: readonly (() => Promise<void>)[],
    plan?: Plan,
  ): Promise<void> {
    const waiting: Promise<void>[] = [];
    const during = async (): Promise<void> => {
      const { writer } = this;
      const goal = this.journal.decided + later.length;
      waiting.push(...later.map((act) => act()));
      while (this.journal.decided < goal && writer.isOpen) await pause(1);
    };
    const hasLater = later.length > 0 && plan?.trouble !== 'refused';
    this.saboteur.begin(plan, hasLater ? { place: this.dice.pick(['first', 'third']), act: during } : undefined);
    waiting.push(...acts.map((act) => act()));
    for (let index = 0; index < waiting.length; index++) await waiting[index];
    await this.settleDown();
    if (!hasLater) for (const act of later) await act();
  }

  /** Until nothing is under way: replaced writers have ended, work behind the commits is done. */
  async settleDown(): Promise<void> {
    for (const writer of this.#left.splice(0)) await writer.close();
    while (this.saboteur.isMaintaining || !this.writer.isOpen) await pause(1);
  }

  async end(): Promise<void> {
    await this.settleDown();
    await this.writer.close();
  }

  get settlement(): DayMemory['settlement']['settlement'] {
    return this.writer.memory.settlement.settlement;
  }
}
