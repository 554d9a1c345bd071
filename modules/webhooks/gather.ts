// Events are made of what commits wrote, read from the evidence in its order. The events, their deliveries and how far we
// have come are one transaction: after any crash nothing is missing, and nothing is made twice.
import { type ClientBase } from 'pg';
import { readExpiringKeys, readParticipantsOf } from '../access/index.ts';
import { readLogSize, readWrittenRows, type WrittenRows } from '../evidence/index.ts';
import { readOutboxEntries } from '../messages/index.ts';
import { readDayMoments, readPaymentMoments } from '../settlement/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { eventFor, type Happening, type NewEvent } from './event.ts';
import { LONGEST_WARNING_MICROS, ofDay, ofExpiringKey, ofMessage, ofPayment } from './happenings.ts';
import { type Webhooks } from './webhooks.ts';

const LEAVES_A_STEP = 200;

/** Until all that is committed has been read. */
export async function gather(webhooks: Webhooks): Promise<void> {
  const organisations = await watchedOrganisations(webhooks);
  // Nobody is told: whoever registers later hears of what comes after.
  if (organisations.length === 0) return moveTo(webhooks, await readLogSize(webhooks.pool, webhooks.bookId));
  while (!webhooks.signal.aborted) {
    if ((await gatherStep(webhooks, organisations)) < LEAVES_A_STEP) return;
  }
}

async function gatherStep(webhooks: Webhooks, organisations: readonly string[]): Promise<number> {
  const { pool, bookId } = webhooks;
  const { rows } = await pool.query<{ leaf: string }>('select leaf::text from webhooks.positions where book_id = $1', [
    bookId,
  ]);
  const from = Number(rows[0]?.leaf ?? 0);
  const written = await readWrittenRows(pool, bookId, from, LEAVES_A_STEP);
  if (written.length === 0) return 0;
  const next = written.at(-1)!.leaf + 1;
  const events = await eventsOf(webhooks, written, organisations);
  await inTransaction(pool, async (client) => {
    const moved = await client.query(
      `insert into webhooks.positions (book_id, leaf) values ($1, $2)
       on conflict (book_id) do update set leaf = $2 where positions.leaf = $3`,
      [bookId, next, from],
    );
    // Another server was quicker; its events are ours.
    if (moved.rowCount === 1) await insertEvents(client, events, webhooks);
  });
  return written.length;
}

async function moveTo({ pool, bookId }: Webhooks, leaf: number): Promise<void> {
  await pool.query(
    `insert into webhooks.positions (book_id, leaf) values ($1, $2)
     on conflict (book_id) do update set leaf = $2 where positions.leaf < $2`,
    [bookId, leaf],
  );
}

async function eventsOf(
  { pool, bookId, clock }: Webhooks,
  written: readonly WrittenRows[],
  organisations: readonly string[],
): Promise<NewEvent[]> {
  const keysOf = (table: string): string[] => [...new Set(written.flatMap(({ keys }) => keys.get(table) ?? []))];
  const participantBy = await readParticipantsOf(pool, organisations);
  const organisationOf = new Map([...participantBy].map(([organisation, participant]) => [participant, organisation]));
  const participants = [...organisationOf.keys()];
  const payments = await readPaymentMoments(pool, bookId, keysOf('settlement.payments'), participants);
  const days = await readDayMoments(pool, bookId, keysOf('settlement.days'));
  const places = keysOf('messages.outbox')
    .map((key) => ({ seq: Number(key.slice(0, key.indexOf('/'))), participantId: key.slice(key.indexOf('/') + 1) }))
    .filter(({ participantId }) => organisationOf.has(participantId));
  const messages = await readOutboxEntries(pool, bookId, places);
  const forParticipant = (id: string, happening: Happening): NewEvent[] => {
    const organisation = organisationOf.get(id);
    return organisation === undefined ? [] : [eventFor(organisation, happening)];
  };
  const events = [
    ...days.flatMap((day) => ofDay(day, clock.now())).flatMap((each) => organisations.map((id) => eventFor(id, each))),
    ...payments
      .flatMap(ofPayment)
      .flatMap(({ participantIds, happening }) => participantIds.flatMap((id) => forParticipant(id, happening))),
    ...messages.flatMap((entry) => forParticipant(entry.participantId, ofMessage(entry))),
  ];
  return events.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
}

export async function gatherExpiringKeys(webhooks: Webhooks): Promise<void> {
  const now = webhooks.clock.now();
  const watched = new Set(await watchedOrganisations(webhooks));
  if (watched.size === 0) return;
  const keys = await readExpiringKeys(webhooks.pool, now, now + LONGEST_WARNING_MICROS);
  const events = keys
    .filter(({ organisationId }) => watched.has(organisationId))
    .map((key) => eventFor(key.organisationId, ofExpiringKey(key, now)));
  if (events.length > 0) await inTransaction(webhooks.pool, (client) => insertEvents(client, events, webhooks));
}

/** Tells every organisation that has an endpoint, as of what no book holds. */
export async function tellEveryone(webhooks: Webhooks, happening: Happening): Promise<void> {
  const events = (await watchedOrganisations(webhooks)).map((id) => eventFor(id, happening));
  await inTransaction(webhooks.pool, (client) => insertEvents(client, events, webhooks));
}

/** Tells one organisation, within the transaction of what it is told. */
export async function tellOneWithin(
  client: ClientBase,
  webhooks: Webhooks,
  organisationId: string,
  happening: Happening,
): Promise<void> {
  if (!(await watchedOrganisations(webhooks)).includes(organisationId)) return;
  await insertEvents(client, [eventFor(organisationId, happening)], webhooks);
}

/** Those told of anything; of a paused or disabled endpoint events are kept too, so that they can be replayed. */
async function watchedOrganisations({ pool }: Webhooks): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select distinct organisation_id as id from webhooks.endpoints where state <> 'removed'`,
  );
  return rows.map(({ id }) => id);
}

/** What is known already stays as it is and is not delivered again. */
async function insertEvents(client: ClientBase, events: readonly NewEvent[], webhooks: Webhooks): Promise<void> {
  if (events.length === 0) return;
  const column = (member: keyof NewEvent): string[] => events.map((event) => event[member]);
  await client.query(
    `with fresh as (
       insert into webhooks.events (event_id, organisation_id, type, occurred_at, made_at, body)
       select id, organisation_id, type, occurred_at, $6, body
       from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[]) with ordinality
         as given (id, organisation_id, type, occurred_at, body, place)
       order by place
       on conflict do nothing
       returning event_id, number, organisation_id, type
     )
     insert into webhooks.deliveries (endpoint_id, event_id, cause, state, failures, created_at, next_at)
     select endpoint_id, event_id, 'event', 'pending', 0, $6, $6
     from fresh join webhooks.endpoints using (organisation_id)
     where endpoints.state in ('active', 'paused') and fresh.type = any(endpoints.events)
     order by fresh.number`,
    [column('id'), column('organisationId'), column('type'), column('occurredAt'), column('body'), formatInstant(webhooks.clock.now())],
  );
} // prettier-ignore
