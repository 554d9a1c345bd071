// Events arrive at real receivers: signed, in order, again when they were not taken, and never lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { bicOf } from '../messages/testing.ts';
import { uuid } from '../settlement/testing.ts';
import { MICROS_PER_SECOND } from '../../platform/instant.ts';
import { changeEndpoint, removeEndpoint, rotateSecret, sendTest } from './change-endpoints.ts';
import { gather } from './gather.ts';
import { readDeliveries, readDelivery, readDisabled, readWebhook } from './reads.ts';
import { replayOne, replayRange } from './replay.ts';
import { MOST_ATTEMPTS } from './schedule.ts';
import { answering, givenReceiver, givenWebhooks, type Received } from './testing.ts';

const SECOND = MICROS_PER_SECOND;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const ALL = { limit: 50 };
const idsOf = (received: readonly Received[]): unknown[] => received.map(({ headers }) => headers['webhook-id']);
const paymentOf = ({ body }: Received): string => (JSON.parse(body) as { data: { paymentId: string } }).data.paymentId;
const verify = ({ body, headers }: Received, secret: string): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);

test('sender and receiver hear of a settled payment, signed as the reference library checks it', async (t) => {
  const { webhooks, pay, register } = await givenWebhooks(t);
  const [a, b] = [await givenReceiver(t), await givenReceiver(t)];
  const [ofA, ofB] = [await register('A', a, ['payment.settled']), await register('B', b, ['payment.settled'])];
  await pay(1, 'A', 'B', 100n);
  await webhooks.work();
  assert.deepEqual([a.types, b.types], [['payment.settled'], ['payment.settled']]);
  const { data } = verify(a.received[0]!, ofA.secret) as { data: Record<string, unknown> };
  assert.deepEqual([data.paymentId, data.amount, data.senderId, data.receiverId], [uuid(1), '100', bicOf('A'), bicOf('B')]);
  verify(b.received[0]!, ofB.secret);
  assert.throws(() => verify(b.received[0]!, ofA.secret));
  assert.notEqual(idsOf(a.received)[0], idsOf(b.received)[0], 'two organisations cannot tell that it was one event');
  await webhooks.work();
  assert.equal(a.received.length, 1, 'told once');
}); // prettier-ignore

test('a bank hears of its own alone: whoever receives a payment not that it waits, others nothing', async (t) => {
  const { webhooks, pay, register } = await givenWebhooks(t, 'ABC');
  const wanted = ['payment.queued', 'payment.settled'] as const;
  const [a, b, c] = [await givenReceiver(t), await givenReceiver(t), await givenReceiver(t)];
  await register('A', a, wanted);
  await register('B', b, wanted);
  await register('C', c, wanted);
  await pay(1, 'A', 'B', 5_000_000n);
  await webhooks.work();
  assert.deepEqual([a.types, b.types, c.types], [['payment.queued'], [], []]);
  await pay(2, 'B', 'A', 900_000n);
  await webhooks.work();
  assert.deepEqual([a.types, b.types, c.types], [['payment.queued', 'payment.settled'], ['payment.settled'], []]);
});

test('moments that were not looked at in between are told all the same, in the order they happened', async (t) => {
  const { clock, webhooks, pay, register } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  await register('A', a, ['payment.queued', 'payment.settled']);
  await pay(1, 'A', 'B', 1_500_000n);
  clock.advance(SECOND);
  await pay(2, 'B', 'A', 600_000n);
  await webhooks.work();
  assert.deepEqual(a.types, ['payment.queued', 'payment.settled', 'payment.settled']);
  assert.equal(paymentOf(a.received[0]!), uuid(1));
});

test('what was committed before the first endpoint is nobody’s news', async (t) => {
  const { webhooks, pay, register } = await givenWebhooks(t);
  await pay(1, 'A', 'B', 1n);
  const a = await givenReceiver(t);
  await register('A', a, ['payment.settled']);
  await pay(2, 'A', 'B', 2n);
  await webhooks.work();
  assert.deepEqual(a.received.map(paymentOf), [uuid(2)]);
});

test('a crash between making events and telling them, or before, loses nothing and doubles nothing', async (t) => {
  const { webhooks, pay, register, reopen, db } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  await register('A', a, ['payment.settled']);
  await pay(1, 'A', 'B', 1n);
  await gather(webhooks);
  await pay(2, 'A', 'B', 2n);
  await reopen().work();
  assert.deepEqual(a.received.map(paymentOf), [uuid(1), uuid(2)]);
  // Read again from the beginning, the same happenings are the same events.
  await db.pool.query('update webhooks.positions set leaf = 0');
  await reopen().work();
  assert.equal(a.received.length, 2);
});

