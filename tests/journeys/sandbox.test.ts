// Sandboxes over real HTTP on a real PostgreSQL: made within seconds, answered by its banks, with a clock and faults that are the
// tenant's, brought back to the seed; and live hears nothing of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AURORA, callerOf, check, givenEnvironment, LOTUS, MERIDIAN, newId, NOVA, freshPacs008, startWithOrganisations, until, valueOf,
} from '../contract/testing-environments.ts'; // prettier-ignore
import { OPERATOR, type RunningApi } from '../contract/testing.ts';

/** What a tenant does in its sandbox. */
async function givenTenant(api: RunningApi, organisation: string) {
  const base = await givenEnvironment(api, organisation);
  const ask = (method: string, path: string, body?: unknown) =>
    api.ask(callerOf(organisation), method, base + path, body);
  const environment = async () => check(await ask('GET', '/v1/environment'), 200).body;
  const { participantId } = await environment();
  const { bic } = check(await ask('GET', `/v1/participants/${participantId}`), 200).body;
  const pay = async (to: string, amount: string, more: { messageId?: string } = {}) => {
    const { date } = (await environment()).clock;
    return ask('POST', '/v1/messages', freshPacs008({ from: bic, to, amount, date, ...more }));
  };
  const outbox = async (kind: string) => {
    const { items } = check(await ask('GET', '/v1/messages?limit=1000'), 200).body;
    return (items as { kind: string; xml: string }[]).filter((each) => each.kind.startsWith(kind));
  };
  return { base, ask, environment, pay, outbox, participantId, bic };
}

test('from nothing to a first settled payment in a new sandbox', async (t) => {
  const api = await startWithOrganisations(t);
  const start = Date.now();
  const { pay } = await givenTenant(api, AURORA);
  const made = Date.now();
  const answer = await pay(LOTUS, '1234.50');
  assert.equal(valueOf(answer.body, 'TxSts'), 'ACSC', answer.body);
  const settled = Date.now();
  t.diagnostic(
    `sandbox made in ${made - start} ms, first payment settled ${settled - start} ms after it was asked for`,
  );
});

test('a bank of the demo country, another bank and a fintech each are a bank in their sandbox', async (t) => {
  const api = await startWithOrganisations(t);
  for (const organisation of [MERIDIAN, AURORA, NOVA]) {
    const { pay, participantId, environment } = await givenTenant(api, organisation);
    assert.equal(participantId, organisation);
    assert.equal((await environment()).kind, 'sandbox');
    assert.equal(valueOf((await pay(LOTUS, '10.00')).body, 'TxSts'), 'ACSC', organisation);
  }
});

test('the banks of a sandbox answer as the amount or the receiver says, and send payments of their own', async (t) => {
  const api = await startWithOrganisations(t);
  const { pay, outbox } = await givenTenant(api, AURORA);
  assert.ok((await outbox('pacs.008')).length >= 2, 'their own payments');
  const cases = [
    [LOTUS, '500.01', 'pacs.004', 'AC01'],
    [LOTUS, '500.02', 'pacs.004', 'AC04'],
    [LOTUS, '500.03', 'pacs.004', 'CUST'],
    ['FRRYCNBJ', '600.00', 'pacs.004', 'AC04'],
    [LOTUS, '500.11', 'pacs.008', '500.11'],
    ['LNTNCNBJ', '700.00', 'pacs.008', '700.00'],
    [LOTUS, '500.21', 'pain.013', '500.21'],
    ['BMBOCNBJ', '800.00', 'pain.013', '800.00'],
  ] as const;
  for (const [to, amount, kind, says] of cases) {
    const before = (await outbox(kind)).filter(({ xml }) => xml.includes(says)).length;
    assert.equal(valueOf((await pay(to, amount)).body, 'TxSts'), 'ACSC');
    await until(`${kind} about ${amount} to ${to}`, async () =>
      (await outbox(kind)).filter(({ xml }) => xml.includes(says)).length > before ? true : undefined,
    );
  }
  const count = (await outbox('')).length;
  await pay(LOTUS, '900.00');
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.equal((await outbox('')).length, count, 'others stay silent');
});

test('the clock goes to the next phase, the next business day and a moment, every phase at its own time', async (t) => {
  const api = await startWithOrganisations(t);
  const { ask, environment, outbox } = await givenTenant(api, AURORA);
  const move = async (body: object) => ask('POST', '/v1/environment/clock', body);
  const first = (await environment()).clock;
  assert.equal(first.phase.code, 'open');
  const next = check(await move({ act: 'next-phase' }), 200).body.clock;
  assert.equal(next.phase.code, 'interbank-only');
  const later = check(await move({ act: 'next-business-day' }), 200).body.clock;
  assert.ok(later.date > first.date);
  assert.equal(later.phase.code, 'open');
  await until('the statement of the day', async () => ((await outbox('camt.053')).length > 0 ? true : undefined));
  assert.equal((await move({ act: 'move-to', at: first.now })).body.code, 'clock_not_forward');
  assert.equal((await move({ act: 'move-to' })).body.code, 'clock_not_forward');
  assert.equal((await move({ act: 'move-to', at: '2099-01-01T00:00:00Z' })).body.code, 'clock_too_far');
  const tenDays = new Date(Date.parse(later.now) + 10 * 86_400_000).toISOString();
  const moved = check(await move({ act: 'move-to', at: tenDays }), 200).body.clock;
  assert.ok(Date.parse(moved.now) >= Date.parse(tenDays));
  await until('the statements of the days between', async () =>
    (await outbox('camt.053')).length >= 5 ? true : undefined,
  );
  const held = check(await move({ act: 'pause' }), 200).body.clock;
  assert.equal(held.isRunning, false);
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal((await environment()).clock.now, held.now);
  assert.equal(check(await move({ act: 'run' }), 200).body.clock.isRunning, true);
});

