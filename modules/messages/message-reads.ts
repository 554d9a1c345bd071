// Messages of both directions from their rows: the operator's list, one in full, and those about a payment.
import { decodeCursor, encodeCursor, type Page } from '../../platform/http/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { attribute, codeName, type Element, elementName, kindInfo, readMessage } from '../iso20022/index.ts';
import {
  participantRef, type Payment, paymentJson, readPayments, readPaymentsSent, type Title,
} from '../settlement/index.ts'; // prettier-ignore
import { type MessagesContext } from './context.ts';
import { type MessageDetailJson, type MessageSummaryJson } from './schemas.ts';

/** Ends the id of an immediate answer, which begins with the id of what it answers. */
const ANSWER = '-answer';

const MICROS = (column: string) => `(extract(epoch from ${column}) * 1000000)::int8`;

/** What came in, what it was answered with at once, and what lies in outboxes. */
const UNION = `
  select i.inbox_id::text as id, 'in' as direction, coalesce(i.kind, '') as kind, coalesce(i.message_id, '') as message_id,
         i.sender_id as participant_id, i.state, i.transactions, i.amount::text as amount,
         ${MICROS('i.received_at')} as at, null::int8 as delivered_at, octet_length(i.xml) as bytes, i.violations, i.xml,
         i.inbox_id, null::uuid as payment_id, i.answer, i.answer_kind
  from messages.inbox i where i.book_id = $1
  union all
  select i.inbox_id || '${ANSWER}', 'out', i.answer_kind, 'A' || replace(i.inbox_id::text, '-', ''), i.sender_id,
         'delivered', i.transactions, i.amount::text, ${MICROS('i.received_at')}, ${MICROS('i.received_at')},
         octet_length(i.answer), 0, i.answer, i.inbox_id, null, null, null
  from messages.inbox i where i.book_id = $1
  union all
  select o.participant_id || '-' || o.seq, 'out', o.kind, o.participant_id || '-' || lpad(o.seq::text, 12, '0'),
         o.participant_id, case when o.seq <= coalesce(d.seq, 0) then 'delivered' else 'waiting' end, 1,
         p.amount::text, ${MICROS('o.at')},
         case when o.seq <= coalesce(d.seq, 0) then (
           select ${MICROS('c.at')} from messages.confirmations c
           where c.book_id = o.book_id and c.participant_id = o.participant_id and c.seq >= o.seq
           order by c.seq limit 1
         ) end,
         octet_length(o.xml), 0, o.xml, o.inbox_id, o.payment_id, null, null
  from messages.outbox o
  left join messages.deliveries d on d.book_id = o.book_id and d.participant_id = o.participant_id
  left join settlement.payments p on p.book_id = o.book_id and p.payment_id = o.payment_id
  where o.book_id = $1`;

export interface MessageRow {
  id: string;
  direction: 'in' | 'out';
  kind: string;
  message_id: string;
  participant_id: string;
  state: string;
  transactions: number;
  amount: string | null;
  /** Micros, as text. */
  at: string;
  delivered_at: string | null;
  bytes: number;
  violations: number;
  xml: string;
  inbox_id: string | null;
  payment_id: string | null;
  answer: string | null;
  answer_kind: string | null;
}

export interface MessageFilters {
  readonly direction?: 'in' | 'out';
  readonly kind?: string;
  readonly participant?: string;
  readonly state?: MessageSummaryJson['state'];
  readonly q?: string;
  readonly after?: string;
  readonly limit: number;
}

/** Newest first. */
export async function readMessagePage(
  context: MessagesContext,
  { direction, kind, participant, state, q, after, limit }: MessageFilters,
): Promise<Page<MessageSummaryJson>> {
  const from = decodeCursor(after, 2);
  const { rows } = await context.pool.query<MessageRow>(
    `select * from (${UNION}) m
     where ($2::text is null or direction = $2) and ($3::text is null or kind like $3 || '%')
       and ($4::text is null or participant_id = $4) and ($5::text is null or state = $5)
       and ($6::text is null or message_id = $6 or id = $6)
       and ($7::int8 is null or (at, id) < ($7, $8::text))
     order by at desc, id desc limit $9`,
    [
      context.bookId,
      direction ?? null,
      kind ?? null,
      participant ?? null,
      state ?? null,
      q ?? null,
      from?.[0] ?? null,
      from?.[1] ?? null,
      limit + 1,
    ],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => summaryOf(context, row)),
    next: rows.length > limit && last ? encodeCursor([last.at, last.id]) : null,
  };
}

/** The message a payment came in with its answer, and those that tell of it; oldest first. */
export async function readRowsAbout({ bookId, pool }: MessagesContext, payment: Payment): Promise<MessageRow[]> {
  const { rows } = await pool.query<MessageRow>(
    `select * from (${UNION}) m
     where payment_id = $2 or inbox_id in (
       select inbox_id from messages.inbox where book_id = $1 and sender_id = $3 and message_id = $4 and claims
     )
     order by at, direction`,
    [bookId, payment.id, payment.sender.id, payment.references.messageId ?? null],
  );
  return rows.filter((row) => row.payment_id === null || row.payment_id === payment.id);
}

export function summaryOf({ writer }: MessagesContext, row: MessageRow): MessageSummaryJson {
  const participant = writer.memory.settlement.settlement.participantById.get(row.participant_id);
  return {
    id: row.id,
    direction: row.direction,
    kind: row.kind,
    messageId: row.message_id,
    participant: participant ? participantRef(participant) : null,
    state: row.state as MessageSummaryJson['state'],
    transactions: row.transactions,
    amount: row.amount,
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
  const { rows } = await context.pool.query<MessageRow>(`select * from (${UNION}) m where id = $2`, [
    context.bookId,
    id,
  ]);
  const [row] = rows;
  if (!row || (own !== undefined && row.participant_id !== own)) return undefined;
  const { document, violations } = readMessage(Buffer.from(row.xml));
  const payments = await readPaymentsOf(context, row);
  return {
    ...summaryOf(context, row),
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
  const { rows } = await context.pool.query<MessageRow>(
    `select * from (${UNION}) m
     where id <> $2 and ($3::text is null or participant_id = $3) and (
       payment_id = any($4::uuid[]) or inbox_id = $5 or inbox_id in (
         select i.inbox_id from unnest($6::text[], $7::text[]) as n(sender_id, message_id)
         join messages.inbox i on i.book_id = $1 and i.sender_id = n.sender_id and i.message_id = n.message_id and i.claims
       )
     )
     order by at, direction limit $8`,
    [
      context.bookId,
      row.id,
      own ?? null,
      payments.map(({ id }) => id),
      row.inbox_id,
      payments.map(({ sender }) => sender.id),
      payments.map(({ references }) => references.messageId ?? null),
      MAX_LISTED,
    ],
  );
  return rows.map((each) => summaryOf(context, each));
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
