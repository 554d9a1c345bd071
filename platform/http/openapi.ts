// What the routes say of themselves, as OpenAPI operations, and their schemas made strict for validation.
import { Type, type TSchema } from '@sinclair/typebox';
import { type Route } from './route.ts';
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

const rawTypes = { xml: 'application/xml', html: 'text/html', events: 'text/event-stream' } as const;
const problem = {
  description: 'A refusal or a fault',
  content: { 'application/problem+json': { schema: ProblemSchema } },
};

/** The operation of a route in the words of @fastify/swagger. */
export function operationOf(route: Route): Schema {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  return {
    summary: route.summary.en,
    'x-summary-zh': route.summary.zh,
    tags: [route.tag],
    ...(route.may.includes('nobody') ? {} : { security: [{ token: [] }] }),
    ...(names.length > 0
      ? { params: Type.Object(Object.fromEntries(names.map((name) => [name, Type.String()]))) }
      : {}),
    ...(route.query ? { querystring: withoutDefaults(strictSchema(route.query)) } : {}),
    ...(route.method === 'GET' ? {} : { headers: idempotencyHeader }),
    ...bodyOf(route.body),
    response: { [route.status ?? 200]: answerOf(route.answer), default: problem },
  };
}

/** What has a default need not be sent. */
function withoutDefaults(schema: Schema): Schema {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const required = ((schema.required ?? []) as string[]).filter((name) => !('default' in (properties[name] ?? {})));
  return { ...schema, required };
}

const idempotencyHeader = {
  type: 'object',
  properties: {
    'Idempotency-Key': { type: 'string', maxLength: 200, description: 'Same key, same request: the same answer.' },
  },
};

function bodyOf(body: Route['body']): Schema {
  if (body === undefined) return {};
  if (body !== 'xml') return { body: strictSchema(body) };
  return { body: { content: { 'application/xml': { schema: { type: 'string' } } } } };
}

function answerOf(answer: Route['answer']): Schema {
  const description = 'The answer';
  if (answer === undefined) return { description, content: { 'application/json': { schema: {} } } };
  if (typeof answer !== 'string') return { description, content: { 'application/json': { schema: answer } } };
  return { description, content: { [rawTypes[answer]]: { schema: { type: 'string' } } } };
}
