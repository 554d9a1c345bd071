// The shapes every module's answers share: texts in two languages, amounts, moments, dates, pages. A schema with a title
// stands once in the OpenAPI document, under that name; others point to it.
import { type Static, type TProperties, type TSchema, Type } from '@sinclair/typebox';

/** A text in both languages of the house. */
export const TitleSchema = Type.Object(
  { en: Type.String(), zh: Type.String() },
  { title: 'Title', description: 'A text in English and Simplified Chinese.', examples: [{ en: 'Open', zh: '营业' }] },
);

/** Minor units as a decimal string, so that no reader loses digits; may be negative. */
export const AmountSchema = Type.String({
  title: 'Amount',
  description:
    'Minor units of the institution’s currency as decimal digits: "123456" is 1,234.56 CNY. May be negative.',
  pattern: '^-?\\d{1,39}$',
  examples: ['123456'],
});

/** An amount someone sends us: not negative, at most 25 digits. */
export const GivenAmountSchema = Type.String({
  title: 'GivenAmount',
  description: 'An amount handed in: minor units as decimal digits, not negative.',
  pattern: '^\\d{1,25}$',
  examples: ['123456'],
});

/** RFC 3339, UTC, microseconds. */
export const MomentSchema = Type.String({
  title: 'Moment',
  description: 'RFC 3339 in UTC, to the microsecond.',
  format: 'date-time',
  examples: ['2027-04-14T06:30:00.000123Z'],
});

export const BusinessDaySchema = Type.String({
  title: 'BusinessDay',
  description: 'A business date, YYYY-MM-DD; not a moment: a day may open the evening before.',
  format: 'date',
  examples: ['2027-04-14'],
});

/** Why an operator did it; kept in the trail. */
export const ReasonSchema = Type.String({
  minLength: 1,
  maxLength: 500,
  description: 'Why; kept in the trail.',
  examples: ['Asked for by the bank by telephone'],
});

export const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** One of these texts: `OneOf(['first', 'last'])`; named in the OpenAPI document when it has a title. */
export const OneOf = <const Texts extends readonly string[]>(texts: Texts, title?: string) =>
  Type.Unsafe<Texts[number]>({ type: 'string', enum: [...texts], ...(title ? { title } : {}) });

/** `{ items, next }`; `next` is null on the last page. Named after its items. */
export const PageOf = <Item extends TSchema>(item: Item) =>
  Type.Object(
    {
      items: Type.Array(item),
      next: Type.Union([Type.String(), Type.Null()], { description: 'Give it as `after`; null on the last page.' }),
    },
    item.title ? { title: `${item.title}Page` } : {},
  );

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** The query of a list, with its own filters: `listQuery({ state: … }, ['amount'])`. */
export function listQuery<Filters extends TProperties>(filters: Filters, sorts: readonly string[] = []) {
  const sort = Type.Optional(
    Type.Unsafe<string>({
      type: 'string',
      enum: sorts.flatMap((field) => [field, `-${field}`]),
      description: 'The field to sort by; with a minus the largest first.',
    }),
  );
  return Type.Object({
    ...filters,
    after: Type.Optional(Type.String({ maxLength: 500, description: 'The `next` of the page before.' })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'Items on a page.' }),
    ...((sorts.length > 0 ? { sort } : {}) as { sort: typeof sort }),
  });
}

/** RFC 9457. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: '`urn:feiqian:problem:` and the code.' }),
    title: Type.String({ description: 'The code as words.' }),
    status: Type.Integer({ description: 'The HTTP status.' }),
    code: Type.String({ description: 'From the closed list in generated/errors.md; programs decide by it.' }),
    detail: Type.String({ description: 'The sentence in English.' }),
    detailZh: Type.String({ description: 'The sentence in Simplified Chinese.' }),
    field: Type.Optional(
      Type.String({ description: 'JSON pointer into the body, `?name` for the query, or the name of a header.' }),
    ),
    details: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), { description: 'Figures and names that explain it.' }),
    ),
    requestId: Type.String({ description: 'Also in the header x-request-id; quote it when you ask us.' }),
  },
  {
    title: 'Problem',
    description: 'RFC 9457: why the answer is no. Nothing was changed.',
    examples: [
      {
        type: 'urn:feiqian:problem:payment_not_found',
        title: 'Payment not found',
        status: 404,
        code: 'payment_not_found',
        detail: 'There is no such payment.',
        detailZh: '没有该笔支付。',
        field: '/id',
        requestId: '5f0f9a30-6d2a-4c3e-9f1b-0d6c8c3f1a2b',
      },
    ],
  },
);
export type Problem = Static<typeof ProblemSchema>;
