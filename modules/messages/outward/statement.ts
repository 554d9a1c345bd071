// A participant's account over a business day, read from committed rows: balances before and after, and its entries in
// the order they were booked, a page at a time.
import { type Instant } from '../../../platform/instant.ts';
import { type Pool } from '../../../platform/postgres/connect.ts';
import {
  balanceOf,
  countEntries,
  type EntryRead,
  readBalancesThrough,
  readEntries,
  readSeqAt,
} from '../../ledger/index.ts';
import {
  CENTRAL_BANK_ASSETS, type Participant, type Payment, readDaySpan, readPayments, type Settlement, transferKind,
} from '../../settlement/index.ts'; // prettier-ignore
import { type AccountEntry } from './account-entry.ts';
import { type Institution } from '../institution.ts';

export interface Statement {
  readonly participant: Participant;
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly isClosed: boolean;
  /** Balances in minor units, below zero when overdrawn; debits and credits are sums of the span. */
  readonly openingMinor: bigint;
  readonly closingMinor: bigint;
  readonly debitsMinor: bigint;
  readonly creditsMinor: bigint;
  readonly entryCount: number;
  /** The entries after the one whose seq was given, at most as many as asked for. */
  readonly entries: readonly AccountEntry[];
  /** Seq of the last of these entries: where the next page begins. */
  readonly lastSeq: number;
}

export interface StatementContext {
  readonly bookId: number;
  readonly institution: Institution;
  readonly pool: Pool;
}

export interface StatementPage {
  /** Seq of the last entry before the page, and that entry's number in the day; 0 for the first page. */
  readonly afterSeq: number;
  readonly afterNumber: number;
  readonly limit: number;
}

/** Undefined when there was no such business day. A day still open is told as of `now`. */
export async function readStatement(
  { bookId, institution, pool }: StatementContext,
  settlement: Settlement,
  participant: Participant,
  date: string,
  now: Instant,
  page: StatementPage,
): Promise<Statement | undefined> {
  const span = await readDaySpan(pool, bookId, date);
  if (!span) return undefined;
  const { accountId } = participant;
  // Nothing was booked before the account was opened.
  const from = Math.max(span.from, settlement.accountOf(participant).openedAt - 1);
  const to = span.closedAt ?? now;
  const [fromSeq, throughSeq] = await Promise.all([readSeqAt(pool, bookId, from), readSeqAt(pool, bookId, to)]);
  const [opening, closing, entryCount, entries] = await Promise.all([
    readBalancesThrough(pool, bookId, accountId, fromSeq),
    readBalancesThrough(pool, bookId, accountId, throughSeq),
    countEntries(pool, bookId, accountId, { afterSeq: fromSeq, throughSeq }),
    readEntries(pool, bookId, accountId, {
      afterSeq: Math.max(fromSeq, page.afterSeq),
      throughSeq,
      limit: page.limit,
    }),
  ]);
  const shown = entries.slice(0, page.limit);
  const payments = await readPayments(pool, settlement, shown.map(({ transferId }) => transferId), []); // prettier-ignore
  const paymentById = new Map(payments.map((payment) => [payment.id, payment]));
  return {
    participant,
    date,
    from,
    to,
    isClosed: span.closedAt !== undefined,
    openingMinor: balanceOf({ normalSide: 'credit', ...opening }),
    closingMinor: balanceOf({ normalSide: 'credit', ...closing }),
    debitsMinor: closing.debitsPosted - opening.debitsPosted,
    creditsMinor: closing.creditsPosted - opening.creditsPosted,
    entryCount,
    entries: shown.map((entry, index) =>
      accountEntryOf(institution, entry, paymentById.get(entry.transferId), date, page.afterNumber + index + 1),
    ),
    lastSeq: shown.at(-1)?.seq ?? page.afterSeq,
  };
}

function accountEntryOf(
  institution: Institution,
  entry: EntryRead,
  payment: Payment | undefined,
  date: string,
  number: number,
): AccountEntry {
  const { side, amountMinor, at, transferId, code, counterAccountCode } = entry;
  const other = payment && (side === 'debit' ? payment.receiver : payment.sender);
  const isCentralBank = counterAccountCode === CENTRAL_BANK_ASSETS.code;
  return {
    side,
    amountMinor,
    status: 'BOOK',
    at,
    valueDate: payment?.valueDate ?? date,
    reference: transferId,
    kind: payment?.kind ?? transferKind(code),
    counterpartyBic: other?.profile.bic ?? institution.bic,
    names: payment,
    number,
    note: other || isCentralBank ? undefined : counterAccountCode,
  };
}
