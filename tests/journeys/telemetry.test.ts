// What a collector of OpenTelemetry is sent by the real server: a bank's own trace goes on through the request to its commit,
// a refusal names its code, trouble comes as a log; and nobody waits for a collector that is away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { transferXml } from '../contract/testing.ts';
import { BANKS, fundBanks, givenServer, postmasterOf, until } from './server-process.ts';

const [A, B] = BANKS;
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

interface Value {
  readonly stringValue?: string;
  readonly intValue?: number | string;
}
interface Told {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly links?: readonly unknown[];
  readonly body?: Value;
  readonly attributes: readonly { readonly key: string; readonly value: Value }[];
}
interface Scoped {
  readonly spans?: readonly Told[];
  readonly logRecords?: readonly Told[];
}
type Sent = Readonly<Record<'resourceSpans' | 'resourceLogs', readonly Record<'scopeSpans' | 'scopeLogs', Scoped[]>[]>>;

const attribute = ({ attributes }: Told, key: string): string | undefined => {
  const value = attributes.find((each) => each.key === key)?.value;
  return value && String(value.stringValue ?? value.intValue);
};

async function givenCollector(t: TestContext): Promise<{ url: string; spans: Told[]; records: Told[]; server: Server }> {
  const [spans, records]: Told[][] = [[], []] as const;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const sent = JSON.parse(Buffer.concat(parts).toString()) as Sent;
      spans!.push(...(sent.resourceSpans ?? []).flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans ?? [])));
      records!.push(...(sent.resourceLogs ?? []).flatMap(({ scopeLogs }) => scopeLogs.flatMap((scope) => scope.logRecords ?? [])));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans: spans!, records: records!, server };
} // prettier-ignore

const pay = (token: string, url: string, id: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/xml', ...headers },
    body: transferXml(id, Number(id.slice(1)), A, B, '10.00'),
  });

test('a bank’s trace goes on through its payment to the commit that carries it', async (t) => {
  if (process.platform !== 'linux') return t.skip('finds a connection by /proc');
  const collector = await givenCollector(t);
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '200', OTEL_BLRP_SCHEDULE_DELAY: '200' };
  const server = await givenServer(t, { env });
  await server.start();
  const answer = await pay(server.tokenOf(A), server.url, 'M1', { traceparent: `00-${TRACE}-${PARENT}-01` });
  assert.equal(answer.status, 200, await answer.text());
  const ofTrace = (): Told[] => collector.spans.filter(({ traceId }) => traceId === TRACE);
  await until(() => ofTrace().length === 2, () => `Only ${ofTrace().map(({ name }) => name).join(', ')}:\n${server.said()}`);
  const request = ofTrace().find(({ name }) => name === 'POST /v1/messages')!;
  const book = ofTrace().find(({ name }) => name.startsWith('book receive'))!;
  assert.equal(request.parentSpanId, PARENT);
  assert.equal(book.parentSpanId, request.spanId);
  assert.equal(attribute(request, 'feiqian.request_id'), answer.headers.get('x-request-id'));
  const number = attribute(book, 'feiqian.commit');
  const isCommit = (told: Told): boolean => told.name === 'commit' && attribute(told, 'feiqian.commit') === number;
  await until(() => collector.spans.some(isCommit), () => `No commit ${number}`);
  const refused = await fetch(`${server.url}/v1/payments/none`, { headers: { authorization: 'Bearer nobody' } });
  const told = (): Told | undefined => collector.spans.find((each) => attribute(each, 'feiqian.request_id') === refused.headers.get('x-request-id'));
  await until(() => told() !== undefined, () => 'The refusal is not told of');
  assert.deepEqual([told()!.name, attribute(told()!, 'error.type')], ['GET /v1/payments/{id}', 'token_unknown']);
  // Nothing that lets anyone in, and nobody's money, leaves by this way.
  assert.doesNotMatch(JSON.stringify(collector.spans), new RegExp(`${server.tokenOf(A)}|Bearer|10\\.00`));

  // PostgreSQL restarts in place when one of its connections dies so.
  process.kill(connectionOf(postmasterOf(server)), 'SIGKILL');
  await until(() => collector.records.length > 0, () => `No trouble is told of:\n${server.said()}`);
}); // prettier-ignore

function connectionOf(postmaster: number): number {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ').map(Number);
  return children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('feiqian feiqian'))!;
} // prettier-ignore

test('payments do not wait for a collector that is away, and neither does the end', async (t) => {
  const server = await givenServer(t, { env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' } });
  await server.start();
  await fundBanks(server, '1000000');
  const { date } = (await server.ask('operator', 'GET', '/v1/day')).body as { date: string };
  for (let n = 1; n <= 20; n++) {
    const xml = transferXml(`M${n}`, n, A, B, '10.00').replaceAll('2027-04-15', date);
    assert.match((await server.ask(A, 'POST', '/v1/messages', xml)).body as string, /ACSC/);
  }
  assert.equal(await server.end('SIGINT'), 0);
  const again = await givenServer(t, { data: server.data, port: server.port });
  await again.start();
  assert.equal(
    (await again.ask(B, 'GET', '/v1/messages')).body.items.filter(({ kind }: { kind: string }) =>
      kind.startsWith('pacs.008'),
    ).length,
    20,
  );
});
