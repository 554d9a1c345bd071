// The messages' desk at the writer: duplicates, outboxes and waiting payments; turns settlement's events into outbox
// rows as each commit is taken, so that what is told and what was done are one.
import { type ClientBase } from 'pg';
import { type ColumnSpec } from '../../platform/postgres/copy.ts';
import { type Pipeline } from '../../platform/postgres/pipeline.ts';
import { type CommitStamp, type Desk, type WriteRows } from '../../platform/writer/desk.ts';
import { type SettlementDesk, type SettlementEvent } from '../settlement/index.ts';
import {
  Exchange, type InboxRow, type OriginalNames, type OutboxRow, statementKey, type StatementRow, type WaitingPayment,
} from './exchange.ts'; // prettier-ignore
import { type Institution } from './institution.ts';
import { tell } from './outward/tell.ts';

export interface MessagesNeed {
  /** Sender, message id and hash of what is about to be received. */
  readonly messages?: readonly (readonly [senderId: string, messageId: string, hash: Buffer])[];
  /** Pages of statements about to be sent. */
  readonly statements?: readonly (readonly [participantId: string, date: string, page: number])[];
}

export interface TakenMessages {
  readonly inbox: readonly InboxRow[];
  readonly outbox: readonly OutboxRow[];
}

export class MessagesDesk implements Desk<MessagesNeed> {
  readonly exchange: Exchange;
  /** The rows the last commit took, for desks after this one. */
  taken: TakenMessages = { inbox: [], outbox: [] };
  readonly #bookId: number;
  readonly #settlement: SettlementDesk;
  readonly #institution: Institution;
  readonly #onEvents: ((events: readonly SettlementEvent[], commit: CommitStamp) => void) | undefined;
  #lastTaken = 0;
  #lastDurable = 0;
  #untold: { commit: number; events: SettlementEvent[] }[] = [];

  constructor(
    bookId: number,
    settlement: SettlementDesk,
    institution: Institution,
    onEvents?: (events: readonly SettlementEvent[], commit: CommitStamp) => void,
    generation?: number,
  ) {
    this.exchange = new Exchange(generation);
    this.#bookId = bookId;
    this.#settlement = settlement;
    this.#institution = institution;
    this.#onEvents = onEvents;
  }

