// What the routes say of themselves, as one OpenAPI 3.1 document; and their schemas made strict for validation.
import { type TSchema } from '@sinclair/typebox';
import { type Permissions } from '../permissions/actions.ts';
import { type RefusalTexts } from '../refusal.ts';
import { type Mount } from './mounts.ts';
import { HTTP_REFUSALS } from './refusals.ts';
import { type Route, type Text } from './route.ts';
import { ProblemSchema } from './schemas.ts';

export type Schema = Record<string, unknown>;

/** A plain copy in which objects refuse members they do not name; parts of an `allOf` stay open, as they must. */
export function strictSchema(schema: TSchema): Schema {
  return closeObjects(JSON.parse(JSON.stringify(schema))) as Schema;
}

function closeObjects(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closeObjects);
  if (part === null || typeof part !== 'object') return part;
  const given = part as Schema;
  const copy: Schema = {};
  for (const [key, value] of Object.entries(given)) copy[key] = key === 'allOf' ? value : closeObjects(value);
  if (given.type === 'object' && given.properties && !('additionalProperties' in given)) {
    copy.additionalProperties = false;
  }
  return copy;
}

export interface Described {
  readonly routes: readonly Route[];
  readonly refusals: RefusalTexts;
  readonly permissions?: Permissions;
  /** What each tag of a route holds. */
  readonly tags?: Readonly<Record<string, Text>>;
  /** Where the same is offered too. */
  readonly mounts?: readonly Mount[];
}

/** A base with names in braces, which whoever tries it out fills in. */
function serverOf({ base, environment }: Mount): Schema {
  const names = [...base.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const variables = Object.fromEntries(names.map((name) => [name, { default: name }]));
  return { url: base, description: environment, variables };
}

const about: Text = {
  en:
    'Books, settlement and messages of a central bank.\n\n' +
    '- **Amounts** are decimal strings of minor units: `"123456"` is 1,234.56 CNY.\n' +
    '- **Moments** are RFC 3339 in UTC to the microsecond; business dates are `YYYY-MM-DD`.\n' +
    '- **Lists** answer `{ items, next }`; give `next` as `after` for the page that follows, until it is null.\n' +
    '- **Writes** take an `Idempotency-Key`: the same request under the same key is done once and answered the same. ' +
    'ISO 20022 messages carry their own id, which does the same for good.\n' +
    '- **Refusals** are RFC 9457 problems with a `code` from a closed list; nothing was changed.\n' +
    '- **Participants** reach only what is their own; what is another’s answers as if it did not exist.',
  zh: '中央银行的账簿、清算与报文接口。金额为最小货币单位的十进制字符串；时刻为 UTC 的 RFC 3339 格式；列表以 next 翻页；写操作接受 Idempotency-Key；拒绝以 RFC 9457 问题文档回答；参与者只能访问自身业务。',
};

const tokenText: Text = {
  en: 'A reading key (`fqk_…`) of an organisation; or the token of a participant or of the operator, printed when the server starts.',
  zh: '机构的只读密钥（fqk_…）；或参与者、操作员令牌，服务启动时显示。',
};
const signatureText: Text = {
  en:
    'HTTP Message Signatures (RFC 9421) by a key of an organisation: fields Signature-Input and Signature, and ' +
    'Content-Digest (RFC 9530) with a body. docs/how-to/sign-requests.md shows how.',
  zh: '以机构密钥作 HTTP 报文签名（RFC 9421）：Signature-Input 与 Signature 字段，有正文时另附 Content-Digest（RFC 9530）。',
};

/** The whole document; the same routes give the same text. */
export function describeApi({ routes, refusals, permissions, tags = {}, mounts = [] }: Described): Schema {
  const schemas: Record<string, Schema> = {};
  const lift = (schema: unknown): Schema => liftNamed(JSON.parse(JSON.stringify(schema)), schemas) as Schema;
  const problem = { 'application/problem+json': { schema: lift(ProblemSchema) } };
  const paths: Record<string, Schema> = {};
  for (const route of routes) {
    const action = permissions?.actionOf(route);
    const mayWait = action !== undefined && permissions!.actions[action]!.approval !== undefined;
    const operation = {
      ...operationOf(route, { ...refusals, ...HTTP_REFUSALS }, lift, problem, mayWait),
      ...(action === undefined ? {} : { 'x-action': action }),
    };
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation;
  }
  // In the order they are told of; those nobody told of come last.
  const used = new Set(
    [...Object.keys(tags), ...routes.map(({ tag }) => tag)].filter((tag) => routes.some((each) => each.tag === tag)),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Feiqian 飞钱',
      version: '1',
      description: about.en,
      'x-description-zh': about.zh,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }, ...mounts.map(serverOf)],
    tags: [...used].map((name) => ({
      name,
      ...(tags[name] ? { description: tags[name].en, 'x-description-zh': tags[name].zh } : {}),
    })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      parameters: { IdempotencyKey: idempotencyKey },
      responses: {
        Malformed: { description: sentences(['malformed_request', 'cursor_malformed'], refusals), content: problem },
        Unauthorized: { description: sentences(['token_missing', 'token_unknown'], refusals), content: problem },
        Forbidden: {
          description: sentences(['not_allowed', 'host_not_allowed', 'origin_not_allowed'], refusals),
          content: problem,
        },
        TooMuch: {
          description: 'More than a quota of the caller’s organisation allows (`quota_exceeded`); nothing was done.',
          headers: limitHeaders,
          content: problem,
        },
        Problem: { description: 'Any other refusal, or a fault of ours', content: problem },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: tokenText.en, 'x-description-zh': tokenText.zh },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'Signature',
          description: signatureText.en,
          'x-description-zh': signatureText.zh,
        },
      },
    },
  };
}

