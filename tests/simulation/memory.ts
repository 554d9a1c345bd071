// The desks of a simulated day: the product's own three, with a place for trouble before and after each of them, and the
// journal. Small memories, so that in a short day much is forgotten and brought back.
import { type ClientBase } from 'pg';
import { LedgerDesk } from '../../modules/ledger/index.ts';
import { type ExchangeMemory, MessagesDesk } from '../../modules/messages/index.ts';
import { type Calendar, SettlementDesk } from '../../modules/settlement/index.ts';
import { type Command, type Desk, type WriteRows } from '../../platform/writer/desk.ts';
import { Journal, JournalDesk } from './journal.ts';
import { institution } from './small-country.ts';

/** Places in a commit: before the ledger's rows, before settlement's, before the messages', after all. */
export const PLACES = ['first', 'second', 'third', 'last'] as const;
export type Place = (typeof PLACES)[number];

export interface DayMemory extends ExchangeMemory {
  readonly first: StepDesk;
  readonly second: StepDesk;
  readonly third: StepDesk;
  readonly last: StepDesk;
  readonly journal: JournalDesk;
}

/** What may happen between two steps of the writer. */
export interface Steps {
  onLoad(client: ClientBase): Promise<void>;
  onPrefetch(client: ClientBase): Promise<void>;
  /** Undefined when this commit goes on undisturbed here. */
  onCommit(place: Place): WriteRows | undefined;
  onMaintain(place: Place, client: ClientBase): Promise<void>;
}

export const undisturbed: Steps = {
  onLoad: () => Promise.resolve(),
  onPrefetch: () => Promise.resolve(),
  onCommit: () => undefined,
  onMaintain: () => Promise.resolve(),
};

class StepDesk implements Desk<true> {
  readonly #place: Place;
  readonly #steps: Steps;

  constructor(place: Place, steps: Steps) {
    this.#place = place;
    this.#steps = steps;
  }

  async load(client: ClientBase): Promise<void> {
    if (this.#place === 'first') await this.#steps.onLoad(client);
  }

  prefetch(client: ClientBase): Promise<void> {
    return this.#steps.onPrefetch(client);
  }

  takeRows(): WriteRows | undefined {
    return this.#steps.onCommit(this.#place);
  }

  maintain(client: ClientBase): Promise<void> {
    return this.#steps.onMaintain(this.#place, client);
  }
}

export interface MemoryOptions {
  readonly bookId: number;
  readonly calendar: Calendar;
  readonly steps?: Steps;
  readonly journal?: Journal;
  readonly keptPayments?: number;
  readonly keptMessages?: number;
}

/** In the order their rows are written. */
export function buildMemory(options: MemoryOptions): DayMemory {
  const {
    bookId,
    calendar,
    steps = undisturbed,
    journal = new Journal(),
    keptPayments = 4,
    keptMessages = 3,
  } = options;
  const ledger = new LedgerDesk(bookId, institution.currency, { checkpointEvery: 4, maxAccounts: 4 });
  const settlement = new SettlementDesk(ledger, calendar, keptPayments);
  return {
    first: new StepDesk('first', steps),
    ledger,
    second: new StepDesk('second', steps),
    settlement,
    third: new StepDesk('third', steps),
    messages: new MessagesDesk(bookId, settlement, institution, undefined, keptMessages),
    last: new StepDesk('last', steps),
    journal: new JournalDesk(journal, bookId, calendar),
  };
}

export async function loadMemory(memory: DayMemory, client: ClientBase): Promise<void> {
  for (const desk of Object.values(memory) as Desk[]) await desk.load(client);
}

/** The same command, written down as it is decided, with a step of ours before it. */
export function recorded<Result>(command: Command<ExchangeMemory, Result>): Command<DayMemory, Result> {
  const withStep: Command<DayMemory, Result> = { ...command, needs: { ...command.needs, first: true } };
  return {
    ...withStep,
    decide: (memory, at) => {
      memory.journal.note({ command: withStep, at });
      return command.decide(memory, at);
    },
  };
}
