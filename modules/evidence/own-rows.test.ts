// What of a leaf's witness an organisation is shown, as a table of cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPartOf } from './own-rows.ts';
import { digestLine } from './row-lines.ts';

const [mine, other] = ['own line', 'another line'];
const spoken = (table: string, key: string, line: string) => ({ table, key, digest: digestLine(line) });
const own = (table: string, key: string) => new Map([[table, new Map([[key, mine]])]]);

test('keys that would name others are shown only when the commit wrote no other’s row', () => {
  for (const [table, key, next] of [
    ['messages.outbox', '5/A', '9/B'],
    ['settlement.participants', 'A', 'B'],
  ] as const) {
    const alone = [spoken(table, key, mine)];
    assert.deepEqual(ownPartOf(alone, own(table, key))?.rows, { [table]: [mine] });
    assert.equal(ownPartOf([...alone, spoken(table, next, other)], own(table, key)), undefined);
  }
});

test('of other tables the whole section is shown, the own rows alone with what they say, and a row that changed since with nothing', () => {
  const table = 'settlement.payments';
  const section = [spoken(table, 'p1', mine), spoken(table, 'p2', other)];
  const part = ownPartOf(section, own(table, 'p1'));
  assert.deepEqual(
    [part?.own, part?.rows, part?.witness[table]?.length],
    [{ [table]: ['p1'] }, { [table]: [mine] }, 2],
  );
  const changed = ownPartOf([spoken(table, 'p1', 'as it was')], own(table, 'p1'));
  assert.deepEqual([changed?.own, changed?.rows], [{ [table]: ['p1'] }, { [table]: [] }]);
  assert.equal(ownPartOf([spoken(table, 'p2', other)], own(table, 'p1')), undefined);
});
