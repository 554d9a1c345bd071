// Usage: counted from committed rows, each day once for good, and told as JSON, CSV and CloudEvents to whom it is of.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { countDays } from '../../modules/quotas/index.ts';
import { manualClock } from '../../platform/instant.ts';
import { TimeZone } from '../../platform/time-zone.ts';
import { givenBanks, OPERATOR, type RunningApi, startApi, TEN_O_CLOCK, transferXml } from '../contract/testing.ts';

const [A, B, C] = ['AAAACNBJ', 'BBBBCNBJ', 'CCCCCNBJ'] as const;
const DAY = 24 * 3_600 * 1_000_000;
const zone = new TimeZone('Asia/Shanghai');

/** Three payments of A's on Thursday, one of B's, and one of A's on Friday, when Thursday is over. */
async function givenTwoDays(t: TestContext) {
  const clock = manualClock(TEN_O_CLOCK);
  const api = await startApi(t, undefined, { clock });
  await givenBanks(api, [A, B, C], '100000000');
  for (const id of [A, B]) {
    const body = { id, kind: 'bank', name: { en: id, zh: id }, participantId: id, reason: 'joined' };
    assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', body)).status, 201);
  }
  const send = (n: number, from: string, amount: string, date = '2027-04-15') =>
    api.ask(from, 'POST', '/v1/messages', transferXml(`M${n}`, n, from, C, amount, date));
  for (const n of [1, 2, 3]) assert.equal((await send(n, A, '10.00')).status, 200);
  // The same again is no second payment and no second message.
  await send(3, A, '10.00');
  await send(4, B, '7.00');
  clock.set(TEN_O_CLOCK + DAY);
  await api.house.writer.tick();
  assert.equal((await send(5, A, '2.50', '2027-04-16')).status, 200);
  return { api, clock, send };
}

const context = ({ house: { pool } }: RunningApi) => ({ pool, bookId: 1, environment: 'live', zone }) as const;

test('the statement of a month is what the rows say, day by day, and its days that are over are final', async (t) => {
  const { api } = await givenTwoDays(t);
  const { status, body } = await api.ask(A, 'GET', `/v1/organisations/${A}/usage?month=2027-04`);
  assert.equal(status, 200, JSON.stringify(body));
  const figures = body.days.map((day: Record<string, unknown>) => [day.date, day.isFinal, day.payments, day.value, day.messagesIn]);
  assert.deepEqual(figures, [
    ['2027-04-15', true, '3', '3000', '3'],
    ['2027-04-16', false, '1', '250', '1'],
  ]);
  assert.deepEqual([body.total.payments, body.total.value, body.currency], ['4', '3250', 'CNY']);
  const { rows } = await api.house.pool.query(`select count(*)::int as count from messages.outbox where participant_id = $1`, [A]);
  assert.equal(Number(body.total.messagesOut), rows[0].count);
  const byDefault = await api.ask(A, 'GET', `/v1/organisations/${A}/usage`);
  assert.deepEqual(byDefault.body, body);
  const before = await api.ask(A, 'GET', `/v1/organisations/${A}/usage?month=2027-03`);
  assert.deepEqual([before.status, before.body.days], [200, []]);
}); // prettier-ignore

test('a day is counted once, however many count it at once and however often', async (t) => {
  const { api } = await givenTwoDays(t);
  const dates = await Promise.all(Array.from({ length: 6 }, () => countDays(context(api))));
  assert.deepEqual(new Set(dates), new Set(['2027-04-16']));
  await countDays(context(api));
  const { rows } = await api.house.pool.query(
    `select participant_id, measure, quantity::text from quotas.usage_events
     where measure in ('payments', 'value') order by 1, 2`,
  );
  assert.deepEqual(
    rows.map((row) => Object.values(row)),
    [
      [A, 'payments', '3'],
      [A, 'value', '3000'],
      [B, 'payments', '1'],
      [B, 'value', '700'],
    ],
  );
});

test('a day is not counted for good before something that was decided after it is committed', async (t) => {
  const clock = manualClock(TEN_O_CLOCK);
  const api = await startApi(t, undefined, { clock });
  await givenBanks(api, [A, C], '100000');
  await api.ask(A, 'POST', '/v1/messages', transferXml('M1', 1, A, C, '1.00'));
  assert.equal(await countDays(context(api)), '2027-04-15');
  const { rows } = await api.house.pool.query('select count(*)::int as count from quotas.counted_days');
  assert.equal(rows[0].count, 0);
});

test('the CSV has a line a day after its head', async (t) => {
  const { api } = await givenTwoDays(t);
  const { headers, body } = await api.ask(A, 'GET', `/v1/organisations/${A}/usage/csv?month=2027-04`);
  assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
  const [head, first, second, end] = body.split('\r\n');
  assert.equal(head, 'organisation,environment,date,payments,value_minor,currency,messages_in,messages_out,is_final');
  assert.match(first, /^AAAACNBJ,live,2027-04-15,3,3000,CNY,3,\d+,true$/);
  assert.match(second, /^AAAACNBJ,live,2027-04-16,1,250,CNY,1,\d+,false$/);
  assert.equal(end, '');
});

test('the CloudEvents are of days that are over, and have the same id whenever they are asked for', async (t) => {
  const { api } = await givenTwoDays(t);
  const ask = () => api.ask(A, 'GET', `/v1/organisations/${A}/usage/events?month=2027-04`);
  const { headers, body } = await ask();
  assert.match(headers.get('content-type')!, /^application\/cloudevents-batch\+json/);
  assert.ok(body.length >= 3);
  const event = body.find(({ type }: { type: string }) => type === 'feiqian.usage.payments');
  assert.deepEqual(event, {
    specversion: '1.0',
    id: 'live/AAAACNBJ/2027-04-15/payments',
    source: 'urn:feiqian:FQCBCNBJ:usage',
    type: 'feiqian.usage.payments',
    subject: A,
    time: '2027-04-15T16:00:00.000000Z',
    datacontenttype: 'application/json',
    data: { environment: 'live', date: '2027-04-15', measure: 'payments', quantity: '3', unit: '1' },
  });
  const ids = body.map(({ id }: { id: string }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { data } of body) assert.equal(data.date, '2027-04-15');
  assert.deepEqual((await ask()).body, body);
});

test('nobody sees another’s usage, and one that takes no part in settlement has none', async (t) => {
  const { api } = await givenTwoDays(t);
  for (const end of ['', '/csv', '/events']) {
    const others = await api.ask(B, 'GET', `/v1/organisations/${A}/usage${end}`);
    const nothing = await api.ask(B, 'GET', `/v1/organisations/NONE/usage${end}`);
    assert.deepEqual([others.status, others.body.code], [404, 'organisation_not_found']);
    assert.equal(nothing.body.code, 'organisation_not_found');
  }
  const wrong = await api.ask(A, 'GET', `/v1/organisations/${A}/usage?month=2027-13`);
  assert.deepEqual([wrong.status, wrong.body.code], [422, 'month_malformed']);
  const body = { id: 'fintech', kind: 'fintech', name: { en: 'F', zh: '科技' }, reason: 'joined' };
  await api.ask(OPERATOR, 'POST', '/v1/organisations', body);
  const none = await api.ask(OPERATOR, 'GET', '/v1/organisations/fintech/usage?month=2027-04');
  assert.deepEqual([none.body.participantId, none.body.days], [null, []]);
});
