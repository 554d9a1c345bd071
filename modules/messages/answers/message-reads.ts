// Messages of both directions as people read them: the operator's list, one in full, and those about a payment.
import { encodeCursor, type Page } from '../../../platform/http/index.ts';
import { formatInstant } from '../../../platform/instant.ts';
import { attribute, codeName, type Element, elementName, kindInfo, readMessage } from '../../iso20022/index.ts';
import {
  instructorOf, participantRef, type Payment, paymentJson, readPayments, readPaymentsSent, type Title,
} from '../../settlement/index.ts'; // prettier-ignore
import { type MessagesContext } from '../context.ts';
import {
  ANSWER, type MessageFilters, type MessageRow, type MessageTexts, readMessageRow, readMessageRows, readRowsAbout, readTextsAbout,
} from './message-rows.ts'; // prettier-ignore
import { type MessageDetailJson, type MessageSummaryJson } from './schemas.ts';

/** Newest first. */
export async function readMessagePage(
  context: MessagesContext,
  filters: MessageFilters,
): Promise<Page<MessageSummaryJson>> {
  const rows = await readMessageRows(context, filters);
  const page = rows.slice(0, filters.limit);
  const last = page.at(-1);
  return {
    items: await summariesOf(context, page),
    next: rows.length > filters.limit && last ? encodeCursor([last.at, last.id]) : null,
  };
}

/** What tells of a payment has its amount. */
export async function summariesOf(
  context: MessagesContext,
  rows: readonly MessageRow[],
): Promise<MessageSummaryJson[]> {
  const { pool, writer } = context;
  const { settlement } = writer.memory.settlement;
  const ids = [...new Set(rows.flatMap(({ payment_id: id }) => id ?? []))];
  const payments = ids.length === 0 ? [] : await readPayments(pool, settlement, ids, []);
  const amountById = new Map(payments.map(({ id, amountMinor }) => [id, String(amountMinor)]));
  return rows.map((row) => summaryOf(context, row, row.amount ?? amountById.get(row.payment_id ?? '') ?? null));
}

const MAX_ABOUT = 200;

/** The message a payment came in with its answer, and those that tell of it; oldest first. */
export function readRowsOfPayment(context: MessagesContext, payment: Payment): Promise<(MessageRow & MessageTexts)[]> {
  const about = {
    paymentIds: [payment.id],
    senderIds: [instructorOf(payment).id],
    messageIds: [payment.references.messageId ?? null],
  };
  return readTextsAbout(context, about, MAX_ABOUT);
}

function summaryOf({ writer }: MessagesContext, row: MessageRow, amount: string | null): MessageSummaryJson {
  const participant = writer.memory.settlement.settlement.participantById.get(row.participant_id);
  return {
    id: row.id,
    direction: row.direction,
    kind: row.kind,
    messageId: row.message_id,
    participant: participant ? participantRef(participant) : null,
    state: row.state as MessageSummaryJson['state'],
    transactions: row.transactions,
    amount,
    at: formatInstant(Number(row.at)),
    deliveredAt: row.delivered_at ? formatInstant(Number(row.delivered_at)) : null,
    bytes: row.bytes,
    violations: row.violations,
  };
}

/** Undefined when there is none, or when it is not of the participant named. */
export async function readMessageDetail(
  context: MessagesContext,
  id: string,
  own: string | undefined,
): Promise<MessageDetailJson | undefined> {
  const row = await readMessageRow(context, id);
  if (!row || (own !== undefined && row.participant_id !== own)) return undefined;
  const { document, violations } = readMessage(Buffer.from(row.xml));
  const payments = await readPaymentsOf(context, row);
  const [summary] = await summariesOf(context, [row]);
  return {
    ...summary!,
    xml: row.xml,
    answer: row.answer,
    answerKind: row.answer_kind,
    fields: document ? fieldsOf(document) : [],
    found: violations.map(({ path, line, rule, en, zh }) => ({ path, line, rule, text: { en, zh } })),
    related: await readRelated(context, row, payments, own),
    payments: payments.map((payment) => paymentJson(context.writer.memory.settlement.settlement, payment)),
  };
}

const MAX_LISTED = 50;

/** The payments a message carried, or the one it tells of. */
async function readPaymentsOf({ bookId, pool, writer }: MessagesContext, row: MessageRow): Promise<Payment[]> {
  const { settlement } = writer.memory.settlement;
  if (row.payment_id) return readPayments(pool, settlement, [row.payment_id], []);
  const isAnswer = row.id.endsWith(ANSWER);
  if (row.direction === 'out' && !isAnswer) return [];
  const { rows } = await pool.query<{ message_id: string | null }>(
    'select message_id from messages.inbox where book_id = $1 and inbox_id = $2 and claims',
    [bookId, row.inbox_id],
  );
  const messageId = rows[0]?.message_id;
  return messageId ? readPaymentsSent(pool, settlement, row.participant_id, messageId, MAX_LISTED) : [];
}

/** What it answers or was answered with, and what else tells of its payments; of others' messages a bank sees none. */
async function readRelated(
  context: MessagesContext,
  row: MessageRow,
  payments: readonly Payment[],
  own: string | undefined,
): Promise<MessageSummaryJson[]> {
  const about = {
    paymentIds: payments.map(({ id }) => id),
    inboxIds: row.inbox_id === null ? [] : [row.inbox_id],
    senderIds: payments.map((payment) => instructorOf(payment).id),
    messageIds: payments.map(({ references }) => references.messageId ?? null),
  };
  const rows = await readRowsAbout(context, about, MAX_ABOUT);
  const others = rows.filter((each) => each.id !== row.id && (own === undefined || each.participant_id === own));
  return summariesOf(context, others.slice(0, MAX_LISTED));
}

/** The message's elements in reading order, with what they are called and what their codes mean. */
function fieldsOf(root: Element): MessageDetailJson['fields'] {
  const fields: MessageDetailJson['fields'] = [];
  const walk = (element: Element, path: string, depth: number): void => {
    const here = `${path}/${element.name}`;
    const name = kindInfo(element.name) ?? elementName(element.name) ?? { en: element.name, zh: element.name };
    const isLeaf = element.children.length === 0;
    fields.push({
      path: here,
      name: { en: name.en, zh: name.zh },
      value: isLeaf ? element.text : '',
      currency: attribute(element, 'Ccy') ?? null,
      meaning: (isLeaf && (codeName(element.text) ?? kindMeaning(element.text))) || null,
      depth,
    });
    for (const child of element.children) walk(child, here, depth + 1);
  };
  for (const child of root.children) walk(child, '', 0);
  return fields;
}

/** A message's own name where another is named by its kind. */
function kindMeaning(text: string): Title | undefined {
  const info = kindInfo(text);
  return info && { en: info.en, zh: info.zh };
}
