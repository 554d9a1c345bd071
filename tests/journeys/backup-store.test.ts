// A backup kept in an S3-compatible store: put there in parts, checked and restored from there; and what the store refuses.
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import S3rver from 's3rver';
import { objectAt } from '../../apps/cli/backup/object-store.ts';
import { startEmbedded } from '../../platform/postgres/embedded.ts';
import { migrate } from '../../platform/postgres/migrate.ts';
import { callFeiqian } from './feiqian-process.ts';
import { freePort, givenFolder, queryDatabase } from './server-process.ts';

const MEGABYTE = 1 << 20;

async function givenStore(t: TestContext): Promise<string> {
  const directory = givenFolder(t);
  const port = await freePort();
  const store = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory,
    configureBuckets: [{ name: 'vault', configs: [] }],
  });
  await store.run();
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
  });
  t.after(async () => {
    process.env = before;
    await store.close();
  });
  return directory;
}

/** Between us and the store: breaks off the first answers in the middle. */
async function givenFrailLine(t: TestContext, breaks: number): Promise<void> {
  const store = new URL(process.env.AWS_ENDPOINT_URL_S3!);
  let left = breaks;
  const line = createServer((request, answer) => {
    const { method, url: path, headers } = request;
    const onward = httpRequest({ host: store.hostname, port: store.port, method, path, headers }, (incoming) => {
      answer.writeHead(incoming.statusCode!, incoming.headers);
      let passed = 0;
      incoming.on('data', (chunk: Buffer) => {
        passed += chunk.length;
        if (method === 'GET' && left > 0 && passed > MEGABYTE) {
          left -= 1;
          answer.destroy();
          incoming.destroy();
        } else answer.write(chunk);
      });
      incoming.on('end', () => answer.end());
    });
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  t.after(() => line.close());
  process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
}

async function* bytes(megabytes: number, fault?: Error): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < megabytes; at++) yield await Promise.resolve(Buffer.alloc(MEGABYTE, at));
  if (fault) throw fault;
}

test('what is larger than a part arrives whole over a line that breaks, and what breaks off is not there', async (t) => {
  await givenStore(t);
  await givenFrailLine(t, 3);
  const object = objectAt('s3://vault/a b/large.age');
  assert.equal(await object.put(bytes(70)), 70 * MEGABYTE);
  let at = 0;
  for await (const chunk of object.read())
    for (const byte of chunk) if (byte !== Math.floor(at++ / MEGABYTE)) assert.fail(`byte ${at}`);
  assert.equal(at, 70 * MEGABYTE);
  await assert.rejects(object.put(bytes(1)), /exists already/);
  const broken = objectAt('s3://vault/broken.age');
  await assert.rejects(broken.put(bytes(40, new Error('the source broke'))), /the source broke/);
  await assert.rejects(broken.read().next(), /The object store refused GET s3:\/\/vault\/broken.age: NoSuchKey/);
  await assert.rejects(objectAt('s3://nowhere/x.age').put(bytes(1)), /NoSuchBucket/);
  process.env.AWS_ACCESS_KEY_ID = 'NOBODY';
  await assert.rejects(objectAt('s3://vault/y.age').put(bytes(1)), /InvalidAccessKeyId/);
  delete process.env.AWS_ACCESS_KEY_ID;
  assert.throws(() => objectAt('s3://vault/y.age'), /set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/);
});

test('a backup goes to a store and comes back from it', async (t) => {
  await givenStore(t);
  const [data, place, keys] = [join(givenFolder(t), 'data'), givenFolder(t), givenFolder(t)];
  const postgres = await startEmbedded(data);
  t.after(() => postgres.stop());
  await migrate(postgres.url);
  await queryDatabase(postgres.url, 'create table kept as select 7 as number');
  writeFileSync(join(data, 'token-secret'), 'abc');
  const identity = join(keys, 'identity.txt');
  const recipient = (await callFeiqian(t, ['backup', 'key', identity])).out;
  const taken = await callFeiqian(t, ['backup', '--to', 's3://vault/feiqian', '--recipient', recipient, '--data', data]);
  assert.equal(taken.code, 0, taken.err);
  const name = /^(s3:\/\/vault\/feiqian\/feiqian-\S+Z\.age): \d+ files/.exec(taken.out)![1]!;
  const open = ['--identity-file', identity];
  assert.match((await callFeiqian(t, ['backup', 'verify', name, ...open])).out, /whole and as it was written/);
  const restored = await callFeiqian(t, ['restore', '--from', name, '--to', place, ...open]);
  assert.equal(restored.code, 0, restored.err);
  assert.ok(readdirSync(place).includes('token-secret'));
}); // prettier-ignore
