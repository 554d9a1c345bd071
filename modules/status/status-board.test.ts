// The board on a folder of its own: what probes say, what is kept, what is told, and how the page says it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { manualClock, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { statusPage } from './page.ts';
import { SERVICE_IDS, type ServiceId } from './service.ts';
import { type Probe, StatusBoard, type StatusChange } from './status-board.ts';

const MINUTE = 60 * MICROS_PER_SECOND;
const NAME = { en: 'Bank & Co', zh: '中央银行' };
const fails: Probe = () => Promise.reject(new Error('down'));
const works: Probe = () => Promise.resolve();
const probes = (given: Partial<Record<ServiceId, Probe>> = {}): Record<ServiceId, Probe> => ({
  ...(Object.fromEntries(SERVICE_IDS.map((id) => [id, works])) as Record<ServiceId, Probe>),
  ...given,
});

function givenBoard(t: TestContext) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'feiqian status '));
  t.after(() => rmSync(dataFolder, { recursive: true, force: true }));
  const clock = manualClock(Date.parse('2027-04-15T02:00:00Z') * 1_000);
  const open = () => new StatusBoard({ dataFolder, clock, timeoutMs: 50 });
  return { dataFolder, clock, open, board: open() };
}

const of = (board: StatusBoard, id: ServiceId) => board.status().services.find((each) => each.id === id)!;

test('before the first probe nothing is claimed', (t) => {
  const { board } = givenBoard(t);
  assert.equal(board.status().state, 'unknown');
  assert.match(
    statusPage({ ...board.status(), notices: [] }, [], NAME),
    /Nothing has been looked at yet.*尚未进行检测/,
  );
});

test('a service that fails, or whose probe hangs, fails alone', async (t) => {
  const { board } = givenBoard(t);
  await board.check(probes({ database: fails, evidence: () => new Promise<void>(() => undefined) }));
  const states = board.status().services.map(({ id, state }) => [id, state]);
  const failing = states.filter(([, state]) => state === 'failing').map(([id]) => id);
  assert.deepEqual([board.status().state, failing], ['failing', ['evidence', 'database']]);
});

test('a failure begins with the first of three failures in a row and ends when the service works', async (t) => {
  const { board, clock } = givenBoard(t);
  await board.check(probes());
  for (let minute = 0; minute < 3; minute++) {
    clock.advance(MINUTE);
    assert.equal(board.status().failures.length, 0);
    await board.check(probes({ messages: fails }));
  }
  const openedAt = '2027-04-15T02:01:00.000000Z';
  assert.deepEqual(board.status().failures, [{ service: 'messages', openedAt, closedAt: null }]);
  clock.advance(MINUTE);
  await board.check(probes({ messages: fails }));
  assert.equal(board.status().failures.length, 1);
  await board.check(probes());
  assert.equal(board.status().failures[0]!.closedAt, '2027-04-15T02:04:00.000000Z');
  assert.deepEqual(of(board, 'messages').days, [{ date: '2027-04-15', probed: 6, worked: 2 }]);
});

test('what is known outlives a restart and says how old it is', async (t) => {
  const { board, clock, open } = givenBoard(t);
  await board.check(probes({ simulator: fails }));
  clock.advance(4 * MINUTE);
  const status = open().status();
  assert.deepEqual([status.state, status.ageSeconds], ['failing', 240]);
  const page = statusPage({ ...status, notices: [] }, [], NAME);
  assert.match(page, /Looked at 240 seconds ago.*240 秒前检测.*This is old.*已过时/);
  assert.match(page, /Bank &#38; Co/);
  assert.doesNotMatch(page, /<script/);
});

test('a file that is broken is begun anew', (t) => {
  const { dataFolder, open } = givenBoard(t);
  writeFileSync(join(dataFolder, 'status.json'), '{"version":1,"serv');
  assert.equal(open().status().state, 'unknown');
});

test('each change is told once and in order, later when it cannot be told now, also after a restart', async (t) => {
  const { board, clock, open } = givenBoard(t);
  const told: StatusChange[] = [];
  const tell = async (change: StatusChange): Promise<void> => void told.push(change);
  await board.check(probes());
  await board.check(probes({ database: fails }));
  await board.tellChanges(() => Promise.reject(new Error('the database is down')));
  clock.advance(MINUTE);
  const again = open();
  await again.check(probes());
  await again.tellChanges(tell);
  await again.tellChanges(tell);
  assert.deepEqual(told.map(({ service, state }) => [service, state]), [['database', 'failing'], ['database', 'working']]);
}); // prettier-ignore

test('a day is a hundred percent only when nothing failed', async (t) => {
  const { board } = givenBoard(t);
  await board.check(probes({ api: fails }));
  for (let n = 0; n < 3; n++) await board.check(probes());
  assert.match(statusPage({ ...board.status(), notices: [] }, [], NAME), /75\.00 %/);
  assert.match(statusPage({ ...board.status(), notices: [] }, [], NAME), /100\.00 %/);
});