const limitHeaders = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'string' } },
  RateLimit: {
    description: 'What is left of each quota of requests (draft-ietf-httpapi-ratelimit-headers).',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': { description: 'Those quotas.', schema: { type: 'string' } },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same ' +
    'answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so ' +
    'is one whose first is under way (`idempotency_in_flight`).',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  example: '01902d5c-7b1e-7c33-9a52-6f1f0a7f0001',
};

/** Puts every schema with a title among the named ones and leaves a reference in its place. */
function liftNamed(part: unknown, schemas: Record<string, Schema>): unknown {
  if (Array.isArray(part)) return part.map((each) => liftNamed(each, schemas));
  if (part === null || typeof part !== 'object') return part;
  const { title, ...given } = part as Schema;
  if (typeof title !== 'string') return Object.fromEntries(liftedMembers(part as Schema, schemas));
  const lifted = Object.fromEntries(liftedMembers(given, schemas));
  const known = schemas[title];
  if (known && JSON.stringify(known) !== JSON.stringify(lifted))
    throw new Error(`Two schemas of the API are called ${title}`);
  schemas[title] = lifted;
  return { $ref: `#/components/schemas/${title}` };
}

/** What `examples` hold are values, not schemas; what `properties` hold are schemas, whatever their names. */
function liftedMembers(given: Schema, schemas: Record<string, Schema>): [string, unknown][] {
  return Object.entries(given).map(([key, value]) => {
    if (key === 'examples' || key === 'enum' || key === 'default') return [key, value];
    if (key !== 'properties') return [key, liftNamed(value, schemas)];
    const properties = Object.entries(value as Schema).map(([name, each]) => [name, liftNamed(each, schemas)]);
    return [key, Object.fromEntries(properties)];
  });
}

type Lift = (schema: unknown) => Schema;

const rawTypes = {
  xml: 'application/xml',
  html: 'text/html',
  text: 'text/plain',
  events: 'text/event-stream',
  lines: 'application/x-ndjson',
  file: 'application/octet-stream',
} as const;

function operationOf(route: Route, texts: RefusalTexts, lift: Lift, problem: Schema, mayWait: boolean): Schema {
  const { method, path, summary, description, tag, may } = route;
  return {
    operationId: operationIdOf(method, path),
    summary: summary.en,
    'x-summary-zh': summary.zh,
    ...(description ? { description: description.en, 'x-description-zh': description.zh } : {}),
    tags: [tag],
    security: may.includes('nobody') ? [] : [{ token: [] }, { signature: [] }],
    'x-may': may,
    ...(route.own ? { 'x-own': true } : {}),
    parameters: parametersOf(route, lift),
    ...(route.body ? { requestBody: { required: true, content: bodyOf(route, lift) } } : {}),
    responses: {
      ...answerOf(route, lift),
      ...(mayWait ? { 202: keptForOthers } : {}),
      ...refusalsOf(route, texts, problem),
    },
  };
}

