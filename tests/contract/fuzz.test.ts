// Every route of the OpenAPI document with random requests, allowed and spoiled: none is answered by a fault, no spoiled
// one is taken, every answer is of the shape the document gives, a repeated request gets its first answer, and the books
// are in balance after all of it. FEIQIAN_FUZZ_RUNS asks more of each route, FEIQIAN_FUZZ_SEED asks others.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { type Caller } from '../../platform/http/index.ts';
import { manualClock, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { allowedBy, hostileString, type Schema, spoiled } from './fuzz-values.ts';
import { root } from './source-files.ts';
import {
  type Asked, givenBanks, member, official, OPERATOR, type RunningApi, startApi, TEN_O_CLOCK, transferXml,
} from './testing.ts'; // prettier-ignore

const RUNS = Number(process.env['FEIQIAN_FUZZ_RUNS'] ?? 12);
const SEED = Number(process.env['FEIQIAN_FUZZ_SEED'] ?? 20_270_415);
const [A, B, HOUSE] = ['AAAACNBJ', 'BBBBCNBJ', 'HOUSCNBJ'] as const;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly $ref?: string;
}
interface Operation {
  readonly parameters?: readonly (Parameter & { readonly $ref?: string })[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
}
interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}
interface Call {
  readonly who: string | Caller | undefined;
  readonly path: string;
  readonly body: unknown;
  readonly isAllowed: boolean;
}