test('two servers that read at the same time make each event once', async (t) => {
  const { webhooks, pay, register, reopen } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  const { id } = await register('A', a, ['payment.settled']);
  for (let n = 1; n <= 20; n++) await pay(n, 'A', 'B', 1n);
  await Promise.all([gather(webhooks), gather(reopen()), gather(reopen())]);
  assert.equal((await readDeliveries(webhooks.pool, id, ALL)).items.length, 20);
});

test('what is not taken comes again by the schedule under the same id and a new timestamp, and holds up what follows', async (t) => {
  const { webhooks, pay, register, worldClock } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  const { id, secret } = await register('A', a, ['payment.settled']);
  a.answer(answering(500));
  await pay(1, 'A', 'B', 1n);
  await pay(2, 'A', 'B', 2n);
  await webhooks.work();
  await webhooks.work();
  assert.equal(a.received.length, 1, 'neither again at once nor the second before the first');
  worldClock.advance(6 * SECOND);
  a.answer(answering(204));
  await webhooks.work();
  assert.deepEqual(a.received.map(paymentOf), [uuid(1), uuid(1), uuid(2)]);
  assert.equal(idsOf(a.received)[0], idsOf(a.received)[1]);
  assert.notEqual(a.received[0]!.headers['webhook-timestamp'], a.received[1]!.headers['webhook-timestamp']);
  verify(a.received[1]!, secret);
  const delivery = (await readDeliveries(webhooks.pool, id, ALL)).items.at(-1)!;
  const { log } = (await readDelivery(webhooks.pool, id, delivery.id))!;
  assert.deepEqual(log.map(({ status, failure, answer }) => [status, failure, answer]), [[500, 'status-500', 'so it is'], [204, null, '']]);
}); // prettier-ignore

test('an event the receiver cannot take is passed by the others after its third failure', async (t) => {
  const { webhooks, pay, register, worldClock } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  const { id } = await register('A', a, ['payment.settled']);
  a.answer((response, received) => answering(paymentOf(received) === uuid(1) ? 500 : 204)(response));
  for (const n of [1, 2, 3]) await pay(n, 'A', 'B', 1n);
  await webhooks.work();
  worldClock.advance(6 * SECOND);
  await webhooks.work();
  assert.equal(a.received.length, 2);
  worldClock.advance(400 * SECOND);
  await webhooks.work();
  assert.deepEqual(a.received.map(paymentOf), [1, 1, 1, 2, 3].map(uuid));
  const { items } = await readDeliveries(webhooks.pool, id, { ...ALL, state: 'pending' });
  assert.deepEqual(items.map(({ attempts }) => attempts), [3]);
}); // prettier-ignore

test('while nothing is taken the oldest leads, and all comes in order once the receiver is back', async (t) => {
  const { webhooks, pay, register, worldClock } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  await register('A', a, ['payment.settled']);
  a.answer(answering(503));
  for (let n = 1; n <= 6; n++) await pay(n, 'A', 'B', 1n);
  for (let hour = 0; hour < 24; hour++) {
    await webhooks.work();
    worldClock.advance(HOUR);
  }
  assert.ok(a.received.length < 20, `${a.received.length} attempts in a day of six events`);
  a.received.length = 0;
  a.answer(answering(204));
  worldClock.advance(DAY);
  await webhooks.work();
  assert.deepEqual(a.received.map(paymentOf), [1, 2, 3, 4, 5, 6].map(uuid));
});

test('after ten attempts over three days the endpoint is disabled, and what waits goes on once it is set active', async (t) => {
  const { webhooks, pay, register, worldClock, by } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  const { id } = await register('A', a, ['payment.settled']);
  a.answer(answering(404));
  await pay(1, 'A', 'B', 1n);
  const startedAt = worldClock.now();
  while ((await readDisabled(webhooks)).length === 0 && worldClock.now() < startedAt + 10 * DAY) {
    await webhooks.work();
    worldClock.advance(HOUR);
  }
  const tookDays = (worldClock.now() - startedAt) / DAY;
  assert.ok(tookDays > 3 && tookDays < 4, `${tookDays} days`);
  assert.equal(a.received.length, MOST_ATTEMPTS);
  assert.deepEqual(await readDisabled(webhooks), [{ id, organisationId: bicOf('A'), because: 'failing' }]);
  await pay(2, 'A', 'B', 2n);
  a.answer(answering(204));
  await webhooks.work();
  assert.equal(a.received.length, MOST_ATTEMPTS, 'nothing is sent to one that is disabled');
  const given = { url: a.url, description: '', events: ['payment.settled'], state: 'active' as const };
  await changeEndpoint(webhooks, bicOf('A'), id, given, by);
  assert.deepEqual(await readDisabled(webhooks), []);
  // What happened meanwhile comes by a replay of that time.
  const range = { from: 0, to: Date.parse('2030-01-01') * 1_000 };
  assert.equal(await replayRange(webhooks, bicOf('A'), id, range, { ...by, at: worldClock.now() }), 2);
  a.received.length = 0;
  await webhooks.work();
  assert.deepEqual(a.received.map(paymentOf), [uuid(1), uuid(2)]);
});

