// What modules use of the HTTP edge.
export { decodeCursor, encodeCursor, pageOf, type CursorPart } from './cursor.ts';
export { EventStream, type SentEvent } from './events.ts';
export { Answer, route, type Caller, type May, type Route, type Title } from './route.ts';
export {
  AmountSchema, BusinessDaySchema, GivenAmountSchema, listQuery, MomentSchema, Nullable, OneOf, type Page, PageOf, ReasonSchema,
  TitleSchema,
} from './schemas.ts'; // prettier-ignore
