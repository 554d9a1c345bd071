// Settlement over HTTP: one server on a real PostgreSQL, asked as a console and as a bank would.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { buildServer } from '../../../platform/http/index.ts';
import { manualClock, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { testDatabase } from '../../../platform/postgres/testing.ts';
import { BookWriter } from '../../../platform/writer/writer.ts';
import { LedgerDesk } from '../../ledger/index.ts';
import {
  ClearingBatchDetailSchema, ClearingPage, DayClosePreviewSchema, DayPage, DaySchema, LiquidityDaySchema,
  ParticipantDetailSchema, ParticipantPage, PaymentDetailSchema, PaymentPage, QueueMatrixSchema, QueuePage,
  QueueProposalSchema,
} from '../answers/schemas.ts'; // prettier-ignore
import {
  admitParticipant, fund, SETTLEMENT_REFUSALS, type Settlement, SettlementDesk, settlementRoutes, submitPayment,
} from '../index.ts'; // prettier-ignore
import { aPayment, TEN_O_CLOCK, uuid } from '../testing.ts';

const AnyAnswer = Type.Any();

async function givenServer(t: TestContext) {
  const { url, pool } = await testDatabase(t);
  const clock = manualClock(TEN_O_CLOCK);
  const build = () => {
    const ledger = new LedgerDesk(1, 'CNY');
    return { ledger, settlement: new SettlementDesk(ledger) };
  };
  const writer = new BookWriter({ databaseUrl: url, bookId: 1, clock, holder: 'test', build });
  await writer.open();
  t.after(() => writer.close());
  const decide = (act: (s: Settlement, at: number) => void, accountIds: number[] = []) =>
    writer.submit({
      name: 'test',
      needs: { ledger: { accountIds } },
      decide: (memory, at) => act(memory.settlement.settlement, at),
    });
  for (const [index, name] of [...'ABCH'].entries()) {
    const title = { en: `Bank ${name}`, zh: `银行${name}` };
    const kind = name === 'H' ? 'clearing-house' : 'direct';
    const rest = { kind, name: title, shortName: title, joinedOn: '2027-01-04' } as const;
    const profile = { id: name, bic: `BNK${name}CN22`, clearingCodes: [], ...rest };
    await decide((s, at) => admitParticipant(s, profile, at), [1_001 + index]);
    if (name !== 'H') await decide((s, at) => fund(s, uuid(900_000 + index), name, 100n, at), [1]);
  }
  const server = await buildServer({
    routes: settlementRoutes({ writer, pool, clock }),
    refusals: SETTLEMENT_REFUSALS,
    callerOf: (headers) =>
      headers.authorization
        ? { kind: 'participant', participantId: headers.authorization, actor: headers.authorization }
        : { kind: 'operator', actor: 'operator' },
  });
  t.after(() => server.close());
  async function ask<Schema extends TSchema>(
    _schema: Schema,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    as?: string,
  ): Promise<Static<Schema>> {
    const answer = await send(method, path, body, as);
    assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`);
    return answer.json<Static<Schema>>();
  }
  const send = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, as?: string) =>
    server.inject({
      method,
      url: `/v1${path}`,
      headers: {
        host: '127.0.0.1',
        'idempotency-key': `key-${Math.random()}`,
        ...(as ? { authorization: as } : {}),
      },
      ...(body ? { payload: body } : {}),
    });
  return { ask, send, decide, clock, writer };
}

test('payments are found, followed and acted on', async (t) => {
  const { ask, send, decide, clock } = await givenServer(t);
  const pay = (n: number, from: string, to: string, amount: bigint) =>
    decide((s, at) => {
      const references = { endToEndId: `E2E-${from}${to}-${n}`, messageId: 'MSG-1' };
      submitPayment(s, aPayment(n, from, to, amount, { references, uetr: uuid(n).replace('-7', '-4') }), at);
    });
  await pay(1, 'A', 'B', 30n);
  clock.advance(60 * MICROS_PER_SECOND);
  await pay(2, 'A', 'B', 500n);
  await pay(3, 'A', 'C', 5n);
  const all = await ask(PaymentPage, 'GET', '/payments?limit=2');
  assert.deepEqual(
    all.items.map(({ id }) => id),
    [uuid(3), uuid(2)],
  );
  const rest = await ask(PaymentPage, 'GET', `/payments?limit=2&after=${all.next}`);
  assert.deepEqual(
    rest.items.map(({ id }) => id),
    [uuid(1)],
  );
  assert.equal(rest.next, null);
  const count = async (query: string, as?: string) =>
    (await ask(PaymentPage, 'GET', `/payments?${query}`, undefined, as)).items.length;
  assert.equal(await count('q=E2E-AB-1'), 1);
  assert.equal(await count('q=E2E-AB'), 2);
  assert.equal(await count(`q=${uuid(2)}`), 1);
  assert.equal(await count(`q=${uuid(2).replace('-7', '-4')}`), 1);
  assert.equal(await count('q=MSG-1&state=queued'), 2);
  assert.equal(await count('state=queued&state=settled'), 3);
  assert.equal(await count('minAmount=6&maxAmount=499&date=2027-04-15&priority=normal&sender=A'), 1);
  assert.equal(await count('party=C'), 1);
  assert.equal(await count('', 'C'), 1);
  for (const sort of ['amount', '-settledAt', 'receivedAt']) {
    const first = await ask(PaymentPage, 'GET', `/payments?limit=2&sort=${sort}`);
    const second = await ask(PaymentPage, 'GET', `/payments?limit=2&sort=${sort}&after=${first.next}`);
    assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 3, sort);
  }
  const settled = await ask(PaymentDetailSchema, 'GET', `/payments/${uuid(1)}`);
  assert.equal(settled.entries.length, 2);
  assert.deepEqual(
    settled.timeline.map(({ step }) => step),
    ['received', 'settled'],
  );
  assert.ok(settled.timeline[1]!.commit);
  assert.equal(settled.may.cancel.allowed, false);
  const behind = await ask(PaymentDetailSchema, 'GET', `/payments/${uuid(3)}`);
  assert.equal(behind.queuePosition, 2);
  assert.equal((await send('GET', `/payments/${uuid(1)}`, undefined, 'C')).statusCode, 404);
  assert.equal((await send('GET', '/payments/nonsense')).statusCode, 404);
  assert.equal((await send('POST', `/payments/${uuid(3)}/cancel`, { reason: 'x' }, 'B')).statusCode, 404);
  assert.equal((await send('POST', `/payments/${uuid(1)}/cancel`, { reason: 'x' })).statusCode, 409);

  const queue = await ask(QueuePage, 'GET', '/queue?sort=-amount&limit=1');
  assert.equal(queue.items[0]!.amount, '500');
  assert.equal((await ask(QueuePage, 'GET', `/queue?sort=-amount&after=${queue.next}`)).items[0]!.amount, '5');
  const matrix = await ask(QueueMatrixSchema, 'GET', '/queue/matrix');
  assert.deepEqual([matrix.totalCount, matrix.totalValue, matrix.cells.length], [2, '505', 2]);

  // Overtaking only because an operator asks for it.
  const inOrder = await ask(QueueProposalSchema, 'POST', '/queue/proposal', { method: 'gridlock' });
  assert.equal(inOrder.settledCount, 0);
  const done = await ask(QueueProposalSchema, 'POST', '/queue/optimise', { method: 'full' });
  assert.deepEqual([done.settledCount, done.settledValue, done.remainingCount], [1, '5', 1]);
  assert.ok(done.appliedAt);

  await pay(4, 'A', 'C', 6n);
  const moved = await ask(PaymentDetailSchema, 'POST', `/payments/${uuid(4)}/position`, { to: 'first', reason: 'why' });
  assert.equal(moved.state, 'settled');
  assert.equal(moved.acts[0]!.reason, 'why');
  const raised = await ask(PaymentDetailSchema, 'POST', `/payments/${uuid(2)}/priority`, {
    priority: 'urgent',
    reason: 'why',
  });
  assert.equal(raised.priority, 'urgent');
  const cancelled = await ask(PaymentDetailSchema, 'POST', `/payments/${uuid(2)}/cancel`, { reason: 'why' }, 'A');
  assert.deepEqual([cancelled.state, cancelled.reason?.code], ['cancelled', 'CUST']);
  assert.equal(
    (await ask(QueueMatrixSchema, 'PUT', '/queue/liquidity-saving', { mode: 'none' })).liquiditySaving,
    'none',
  );
});

test('participants show their money and take changes', async (t) => {
  const { ask, send, decide, clock } = await givenServer(t);
  await decide((s, at) => void submitPayment(s, aPayment(1, 'A', 'B', 30n), at));
  await decide((s, at) => void submitPayment(s, aPayment(2, 'A', 'B', 80n), at));
  const list = await ask(ParticipantPage, 'GET', '/participants?sort=-balance');
  assert.deepEqual(
    list.items.map(({ id, balance }) => [id, balance]),
    [['B', '130'], ['C', '100'], ['A', '70'], ['H', '0']],
  ); // prettier-ignore
  assert.deepEqual([list.items[0]!.receivedToday, list.items[0]!.queuedInValue], ['30', '80']);
  assert.equal((await ask(ParticipantPage, 'GET', '/participants', undefined, 'A')).items.length, 1);
  assert.equal((await send('GET', '/participants/B', undefined, 'A')).statusCode, 404);
  assert.equal((await send('GET', '/participants/X')).statusCode, 404);
  clock.advance(3_600 * MICROS_PER_SECOND);
  const limited = await ask(ParticipantDetailSchema, 'PUT', '/participants/A/limits/B', { amount: '10' });
  assert.deepEqual(limited.limits[0]!.amount, '10');
  await ask(ParticipantDetailSchema, 'PUT', '/participants/A/limits/B', { amount: null });
  const kept = await ask(ParticipantDetailSchema, 'PUT', '/participants/A/reservations/urgent', { amount: '20' }, 'A');
  assert.equal(kept.available, '50');
  const line = { amount: '60', reason: 'why' };
  const lent = await ask(ParticipantDetailSchema, 'PUT', '/participants/A/credit-line', line);
  assert.deepEqual([lent.creditLine, lent.balance, lent.creditUsed], ['60', '-10', '10']);
  assert.equal((await send('PUT', '/participants/A/credit-line', line, 'A')).statusCode, 403);
  assert.equal(
    (await ask(ParticipantDetailSchema, 'POST', '/participants/A/suspend', { reason: 'x' })).standing,
    'suspended',
  );
  const resumed = await ask(ParticipantDetailSchema, 'POST', '/participants/A/resume', { reason: 'x' });
  assert.deepEqual([resumed.standing, resumed.acts.length], ['active', 6]);
  const day = await ask(LiquidityDaySchema, 'GET', '/participants/A/liquidity');
  assert.equal(day.points.at(-1)!.balance, '-10');
  assert.deepEqual([...new Set(day.points.map(({ balance }) => balance))], ['0', '70', '-10']);
  assert.ok(day.points.some(({ queuedOut }) => queuedOut === '80'));
  assert.equal(day.points.at(-1)!.queuedOut, '0');
  assert.equal(day.points.at(-1)!.creditLine, '60');
});

test('the day is shown, made longer, and closed early', async (t) => {
  const { ask, send, decide, clock } = await givenServer(t);
  await decide((s, at) => void submitPayment(s, aPayment(1, 'A', 'B', 30n), at));
  await decide((s, at) => void submitPayment(s, aPayment(2, 'A', 'B', 300n), at));
  const day = await ask(DaySchema, 'GET', '/day');
  assert.deepEqual([day.date, day.state, day.phase], ['2027-04-15', 'open', 'open']);
  const longer = await ask(DaySchema, 'POST', '/day/extend', { phase: 'open', minutes: 30, reason: 'late' });
  assert.equal(Date.parse(longer.nextCutOff!.at) - Date.parse(day.nextCutOff!.at), 30 * 60_000);
  assert.equal((await send('POST', '/day/extend', { phase: 'open', minutes: 900, reason: 'late' })).statusCode, 422);
  const preview = await ask(DayClosePreviewSchema, 'GET', '/day/close');
  assert.deepEqual([preview.returnedCount, preview.queuedValue, preview.nextDate], [1, '300', '2027-04-16']);
  const closing = await ask(DaySchema, 'POST', '/day/close', { reason: 'storm' });
  assert.equal(closing.state, 'closing');
  assert.ok(closing.acts.some(({ reason }) => reason === 'storm'));
  clock.advance(10 * 3_600 * MICROS_PER_SECOND);
  await decide(() => undefined);
  const days = await ask(DayPage, 'GET', '/days?limit=1');
  const [closed] = (await ask(DayPage, 'GET', `/days?after=${days.next}`)).items;
  assert.deepEqual([closed!.date, closed!.settledCount, closed!.returnedCount], ['2027-04-15', 1, 1]);
  assert.equal((await ask(DaySchema, 'GET', '/days/2027-04-15')).state, 'closed');
  assert.equal((await send('GET', '/days/2027-13-45')).statusCode, 404);
});

test('a clearing house hands in a batch, its guarantee covers who is short, and members see their own position', async (t) => {
  const { ask, send, decide, clock } = await givenServer(t);
  const guarantee = await ask(AnyAnswer, 'POST', '/participants/H/guarantee', { amount: '1000', reason: 'start' });
  assert.deepEqual(guarantee, { account: 'guarantee:H', balance: '1000' });
  assert.equal((await send('POST', '/participants/A/guarantee', { amount: '1', reason: 'no' })).statusCode, 422);
  const batch = {
    reference: 'R1',
    positions: [
      { participant: 'A', net: '-150' },
      { participant: 'B', net: '150' },
    ],
    informationMinutes: 1,
    settlementMinutes: 1,
  };
  const handedIn = await send('POST', '/clearing', batch, 'H');
  assert.equal(handedIn.statusCode, 201, handedIn.body);
  const informed = handedIn.json<Static<typeof ClearingBatchDetailSchema>>();
  assert.deepEqual([informed.state, informed.guaranteeBalance], ['informing', '1000']);
  assert.equal(informed.positions[0]!.shortfall, '50');
  for (let step = 0; step < 3; step++) {
    clock.advance(45 * MICROS_PER_SECOND);
    await decide(() => undefined);
  }
  const settled = await ask(ClearingBatchDetailSchema, 'GET', `/clearing/${informed.id}`);
  assert.deepEqual([settled.state, settled.guaranteeUsed, settled.guaranteeBalance], ['settled', '50', '950']);
  assert.equal((await ask(ClearingPage, 'GET', '/clearing?state=settled&house=H', undefined, 'B')).items.length, 1);
  const own = await ask(ClearingBatchDetailSchema, 'GET', `/clearing/${informed.id}`, undefined, 'B');
  assert.deepEqual(own.positions.map(({ participant }) => participant.id), ['B']); // prettier-ignore
  assert.equal((await ask(ClearingPage, 'GET', '/clearing', undefined, 'C')).items.length, 0);
  assert.equal((await send('GET', `/clearing/${informed.id}`, undefined, 'C')).statusCode, 404);
  await decide((s) => assert.equal(s.lastNumber, 2));
});

test('a batch that is not right is refused with the field, and changes nothing', async (t) => {
  const { ask, send } = await givenServer(t);
  const positions = [
    { participant: 'A', net: '-15' },
    { participant: 'B', net: '15' },
  ];
  const good = { reference: 'R1', positions, informationMinutes: 30 };
  assert.equal((await send('POST', '/clearing', good, 'H')).statusCode, 201);
  const cases: [object, string, number, string, string][] = [
    [good, 'H', 409, 'batch_exists', '/reference'],
    [{ ...good, reference: 'R2' }, 'A', 422, 'not_a_clearing_house', '/house'],
    [{ ...good, reference: 'R2', house: 'H' }, 'A', 404, 'participant_not_found', '/house'],
    [{ ...good, reference: 'R2', informationMinutes: 241 }, 'H', 422, 'period_out_of_range', '/informationMinutes'],
    [{ ...good, reference: 'R2', positions: [positions[0], positions[0]] }, 'H', 422, 'positions_malformed', '/positions/1'],
    [{ ...good, reference: 'R2', positions: [positions[0], { participant: 'X', net: '15' }] }, 'H', 404, 'participant_not_found', '/positions/1'],
    [{ ...good, reference: 'R2', positions: [positions[0], { participant: 'B', net: '14' }] }, 'H', 422, 'positions_malformed', '/positions'],
  ]; // prettier-ignore
  for (const [body, as, status, code, field] of cases) {
    const answer = await send('POST', '/clearing', body, as);
    const problem = answer.json<{ code: string; field: string }>();
    assert.deepEqual([answer.statusCode, problem.code, problem.field], [status, code, field], answer.body);
  }
  const { items } = await ask(ClearingPage, 'GET', '/clearing');
  assert.equal(items.length, 1);
  const path = `/clearing/${items[0]!.id}/revoke`;
  assert.equal((await send('POST', path, { reason: 'wrong' }, 'A')).statusCode, 404);
  const revoked = await ask(ClearingBatchDetailSchema, 'POST', path, { reason: 'wrong' }, 'H');
  assert.equal(revoked.state, 'rejected');
  assert.equal((await send('POST', path, { reason: 'wrong' }, 'H')).statusCode, 409);
});

test('a participant is admitted, funded against collateral, and pays back no more than it has', async (t) => {
  const { ask, send } = await givenServer(t);
  const title = { en: 'New Bank', zh: '新银行' };
  const codes = [
    { scheme: 'USABA', code: '021000021' },
    { scheme: 'CNAPS', code: '102100099996' },
  ];
  const newcomer = { bic: 'NEWBCN22', kind: 'direct', name: title, clearingCodes: codes };
  for (const [change, field] of [
    [{ bic: 'NEW' }, '/bic'],
    [{ lei: '549300EXAMPLE0000000' }, '/lei'],
    [{ clearingCodes: [{ scheme: 'USABA', code: '12345' }] }, '/clearingCodes/0/code'],
    [{ kind: 'indirect', settlesThrough: 'H' }, '/settlesThrough'],
    [{ id: 'A' }, '/id'],
  ] as const) {
    const refused = await send('POST', '/participants', { ...newcomer, ...change });
    assert.equal(refused.json<{ field: string }>().field, field, refused.body);
  }
  const admitted = await send('POST', '/participants', newcomer);
  assert.equal(admitted.statusCode, 201, admitted.body);
  const collateral = [
    { security: { en: 'Bonds', zh: '债券' }, marketValue: '1000', haircutPercent: '3.5' },
    { security: { en: 'Bills', zh: '票据' }, marketValue: '99', haircutPercent: '0' },
  ];
  const pledged = await ask(ParticipantDetailSchema, 'PUT', '/participants/NEWBCN22/collateral', {
    collateral,
    reason: 'pledge',
  });
  assert.equal(pledged.creditLine, '1064');
  const funding = (direction: string, amount: string) =>
    send('POST', '/participants/NEWBCN22/funding', { direction, amount, reason: 'open market' });
  assert.equal((await funding('lend', '500')).json<{ balance: string }>().balance, '500');
  assert.equal((await funding('lend', '0')).json<{ field: string }>().field, '/amount');
  assert.equal((await funding('take-back', '1565')).json<{ code: string }>().code, 'not_enough_liquidity');
  assert.equal((await funding('take-back', '1564')).json<{ balance: string }>().balance, '-1064');
});

test('a change of standing can be set for a business date to come', async (t) => {
  const { ask, send, decide, clock } = await givenServer(t);
  const past = await send('POST', '/participants/A/suspend', { reason: 'r', from: '2027-04-14' });
  assert.equal(past.json<{ code: string }>().code, 'date_passed');
  const planned = await ask(ParticipantDetailSchema, 'POST', '/participants/A/suspend', {
    reason: 'r',
    from: '2027-04-16',
  });
  assert.deepEqual([planned.standing, planned.coming], ['active', { standing: 'suspended', from: '2027-04-16' }]);
  clock.advance(9 * 3_600 * MICROS_PER_SECOND);
  await decide(() => undefined);
  const begun = await ask(ParticipantDetailSchema, 'GET', '/participants/A');
  assert.deepEqual([begun.standing, begun.coming], ['suspended', null]);
  const left = await ask(ParticipantDetailSchema, 'POST', '/participants/A/leave', { reason: 'merged' });
  assert.deepEqual([left.standing, left.leftOn], ['left', '2027-04-16']);
  const lent = await send('POST', '/participants/A/funding', { direction: 'lend', amount: '5', reason: 'r' });
  assert.equal(lent.json<{ code: string }>().code, 'account_frozen');
  assert.equal((await ask(ParticipantDetailSchema, 'POST', '/participants/A/resume', { reason: 'back' })).leftOn, null);
  assert.equal(
    (await send('POST', '/participants/A/funding', { direction: 'lend', amount: '5', reason: 'r' })).statusCode,
    200,
  );
});
