// The door and the outboxes over HTTP: a message in with its immediate answer, what waits for a bank, and the operator's
// list of everything that went either way.
import { type Static, Type } from '@sinclair/typebox';
import { formatInstant } from '../../platform/instant.ts';
import {
  decodeCursor,
  encodeCursor,
  listQuery,
  OneOf,
  Reply,
  route,
  type Call,
  type Route,
} from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type BookWriter } from '../../platform/writer/writer.ts';
import { type Element, kindInfo, readMessage } from '../iso20022/index.ts';
import { type Participant, type Payment } from '../settlement/index.ts';
import { readInbound } from './inbound.ts';
import { type Institution } from './institution.ts';
import { type ExchangeMemory, receive } from './receive.ts';

export interface MessagesContext {
  readonly bookId: number;
  readonly institution: Institution;
  readonly writer: BookWriter<ExchangeMemory>;
  readonly pool: Pool;
}

const XML = 'application/xml; charset=utf-8';
const outboxQuery = Type.Object({
  after: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 100 })),
});
const allQuery = listQuery({
  direction: Type.Optional(OneOf(['in', 'out'])),
  kind: Type.Optional(Type.String({ maxLength: 20 })),
  participant: Type.Optional(Type.String({ maxLength: 40 })),
  state: Type.Optional(OneOf(['accepted', 'refused', 'waiting', 'delivered'])),
  q: Type.Optional(Type.String({ maxLength: 40 })),
});

export function messageRoutes(context: MessagesContext): Route[] {
  return [
    route({
      method: 'POST',
      path: '/v1/messages',
      summary: {
        en: 'Send one ISO 20022 message; the answer is final for what it says',
        zh: '发送一份 ISO 20022 报文；回执即为处理结果',
      },
      tag: 'messages',
      may: ['participant'],
      body: 'xml',
      answer: 'xml',
      handle: (call) => receiveOne(context, call),
    }),
    route({
      method: 'GET',
      path: '/v1/messages',
      summary: { en: 'Your outbox after a number, oldest first', zh: '从指定序号起读取发件箱，按时间顺序' },
      tag: 'messages',
      may: ['participant'],
      query: outboxQuery,
      handle: (call) => readOutbox(context, call),
    }),
    route({
      method: 'POST',
      path: '/v1/messages/{id}/delivered',
      summary: { en: 'Confirm your outbox up to this message', zh: '确认已收到该报文及之前的全部报文' },
      tag: 'messages',
      may: ['participant'],
      handle: (call) => confirm(context, call),
    }),
    route({
      method: 'GET',
      path: '/v1/messages/all',
      summary: { en: 'Every message in and out, newest first', zh: '全部往来报文，最新在前' },
      tag: 'messages',
      may: ['operator'],
      query: allQuery,
      handle: (call) => listAll(context, call),
    }),
    route({
      method: 'GET',
      path: '/v1/messages/{id}',
      summary: { en: 'One message, raw and readable', zh: '单份报文：原文与可读形式' },
      tag: 'messages',
      may: ['operator', 'participant'],
      handle: (call) => readOne(context, call),
    }),
  ];
}

function participantOf({ caller }: Call): string {
  if (caller.kind !== 'participant') throw new Refusal('participant_not_found');
  return caller.participantId;
}

async function receiveOne(context: MessagesContext, call: Call<object, object, Buffer>): Promise<Reply> {
  const inbound = readInbound(participantOf(call as Call), call.body);
  const { answer, isRepeated, state } = await receive(context, inbound);
  return new Reply(answer.xml, {
    type: XML,
    headers: {
      'feiqian-answer': answer.kind,
      'feiqian-state': state,
      ...(isRepeated ? { 'feiqian-repeated': 'true' } : {}),
    },
  });
}

async function readOutbox(
  { bookId, pool }: MessagesContext,
  call: Call<object, Static<typeof outboxQuery>>,
): Promise<unknown> {
  const participantId = participantOf(call as Call);
  const { after = 0, limit = 100 } = call.query;
  const { rows } = await pool.query<{ seq: string; kind: string; xml: string; at: Date }>(
    `select seq::text, kind, xml, at from messages.outbox
     where book_id = $1 and participant_id = $2 and outbox.seq > $3 order by outbox.seq limit $4`,
    [bookId, participantId, after, limit],
  );
  const items = rows.map((row) => ({
    id: `${participantId}-${row.seq}`,
    seq: Number(row.seq),
    kind: row.kind,
    at: row.at.toISOString(),
    xml: row.xml,
  }));
  return { items, next: items.length === limit ? String(items.at(-1)!.seq) : null };
}

/** Only ever forward, and never past what was written. */
async function confirm({ bookId, pool }: MessagesContext, call: Call): Promise<undefined> {
  const participantId = participantOf(call);
  const seq = Number(call.params.id!.slice(call.params.id!.lastIndexOf('-') + 1));
  const { rowCount } = await pool.query(
    `insert into messages.deliveries
     select $1, $2, seq, now() from messages.outbox where book_id = $1 and participant_id = $2 and seq = $3
     on conflict (book_id, participant_id)
     do update set seq = greatest(deliveries.seq, excluded.seq), at = excluded.at`,
    [bookId, participantId, Number.isSafeInteger(seq) ? seq : -1],
  );
  if (rowCount === 0) throw new Refusal('message_not_found', { field: '/id' });
  return undefined;
}

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

async function listAll(context: MessagesContext, call: Call<object, Static<typeof allQuery>>): Promise<unknown> {
  const { direction, kind, participant, state, q, after, limit } = call.query;
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

export interface MessageSummaryJson {
  id: string;
  direction: 'in' | 'out';
  kind: string;
  messageId: string;
  participant: ReturnType<typeof refOf> | null;
  state: 'accepted' | 'refused' | 'waiting' | 'delivered';
  transactions: number;
  amount: string | null;
  at: string;
  deliveredAt: string | null;
  bytes: number;
  violations: number;
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
    participant: participant ? refOf(participant) : null,
    state: row.state as MessageSummaryJson['state'],
    transactions: row.transactions,
    amount: row.amount,
    at: formatInstant(row.at.getTime() * 1_000),
    deliveredAt: row.delivered_at ? formatInstant(row.delivered_at.getTime() * 1_000) : null,
    bytes: row.bytes,
    violations: row.violations,
  };
}

const refOf = ({ id, profile: { bic, name, shortName } }: Participant) => ({ id, bic, name, shortName });

async function readOne(context: MessagesContext, call: Call): Promise<unknown> {
  const { rows } = await context.pool.query<MessageRow>(`select * from (${UNION}) m where id = $2`, [
    context.bookId,
    call.params.id,
  ]);
  const [row] = rows;
  const isOwn =
    call.caller.kind === 'operator' ||
    (call.caller.kind === 'participant' && row?.participant_id === call.caller.participantId);
  if (!row || !isOwn) throw new Refusal('message_not_found', { field: '/id' });
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
function fieldsOf(root: Element): object[] {
  const fields: object[] = [];
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
