// The door and the outboxes over HTTP: a message in with its immediate answer, what waits for a bank, and the operator's
// list of everything that went either way.
import { Type } from '@sinclair/typebox';
import { type Caller, listQuery, OneOf, Reply, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type MessagesContext } from './context.ts';
import { EXAMPLE_ANSWER, EXAMPLE_TRANSFER } from './examples.ts';
import { askedBy } from './inward/asked-payments.ts';
import { readInbound } from './inward/inbound.ts';
import { readMessageDetail, readMessagePage } from './answers/message-reads.ts';
import { confirmDelivery, followOutbox, followSent, readOutbox, readSent } from './outward/outbox.ts';
import { receive } from './inward/receive.ts';
import {
  MessageDetailSchema, MessagePage, OutboxMessageSchema, OutboxPage, SentMessageSchema, SentPage,
} from './answers/schemas.ts'; // prettier-ignore

export { type MessagesContext } from './context.ts';

const XML = 'application/xml; charset=utf-8';
const tag = 'messages';

const Seq = Type.Integer({
  minimum: 0,
  default: 0,
  description: 'Number in your outbox to go on after; 0 is all of it.',
});
const Sent = Type.Integer({ minimum: 0, default: 0, description: 'Cursor to go on after; 0 is from the beginning.' });
const Limit = Type.Integer({ minimum: 1, maximum: 1_000, default: 100, description: 'Messages on a page.' });

