// Messages of both directions from their rows: the operator's list, one in full, and those about a payment.
import { decodeCursor, encodeCursor, type Page } from '../../platform/http/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { type Element, kindInfo, readMessage } from '../iso20022/index.ts';
import { participantRef, type Payment } from '../settlement/index.ts';
import { type MessagesContext } from './context.ts';
import { type MessageDetailJson, type MessageSummaryJson } from './schemas.ts';

const UNION = `
  select i.inbox_id::text as id, 'in' as direction, coalesce(i.kind, '') as kind, coalesce(i.message_id, '') as message_id,
         i.sender_id as participant_id, i.state, i.transactions, i.amount::text as amount, i.received_at as at,
         null::timestamptz as delivered_at, octet_length(i.xml) as bytes, i.violations, i.xml, i.inbox_id, null::uuid as payment_id,
         i.answer, i.answer_kind
  from messages.inbox i where i.book_id = $1
  union all
  select o.participant_id || '-' || o.seq, 'out', o.kind, o.participant_id || '-' || lpad(o.seq::text, 12, '0'),
         o.participant_id, case when o.seq <= coalesce(d.seq, 0) then 'delivered' else 'waiting' end, 1,
         p.amount::text, o.at, case when o.seq <= coalesce(d.seq, 0) then d.at end, octet_length(o.xml), 0, o.xml, o.inbox_id,
         o.payment_id, null, null
  from messages.outbox o
  left join messages.deliveries d on d.book_id = o.book_id and d.participant_id = o.participant_id
  left join settlement.payments p on p.book_id = o.book_id and p.payment_id = o.payment_id
  where o.book_id = $1`;

interface MessageRow {
  id: string;
  direction: 'in' | 'out';
  kind: string;
  message_id: string;
  participant_id: string;
  state: string;
  transactions: number;
  amount: string | null;
  at: Date;
  delivered_at: Date | null;
  bytes: number;
  violations: number;
  xml: string;
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
       and ($7::timestamptz is null or (at, id) < ($7, $8::text))
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
    next: rows.length > limit && last ? encodeCursor([last.at.toISOString(), last.id]) : null,
  };
}

/** The message a payment came in, those that tell of it, and the text of the first. */
export async function readMessagesAbout(
  context: MessagesContext,
  payment: Payment,
): Promise<{ messages: MessageSummaryJson[]; xml: string | undefined }> {
  const { rows } = await context.pool.query<MessageRow>(
    `select * from (${UNION}) m where payment_id = $2 or (direction = 'in' and participant_id = $3 and message_id = $4)
     order by at`,
    [context.bookId, payment.id, payment.sender.id, payment.references.messageId ?? null],
  );
  return {
    messages: rows.map((row) => summaryOf(context, row)),
    xml: rows.find(({ direction }) => direction === 'in')?.xml,
  };
}

function summaryOf({ writer }: MessagesContext, row: MessageRow): MessageSummaryJson {
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
    at: formatInstant(row.at.getTime() * 1_000),
    deliveredAt: row.delivered_at ? formatInstant(row.delivered_at.getTime() * 1_000) : null,
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
  return {
    ...summaryOf(context, row),
    xml: row.xml,
    answer: row.answer,
    answerKind: row.answer_kind,
    fields: document ? fieldsOf(document) : [],
    found: violations.map(({ path, line, rule, en, zh }) => ({ path, line, rule, text: { en, zh } })),
    related: [],
    payments: [],
  };
}

/** The message's elements in reading order, with what they are called. */
function fieldsOf(root: Element): MessageDetailJson['fields'] {
  const fields: MessageDetailJson['fields'] = [];
  const walk = (element: Element, path: string, depth: number): void => {
    const here = `${path}/${element.name}`;
    const info = kindInfo(element.name);
    const name = { en: info?.en ?? element.name, zh: info?.zh ?? element.name };
    fields.push({ path: here, name, value: element.children.length > 0 ? '' : element.text, depth });
    for (const child of element.children) walk(child, here, depth + 1);
  };
  for (const child of root.children) walk(child, '', 0);
  return fields;
}