  async load(client: ClientBase): Promise<void> {
    for (const { id } of this.#settlement.settlement.participants) {
      const { rows } = await client.query<{ seq: string }>(
        `select seq::text from messages.outbox where book_id = $1 and participant_id = $2 order by outbox.seq desc limit 1`,
        [this.#bookId, id],
      );
      if (rows[0]) this.exchange.lastSeq.set(id, Number(rows[0].seq));
    }
    const { rows } = await client.query<{ payment_id: string; kind: string; answers: string; transaction: string }>(
      'select payment_id::text, kind, answers, transaction from messages.waiting where book_id = $1',
      [this.#bookId],
    );
    for (const { payment_id, kind, answers, transaction } of rows) {
      this.exchange.waiting.set(payment_id, { kind, names: JSON.parse(answers) as OriginalNames, transaction });
    }
  }

  async prefetch(client: ClientBase, needs: readonly MessagesNeed[]): Promise<void> {
    // Only here, before it is asked what is missing: what a waiting command was promised must still be there for it.
    this.exchange.forget(this.#lastTaken, this.#lastDurable);
    const unknown = needs.flatMap(({ messages = [] }) =>
      messages.filter(([sender, id, hash]) => !this.exchange.knows(sender, id, hash)),
    );
    const pages = needs.flatMap(({ statements = [] }) => statements);
    if (pages.length > 0) await this.#bringStatements(client, pages);
    if (unknown.length === 0) return;
    const { rows } = await client.query<Record<string, string>>({
      name: 'messages-taken',
      // One index look-up each: as a join, a planner without statistics reads the whole inbox for them.
      text: `select i.inbox_id::text, i.sender_id, i.message_id, encode(i.hash, 'hex') as hash, i.state,
                    i.answer_kind, i.answer, i.claims::text
             from unnest($2::text[], $3::text[], $4::bytea[]) as n(sender_id, message_id, hash)
             cross join lateral (
               (select * from messages.inbox
                where book_id = $1 and sender_id = n.sender_id and message_id = n.message_id and claims
                limit 1)
               union all
               (select * from messages.inbox
                where book_id = $1 and sender_id = n.sender_id and message_id = n.message_id and hash = n.hash
                  and not claims
                limit 1)
             ) i`,
      values: [
        this.#bookId,
        unknown.map(([sender]) => sender),
        unknown.map(([, id]) => id),
        unknown.map(([, , hash]) => hash),
      ],
    });
    for (const row of rows) {
      const answer = { kind: row.answer_kind!, xml: row.answer! };
      const told = {
        inboxId: row.inbox_id!,
        hash: Buffer.from(row.hash!, 'hex'),
        state: row.state as InboxRow['state'],
        answer,
      };
      if (row.claims === 'true') this.exchange.remember(row.sender_id!, row.message_id!, told);
      else this.exchange.rememberRefused(row.sender_id!, row.message_id!, told);
    }
  }

  async #bringStatements(client: ClientBase, pages: NonNullable<MessagesNeed['statements']>): Promise<void> {
    const { rows } = await client.query<{ participant_id: string; date: string; page: string }>(
      `select participant_id, business_date::text as date, page::text from messages.statements
       join unnest($2::text[], $3::date[], $4::int4[]) as n(participant_id, business_date, page)
         using (participant_id, business_date, page)
       where book_id = $1`,
      [this.#bookId, pages.map(([id]) => id), pages.map(([, date]) => date), pages.map(([, , page]) => page)],
    );
    for (const row of rows) this.exchange.stated.add(statementKey(row.participant_id, row.date, Number(row.page)));
  }

  takeRows(commit: CommitStamp): WriteRows | undefined {
    this.#lastTaken = commit.number;
    const { exchange } = this;
    const { settlement } = this.#settlement;
    const events = settlement.drainEvents();
    if (events.length > 0) {
      tell(exchange, this.#institution, settlement, events);
      if (this.#onEvents) this.#untold.push({ commit: commit.number, events });
    }
    const { newInbox, newOutbox, newStatements, newWaiting, endedWaiting } = exchange;
    this.taken = { inbox: newInbox, outbox: newOutbox };
    const waiting = newWaiting.flatMap((id): [string, WaitingPayment][] => {
      const payment = exchange.waiting.get(id);
      return payment ? [[id, payment]] : [];
    });
    for (const { inbound, at } of newInbox) exchange.lastAnsweredAt.set(inbound.senderId, at);
    Object.assign(exchange, { newInbox: [], newOutbox: [], newStatements: [], newWaiting: [], endedWaiting: [] });
    if (newInbox.length + newOutbox.length + waiting.length + endedWaiting.length === 0) return undefined;
    // Those that began to wait in this same commit have no row to delete.
    const began = new Set(newWaiting);
    const ended = endedWaiting.filter((id) => !began.has(id));
    return async (pipeline) => {
      await writeRows(pipeline, this.#bookId, newInbox, newOutbox, waiting, ended);
      if (newStatements.length > 0) await writeStatements(pipeline, this.#bookId, newStatements);
    };
  }

  committed(commit: CommitStamp): void {
    this.#lastDurable = commit.number;
    while (this.#untold[0] && this.#untold[0].commit <= commit.number)
      this.#onEvents!(this.#untold.shift()!.events, commit);
  }
}

function inboxColumns(bookId: number): ColumnSpec<InboxRow>[] {
  return [
    { name: 'book_id', type: 'int4', value: () => bookId },
    { name: 'inbox_id', type: 'uuid', value: (row) => row.inbound.id },
    { name: 'sender_id', type: 'text', value: (row) => row.inbound.senderId },
    { name: 'message_id', type: 'text', value: (row) => row.inbound.messageId },
    { name: 'claims', type: 'bool', value: (row) => row.claims },
    { name: 'kind', type: 'text', value: (row) => row.inbound.kind },
    { name: 'hash', type: 'bytea', value: (row) => row.inbound.hash },
    { name: 'state', type: 'text', value: (row) => row.state },
    { name: 'transactions', type: 'int4', value: (row) => row.inbound.transactions.length },
    { name: 'amount', type: 'numeric', value: (row) => row.amountMinor },
    { name: 'violations', type: 'int4', value: (row) => row.inbound.violations.length },
    { name: 'xml', type: 'text', value: (row) => row.inbound.xml },
    { name: 'answer_kind', type: 'text', value: (row) => row.answer.kind },
    { name: 'answer', type: 'text', value: (row) => row.answer.xml },
    { name: 'received_at', type: 'timestamptz', value: (row) => row.at },
  ];
}

function outboxColumns(bookId: number): ColumnSpec<OutboxRow>[] {
  return [
    { name: 'book_id', type: 'int4', value: () => bookId },
    { name: 'participant_id', type: 'text', value: (row) => row.participantId },
    { name: 'seq', type: 'int8', value: (row) => row.seq },
    { name: 'kind', type: 'text', value: (row) => row.kind },
    { name: 'payment_id', type: 'uuid', value: (row) => row.paymentId },
    { name: 'inbox_id', type: 'uuid', value: (row) => row.inboxId },
    { name: 'xml', type: 'text', value: (row) => row.xml },
    { name: 'at', type: 'timestamptz', value: (row) => row.at },
  ];
}

async function writeRows(
  pipeline: Pipeline,
  bookId: number,
  inbox: readonly InboxRow[],
  outbox: readonly OutboxRow[],
  waiting: readonly (readonly [string, WaitingPayment])[],
  ended: readonly string[],
): Promise<void> {
  if (inbox.length > 0) await pipeline.copy('messages.inbox', inboxColumns(bookId), inbox);
  if (outbox.length > 0) await pipeline.copy('messages.outbox', outboxColumns(bookId), outbox);
  if (waiting.length > 0) {
    await pipeline.query(
      'insert into messages.waiting select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])',
      [
        bookId,
        waiting.map(([id]) => id),
        waiting.map(([, { kind }]) => kind),
        waiting.map(([, { names }]) => JSON.stringify(names)),
        waiting.map(([, { transaction }]) => transaction),
      ],
    );
  }
  if (ended.length > 0) {
    await pipeline.query('delete from messages.waiting where book_id = $1 and payment_id = any($2::uuid[])', [
      bookId,
      ended,
    ]);
  }
}

async function writeStatements(pipeline: Pipeline, bookId: number, rows: readonly StatementRow[]): Promise<void> {
  await pipeline.query(
    'insert into messages.statements select $1, * from unnest($2::text[], $3::date[], $4::int4[], $5::bool[])',
    [
      bookId,
      rows.map((row) => row.participantId),
      rows.map((row) => row.date),
      rows.map((row) => row.page),
      rows.map((row) => row.isLast),
    ],
  );
}
