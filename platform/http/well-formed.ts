// Whether a request is well formed: the body's kind, and what the schemas of its route let through.
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { parseInstant } from '../instant.ts';
import { Refusal } from '../refusal.ts';
import { checkBody } from './machines.ts';
import { type Schema, strictSchema } from './openapi.ts';
import { type Route } from './route.ts';

export function addBodyParsers(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const refusal = checkBody(request, body);
    if (refusal) return done(refusal);
    return body.length === 0 ? done(null, undefined) : parseJson(request, body.toString(), done);
  });
  app.addContentTypeParser(['application/xml', 'text/xml'], { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const refusal = checkBody(request, body);
    return refusal ? done(refusal) : done(null, body);
  });
}

const nothing = { type: 'object', properties: {}, additionalProperties: false };

/** What Fastify checks schemas with, as far as it concerns us. */
interface Checker {
  readonly formats: Readonly<Record<string, unknown>>;
  addFormat(name: string, format: { type: 'string'; validate: (text: string) => boolean }): unknown;
}

/**
 * The formats of moments and days, held to what we and PostgreSQL can hold: an Instant that is exact, an offset below sixteen
 * hours, a year that there was.
 */
export function addFormats(checker: Checker): void {
  const narrow = (name: string, isHeld: (text: string) => boolean): void => {
    const { validate } = checker.formats[name] as { validate: (text: string) => boolean };
    checker.addFormat(name, { type: 'string', validate: (text) => validate(text) && isHeld(text) });
  };
  narrow('date', (text) => !text.startsWith('0000'));
  narrow('date-time', (text) => Number.isSafeInteger(parseInstant(text)) && !/[+-](1[6-9]|2\d):\d\d$/.test(text));
}

export function validationOf(route: Route): Schema {
  const schema: Schema = { querystring: route.query ? strictSchema(route.query) : nothing };
  if (route.method !== 'GET' && route.body !== 'xml') schema.body = route.body ? strictSchema(route.body) : nothing;
  return schema;
}

/** Bodies of the right kind, and the texts of the address as the numbers, booleans and lists its schema names. */
export function prepare(route: Route, request: FastifyRequest): void {
  if (route.method !== 'GET') {
    const isRightKind = (route.body === 'xml') === Buffer.isBuffer(request.body);
    if (!isRightKind) throw new Refusal('media_type_unknown', { field: 'Content-Type' });
    request.body ??= {};
  }
  requireText(request.params, ':');
  requireText(request.query, '?');
  if (!Buffer.isBuffer(request.body)) requireText(request.body, '/');
  const query = request.query as Record<string, unknown>;
  const properties = (route.query?.properties ?? {}) as Record<string, { type?: string }>;
  for (const [name, value] of Object.entries(query)) query[name] = converted(value, properties[name]?.type);
}

/** No text anywhere holds the character NUL: PostgreSQL keeps none, and nothing that a person writes has it. */
function requireText(value: unknown, field: string): void {
  if (typeof value === 'string' && value.includes('\0')) {
    throw new Refusal('malformed_request', { field, details: { reason: 'must not hold the character NUL' } });
  }
  if (value === null || typeof value !== 'object') return;
  for (const [name, member] of Object.entries(value)) {
    requireText(name, field);
    requireText(member, /^[:?/]$/.test(field) ? `${field}${name}` : `${field}/${name}`);
  }
}

function converted(value: unknown, type: string | undefined): unknown {
  if (type === 'array') return Array.isArray(value) ? value : [value];
  if (typeof value !== 'string') return value;
  if ((type === 'integer' || type === 'number') && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