const document = JSON.parse(readFileSync(join(root, 'generated', 'openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const routes: Route[] = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

const ajv = new Ajv2020({ strict: false, validateFormats: true });
formats.default(ajv);
ajv.addSchema({ $id: 'api', ...document });
const compiled = new Map<string, ValidateFunction>();

/** What checks values against a place of the document, given by the steps to it. */
function checkOf(...steps: string[]): ValidateFunction {
  const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const known = compiled.get(pointer);
  if (known) return known;
  const check = ajv.compile({ $ref: `api#/${pointer}` });
  compiled.set(pointer, check);
  return check;
}

function resolve<Value extends { readonly $ref?: string }>(value: Value): Value {
  if (!value.$ref) return value;
  const steps = value.$ref.slice(2).split('/');
  return resolve(steps.reduce((at, step) => (at as Record<string, unknown>)[step], document as unknown) as Value);
}

/** Names of things as the API itself tells them: what stands in its answers as an id or a code. */
class Names {
  readonly #all = new Set<string>([
    A,
    B,
    HOUSE,
    'all',
    'urgent',
    'normal',
    'sandbox',
    'messages',
    'funding:write',
    '0',
  ]);

  learn(value: unknown, name = ''): void {
    if (typeof value === 'string' && /(^id|Id|code|date|hash)$/.test(name) && this.#all.size < 400)
      this.#all.add(value);
    if (value && typeof value === 'object') for (const [each, of] of Object.entries(value)) this.learn(of, each);
  }

  get list(): string[] {
    return [...this.#all];
  }
}

const CALLERS: readonly (string | Caller | undefined)[] = [
  OPERATOR, OPERATOR, A, A, undefined,
  official('gu.yan', 'security-administrator'), official('he.min', 'system-administrator'),
  official('su.wei', 'operator', 'supervisor'), official('lu.an', 'auditor'),
  member(A, 'chen.jie', 'member-administrator', 'member-operator'),
]; // prettier-ignore

function callsOf({ method, path, operation }: Route, names: Names): fc.Arbitrary<Call> {
  const parameters = (operation.parameters ?? []).map(resolve);
  const name = fc.oneof(
    { arbitrary: fc.constantFrom(...names.list), weight: 4 },
    { arbitrary: hostileString, weight: 1 },
  );
  const inPath = fc.tuple(...[...path.matchAll(/\{\w+\}/g)].map(() => name));
  const queried = parameters.filter((parameter) => parameter.in === 'query');
  const query = fc.tuple(
    ...queried.map(({ schema }) => fc.option(fc.oneof(allowedBy(schema, resolve).map(String), name, hostileString), { nil: undefined })),
  ); // prettier-ignore
  const given = bodiesOf(method, path, operation);
  return fc.tuple(fc.constantFrom(...CALLERS), inPath, query, given).map(([who, parts, asked, body]) => {
    let index = 0;
    const filled = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(wellFormed(parts[index++]!)));
    const search = new URLSearchParams();
    queried.forEach((parameter, at) => asked[at] !== undefined && search.set(parameter.name, wellFormed(asked[at])));
    return { who, path: search.size > 0 ? `${filled}?${search}` : filled, ...body };
  });
}

function bodiesOf(
  method: string,
  path: string,
  { requestBody }: Operation,
): fc.Arbitrary<Pick<Call, 'body' | 'isAllowed'>> {
  if (!requestBody) return fc.constant({ body: undefined, isAllowed: true });
  const schema = requestBody.content?.['application/json']?.schema;
  // A message, however strange, is answered by a message: tests/journeys/bad-input.test.ts has their contents.
  if (!schema) return hostileString.map((text) => ({ body: text || ' ', isAllowed: true }));
  const isValid = checkOf('paths', path, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema');
  const allowed = allowedBy(schema, resolve);
  return fc.oneof(allowed, allowed.chain(spoiled)).map((body) => {
    const sent = body === undefined || typeof body === 'string' ? { text: body ?? '' } : body;
    return { body: sent, isAllowed: isValid(JSON.parse(JSON.stringify(sent))) };
  });
}

/** A half of a surrogate pair cannot stand in an address. */
const wellFormed = (text: string): string => text.replaceAll(/[\ud800-\udfff]/g, '?');

/** Each refusal names the request it refuses. */
const withoutRequestId = (body: unknown): unknown =>
  body && typeof body === 'object' ? { ...body, requestId: undefined } : body;

const wordsOf = ({ method }: Route, { path, who, body }: Call, answer: Asked): string =>
  `${method} ${path} by ${JSON.stringify(who)} with ${JSON.stringify(body)}: ${answer.status} ${JSON.stringify(answer.body)}`;

/** What is wrong with an answer. */
function faultsOf(route: Route, call: Call, answer: Asked): string[] {
  const { status, headers, body } = answer;
  const fault = (what: string): string[] => [`${what}: ${wordsOf(route, call, answer)}`];
  if (status >= 500) return fault('A fault');
  if (!call.isAllowed && status < 400) return fault('Taken, though the document does not allow it');
  const documented = status in route.operation.responses ? String(status) : 'default';
  const response = route.operation.responses[documented];
  if (!response) return fault('The document knows no such answer');
  const type = (headers.get('content-type') ?? '').split(';')[0]!;
  if (status >= 400 && type !== 'application/problem+json') return fault('A refusal that is no problem document');
  if (!/json$/.test(type)) return [];
  if (!resolve(response).content?.[type]?.schema) return fault('The document gives this answer no shape');
  const { path, method } = route;
  const steps = response.$ref?.slice(2).split('/') ?? ['paths', path, method.toLowerCase(), 'responses', documented];
  const check = checkOf(...steps, 'content', type, 'schema');
  return check(body) ? [] : fault(ajv.errorsText(check.errors));
}

async function givenBusiness(api: RunningApi): Promise<void> {
  await givenBanks(api, [A, B, HOUSE], '100000');
  for (const id of [A, B]) {
    const body = { id, kind: 'bank', name: { en: `Bank ${id}`, zh: `银行${id}` }, participantId: id, reason: 'joined' };
    assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', body)).status, 201);
  }
  const webhook = { url: 'https://8.8.8.8/', events: ['day.opened'] };
  assert.equal((await api.ask(A, 'POST', `/v1/organisations/${A}/webhooks`, webhook)).status, 201);
  assert.equal(
    (await api.ask(A, 'POST', `/v1/organisations/${A}/keys`, { label: 'l', scopes: ['books:read'] })).status,
    201,
  );
  for (const [number, amount] of ['100.00', '900000.00'].entries()) {
    await api.ask(A, 'POST', '/v1/messages', transferXml(`M${number}`, number, A, B, amount));
  }
  const positions = [{ participant: A, net: '-10' }, { participant: B, net: '10' }]; // prettier-ignore
  await api.ask(HOUSE, 'POST', '/v1/clearing', { reference: 'R1', positions, informationMinutes: 60 });
}

test('no request of any route ends in a fault, nothing spoiled is taken, and every answer is of its documented shape', async (t) => {
  // A second for each request: quotas have tests of their own.
  const quotaClock = manualClock(TEN_O_CLOCK);
  const running = await startApi(t, undefined, { quotaClock });
  const ask: RunningApi['ask'] = (...request) => {
    quotaClock.advance(MICROS_PER_SECOND);
    return running.ask(...request);
  };
  const api = { ...running, ask };
  await givenBusiness(api);
  const names = new Names();
  for (const { path, method } of routes) {
    if (method === 'GET' && !path.includes('{')) names.learn((await api.ask(OPERATOR, 'GET', path)).body);
  }
  const faults: string[] = [];
  let [asked, taken, refused] = [0, 0, 0];
  for (const route of routes) {
    const hasKeys = route.operation.parameters?.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey'));
    for (const call of fc.sample(callsOf(route, names), { numRuns: RUNS, seed: SEED })) {
      const key = hasKeys && call.who !== undefined ? `key-${asked}` : undefined;
      const answer = await api.ask(call.who, route.method, call.path, call.body, key);
      asked += 1;
      if (answer.status < 300) taken += 1;
      else refused += 1;
      names.learn(answer.body);
      faults.push(...faultsOf(route, call, answer));
      if (key === undefined) continue;
      const again = await api.ask(call.who, route.method, call.path, call.body, key);
      if (
        again.status === answer.status &&
        isDeepStrictEqual(withoutRequestId(again.body), withoutRequestId(answer.body))
      )
        continue;
      faults.push(
        `The repeated request got ${again.status} ${JSON.stringify(again.body)}: ${wordsOf(route, call, answer)}`,
      );
    }
  }
  t.diagnostic(`${asked} requests to ${routes.length} routes: ${taken} taken, ${refused} refused`);
  assert.equal(faults.length, 0, faults.slice(0, 20).join('\n\n'));
  assert.ok(taken > routes.length, 'enough of them were in order to be taken');
  const { body } = await api.ask(OPERATOR, 'GET', '/v1/books/trial-balance');
  assert.equal(body.debits, body.credits);
});
