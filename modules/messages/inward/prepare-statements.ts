// What a camt.060 asks for, read from committed rows before it is decided.
import { all, child, type Element, text } from '../../iso20022/index.ts';
import { type Participant, type Settlement, settlesOn } from '../../settlement/index.ts';
import { ENTRIES_PER_PAGE, type PageOfStatement } from '../outward/account-report.ts';
import { type ReceiveContext } from '../context.ts';
import { canBeRead, type Inbound } from './inbound.ts';
import { readStatement, type Statement } from '../outward/statement.ts';

/** One page of what is asked for; no statement when there was no such day. */
export interface PreparedStatement {
  readonly statement: Statement | undefined;
  readonly page: PageOfStatement;
}

/** Most pages one request can ask for; more are read over the API. */
const MAX_PAGES = 20;

export async function prepareStatements(context: ReceiveContext, inbound: Inbound): Promise<PreparedStatement[]> {
  if (!inbound.kind?.startsWith('camt.060') || !canBeRead(inbound)) return [];
  const { settlement } = context.writer.memory.settlement;
  const sender = settlement.participantById.get(inbound.senderId);
  const own = sender && settlesOn(settlement, sender);
  const { day } = settlement;
  if (!own || !day) return [];
  const prepared: PreparedStatement[] = [];
  for (const request of all(inbound.body, 'RptgReq').slice(0, MAX_PAGES)) {
    const isStatement = asks(request).startsWith('camt.053');
    const date = text(request, 'RptgPrd/FrToDt/FrDt') ?? (isStatement ? previousDate(settlement) : day.date);
    const first = isStatement ? 1 : Math.max(1, firstNumber(request));
    prepared.push(...(await readPages(context, settlement, own, date, first, isStatement)));
  }
  return prepared;
}

/** All pages of a statement, or the one page of a report that begins at an entry's number. */
async function readPages(
  context: ReceiveContext,
  settlement: Settlement,
  own: Participant,
  date: string,
  first: number,
  isStatement: boolean,
): Promise<PreparedStatement[]> {
  const now = context.writer.lastDecidedAt;
  const pages: PreparedStatement[] = [];
  let [afterSeq, afterNumber] = [0, 0];
  // A report that begins later in the day skips what comes before.
  if (first > 1) {
    const page = { afterSeq, afterNumber, limit: first - 1 };
    const skipped = await readStatement(context, settlement, own, date, now, page);
    [afterSeq, afterNumber] = [skipped?.lastSeq ?? 0, skipped?.entries.length ?? 0];
  }
  for (let number = 1; number <= MAX_PAGES; number++) {
    const page = { afterSeq, afterNumber, limit: ENTRIES_PER_PAGE };
    const statement = await readStatement(context, settlement, own, date, now, page);
    afterSeq = statement?.lastSeq ?? 0;
    afterNumber += statement?.entries.length ?? 0;
    const isLast = !statement || afterNumber >= statement.entryCount;
    pages.push({ statement, page: { number, isLast, isCopy: true } });
    if (isLast || !isStatement) break;
  }
  return pages;
}

/** The kind of message one request asks for. */
export const asks = (request: Element): string => text(request, 'ReqdMsgNmId') ?? '';

/** The closed day before the one in progress, as the calendar has it. */
function previousDate({ day, calendar }: Settlement): string {
  return calendar.previousBusinessDay(day!.date);
}

function firstNumber(request: Element): number {
  const range = child(request, 'RptgSeq');
  return Number(text(range, 'FrSeq') ?? text(range, 'FrToSeq/FrSeq') ?? text(range, 'EQSeq') ?? 1) || 1;
}
