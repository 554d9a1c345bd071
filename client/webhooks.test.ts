// What a receiver believes, with signatures made by the reference library of Standard Webhooks.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { verifyWebhook, WebhookNotProven } from './index.ts';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const other = `whsec_${randomBytes(32).toString('base64')}`;
const NOW = 1_800_000_000;
const body = JSON.stringify({
  type: 'day.opened',
  timestamp: '2027-01-15T08:00:00Z',
  data: { date: '2027-01-15', 名: '飞钱' },
});
const sign = (by: string, text = body, at = NOW, id = 'msg_1') => new Webhook(by).sign(id, new Date(at * 1_000), text);
const headersOf = (signature: string, at: number | string = NOW, id = 'msg_1') => ({
  'webhook-id': id,
  'webhook-timestamp': String(at),
  'webhook-signature': signature,
});

test('a webhook signed with our secret is believed, as a record of headers and as Headers, as text and as bytes', async () => {
  const headers = headersOf(sign(secret));
  const event = await verifyWebhook(headers, body, secret, { now: NOW });
  assert.deepEqual([event.id, event.type, event.data], ['msg_1', 'day.opened', { date: '2027-01-15', 名: '飞钱' }]);
  await verifyWebhook(new Headers(headers), new TextEncoder().encode(body), secret, { now: NOW });
});

test('during a rotation either signature is enough, beside ones of kinds we do not know', async () => {
  const headers = headersOf(`v1a,AAAA ${sign(other)} ${sign(secret)}`);
  assert.equal((await verifyWebhook(headers, body, secret, { now: NOW })).id, 'msg_1');
  assert.equal((await verifyWebhook(headers, body, other, { now: NOW })).id, 'msg_1');
});

const good = sign(secret);
const cases: [string, Record<string, string | string[] | undefined>, string?][] = [
  ['another secret', headersOf(sign(other))],
  ['another body', headersOf(good), body.replace('01-15', '01-16')],
  ['another id', headersOf(good, NOW, 'msg_2')],
  ['another timestamp', headersOf(good, NOW - 1)],
  ['a request of six minutes ago', headersOf(sign(secret, body, NOW - 360), NOW - 360)],
  ['a request of the future', headersOf(sign(secret, body, NOW + 360), NOW + 360)],
  ['a timestamp that is no number', headersOf(good, 'NaN')],
  ['a timestamp with more behind it', headersOf(good, `${NOW}.5`)],
  ['no signature', { ...headersOf(good), 'webhook-signature': undefined }],
  ['an empty signature', headersOf('v1,')],
  ['a signature cut short', headersOf(good.slice(0, -4))],
  ['a signature of another version', headersOf(good.replace('v1,', 'v2,'))],
  ['a signature that is not base64', headersOf('v1,***')],
  ['two ids', { ...headersOf(good), 'webhook-id': ['msg_1', 'msg_1'] }],
];
for (const [name, headers, text = body] of cases) {
  test(`${name} is not believed`, async () => {
    await assert.rejects(verifyWebhook(headers, text, secret, { now: NOW }), WebhookNotProven);
  });
}

test('a secret that is none is a mistake of the caller', async () => {
  await assert.rejects(verifyWebhook(headersOf(good), body, 'whsec_AAAA', { now: NOW }), TypeError);
});