test('every fault happens as its words say, and ends by itself or by a call', async (t) => {
  const api = await startWithOrganisations(t);
  const { ask, environment, pay, base } = await givenTenant(api, AURORA);
  const fault = async (body: object) => check(await ask('POST', '/v1/environment/faults', body), 200).body.faults;
  // The next message is refused, and heeded when it comes again.
  assert.deepEqual(await fault({ kind: 'next-message-refused' }), [
    { kind: 'next-message-refused', endsAt: null, delaySeconds: null },
  ]);
  const messageId = newId();
  const refused = await pay(LOTUS, '20.00', { messageId });
  assert.equal(refused.headers.get('feiqian-answer'), 'admi.002.001.01');
  assert.equal(valueOf(refused.body, 'RjctgPtyRsn'), 'sandbox.refused');
  const { date } = (await environment()).clock;
  const xml = freshPacs008({ from: AURORA, to: LOTUS, amount: '21.00', date });
  assert.equal(valueOf((await ask('POST', '/v1/messages', xml)).body, 'TxSts'), 'ACSC');
  // The answer is lost, and what was done is found by sending the same again.
  await fault({ kind: 'next-answer-lost' });
  const lost = freshPacs008({ from: AURORA, to: LOTUS, amount: '22.00', date });
  await assert.rejects(ask('POST', '/v1/messages', lost));
  const again = await ask('POST', '/v1/messages', lost);
  assert.equal(again.headers.get('feiqian-repeated'), 'true');
  assert.equal(valueOf(again.body, 'TxSts'), 'ACSC');
  // Late.
  await fault({ kind: 'late-answer', seconds: 30, delaySeconds: 1 });
  const askedAt = Date.now();
  await pay(LOTUS, '23.00');
  assert.ok(Date.now() - askedAt >= 1_000);
  assert.deepEqual(check(await ask('DELETE', '/v1/environment/faults/late-answer'), 200).body.faults, []);
  // Cut: an open stream ends, requests are dropped or answered 503, the controls go on.
  const token = `Bearer ${api.tokenOf(AURORA)}`;
  const stream = await fetch(`${api.url}${base}/v1/messages/stream`, { headers: { authorization: token } });
  const ended = stream.text().catch(() => 'cut');
  await fault({ kind: 'link-cut', seconds: 60 });
  await ended;
  await assert.rejects(ask('GET', '/v1/messages'));
  await fault({ kind: 'link-cut', seconds: 1, how: 'unavailable' });
  const unavailable = await ask('GET', '/v1/messages');
  assert.deepEqual([unavailable.status, unavailable.body.code], [503, 'link_cut']);
  await until('the link', async () => ((await ask('GET', '/v1/messages')).status === 200 ? true : undefined));
  // Cut-off: entry is over for the day.
  await fault({ kind: 'cut-off-now' });
  assert.notEqual(valueOf((await pay(LOTUS, '24.00')).body, 'TxSts'), 'ACSC');
  check(await ask('POST', '/v1/environment/clock', { act: 'next-business-day' }), 200);
  assert.equal(valueOf((await pay(LOTUS, '25.00')).body, 'TxSts'), 'ACSC');
  const { requests } = await environment();
  assert.ok(requests.length >= 20 && requests.some(({ status }: { status: number }) => status === 0));
});

test('a reset brings back the seed, and live and the other sandbox hear nothing of a sandbox', async (t) => {
  const api = await startWithOrganisations(t);
  const ours = await givenTenant(api, AURORA);
  const theirs = await givenTenant(api, MERIDIAN);
  const [live, other] = [await api.ask(OPERATOR, 'GET', '/v1/payments'), (await theirs.outbox('')).length];
  assert.equal(live.body.items.length, 0);
  const balance = async () => (await ours.ask('GET', `/v1/participants/${AURORA}`)).body.balance;
  await ours.pay(LOTUS, '1000000.00');
  await ours.ask('POST', '/v1/environment/clock', { act: 'next-business-day' });
  const key = { 'idempotency-key': 'reset-1', authorization: `Bearer ${api.tokenOf(AURORA)}`, 'content-type': 'application/json' };
  const reset = await fetch(`${api.url}${ours.base}/v1/environment/reset`, { method: 'POST', headers: key, body: '{}' });
  assert.equal(reset.status, 200, await reset.clone().text());
  assert.equal((await ours.ask('GET', '/v1/payments')).body.items.length, 2, 'only the seed');
  assert.ok(BigInt(await balance()) > 100_000_000_00n);
  assert.equal((await theirs.outbox('')).length, other);
  assert.equal((await api.ask(OPERATOR, 'GET', '/v1/payments')).body.items.length, 0);
  check(await api.ask(AURORA, 'DELETE', `/v1/organisations/${AURORA}/environments/sandbox`), 204);
  assert.equal((await ours.ask('GET', '/v1/environment')).status, 404);
  assert.equal((await theirs.ask('GET', '/v1/environment')).status, 200);
}); // prettier-ignore
