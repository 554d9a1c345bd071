// What Prometheus reads: every line parses, figures say what happened, and only who may is let in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller } from '../../platform/http/index.ts';
import { givenBanks, OPERATOR, startApi, transferXml } from '../contract/testing.ts';

const [A, C] = ['AAAACNBJ', 'CCCCCNBJ'] as const;

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The text format, version 0.0.4, strictly: a line that is neither a comment nor a sample is a mistake. */
function parse(text: string): Map<string, Sample[]> {
  const samples = new Map<string, Sample[]>();
  const typed = new Set<string>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# HELP ')) continue;
    const type = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line);
    if (type) {
      assert.ok(!typed.has(type[1]!), `${type[1]} is told of once`);
      typed.add(type[1]!);
      continue;
    }
    const match = /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*)\})? (\S+)$/.exec(line);
    assert.ok(match, line);
    const [, name = '', labels = '', value = ''] = match;
    assert.ok(/^[+-]?Inf$|^NaN$/.test(value) || Number.isFinite(Number(value)), line);
    const base = name.replace(/_(bucket|sum|count)$/, '');
    assert.ok(typed.has(name) || typed.has(base), `${name} has a type`);
    const read = Object.fromEntries([...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, each]) => [key!, each!]));
    samples.set(name, [...(samples.get(name) ?? []), { labels: read, value: Number(value) }]);
  }
  return samples;
} // prettier-ignore

test('a scrape parses and says what happened', async (t) => {
  const api = await startApi(t);
  await givenBanks(api, [A, C], '100000');
  const send = (n: number, amount: string) => api.ask(A, 'POST', '/v1/messages', transferXml(`M${n}`, n, A, C, amount));
  await send(1, '1.00');
  await send(2, '2.00');
  await send(3, '90000.00');
  await api.ask(A, 'GET', '/v1/payments/01900000-0000-7000-8000-00000000ffff');
  await api.ask(A, 'GET', '/v1/nothing/here');
  const { status, headers, body } = await api.ask(OPERATOR, 'GET', '/metrics');
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
  const samples = parse(body);
  const one = (name: string, labels: Record<string, string> = {}): number | undefined =>
    samples
      .get(`feiqian_${name}`)
      ?.find((each) => Object.entries(labels).every(([key, value]) => each.labels[key] === value))?.value;
  const requests = { method: 'POST', route: '/v1/messages', status: '200' };
  assert.equal(one('http_request_duration_seconds_count', requests), 3);
  assert.equal(one('http_request_duration_seconds_bucket', { ...requests, le: '+Inf' }), 3);
  assert.equal(one('http_request_duration_seconds_count', { route: '/v1/payments/{id}', status: '404' }), 1);
  assert.equal(one('http_request_duration_seconds_count', { method: 'any', route: '', status: '404' }), 1);
  assert.equal(one('refusals_total', { code: 'payment_not_found' }), 1);
  assert.equal(one('refusals_total', { code: 'path_not_found' }), 1);
  assert.equal(one('payments_total', { state: 'received' }), 3);
  assert.equal(one('payments_total', { state: 'settled' }), 2);
  assert.equal(one('payments_waiting', { state: 'queued' }), 1);
  assert.equal(one('writer_queue_length'), 0);
  assert.equal(one('writer_is_open'), 1);
  assert.equal(one('writer_term'), api.house.writer.term);
  const commits = one('commit_duration_seconds_count')!;
  assert.ok(commits > 3);
  assert.equal(one('commit_commands_count'), commits);
  const { rows } = await api.house.pool.query('select count(*)::int as count from messages.outbox');
  assert.equal(one('outbox_backlog'), rows[0].count);
  assert.ok(one('postgres_pool_connections', { state: 'idle' })! >= 0);
  assert.ok(one('process_resident_memory_bytes')! > 0);
});

test('the figures are for a system administrator, an auditor, and a key with that scope', async (t) => {
  const api = await startApi(t);
  const official = (role: string): Caller => ({
    kind: 'operator',
    actor: 'Li Na',
    person: { id: 'p', roles: [role], sessionId: 's' },
  });
  for (const role of ['system-administrator', 'audit-administrator']) {
    assert.equal((await api.ask(official(role), 'GET', '/metrics')).status, 200, role);
  }
  for (const role of ['operator', 'viewer', 'security-administrator']) {
    assert.equal((await api.ask(official(role), 'GET', '/metrics')).body.code, 'role_missing', role);
  }
  assert.equal((await api.ask(undefined, 'GET', '/metrics')).body.code, 'token_missing');
  await givenBanks(api, [A], '1');
  assert.equal((await api.ask(A, 'GET', '/metrics')).body.code, 'not_allowed');
  const home = { id: 'FQCBCNBJ', kind: 'central-bank', name: { en: 'Central Bank', zh: '中央银行' }, reason: 'first' };
  assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', home)).status, 201);
  const keyOf = async (scopes: string[]): Promise<string> => {
    const key = { label: 'prometheus', scopes };
    return (await api.ask(OPERATOR, 'POST', '/v1/organisations/FQCBCNBJ/keys', key)).body.secret;
  };
  const scrape = async (secret: string) =>
    (await fetch(`${api.url}/metrics`, { headers: { authorization: `Bearer ${secret}` } })).status;
  assert.equal(await scrape(await keyOf(['metrics:read'])), 200);
  assert.equal(await scrape(await keyOf(['books:read'])), 403);
});
