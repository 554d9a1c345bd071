// When a business day has closed, every participant with an account is sent its statement: camt.053, page by page, each
// page once. It reads committed rows behind the writer's back and hands the pages in as commands, so the day's close never
// waits for it; after a crash it goes on with the page that is missing.
import { type Pool } from '../../../platform/postgres/connect.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type BookWriter } from '../../../platform/writer/writer.ts';
import { type Command } from '../../../platform/writer/desk.ts';
import { type Participant, readClosedDates, type SettlementEvent } from '../../settlement/index.ts';
import { ACCOUNT_STATEMENT, ENTRIES_PER_PAGE, type PageOfStatement, statementContent } from './account-report.ts';
import { compose } from './compose.ts';
import { statementKey } from '../exchange.ts';
import { type Institution } from '../institution.ts';
import { type ExchangeMemory } from '../inward/hearing.ts';
import { readStatement, type Statement } from './statement.ts';
import { send } from './tell.ts';

/** Days looked back on for statements that are missing. */
const DAYS_BACK = 10;

export interface DayStatementsContext {
  readonly bookId: number;
  readonly institution: Institution;
  readonly writer: Pick<BookWriter<ExchangeMemory>, 'memory' | 'submit'>;
  readonly pool: Pool;
}

export class DayStatements {
  readonly #context: DayStatementsContext;
  readonly #onTrouble: (error: unknown) => void;
  #working: Promise<void> | undefined;
  #isWanted = false;
  #isEnded = false;

  /** `onTrouble` is told of what kept the statements from being sent; they are tried again with the next day's. */
  constructor(context: DayStatementsContext, onTrouble: (error: unknown) => void) {
    this.#context = context;
    this.#onTrouble = onTrouble;
  }

  /** Hears the events of a commit. */
  hear(events: readonly SettlementEvent[]): void {
    if (events.some(({ kind }) => kind === 'day-closed')) this.sendMissing();
  }

  /** Sends what is missing; call it once at the start. */
  sendMissing(): void {
    this.#isWanted = true;
    if (this.#working || this.#isEnded) return;
    this.#working = this.#work()
      .catch((error: unknown) => {
        const isClosing = error instanceof Refusal && error.code === 'writer_closed';
        if (!this.#isEnded && !isClosing) this.#onTrouble(error);
      })
      .finally(() => (this.#working = undefined));
  }

  /** Until all that is missing was sent. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    await this.settled();
  }

  async #work(): Promise<void> {
    const { bookId, pool, writer } = this.#context;
    while (this.#isWanted && !this.#isEnded) {
      this.#isWanted = false;
      const dates = await readClosedDates(pool, bookId, DAYS_BACK);
      for (const date of dates.reverse()) {
        const sent = await readPagesSent(pool, bookId, date);
        for (const participant of writer.memory.settlement.settlement.participants) {
          if (participant.accountId > 0 && !this.#isEnded) await this.#sendTo(participant, date, sent);
        }
      }
    }
  }

  async #sendTo(participant: Participant, date: string, sent: ReadonlyMap<string, PagesSent>): Promise<void> {
    const { writer, institution } = this.#context;
    const { settlement } = writer.memory.settlement;
    const done = sent.get(participant.id);
    if (done?.isComplete) return;
    let [number, afterSeq, afterNumber] = [1, 0, 0];
    for (;;) {
      const page = { afterSeq, afterNumber, limit: ENTRIES_PER_PAGE };
      const statement = await readStatement(this.#context, settlement, participant, date, 0, page);
      if (!statement?.isClosed || settlement.accountOf(participant).openedAt > statement.to) return;
      afterNumber += statement.entries.length;
      afterSeq = statement.lastSeq;
      const isLast = afterNumber >= statement.entryCount;
      if (number > (done?.pages ?? 0)) await writer.submit(sendPage(institution, statement, { number, isLast }));
      if (isLast || this.#isEnded) return;
      number += 1;
    }
  }
}

interface PagesSent {
  readonly pages: number;
  readonly isComplete: boolean;
}

async function readPagesSent(pool: Pool, bookId: number, date: string): Promise<Map<string, PagesSent>> {
  const { rows } = await pool.query<{ participant_id: string; pages: number; is_complete: boolean }>(
    `select participant_id, max(page) as pages, bool_or(is_last) as is_complete from messages.statements
     where book_id = $1 and business_date = $2 group by participant_id`,
    [bookId, date],
  );
  return new Map(rows.map((row) => [row.participant_id, { pages: row.pages, isComplete: row.is_complete }]));
}

function sendPage(
  institution: Institution,
  statement: Statement,
  page: PageOfStatement,
): Command<ExchangeMemory, void> {
  const { participant, date } = statement;
  const key = statementKey(participant.id, date, page.number);
  return {
    name: 'send statement',
    needs: { messages: { statements: [[participant.id, date, page.number]] } },
    decide: ({ messages: { exchange } }, at) => {
      if (exchange.stated.has(key)) return;
      exchange.stated.add(key);
      exchange.newStatements.push({ participantId: participant.id, date, page: page.number, isLast: page.isLast });
      send(exchange, participant, ACCOUNT_STATEMENT, at, {}, (messageId) =>
        compose(institution, {
          kind: ACCOUNT_STATEMENT,
          messageId,
          toBic: participant.profile.bic,
          at,
          content: statementContent(institution, statement, messageId, at, page),
        }),
      );
    },
  };
}
