// Messages of both directions as rows of one shape: what came in, what it was answered with at once, and what lies in
// outboxes. Every branch is asked by conditions of its own, so that an index answers them however large the book.
import { decodeCursor } from '../../../platform/http/index.ts';
import { formatInstant } from '../../../platform/instant.ts';
import { type MessagesContext } from '../context.ts';
import { type MessageSummaryJson } from './schemas.ts';

/** Ends the id of an immediate answer, which begins with the id of what it answers. */
export const ANSWER = '-answer';

export interface MessageRow {
  id: string;
  direction: 'in' | 'out';
  kind: string;
  message_id: string;
  participant_id: string;
  state: string;
  transactions: number;
  /** Of a message in, minor units; what lies in an outbox has its payment's. */
  amount: string | null;
  /** Micros, as text. */
  at: string;
  delivered_at: string | null;
  bytes: number;
  violations: number;
  inbox_id: string | null;
  payment_id: string | null;
}

export interface MessageTexts {
  xml: string;
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

const micros = (column: string): string => `(extract(epoch from ${column}) * 1000000)::int8`;

interface Branch {
  readonly columns: string;
  readonly texts: string;
  readonly from: string;
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly participant: string;
}

const INBOX: Branch = {
  columns: `i.inbox_id::text as id, 'in' as direction, coalesce(i.kind, '') as kind,
    coalesce(i.message_id, '') as message_id, i.sender_id as participant_id, i.state, i.transactions,
    i.amount::text as amount, ${micros('i.received_at')} as at, null::int8 as delivered_at,
    octet_length(i.xml) as bytes, i.violations, i.inbox_id, null::uuid as payment_id`,
  texts: 'i.xml, i.answer, i.answer_kind',
  from: 'messages.inbox i where i.book_id = $1',
  id: 'i.inbox_id::text',
  at: 'i.received_at',
  kind: 'i.kind',
  participant: 'i.sender_id',
};

const ANSWERS: Branch = {
  columns: `i.inbox_id || '${ANSWER}' as id, 'out' as direction, i.answer_kind as kind,
    'A' || replace(i.inbox_id::text, '-', '') as message_id, i.sender_id as participant_id, 'delivered' as state,
    i.transactions, i.amount::text as amount, ${micros('i.received_at')} as at, ${micros('i.received_at')} as delivered_at,
    octet_length(i.answer) as bytes, 0 as violations, i.inbox_id, null::uuid as payment_id`,
  texts: 'i.answer as xml, null::text as answer, null::text as answer_kind',
  from: INBOX.from,
  id: `i.inbox_id || '${ANSWER}'`,
  at: 'i.received_at',
  kind: 'i.answer_kind',
  participant: 'i.sender_id',
};

const OUTBOX: Branch = {
  columns: `o.participant_id || '-' || o.seq as id, 'out' as direction, o.kind,
    o.participant_id || '-' || lpad(o.seq::text, 12, '0') as message_id, o.participant_id,
    case when o.seq <= coalesce(d.seq, 0) then 'delivered' else 'waiting' end as state, 1 as transactions,
    null::text as amount, ${micros('o.at')} as at,
    case when o.seq <= coalesce(d.seq, 0) then (
      select ${micros('c.at')} from messages.confirmations c
      where c.book_id = o.book_id and c.participant_id = o.participant_id and c.seq >= o.seq order by c.seq limit 1
    ) end as delivered_at,
    octet_length(o.xml) as bytes, 0 as violations, o.inbox_id, o.payment_id`,
  texts: 'o.xml, null::text as answer, null::text as answer_kind',
  from: `messages.outbox o
    left join messages.deliveries d on d.book_id = o.book_id and d.participant_id = o.participant_id
    where o.book_id = $1`,
  id: `o.participant_id || '-' || o.seq`,
  at: 'o.at',
  kind: 'o.kind',
  participant: 'o.participant_id',
};

/** What to ask of each branch; one that is not named is not looked at. */
interface Asked {
  readonly inbox?: readonly string[];
  readonly answers?: readonly string[];
  readonly outbox?: readonly string[];
}

/** Values of one statement, by their `$` names; `$1` is the book. */
class Values {
  readonly list: unknown[];
  constructor(bookId: number) {
    this.list = [bookId];
  }
  readonly bind = (value: unknown, type: string): string => `$${this.list.push(value)}::${type}`;
}

function unionOf({ inbox, answers, outbox }: Asked, withTexts: boolean, tail = ''): string {
  const select = (branch: Branch, conditions: readonly string[]): string => {
    const columns = withTexts ? `${branch.columns}, ${branch.texts}` : branch.columns;
    const order = tail && `order by ${branch.at} desc, ${branch.id} desc ${tail}`;
    return `(select ${columns} from ${[branch.from, ...conditions].join(' and ')} ${order})`;
  };
  return [inbox && select(INBOX, inbox), answers && select(ANSWERS, answers), outbox && select(OUTBOX, outbox)]
    .filter((branch) => branch !== undefined)
    .join('\nunion all\n');
}

/** Newest first, one more than asked for when there are more. */
export async function readMessageRows(context: MessagesContext, filters: MessageFilters): Promise<MessageRow[]> {
  const values = new Values(context.bookId);
  const asked = askedBy(context, filters, values);
  if (Object.keys(asked).length === 0) return [];
  const limit = `limit ${values.bind(filters.limit + 1, 'int8')}`;
  const { rows } = await context.pool.query<MessageRow>(
    `select * from (${unionOf(asked, false, limit)}) m order by at desc, id desc ${limit}`,
    values.list,
  );
  return rows;
}

function askedBy(context: MessagesContext, filters: MessageFilters, { bind }: Values): Asked {
  const { direction, kind, participant, state, q, after } = filters;
  const from = decodeCursor(after, 2);
  const shared = (branch: Branch): string[] => [
    ...(kind === undefined ? [] : [`starts_with(${branch.kind}, ${bind(kind, 'text')})`]),
    ...(participant === undefined ? [] : [`${branch.participant} = ${bind(participant, 'text')}`]),
    ...(from === undefined
      ? []
      : [
          `${branch.at} <= ${bind(formatInstant(Number(from[0])), 'timestamptz')}`,
          `(${branch.at}, ${branch.id}) < (${bind(formatInstant(Number(from[0])), 'timestamptz')}, ${bind(from[1], 'text')})`,
        ]),
  ];
  const ask = (branch: Branch, name: keyof Asked, isWanted: boolean, ofState: () => string[]): Asked => {
    const byName = isWanted && q !== undefined ? namedBy(context, name, q, bind) : undefined;
    if (!isWanted || (q !== undefined && !byName)) return {};
    return { [name]: [...shared(branch), ...ofState(), ...(byName ? [byName] : [])] };
  };
  const isOfInbox = state === undefined || state === 'accepted' || state === 'refused';
  const confirmed = 'o.seq <= coalesce(d.seq, 0)';
  return {
    ...ask(INBOX, 'inbox', direction !== 'out' && isOfInbox, () => (state ? [`i.state = ${bind(state, 'text')}`] : [])),
    ...ask(ANSWERS, 'answers', direction !== 'in' && (state ?? 'delivered') === 'delivered', () => []),
    ...ask(OUTBOX, 'outbox', direction !== 'in' && (state === undefined || !isOfInbox), () =>
      state === undefined ? [] : [state === 'delivered' ? confirmed : `not (${confirmed})`],
    ),
  };
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const INBOX_ID = new RegExp(`^${UUID}$`, 'i');
const ANSWER_ID = new RegExp(`^(?:(${UUID})${ANSWER}|A([0-9a-f]{32}))$`, 'i');
const OUTBOX_ID = /^(.+)-0*([1-9]\d{0,15})$/;

const answerIs = ([, id, digits]: RegExpExecArray, bind: Values['bind']): string =>
  `i.inbox_id = ${bind(id ?? digits, 'uuid')}`;
const outboxIs = ([, participantId, seq]: RegExpExecArray, bind: Values['bind']): string =>
  `o.participant_id = ${bind(participantId, 'text')} and o.seq = ${bind(seq, 'int8')}`;

/** By an id of ours, or by the message id its sender gave it; undefined when no message of this branch can be meant. */
function namedBy(
  { writer }: MessagesContext,
  branch: keyof Asked,
  q: string,
  bind: Values['bind'],
): string | undefined {
  if (branch === 'answers') {
    const named = ANSWER_ID.exec(q);
    return named ? answerIs(named, bind) : undefined;
  }
  if (branch === 'outbox') {
    const named = OUTBOX_ID.exec(q);
    return named ? outboxIs(named, bind) : undefined;
  }
  const senders = writer.memory.settlement.settlement.participants.map(({ id }) => id);
  // Each half by the index that holds it.
  const given = `i.sender_id = any(${bind(senders, 'text[]')}) and i.message_id = ${bind(q, 'text')}`;
  const own = INBOX_ID.test(q) ? `i.inbox_id = ${bind(q, 'uuid')} or ` : '';
  return `(${own}(${given} and i.claims) or (${given} and not i.claims))`;
}

/** The one with this id of ours, or with the message id we gave it. */
export async function readMessageRow(
  { bookId, pool }: MessagesContext,
  id: string,
): Promise<(MessageRow & MessageTexts) | undefined> {
  const values = new Values(bookId);
  const [answer, outbox] = [ANSWER_ID.exec(id), OUTBOX_ID.exec(id)];
  const asked: Asked = INBOX_ID.test(id)
    ? { inbox: [`i.inbox_id = ${values.bind(id, 'uuid')}`] }
    : answer
      ? { answers: [answerIs(answer, values.bind)] }
      : outbox
        ? {
            outbox: [outboxIs(outbox, values.bind)],
          }
        : {};
  if (Object.keys(asked).length === 0) return undefined;
  const { rows } = await pool.query<MessageRow & MessageTexts>(unionOf(asked, true), values.list);
  return rows[0];
}

/** Messages that carried one of these, with their answers, and what tells of these payments or goes on from these messages. */
export interface About {
  readonly paymentIds: readonly string[];
  readonly inboxIds?: readonly string[];
  /** Senders and their message ids, side by side. */
  readonly senderIds: readonly string[];
  readonly messageIds: readonly (string | null)[];
}

/** Oldest first. */
export function readRowsAbout(context: MessagesContext, about: About, limit: number): Promise<MessageRow[]> {
  return selectAbout(context, about, limit, false);
}

/** The same with what they say. */
export function readTextsAbout(
  context: MessagesContext,
  about: About,
  limit: number,
): Promise<(MessageRow & MessageTexts)[]> {
  return selectAbout(context, about, limit, true);
}

async function selectAbout<Row extends MessageRow>(
  { bookId, pool }: MessagesContext,
  { paymentIds, inboxIds = [], senderIds, messageIds }: About,
  limit: number,
  withTexts: boolean,
): Promise<Row[]> {
  const { rows: carried } = await pool.query<{ inbox_id: string }>(
    `select i.inbox_id::text from unnest($2::text[], $3::text[]) as n(sender_id, message_id)
     join messages.inbox i
       on i.book_id = $1 and i.sender_id = n.sender_id and i.message_id = n.message_id and i.claims`,
    [bookId, senderIds, messageIds],
  );
  const values = new Values(bookId);
  const inbox = values.bind([...inboxIds, ...carried.map((row) => row.inbox_id)], 'uuid[]');
  const payments = values.bind(paymentIds, 'uuid[]');
  const asked: Asked = {
    inbox: [`i.inbox_id = any(${inbox})`],
    answers: [`i.inbox_id = any(${inbox})`],
    outbox: [`(o.payment_id = any(${payments}) or o.inbox_id = any(${inbox}))`],
  };
  const { rows } = await pool.query<Row>(
    `select * from (${unionOf(asked, withTexts)}) m order by at, direction limit ${values.bind(limit, 'int8')}`,
    values.list,
  );
  return rows;
}