export function messageRoutes(context: MessagesContext): Route[] {
  return [
    route({
      method: 'POST',
      path: '/v1/messages',
      summary: {
        en: 'Send one ISO 20022 message; the answer is final for what it says',
        zh: '发送一份 ISO 20022 报文；回执即为处理结果',
      },
      description: {
        en:
          'The body is one message, with or without its business application header and an envelope. The answer comes ' +
          'once what it says is durable: pacs.002 for payments, camt.025 and its kin for requests, admi.002 for what is ' +
          'not valid. A refused message is a usual answer (200): look at `feiqian-state`. Sent again with the same ' +
          'bytes it gets the same answer, for good; other bytes under the same message id are refused.',
        zh: '请求正文为一份报文，可带业务报文头与信封。回执在结果持久化之后返回；以相同字节重发将得到相同回执，同一报文标识不得用于不同内容。',
      },
      tag,
      may: ['participant'],
      own: true,
      refuses: ['participant_not_found'],
      body: 'xml',
      answer: 'xml',
      examples: { body: EXAMPLE_TRANSFER, answer: EXAMPLE_ANSWER },
      answerHeaders: {
        'feiqian-answer': 'Kind of the answer, such as pacs.002.001.10',
        'feiqian-state': 'accepted or refused',
        'feiqian-repeated': 'true when the message had come before and this is the answer given then',
      },
      handle: async ({ caller, body }) => {
        const inbound = readInbound(participantOf(caller), body);
        const reserved = context.reserve?.(askedBy(inbound, context.institution.currency));
        const { answer, isRepeated, state } = await receive(context, inbound, reserved?.refusal).finally(reserved?.end);
        const headers = { 'feiqian-answer': answer.kind, 'feiqian-state': state };
        return new Reply(answer.xml, {
          type: XML,
          headers: isRepeated ? { ...headers, 'feiqian-repeated': 'true' } : headers,
        });
      },
    }),
    route({
      method: 'GET',
      path: '/v1/messages',
      summary: { en: 'Your outbox after a number, oldest first', zh: '从指定序号起读取发件箱，按时间顺序' },
      tag,
      may: ['participant'],
      own: true,
      query: Type.Object({ after: Seq, limit: Limit }),
      answer: OutboxPage,
      handle: async ({ caller, query: { after, limit } }) => {
        const items = await readOutbox(context, participantOf(caller), after, limit);
        return { items, next: items.length === limit ? String(items.at(-1)!.seq) : null };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/messages/stream',
      summary: { en: 'Your outbox, live (server-sent events)', zh: '实时接收发件箱（SSE）' },
      description: {
        en:
          'First everything after `after`, then each message as soon as its commit is durable; in order, without gaps. ' +
          'The id of an event is the number in your outbox: a reader that connects again with `Last-Event-ID` goes on ' +
          'where it was. A comment comes every 15 seconds as a sign of life. Nothing is confirmed by reading.',
        zh: '先发送 after 之后的全部报文，随后在每次提交后即时推送；按序且无遗漏。事件 id 即发件箱序号，可凭 Last-Event-ID 续传；每 15 秒有心跳；读取不等于确认。',
      },
      tag,
      may: ['participant'],
      own: true,
      query: Type.Object({ after: Seq }),
      answer: 'events',
      events: { message: OutboxMessageSchema },
      handle: ({ caller, query, headers, signal }) =>
        followOutbox(context, participantOf(caller), resumeAt(headers, query), signal),
    }),
    route({
      method: 'GET',
      path: '/v1/messages/sent',
      summary: { en: 'What you sent, with the answers, oldest first', zh: '已发送报文及其回执，按时间顺序' },
      tag,
      may: ['participant'],
      own: true,
      query: Type.Object({ after: Sent, limit: Limit }),
      answer: SentPage,
      handle: async ({ caller, query: { after, limit } }) => {
        const items = await readSent(context, participantOf(caller), after, limit);
        return { items, next: items.length === limit ? items.at(-1)!.cursor : null };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/messages/sent/stream',
      summary: { en: 'The answers to what you send, live (server-sent events)', zh: '实时接收已发送报文的回执（SSE）' },
      description: {
        en:
          'For a program beside the one that sends: every message of yours with its immediate answer, as soon as it is ' +
          'durable, in the order they were decided. Resumes with `Last-Event-ID`, like the outbox.',
        zh: '供发送程序之外的系统使用：每份已发送报文及其即时回执，按处理顺序推送；可凭 Last-Event-ID 续传。',
      },
      tag,
      may: ['participant'],
      own: true,
      query: Type.Object({ after: Sent }),
      answer: 'events',
      events: { answer: SentMessageSchema },
      handle: ({ caller, query, headers, signal }) =>
        followSent(context, participantOf(caller), resumeAt(headers, query), signal),
    }),
    route({
      method: 'POST',
      path: '/v1/messages/{id}/delivered',
      summary: { en: 'Confirm your outbox up to this message', zh: '确认已收到该报文及之前的全部报文' },
      description: {
        en: 'For what you have safely kept. Confirming again, or an earlier one, changes nothing.',
        zh: '请在妥善保存后确认；重复确认或确认更早的报文不产生影响。',
      },
      tag,
      may: ['participant'],
      own: true,
      refuses: ['message_not_found'],
      handle: ({ caller, params: { id } }) => confirmDelivery(context, participantOf(caller), id),
    }),
    route({
      method: 'GET',
      path: '/v1/messages/all',
      summary: { en: 'Every message in and out, newest first', zh: '全部往来报文，最新在前' },
      tag,
      may: ['operator'],
      query: listQuery({
        direction: Type.Optional(OneOf(['in', 'out'])),
        kind: Type.Optional(Type.String({ maxLength: 20, description: 'Or how it begins: `pacs.008`.' })),
        participant: Type.Optional(Type.String({ maxLength: 40 })),
        state: Type.Optional(OneOf(['accepted', 'refused', 'waiting', 'delivered'])),
        q: Type.Optional(Type.String({ maxLength: 40, description: 'A message id, or our id.' })),
      }),
      answer: MessagePage,
      handle: ({ query }) => readMessagePage(context, query),
    }),
    route({
      method: 'GET',
      path: '/v1/messages/{id}',
      summary: { en: 'One message, raw and readable', zh: '单份报文：原文与可读形式' },
      tag,
      may: ['operator', 'participant'],
      own: true,
      refuses: ['message_not_found'],
      answer: MessageDetailSchema,
      handle: async ({ caller, params: { id } }) => {
        const own = caller.kind === 'participant' ? caller.participantId : undefined;
        const found = await readMessageDetail(context, id, own);
        if (!found) throw new Refusal('message_not_found', { field: '/id' });
        return found;
      },
    }),
  ];
}

function participantOf(caller: Caller): string {
  if (caller.kind !== 'participant') throw new Refusal('participant_not_found');
  return caller.participantId;
}

/** A reader that connects again says so in a header, whatever its address says. */
function resumeAt(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  { after }: { readonly after: number },
): number {
  const last = headers['last-event-id'];
  if (last === undefined || last === '') return after;
  if (typeof last !== 'string' || !/^\d{1,16}$/.test(last)) {
    throw new Refusal('cursor_malformed', { field: 'Last-Event-ID' });
  }
  return Number(last);
}
