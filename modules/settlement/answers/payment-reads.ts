// Payments for screens: lists and one payment's whole story, by SQL over committed rows.
import { decodeCursor, type Page, pageOf } from '../../../platform/http/index.ts';
import { formatInstant } from '../../../platform/instant.ts';
import { type Pool } from '../../../platform/postgres/connect.ts';
import { readBalancesThrough } from '../../ledger/index.ts';
import { type Title } from '../day/calendar.ts';
import { micros, PAYMENT_COLUMNS, paymentOf, type TextRow } from '../memory-reads.ts';
import { isFinal, isInLine, type Payment, PRIORITIES, type PaymentState, type Priority } from '../payments/payment.ts';
import { queueOf } from '../queue/line.ts';
import { SETTLEMENT_REFUSALS } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { momentOf, paymentJson } from './json.ts';
import { storyOf } from './payment-story.ts';
import {
  type ActJson,
  type PaymentDetailJson,
  type PaymentJson,
  type PermissionJson,
  type StepJson,
} from './schemas.ts';

export interface PaymentFilter {
  readonly q?: string;
  readonly state?: readonly PaymentState[];
  readonly sender?: string;
  readonly receiver?: string;
  readonly party?: string;
  /** The participant that asks, who sees only its own. */
  readonly own?: string | undefined;
  readonly priority?: Priority;
  readonly minAmount?: string;
  readonly maxAmount?: string;
  /** Business date. */
  readonly date?: string;
  /** Moments of receipt. */
  readonly from?: string;
  readonly to?: string;
  readonly sort?: string;
  readonly after?: string;
  readonly limit: number;
}

const SORTS: Readonly<Record<string, string>> = {
  receivedAt: 'payments.received_at',
  settledAt: `coalesce(payments.settled_at, '-infinity')`,
  amount: 'payments.amount',
};

