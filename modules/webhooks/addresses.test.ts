// Where webhooks are not sent: everything that is not surely the public internet, however it is written or resolved.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedAddress, isPublic, readUrl } from '../../platform/outward/addresses.ts';
import { post } from './post.ts';
import { answering, givenReceiver } from './testing.ts';

const INTERNAL = [
  '0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254', '169.254.169.254',
  '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.168.0.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1',
  '239.255.255.255', '240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::a00:1',
  '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fec0::1', 'ff02::1',
  '', 'localhost', '1.2.3', '127.1',
]; // prettier-ignore
for (const address of INTERNAL) test(`"${address}" is no public address`, () => assert.equal(isPublic(address), false));

const PUBLIC = ['1.1.1.1', '8.8.8.8', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '198.20.0.1', '223.255.255.254', '2400:3200::1', '2606:4700::1111']; // prettier-ignore
for (const address of PUBLIC) test(`${address} is public`, () => assert.equal(isPublic(address), true));

const never = () => Promise.reject(new Error('not to be asked'));
const checked = async (text: string, names: readonly string[] | undefined = undefined, allowed: string[] = []) => {
  const url = readUrl(text, allowed);
  return typeof url === 'string' ? url : checkedAddress(url, allowed, names ? async () => names : never);
};

const WRITTEN: [string, string][] = [
  ['https://127.0.0.1/', 'address-internal'],
  ['https://2130706433/', 'address-internal'],
  ['https://0x7f000001/', 'address-internal'],
  ['https://0177.0.0.1/', 'address-internal'],
  ['https://127.1/', 'address-internal'],
  ['https://①②⑦.0.0.1/', 'address-internal'],
  ['https://[::1]/', 'address-internal'],
  ['https://[::ffff:127.0.0.1]/', 'address-internal'],
  ['https://[::ffff:a9fe:a9fe]/', 'address-internal'],
  ['http://8.8.8.8/', 'address-not-https'],
  ['ftp://8.8.8.8/', 'address-malformed'],
  ['file:///etc/passwd', 'address-malformed'],
  ['https://user:pass@8.8.8.8/', 'address-malformed'],
  ['https://', 'address-malformed'],
  ['//8.8.8.8', 'address-malformed'],
];
for (const [text, wrong] of WRITTEN) test(`${text} is refused`, async () => assert.equal(await checked(text), wrong));

test('a name is refused when any of its addresses is internal', async () => {
  assert.equal(await checked('https://bank.example/', ['8.8.8.8', '10.0.0.1']), 'address-internal');
  assert.equal(await checked('https://bank.example/', ['10.0.0.1', '8.8.8.8']), 'address-internal');
  assert.equal(await checked('https://bank.example/', []), 'name-not-found');
  assert.equal(await checked('https://bank.example/', ['8.8.8.8']), '8.8.8.8');
});

test('a host the operator allows may be internal and without TLS; with a port, on that port alone', async () => {
  assert.equal(await checked('http://core.bank.internal/', ['10.0.0.1'], ['core.bank.internal']), '10.0.0.1');
  assert.equal(await checked('http://core.bank.internal:81/', ['10.0.0.1'], ['core.bank.internal:81']), '10.0.0.1');
  assert.equal(await checked('http://core.bank.internal:82/', ['10.0.0.1'], ['core.bank.internal:81']), 'address-not-https');
  assert.equal(await checked('https://core.bank.internal.evil/', ['10.0.0.1'], ['core.bank.internal']), 'address-internal');
}); // prettier-ignore

const OPTIONS = { allowed: ['hook.test'], resolve: async () => ['127.0.0.1'], timeoutMs: 5_000 };

test('the connection goes to the address that was checked: the name is asked for once', async (t) => {
  const receiver = await givenReceiver(t);
  let asked = 0;
  const resolve = async (host: string): Promise<string[]> => {
    asked += 1;
    assert.equal(host, 'hook.test');
    return ['127.0.0.1'];
  };
  const { status, failure } = await post(`http://hook.test:${receiver.port}/a?b=c`, {}, '{}', { ...OPTIONS, resolve });
  assert.deepEqual([status, failure, asked], [204, null, 1]);
  assert.equal(receiver.received[0]!.headers.host, `hook.test:${receiver.port}`);
});

test('a name that has moved inside since it was registered is not connected to', async (t) => {
  const receiver = await givenReceiver(t);
  const { failure } = await post(`https://hook.test:${receiver.port}/`, {}, '{}', { ...OPTIONS, allowed: [] });
  assert.equal(failure, 'address-internal');
  assert.equal(receiver.received.length, 0);
});

test('a redirect is not followed', async (t) => {
  const [receiver, inside] = [await givenReceiver(t), await givenReceiver(t)];
  receiver.answer(answering(302, { location: inside.url }));
  const { status, failure } = await post(`http://hook.test:${receiver.port}/`, {}, '{}', OPTIONS);
  assert.deepEqual([status, failure, inside.received.length], [302, 'status-302', 0]);
});

test('a receiver that never answers is left when the time is over', async (t) => {
  const receiver = await givenReceiver(t);
  receiver.answer(() => undefined);
  const { status, failure } = await post(`http://hook.test:${receiver.port}/`, {}, '{}', {
    ...OPTIONS,
    timeoutMs: 100,
  });
  assert.deepEqual([status, failure], [null, 'timed-out']);
});

test('of an answer without end only the first bytes are read', async (t) => {
  const receiver = await givenReceiver(t);
  let isClosed!: () => void;
  const closed = new Promise<void>((resolve) => (isClosed = resolve));
  receiver.answer((response) => {
    response.on('close', isClosed);
    const pour = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.writeHead(200).on('drain', pour);
    pour();
  });
  const { status, answer } = await post(`http://hook.test:${receiver.port}/`, {}, '{}', OPTIONS);
  assert.deepEqual([status, answer], [200, 'x'.repeat(512)]);
  await closed;
});

test('a connection refused, a name unknown and a TLS that is none are failures, not faults', async (t) => {
  const receiver = await givenReceiver(t);
  const failureOf = async (url: string, resolve: () => Promise<string[]> = OPTIONS.resolve) =>
    (await post(url, {}, '{}', { ...OPTIONS, resolve })).failure;
  assert.equal(await failureOf('http://hook.test:1/'), 'connection-econnrefused');
  assert.equal(await failureOf('http://hook.test/', async () => []), 'name-not-found');
  assert.match((await failureOf(`https://hook.test:${receiver.port}/`))!, /^connection-/);
});
