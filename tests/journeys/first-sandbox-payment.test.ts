// The how-to of the first sandbox payment, on a real server: from the request for a sandbox to a settled payment by the program
// that the page names. Says how long each took.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { root } from '../contract/source-files.ts';
import { BANKS, givenServer } from './server-process.ts';

test('a bank makes its sandbox and pays in it with the program of the how-to', async (t) => {
  const server = await givenServer(t);
  await server.start();
  const [bank] = BANKS;
  const start = Date.now();
  const made = await server.ask(bank, 'POST', `/v1/organisations/${bank}/environments`, { kind: 'sandbox' });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const ready = Date.now();
  const { clock } = (await server.ask(bank, 'GET', `${made.body.base}/v1/environment`)).body;
  const words = [
    ...['pay', server.url + made.body.base, server.tokenOf(bank), bank, 'LOTSCNBJ', '1234.50', clock.date],
    'FIRST-0001',
  ];
  const paid = spawnSync(process.execPath, ['--import', 'tsx', 'docs/how-to/bank.ts', ...words], { cwd: root });
  assert.equal(paid.stdout.toString(), 'pacs.002.001.10 ACSC\nsent again: the same answer\n', paid.stderr.toString());
  t.diagnostic(
    `sandbox ready ${ready - start} ms after it was asked for; first payment settled, with the start of the bank’s ` +
      `program, after ${Date.now() - start} ms`,
  );
  // It stands again after the server does, where it was.
  await server.end('SIGINT');
  await server.start();
  const again = await server.ask(bank, 'GET', `${made.body.base}/v1/payments?q=FIRST-0001`);
  assert.equal(again.body.items.length, 1, JSON.stringify(again.body));
  const { now } = (await server.ask(bank, 'GET', `${made.body.base}/v1/environment`)).body.clock;
  assert.ok(Date.parse(now) > Date.parse(clock.now));
});
