// The catalogue of services over real HTTP, against what it speaks of: tags, documents, limits and probes that there are.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './source-files.ts';
import { givenBanks, startApi } from './testing.ts';

test('each service has routes, documents in both languages, the limits a new organisation has, and its state', async (t) => {
  const api = await startApi(t);
  const [bank] = ['AAAACNBJ'];
  await givenBanks(api, [bank!], '1000');
  const { status, body } = await api.ask(bank!, 'GET', '/v1/services');
  assert.equal(status, 200);
  const tags = new Set(api.routes.map(({ tag }) => tag));
  const probed = (await api.ask(undefined, 'GET', '/v1/status')).body.services;
  assert.deepEqual(body.items.map(({ id }: { id: string }) => id), ['settlement', 'messages', 'webhooks', 'simulator']);
  for (const service of body.items) {
    assert.ok(service.tags.length > 0);
    for (const tag of service.tags) assert.ok(tags.has(tag), `${service.id}: no route has the tag ${tag}`);
    for (const { path } of service.documents) {
      assert.ok(existsSync(join(root, path)), path);
      assert.ok(existsSync(join(root, path.replace('how-to', 'zh'))), `${path} is in Chinese too`);
    }
    const probe = probed.find(({ id }: { id: string }) => id === service.id);
    assert.equal(service.state, probe?.state ?? null);
    for (const { address } of service.documents) {
      for (const [language, letters] of [['en', /<h1[^>]*>[A-Z]/], ['zh', /<h1[^>]*>[\u4e00-\u9fff]/]] as const) {
        const page = await api.ask(undefined, 'GET', `${address}?language=${language}`);
        assert.match(page.headers.get('content-type')!, /^text\/html/);
        assert.match(page.body, letters);
        for (const [, name] of page.body.matchAll(/"\/v1\/documents\/([\w-]+)/g)) {
          assert.ok(existsSync(join(root, 'docs/how-to', `${name}.md`)), `${address} leads to ${name}`);
        }
      }
    }
    assert.equal(service.monthlyPrice, '0');
    assert.equal(service.priceFrom, null);
  }
  const limits = body.items.find(({ id }: { id: string }) => id === 'messages').limits;
  assert.deepEqual(limits[0], { measure: 'requests-a-second', soft: '800', hard: '1000' });
  assert.equal((await api.ask(undefined, 'GET', '/v1/services')).status, 401);
}); // prettier-ignore
