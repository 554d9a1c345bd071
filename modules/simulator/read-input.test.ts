// The two files as people make them: what is tolerated, and what is refused with its place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputProblems } from './input-problems.ts';
import { type DayInput, readInput } from './read-input.ts';

const balances = 'participant,balance\nA,1\nB,1\n';
const read = (paymentsCsv: string, balancesCsv = balances, currency = 'CNY') =>
  readInput({ balancesCsv, paymentsCsv, currency });

test('a byte order mark, CRLF, quotes, blank lines and columns in any order are fine', () => {
  const input = read(
    '\uFEFFamount,Receiver,"sender",TIME\r\n\r\n"1.5",B,"A",9:05\r\n\r\n2,A,B,09:06:07\r\n',
    '\uFEFFcredit_line,participant,balance\r\n,A,10\r\n3,"B",0.10\r\n',
  ) as DayInput;
  assert.ok(!(input instanceof InputProblems));
  assert.deepEqual(input.participants, [
    { name: 'A', balanceMinor: 1_000n, creditLineMinor: 0n },
    { name: 'B', balanceMinor: 10n, creditLineMinor: 300n },
  ]);
  assert.deepEqual(
    input.payments.map(({ sender, amountMinor, priority, enteredAt }) => [sender, amountMinor, priority, enteredAt]),
    [
      ['A', 150n, 'normal', 32_700_000_000],
      ['B', 200n, 'normal', 32_767_000_000],
    ],
  );
});

test('optional cells at the end of a row may be left out, and so may the header', () => {
  const input = read('A,B,1.50\nB,A,2,urgent\n', 'participant,balance,credit_line\nA,1\nB,1,4\n') as DayInput;
  assert.ok(!(input instanceof InputProblems));
  assert.deepEqual(input.participants.map(({ creditLineMinor }) => creditLineMinor), [0n, 400n]); // prettier-ignore
  assert.deepEqual(input.payments.map(({ amountMinor, priority }) => [amountMinor, priority]), [[150n, 'normal'], [200n, 'urgent']]); // prettier-ignore
});

const wrong: [name: string, payments: string, balances: string, places: string[]][] = [
  ['everything at once', 'sender,receiver,amount,priority,time\nA,X,1,,09:00\nA,A,1,,09:00\nA,B,0,,09:00\nA,B,-3,,09:00\nA,B,1.234,,09:00\nA,B,"1,000",soon,25:00\nA,B,1,,\n', balances, [
    'payments:2 receiver "X" is not among the participants of the balances file.',
    'payments:3 receiver Sender and receiver are the same.',
    'payments:4 amount A payment has an amount above zero.',
    'payments:5 amount "-3" is negative.',
    'payments:6 amount "1.234" has more decimals than CNY has (2).',
    'payments:7 amount "1,000" is not an amount. Write it like 1234.56, without separators or a currency.',
    'payments:7 priority "soon" is not a priority. It is highly-urgent, urgent, normal, or empty for normal.',
    'payments:7 time "25:00" is not a time of day. Write it like 09:30 or 09:30:15.',
    'payments:8 time The time is missing, while other payments have one.',
  ]],
  ['a header with a slip', 'sender,reciever,amount\nA,B,1\n', balances, [
    'payments:1 receiver The header has no column "receiver".',
    'payments:1 reciever The header has a column "reciever", which is not known here. The columns are sender, receiver, amount, priority, time.',
  ]],
  ['a participant twice, a balance below zero, a row too short', 'sender,receiver,amount\nA,B\n', 'participant,balance\nA,1\nA,-1\nB,1\n', [
    'balances:3 participant "A" stands already on line 2.',
    'balances:3 balance "-1" is negative.',
    'payments:2  The row has 2 cells, the header 3.',
  ]],
  ['nothing', '', balances, ['payments:1  There is nothing under a header. The columns are sender, receiver, amount, priority, time.']],
  ['another encoding', 'sender,receiver,amount\nA,B,1\nA,\uFFFD,1\n', balances, ['payments:3  The file is not UTF-8. Save it as "CSV UTF-8" and try again.']],
]; // prettier-ignore

for (const [name, paymentsCsv, balancesCsv, places] of wrong) {
  test(`refused with its place: ${name}`, () => {
    const problems = read(paymentsCsv, balancesCsv);
    assert.ok(problems instanceof InputProblems);
    assert.deepEqual(problems.kept.map(({ file, line, column, en }) => `${file}:${line} ${column} ${en}`), places); // prettier-ignore
    for (const { zh } of problems.kept) assert.match(zh, /[\u4e00-\u9fff].*。$/);
  });
}

test('a quote that is never closed is a problem, not a fault; so is an amount in yen with decimals', () => {
  const open = read('sender,receiver,amount\nA,"B,1\n');
  assert.match((open as InputProblems).kept[0]!.en, /^This is not CSV: /);
  const yen = read('sender,receiver,amount\nA,B,1.5\n', balances, 'JPY');
  assert.match((yen as InputProblems).kept[0]!.en, /more decimals than JPY has \(0\)/);
});

test('a hundred problems are kept, all are counted', () => {
  const problems = read(`sender,receiver,amount\n${'A,B,x\n'.repeat(250)}`) as InputProblems;
  assert.deepEqual([problems.count, problems.kept.length], [250, 100]);
});
