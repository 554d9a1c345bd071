// Acts beside the books and the log, on the real server: killed (kill -9) right after it has done what is recorded, it brings the
// act to the log when it starts again, once; and the audit names what was changed afterwards.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { audit } from '../../apps/cli/audit.ts';
import { ACT } from '../../modules/evidence/testing.ts';
import { readWitness } from '../../modules/evidence/index.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { givenFolder, givenServer, until } from './server-process.ts';

test('what was done before kill -9 of the server is in the log once when it is up again, and the audit passes', async (t) => {
  const { url: databaseUrl, pool } = await testDatabase(t);
  const server = await givenServer(t, { databaseUrl });
  await server.start();
  const logged = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ record: string; witness: string }>(
      `select record, witness from evidence.leaves where kind = 'acts' order by leaf`,
    );
    return rows
      .flatMap(({ record, witness }) => readWitness(record, witness) as { table: string; key: string }[])
      .map(({ table, key }) => `${table} ${key}`);
  };
  const found = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ act: string }>(
      Object.keys(ACT)
        .map((name) => `select '${name} ' || number as act from ${name}`)
        .join(' union all '),
    );
    return rows.map(({ act }) => act).sort();
  };
  for (let round = 1; round <= 3; round++) {
    for (let n = 1; n <= 4; n++) {
      const id = `BANK${round}${n}XX`;
      const body = { id, kind: 'bank', name: { en: id, zh: id }, reason: 'joined' };
      assert.equal((await server.ask('operator', 'POST', '/v1/organisations', body)).status, 201);
    }
    assert.equal(await server.end('SIGKILL'), 'SIGKILL');
    await server.start();
  }
  const all = await found();
  assert.ok(all.length > 12);
  await until(async () => (await logged()).length >= all.length, () => 'The acts have not come to the log.'); // prettier-ignore
  assert.deepEqual((await logged()).sort(), all);
  await server.end('SIGINT');
  const folder = join(server.data, 'evidence-keys');
  const key = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.public.pem'))!,
  );
  const file = join(givenFolder(t), 'all.ndjson');
  assert.equal(await audit(['export', file, '--database', databaseUrl]), 0);
  const verify = async (): Promise<{ findings: { place: string; en: string }[] }> => {
    const printed = t.mock.method(console, 'log', () => undefined);
    await audit(['verify', file, '--key', key, '--database', databaseUrl, '--json']);
    const [text] = printed.mock.calls.at(-1)!.arguments as unknown as [string];
    printed.mock.restore();
    return JSON.parse(text) as { findings: { place: string; en: string }[] };
  };
  assert.deepEqual((await verify()).findings, []);
  await pool.query(`update access.acts set actor = 'Nobody' where number = 7`);
  const [changed, ...more] = (await verify()).findings;
  assert.deepEqual([changed!.place, more], ['access.acts 7', []]);
  assert.match(changed!.en, /changed: actor/);
});