test('an endpoint that takes others is not disabled for one it cannot take', async (t) => {
  const { webhooks, pay, register, worldClock } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  const { id } = await register('A', a, ['payment.settled']);
  a.answer((response, received) => answering(paymentOf(received) === uuid(1) ? 500 : 204)(response));
  await pay(1, 'A', 'B', 1n);
  await pay(2, 'A', 'B', 1n);
  for (let hours = 0; hours < 110; hours++) {
    await webhooks.work();
    worldClock.advance(HOUR);
  }
  const { items } = await readDeliveries(webhooks.pool, id, ALL);
  assert.deepEqual(items.map(({ state }) => state), ['delivered', 'failed']);
  assert.equal((await readWebhook(webhooks.pool, bicOf('A'), id))!.state, 'active');
}); // prettier-ignore

test('410 disables at once; Retry-After is waited for', async (t) => {
  const { webhooks, pay, register, worldClock } = await givenWebhooks(t);
  const [a, b] = [await givenReceiver(t), await givenReceiver(t)];
  await register('A', a, ['payment.settled']);
  await register('B', b, ['payment.settled']);
  a.answer(answering(410));
  b.answer(answering(429, { 'retry-after': '60' }));
  await pay(1, 'A', 'B', 1n);
  await webhooks.work();
  assert.deepEqual((await readDisabled(webhooks)).map(({ because }) => because), ['gone']);
  worldClock.advance(30 * SECOND);
  await webhooks.work();
  assert.deepEqual([a.received.length, b.received.length], [1, 1]);
  worldClock.advance(31 * SECOND);
  await webhooks.work();
  assert.equal(b.received.length, 2);
}); // prettier-ignore

test('during a rotation both secrets sign; after it only the new one', async (t) => {
  const { webhooks, pay, register, worldClock, by } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  const { id, secret: old } = await register('A', a, ['payment.settled']);
  const { secret } = await rotateSecret(webhooks, bicOf('A'), id, 60, { ...by, at: worldClock.now() });
  assert.notEqual(secret, old);
  await pay(1, 'A', 'B', 1n);
  await webhooks.work();
  verify(a.received[0]!, old);
  verify(a.received[0]!, secret);
  worldClock.advance(61 * SECOND);
  await pay(2, 'A', 'B', 1n);
  await webhooks.work();
  assert.throws(() => verify(a.received[1]!, old));
});

test('one delivery is sent again under its id; a test event comes when asked for; a removed endpoint hears nothing', async (t) => {
  const { webhooks, pay, register, by } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  const { id } = await register('A', a, ['payment.settled']);
  await pay(1, 'A', 'B', 1n);
  await webhooks.work();
  const [delivery] = (await readDeliveries(webhooks.pool, id, ALL)).items;
  await replayOne(webhooks, bicOf('A'), id, delivery!.id, by);
  await sendTest(webhooks, bicOf('A'), id, by);
  await webhooks.work();
  assert.deepEqual(a.types, ['payment.settled', 'payment.settled', 'webhook.test']);
  assert.equal(idsOf(a.received)[0], idsOf(a.received)[1]);
  await removeEndpoint(webhooks, bicOf('A'), id, by);
  await pay(2, 'A', 'B', 1n);
  await webhooks.work();
  assert.equal(a.received.length, 3);
});

test('a secret stands nowhere in the database as it is', async (t) => {
  const { register, db } = await givenWebhooks(t);
  const a = await givenReceiver(t);
  const { secret } = await register('A', a, ['payment.settled']);
  const { rows } = await db.pool.query<{ secret: Buffer }>('select secret from webhooks.endpoints');
  assert.ok(!rows[0]!.secret.includes(Buffer.from(secret.slice('whsec_'.length), 'base64')));
});
