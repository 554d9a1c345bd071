// How many bytes an organisation keeps: told at live and never refused there, refused in a sandbox that is full, until there is room.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotaConditions } from '../../apps/server/alarm-rules.ts';
import { manualClock, systemClock } from '../../platform/instant.ts';
import { name, refused } from './testing-approvals.ts';
import { givenBanks, OPERATOR, startApi, TEN_O_CLOCK, transferXml } from './testing.ts';

const [A, B] = ['AAAACNBJ', 'BBBBCNBJ'] as const;
const DAY = 86_400 * 1_000_000;
const STORAGE = `/v1/organisations/${A}/quotas/platform/storage-bytes`;

test('storage is measured by tenant, soft at live and hard in a sandbox, which takes no writes until there is room', async (t) => {
  const clock = manualClock(TEN_O_CLOCK);
  const { ask, house, quotas } = await startApi(t, systemClock, { clock });
  await givenBanks({ ask } as Parameters<typeof givenBanks>[0], [A, B], '100000');
  for (const id of [A, B]) {
    const organisation = { id, kind: 'bank', name: name(id), participantId: id, reason: 'joined' };
    assert.equal((await ask(OPERATOR, 'POST', '/v1/organisations', organisation)).status, 201);
  }
  await quotas.known.refresh();
  const kept = async (environment = 'live') => {
    await quotas.storage.measure();
    const { items } = (await ask(A, 'GET', `/v1/organisations/${A}/quotas?environment=${environment}`)).body;
    return items.find(({ measure }: { measure: string }) => measure === 'storage-bytes');
  };
  const stored = async (): Promise<string> => {
    const { rows } = await house.pool.query<{ bytes: string }>(
      `select (coalesce((select sum(octet_length(xml) + octet_length(answer)) from messages.inbox where sender_id = $1), 0)
        + coalesce((select sum(octet_length(xml)) from messages.outbox where participant_id = $1), 0))::text as bytes`, [A]);
    return rows[0]!.bytes;
  };
  const send = (n: number, base = '') => ask(A, 'POST', `${base}/v1/messages`, transferXml(`M${n}`, n, A, B, '1.00'));
  await send(1);
  assert.equal((await kept()).used, await stored());
  clock.advance(DAY);
  await send(2);
  await ask(B, 'POST', '/v1/messages', transferXml('M3', 3, B, A, '1.00', '2027-04-16'));
  assert.equal((await kept()).used, await stored(), 'a day that is over and today');
  assert.equal((await kept()).used, await stored(), 'a day is summed once');

  const change = (environment: string, soft: string | null, hard: string | null) =>
    ask(OPERATOR, 'PUT', STORAGE, { environment, soft, hard, reason: 'a test' });
  refused(await change('live', '1', '2'), 422, 'quota_soft_only');
  assert.equal((await change('live', '1', null)).status, 200);
  assert.equal((await kept()).isPastSoft, true);
  assert.equal((await send(4)).status, 200, 'live is never refused');
  assert.ok(quotaConditions(quotas.passed()).some(({ subject }) => subject?.id === `quota ${A} live platform storage-bytes`));

  const { base } = (await ask(A, 'POST', `/v1/organisations/${A}/environments`, { kind: 'sandbox' })).body;
  assert.ok(BigInt((await kept('sandbox')).used) > 1_000_000n);
  assert.equal((await send(5, base)).status, 200);
  assert.equal((await change('sandbox', null, '1000000')).status, 200);
  await kept('sandbox');
  refused(await send(6, base), 409, 'storage_full');
  assert.equal((await ask(A, 'GET', `${base}/v1/messages`)).status, 200);
  assert.notEqual((await ask(A, 'POST', `${base}/v1/environment/reset`)).body?.code, 'storage_full');
  assert.equal((await send(7)).status, 200, 'what is full elsewhere is nothing to live');
  assert.equal((await change('sandbox', null, '900000000')).status, 200);
  assert.equal((await send(8, base)).status, 200);
}); // prettier-ignore
