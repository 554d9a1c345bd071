// What settlement writes is what it reads back: random days on a real PostgreSQL, then a new memory beside the old one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualClock, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { Refusal } from '../../platform/refusal.ts';
import { BookWriter } from '../../platform/writer/writer.ts';
import { balanceOf, LedgerDesk } from '../ledger/index.ts';
import {
  admitParticipant, cancelPayment, changePriority, fund, movePayment, PRIORITIES, queueOf, setCreditLine, setLimit,
  setReservation, type Settlement, SettlementDesk, submitPayment,
} from './index.ts'; // prettier-ignore
import { readLastNumber } from './memory-reads.ts';
import { aPayment, TEN_O_CLOCK, uuid } from './testing.ts';

const NAMES = 'ABCDEF';

function snapshot(s: Settlement): unknown {
  return {
    participants: s.participants.map((p) => ({
      ...p,
      balance: p.accountId && balanceOf(s.accountOf(p)),
      overdraft: p.accountId && s.accountOf(p).overdraft,
      bilateralLimits: [...p.bilateralLimits].map(([other, limit]) => [other.id, limit]).sort(),
      lines: [...queueOf(p)].map(({ id, place, rank }) => ({ id, place, rank })),
    })),
    open: [...s.paymentById.values()]
      .filter((p) => p.state === 'queued' || p.state === 'warehoused')
      .map((p) => ({
        ...p,
        references: JSON.stringify(p.references),
        sender: p.sender.id,
        receiver: p.receiver.id,
        before: p.before?.id,
        after: p.after?.id,
      }))
      .sort((a, b) => a.number - b.number),
    warehoused: [...s.warehoused].map((p) => p.id).sort(),
    timed: [...s.timed].map((p) => p.id).sort(),
    day: s.day,
    lastNumber: s.lastNumber,
    queuedCount: s.queuedCount,
  };
}

test('random days written and read back are the same memory', async (t) => {
  const { url, pool } = await testDatabase(t);
  const clock = manualClock(TEN_O_CLOCK);
  const open = async () => {
    const writer = new BookWriter({
      databaseUrl: url,
      bookId: 1,
      clock,
      holder: 'test',
      build: () => {
        const ledger = new LedgerDesk(1, 'CNY');
        return { ledger, settlement: new SettlementDesk(ledger) };
      },
      onTrouble: (message, cause) => assert.fail(`${message}: ${String(cause)}`),
    });
    await writer.open();
    return writer;
  };
  const writer = await open();
  const act = async (decide: (s: Settlement, at: number) => void, accountIds: number[] = []) => {
    const command = {
      name: 'test',
      needs: { ledger: { accountIds } },
      decide: (memory: { settlement: SettlementDesk }, at: number) => decide(memory.settlement.settlement, at),
    };
    await writer.submit(command).catch((error: unknown) => assert.ok(error instanceof Refusal, String(error)));
  };
  for (const [index, name] of [...NAMES].entries()) {
    const title = { en: name, zh: name };
    const profile = {
      id: name,
      bic: `BNK${name}CN22`,
      clearingCodes: [{ scheme: 'CNAPS', code: `10200000000${index}` }],
    };
    const rest = { kind: 'direct', name: title, shortName: title, joinedOn: '2027-01-04' } as const;
    await act((s, at) => admitParticipant(s, { ...profile, ...rest }, at), [1_001 + index]);
    await act((s, at) => fund(s, uuid(900_000 + index), name, 40n, at), [1]);
  }
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const ids: string[] = [];
  for (let n = 1; n <= 1_500; n++) {
    clock.advance(random(600) * MICROS_PER_SECOND);
    const from = random(6);
    const to = (from + 1 + random(5)) % 6;
    const bank = NAMES[from]!;
    const id = ids[random(ids.length || 1)] ?? uuid(1);
    const dice = random(20);
    if (dice < 14) {
      ids.push(uuid(n));
      const priority = PRIORITIES[random(3)]!;
      const soon = clock.now() + random(3_000) * MICROS_PER_SECOND;
      const later = random(9) === 0 ? { earliestAt: soon } : random(9) === 0 ? { latestAt: soon + 1 } : {};
      await act((s, at) => {
        const valueDate = random(9) === 0 && s.day ? s.calendar.nextBusinessDay(s.day.date) : undefined;
        const more = { priority, uetr: uuid(n).replace('-7', '-4'), valueDate, ...later };
        submitPayment(s, aPayment(n, bank, NAMES[to]!, BigInt(1 + random(60)), more), at);
      });
    } else if (dice === 14) await act((s, at) => cancelPayment(s, id, 'CUST', at));
    else if (dice === 15)
      await act((s, at) => movePayment(s, id, (['first', 'last', 'up', 'down'] as const)[random(4)]!, at));
    else if (dice === 16) await act((s, at) => changePriority(s, id, PRIORITIES[random(3)]!, at));
    else if (dice === 17)
      await act((s, at) => setLimit(s, bank, random(2) ? NAMES[to] : undefined, BigInt(random(90)), at));
    else if (dice === 18) await act((s, at) => setReservation(s, bank, random(2) as 0 | 1, BigInt(random(20)), at));
    else await act((s, at) => setCreditLine(s, bank, BigInt(random(30)), at));
    if (n % 250 === 0) {
      const s = writer.memory.settlement.settlement;
      assert.equal(
        s.participants.reduce((sum, p) => sum + balanceOf(s.accountOf(p)), 0n),
        240n,
      );
    }
  }
  await writer.tick();
  const before = snapshot(writer.memory.settlement.settlement);
  await writer.close();
  const again = await open();
  t.after(() => again.close());
  assert.deepEqual(snapshot(again.memory.settlement.settlement), before);
  const { rows } = await pool.query<{ state: string; count: string }>(
    'select state, count(*)::text as count from settlement.payments group by state order by state',
  );
  const states = Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  for (const state of ['settled', 'cancelled', 'returned'])
    assert.ok(states[state]! > 10, `${state}: ${states[state]}`);
});

test('the last number is that of the last accepted payment, however many were refused since', async (t) => {
  const { pool } = await testDatabase(t);
  await pool.query(
    `insert into settlement.payments
       (book_id, payment_id, number, kind, sender_id, receiver_id, amount, rank, state, place, value_date, received_at, is_warned)
     select 1, gen_random_uuid(), case n when 0 then 7 else 0 end, 'pacs.008', 'A', 'B', 1, 2,
            case n when 0 then 'settled' else 'rejected' end, 0, '2027-04-15', timestamptz '2027-04-15Z' + n * interval '1 ms', false
     from generate_series(0, 20001) n`,
  );
  assert.equal(await readLastNumber(pool, 1), 7);
});