const keptForOthers = {
  description: 'Kept until others have approved it; nothing was done yet.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/ApprovalRequest' } } },
};

/** `GET /v1/payments/{id}` is `getPaymentsById`; `GET /status`, a page, is `getPageStatus`. */
function operationIdOf(method: string, path: string): string {
  const words = path
    .replace(/^\/(v1|\.well-known)\//, '')
    .replace(/^\//, 'page/')
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[/-]/);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parametersOf({ method, path, query, answer, isAnswerSecret }: Route, lift: Lift): Schema[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1]!,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const required = new Set((query?.required ?? []) as string[]);
  const inQuery = Object.entries((query?.properties ?? {}) as Record<string, TSchema>).map(([name, schema]) => ({
    name,
    in: 'query',
    // What has a default need not be sent.
    required: required.has(name) && schema.default === undefined,
    ...(schema.description && !schema.title ? { description: schema.description } : {}),
    schema: lift(schema),
  }));
  const resume = {
    name: 'Last-Event-ID',
    in: 'header',
    required: false,
    description: 'Sent by the reader when it connects again: the stream goes on after this event.',
    schema: { type: 'string' },
  };
  const key = { $ref: '#/components/parameters/IdempotencyKey' };
  return [
    ...inPath,
    ...inQuery,
    ...(method === 'GET' || isAnswerSecret ? [] : [key]),
    ...(answer === 'events' ? [resume] : []),
  ];
}

function bodyOf({ body, examples }: Route, lift: Lift): Schema {
  if (body === 'xml') return { 'application/xml': xmlOf(examples?.body) };
  const schema = lift(body);
  // Beside a reference, `additionalProperties` would refuse the members it refers to as well.
  const closed = '$ref' in schema ? 'unevaluatedProperties' : 'additionalProperties';
  return { 'application/json': { schema: { ...schema, [closed]: false } } };
}

function xmlOf(example: string | undefined): Schema {
  return { schema: { type: 'string' }, ...(example ? { example } : {}) };
}

function answerOf(route: Route, lift: Lift): Schema {
  const { answer, answerHeaders, events = {}, examples } = route;
  const headers = Object.entries(answerHeaders ?? {}).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ]);
  const more = headers.length > 0 ? { headers: Object.fromEntries(headers) } : {};
  if (answer === undefined) return { [route.status ?? 204]: { description: 'Done', ...more } };
  if (answer === 'events') {
    // OpenAPI 3.1 has no words for the events of a stream; `x-events` names the shape of each one's data.
    const shapes = Object.fromEntries(Object.entries(events).map(([name, schema]) => [name, lift(schema)]));
    const content = { 'text/event-stream': { schema: { type: 'string', 'x-events': shapes } } };
    return { 200: { description: `Server-sent events: ${Object.keys(events).join(', ')}`, ...more, content } };
  }
  const usualType = typeof answer === 'string' ? rawTypes[answer] : 'application/json';
  const type = route.answerType?.split(';')[0] ?? usualType;
  const content = { [type]: typeof answer === 'string' ? xmlOf(examples?.answer) : { schema: lift(answer) } };
  return { [route.status ?? 200]: { description: 'The answer', ...more, content } };
}

/** Its own refusals by status; those of the edge are shared by all. */
function refusalsOf({ may, refuses = [] }: Route, texts: RefusalTexts, problem: Schema): Schema {
  const shared = (name: string) => ({ $ref: `#/components/responses/${name}` });
  const answers: Schema = { 400: shared('Malformed') };
  if (!may.includes('nobody'))
    Object.assign(answers, { 401: shared('Unauthorized'), 403: shared('Forbidden'), 429: shared('TooMuch') });
  const byStatus = new Map<number, string[]>();
  for (const code of refuses) {
    const { status } = texts[code] ?? { status: 500 };
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  for (const [status, codes] of byStatus) {
    answers[status] = { description: sentences(codes, texts), 'x-codes': codes, content: problem };
  }
  return { ...answers, default: shared('Problem') };
}

/** `payment_not_found`: There is no such payment. */
function sentences(codes: readonly string[], texts: RefusalTexts): string {
  const known = { ...HTTP_REFUSALS, ...texts } as RefusalTexts;
  return codes.map((code) => `\`${code}\`: ${known[code]?.en ?? 'not declared'}`).join('\n\n');
}
