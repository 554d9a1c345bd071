// Values for the fuzzing of routes: what a JSON schema allows, the same with one thing spoiled, and what no schema expects.
import fc from 'fast-check';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

export type Resolve = (schema: Schema) => Schema;

/** Strings that have broken programs: other scripts, control characters, what SQL, paths, numbers and headers care about. */
const HOSTILE_STRINGS = [
  '', ' ', '\0', 'a\0b', '\ud800', '\u202e飞钱', '💸'.repeat(50), "'; drop table ledger.transfers; --", '../../etc/passwd',
  '%00', '%2e%2e%2f', '{{7*7}}', '<script>alert(1)</script>', '-1', '0', '1e309', 'NaN', 'Infinity', '9223372036854775808',
  '9'.repeat(40), '0x10', 'null', 'true', '__proto__', 'constructor', '2027-02-30', '0000-00-00', '9999-12-31',
  '-000001-01-01T00:00:00Z', '275760-09-13T00:00:00.001Z', '2027-04-15T25:61:61Z', '\r\nSet-Cookie: a=b', 'x'.repeat(5_000),
]; // prettier-ignore

export const hostileString = fc.oneof(
  fc.constantFrom(...HOSTILE_STRINGS),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileString,
  fc.constantFrom(null, true, 0, -1, 1.5, 1e300, Number.MAX_SAFE_INTEGER + 1, [], {}, [[[[[]]]]], { a: { b: {} } }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Values that a schema allows, as far as the schema says it. */
export function allowedBy(given: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  const schema = resolve(given);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => allowedBy(each, resolve)));
  const [type] = [schema.type].flat();
  if (type === 'object') return objectsOf(schema, resolve);
  if (type === 'array') {
    const most = Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3);
    return fc.array(allowedBy(schema.items ?? {}, resolve), { minLength: schema.minItems ?? 0, maxLength: most });
  }
  if (type === 'integer' || type === 'number') {
    return fc.integer({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000_000 });
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'string') return stringsOf(schema);
  return fc.jsonValue({ maxDepth: 2 });
}

function objectsOf({ properties = {}, required = [] }: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  const members = Object.entries(properties).map(([name, each]) => [name, allowedBy(each, resolve)] as const);
  const requiredKeys = required.filter((name) => name in properties);
  return fc.record(Object.fromEntries(members), { requiredKeys });
}

function stringsOf({ pattern, format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  if (format === 'uuid') return fc.uuid();
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  if (format === 'date') return moments.map((moment) => moment.toISOString().slice(0, 10));
  if (format === 'date-time') return moments.map((moment) => moment.toISOString());
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 40) });
}

/** A value with one thing of it spoiled: a member missing, strange or unasked for; or something else altogether. */
export function spoiled(value: unknown): fc.Arbitrary<unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return hostileValue;
  const names = Object.keys(value);
  const more = fc
    .tuple(fc.constantFrom('surprise', '__proto__', 'id'), hostileValue)
    .map(([n, v]) => withMember(value, n, v));
  if (names.length === 0) return fc.oneof(hostileValue, more);
  const name = fc.constantFrom(...names);
  const less = name.map((gone) => Object.fromEntries(Object.entries(value).filter(([each]) => each !== gone)));
  const strange = fc.tuple(name, hostileValue).map(([each, instead]) => withMember(value, each, instead));
  const deeper = name.chain((each) =>
    spoiled((value as Record<string, unknown>)[each]).map((instead) => withMember(value, each, instead)),
  );
  return fc.oneof(less, strange, strange, deeper, more, hostileValue);
}

/** Also a member named `__proto__` becomes one, as JSON can have it. */
function withMember(value: object, name: string, member: unknown): object {
  const copy = { ...value };
  Object.defineProperty(copy, name, { value: member, enumerable: true, configurable: true, writable: true });
  return copy;
}
