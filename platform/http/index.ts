// What modules use of the HTTP edge.
export { decodeCursor, encodeCursor, pageOf, type CursorPart } from './cursor.ts';
export { Reply, route, type Call, type Caller, type Route, type SentEvent } from './route.ts';
export {
  AmountSchema, BusinessDaySchema, GivenAmountSchema, listQuery, MomentSchema, Nullable, OneOf, type Page, PageOf, ReasonSchema,
  TitleSchema,
} from './schemas.ts'; // prettier-ignore
export { buildServer, type ServerOptions } from './server.ts';
