// The shapes every module's answers share: texts in two languages, amounts, moments, dates, pages.
import { type Static, type TProperties, type TSchema, Type } from '@sinclair/typebox';

/** A text in both languages of the house. */
export const TitleSchema = Type.Object({ en: Type.String(), zh: Type.String() });

/** Minor units as a decimal string, so that no reader loses digits; may be negative. */
export const AmountSchema = Type.String({ pattern: '^-?\\d{1,39}$', examples: ['123456'] });

/** An amount someone sends us: not negative, at most 25 digits. */
export const GivenAmountSchema = Type.String({ pattern: '^\\d{1,25}$', examples: ['123456'] });

/** RFC 3339, UTC, microseconds. */
export const MomentSchema = Type.String({ format: 'date-time', examples: ['2027-04-14T06:30:00.000123Z'] });

export const BusinessDaySchema = Type.String({ format: 'date', examples: ['2027-04-14'] });

/** Why an operator did it; kept in the trail. */
export const ReasonSchema = Type.String({ minLength: 1, maxLength: 500 });

export const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** One of these texts: `OneOf(['first', 'last'])`. */
export const OneOf = <const Texts extends readonly string[]>(texts: Texts) =>
  Type.Unsafe<Texts[number]>({ type: 'string', enum: [...texts] });

/** `{ items, next }`; `next` is null on the last page. */
export const PageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) });

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** The query of a list, with its own filters: `listQuery({ state: … }, ['amount'])`. */
export function listQuery<Filters extends TProperties>(filters: Filters, sorts: readonly string[] = []) {
  const sort = Type.Optional(OneOf(sorts.flatMap((field) => [field, `-${field}`])));
  return Type.Object({
    ...filters,
    after: Type.Optional(Type.String({ maxLength: 500, description: 'The `next` of the page before' })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    ...((sorts.length > 0 ? { sort } : {}) as { sort: typeof sort }),
  });
}

/** RFC 9457. */
export const ProblemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  detailZh: Type.String(),
  field: Type.Optional(Type.String()),
  details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  requestId: Type.String(),
});
export type Problem = Static<typeof ProblemSchema>;