/** Conditions of a query and the values their numbers stand for. */
class Conditions {
  readonly values: unknown[] = [];
  readonly parts: string[] = [];

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export async function readPaymentPage(pool: Pool, s: Settlement, filter: PaymentFilter): Promise<Page<PaymentJson>> {
  const where = new Conditions();
  const { parts } = where;
  parts.push(`book_id = ${where.value(s.books.bookId)}`);
  if (filter.q) parts.push(matchesName(where, filter.q.trim()));
  if (filter.state?.length) parts.push(`state = any(${where.value(filter.state)}::text[])`);
  if (filter.sender) parts.push(`sender_id = ${where.value(filter.sender)}`);
  if (filter.receiver) parts.push(`receiver_id = ${where.value(filter.receiver)}`);
  if (filter.party) parts.push(`${where.value(filter.party)} in (sender_id, receiver_id)`);
  if (filter.own) parts.push(`${where.value(filter.own)} in (sender_id, receiver_id, instructed_by)`);
  if (filter.priority) parts.push(`rank = ${where.value(PRIORITIES.indexOf(filter.priority))}`);
  if (filter.minAmount) parts.push(`amount >= ${where.value(filter.minAmount)}::numeric`);
  if (filter.maxAmount) parts.push(`amount <= ${where.value(filter.maxAmount)}::numeric`);
  if (filter.date) parts.push(`value_date = ${where.value(filter.date)}::date`);
  if (filter.from) parts.push(`payments.received_at >= ${where.value(filter.from)}::timestamptz`);
  if (filter.to) parts.push(`payments.received_at < ${where.value(filter.to)}::timestamptz`);
  const sort = filter.sort ?? '-receivedAt';
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const field = sort.replace('-', '');
  const key = SORTS[field]!;
  const cursor = decodeCursor(filter.after, 2);
  if (cursor) {
    const type = field === 'amount' ? 'numeric' : 'timestamptz';
    const values = `(${where.value(String(cursor[0]))}::text::${type}, ${where.value(String(cursor[1]))}::text::uuid)`;
    parts.push(`(${key}, payment_id) ${direction === 'desc' ? '<' : '>'} ${values}`);
  }
  const { rows } = await pool.query<TextRow>(
    `select ${PAYMENT_COLUMNS} from settlement.payments
     where ${parts.join(' and ')}
     order by ${key} ${direction}, payments.payment_id ${direction} limit ${filter.limit + 1}`,
    where.values,
  );
  const keyOf = (payment: Payment): string => {
    if (field === 'amount') return String(payment.amountMinor);
    const at = field === 'settledAt' ? payment.settledAt : payment.receivedAt;
    return at === undefined ? '-infinity' : formatInstant(at);
  };
  return pageOf(
    rows.map((row) => paymentOf(s, row)),
    filter.limit,
    (payment) => paymentJson(s, payment),
    (payment) => [keyOf(payment), payment.id],
  );
}

const NAMES = ['end_to_end_id', 'message_id', 'instruction_id'];
const SHORTEST_BEGINNING = 6;

/** Any name of a payment exactly, or its beginning. */
function matchesName(where: Conditions, q: string): string {
  const name = where.value(q);
  const ways = NAMES.map((column) => `${column} = ${name}`);
  if (q.length >= SHORTEST_BEGINNING) {
    // Not by "like", which may not be asked of rows before row-level security has been: no index would answer an institution.
    const last = where.value(`${q}\u{10ffff}`);
    ways.push(...NAMES.map((column) => `${column} ~>=~ ${name} and ${column} ~<~ ${last}`));
    const digits = q.replaceAll('-', '').toLowerCase();
    if (/^[0-9a-f]{6,32}$/.test(digits)) {
      const [low, high] = ['0', 'f'].map((fill) => `${where.value(digits.padEnd(32, fill))}::uuid`);
      ways.push(
        `payment_id between ${low} and ${high}`,
        `uetr between ${low} and ${high} and uetr is not null and state <> 'rejected'`,
        `uetr between ${low} and ${high} and state = 'rejected'`,
      );
    }
  }
  return `(${ways.map((way) => `(${way})`).join(' or ')})`;
}

/** What other modules know of a payment and settlement does not: parties, remittance, messages and their steps. */
export type DescribePayment = (
  payment: Payment,
) => Promise<
  Partial<Pick<PaymentDetailJson, 'debtor' | 'creditor' | 'remittance' | 'messages'>> & { steps?: StepJson[] }
>;

const MAX_RELATED = 20;

/** The payments a message carried that this participant sent, for itself or through its direct one, in the order they were accepted. */
export async function readPaymentsSent(
  pool: Pool,
  s: Settlement,
  senderId: string,
  messageId: string,
  limit: number,
): Promise<Payment[]> {
  const { rows } = await pool.query<TextRow>(
    `select ${PAYMENT_COLUMNS} from settlement.payments
     where book_id = $1 and (sender_id = $2 or instructed_by = $2) and message_id = $3 order by payments.number, payments.payment_id limit $4`,
    [s.books.bookId, senderId, messageId, limit],
  );
  return rows.map((row) => paymentOf(s, row));
}

/** Undefined when there is no such payment. */
export async function readPaymentDetail(
  pool: Pool,
  s: Settlement,
  id: string,
  describe?: DescribePayment,
): Promise<PaymentDetailJson | undefined> {
  const { bookId } = s.books;
  const { rows } = await pool.query<TextRow>(
    `select ${PAYMENT_COLUMNS}, settled_commit::text from settlement.payments where book_id = $1 and payment_id = $2`,
    [bookId, id],
  );
  const row = rows[0];
  if (!row) return undefined;
  const payment = paymentOf(s, row);
  const [acts, entries, related, { steps, ...more }] = await Promise.all([
    readActs(pool, bookId, 'payment', id),
    readEntries(pool, s, payment),
    readRelated(pool, s, payment),
    describe ? describe(payment) : { steps: [] },
  ]);
  const { references } = payment;
  return {
    ...paymentJson(s, payment),
    messageId: references.messageId ?? '',
    instructionId: references.instructionId ?? null,
    transactionId: references.transactionId ?? null,
    clearingReference: references.clearingReference ?? null,
    debtor: { name: null, account: null },
    creditor: { name: null, account: null },
    remittance: null,
    earliestDebitAt: momentOf(payment.earliestAt),
    wantedAt: momentOf(payment.wantedAt),
    latestDebitAt: momentOf(payment.latestAt),
    queuePosition: placeInQueue(s, payment),
    timeline: storyOf(payment, {
      commit: row.settled_commit ? Number(row.settled_commit) : null,
      offsetWith: related.filter(({ relation }) => relation === 'offset-with').map((one) => one.payment),
      acts,
      more: steps ?? [],
    }),
    entries,
    messages: [],
    acts,
    related,
    may: permissionsOf(payment),
    ...more,
  };
}

function placeInQueue(s: Settlement, { id }: Payment): number | null {
  const payment = s.paymentById.get(id);
  if (!payment || !isInLine(payment)) return null;
  let place = 0;
  for (const other of queueOf(payment.sender)) {
    place += 1;
    if (other === payment) return place;
  }
  return null;
}

function permissionsOf(payment: Payment): PaymentDetailJson['may'] {
  const unless = (isBarred: boolean, code: keyof typeof SETTLEMENT_REFUSALS): PermissionJson => {
    const { en, zh } = SETTLEMENT_REFUSALS[code];
    return { allowed: !isBarred, why: isBarred ? { en, zh } : null };
  };
  const move = unless(!isInLine(payment), 'payment_not_queued');
  return { cancel: unless(isFinal(payment), 'payment_is_final'), reprioritise: move, reorder: move };
}

/** The name of a participant's account, or of a house's guarantee; the code itself for any other. */
export function accountTitle(s: Settlement, code: string): Title {
  const [office, id = ''] = code.split(':');
  const name = s.participantById.get(id)?.profile.name;
  if (code === 'central-bank:assets') return { en: 'Central bank assets', zh: '中央银行资产' };
  if (!name) return { en: code, zh: code };
  if (office === 'guarantee') return { en: `${name.en}, guarantee`, zh: `${name.zh}担保账户` };
  return { en: name.en, zh: name.zh };
}

const isSeen = (side: 'debit' | 'credit'): string =>
  `exists (select from ledger.accounts a where a.book_id = t.book_id and a.account_id = t.${side}_account_id)::text as ${side}_seen`;

/** The sides of the payment's transfer whose accounts the reader may see, with each account's balance right after it. */
async function readEntries(pool: Pool, s: Settlement, payment: Payment): Promise<PaymentDetailJson['entries']> {
  const { bookId } = s.books;
  const { rows } = await pool.query<TextRow>(
    `select t.seq::text, t.amount::text, ${micros('at')}, t.debit_account_id::text as debit_id, d.code as debit_code,
            t.credit_account_id::text as credit_id, c.code as credit_code,
            ${isSeen('debit')}, ${isSeen('credit')}
     from ledger.transfers t
     join ledger.account_codes d on d.book_id = t.book_id and d.account_id = t.debit_account_id
     join ledger.account_codes c on c.book_id = t.book_id and c.account_id = t.credit_account_id
     where t.book_id = $1 and t.transfer_id = $2`,
    [bookId, payment.id],
  );
  const [row] = rows;
  if (!row) return [];
  const seen = (['debit', 'credit'] as const).filter((side) => row[`${side}_seen`] === 'true');
  const sides = seen.map(async (side) => {
    const account = (of: 'debit' | 'credit') => {
      const code = row[`${of}_code`]!;
      return { code, title: accountTitle(s, code) };
    };
    const after = await readBalancesThrough(pool, bookId, Number(row[`${side}_id`]), Number(row.seq));
    return {
      transferId: payment.id,
      seq: Number(row.seq),
      at: formatInstant(Number(row.at)),
      side,
      account: account(side),
      counterAccount: account(side === 'debit' ? 'credit' : 'debit'),
      amount: row.amount!,
      balanceAfter: String(after.creditsPosted - after.debitsPosted),
      paymentId: payment.id,
      text: { en: 'Payment', zh: '支付' },
    };
  });
  return Promise.all(sides);
}

async function readRelated(pool: Pool, s: Settlement, payment: Payment): Promise<PaymentDetailJson['related']> {
  const { bookId } = s.books;
  const isOffset = payment.settledHow !== 'clearing' && payment.setId !== undefined;
  const [originals, returns, set] = await Promise.all([
    payment.returnsId === undefined ? [] : find('payment_id = $2', payment.returnsId),
    find('returns_id = $2', payment.id),
    isOffset ? find('set_id = $2', payment.setId!) : [],
  ]);
  async function find(condition: string, id: string): Promise<Payment[]> {
    const { rows } = await pool.query<TextRow>(
      `select ${PAYMENT_COLUMNS} from settlement.payments where book_id = $1 and ${condition} limit ${MAX_RELATED + 1}`,
      [bookId, id],
    );
    return rows.map((row) => paymentOf(s, row)).filter((other) => other.id !== payment.id);
  }
  const as = (relation: PaymentDetailJson['related'][0]['relation']) => (other: Payment) => ({
    relation,
    payment: paymentJson(s, other),
  });
  return [
    ...originals.map(as('returns')),
    ...returns.map(as('returned-by')),
    ...set.slice(0, MAX_RELATED).map(as('offset-with')),
  ];
}

/** The trail of one subject, oldest first. */
export async function readActs(pool: Pool, bookId: number, subject: string, subjectId: string): Promise<ActJson[]> {
  const { rows } = await pool.query<TextRow>(
    `select ${micros('at')}, actor, text_en, text_zh, reason, commit_number::text, number::text from settlement.acts
     where book_id = $1 and subject = $2 and subject_id = $3 order by commit_number, number`,
    [bookId, subject, subjectId],
  );
  return rows.map((row) => ({
    at: formatInstant(Number(row.at)),
    actor: row.actor!,
    text: { en: row.text_en!, zh: row.text_zh! },
    reason: row.reason ?? null,
    recorded: { commit: Number(row.commit_number), number: Number(row.number) },
  }));
}
