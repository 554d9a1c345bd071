// What modules use of the HTTP edge.
export { decodeCursor, encodeCursor, pageOf, type CursorPart } from './cursor.ts';
export { type Admission, type Arrival, type GivenAnswer, type Machines } from './machines.ts';
export { describeApi } from './openapi.ts';
export {
  Reply,
  route,
  type Call,
  type Caller,
  type SignedIn,
  personOf,
  type Route,
  type SentEvent,
  type Text,
} from './route.ts';
export {
  AmountSchema, BusinessDaySchema, GivenAmountSchema, listQuery, MomentSchema, Nullable, OneOf, type Page, PageOf, type Problem, ProblemSchema,
  ReasonSchema,  TitleSchema,
} from './schemas.ts'; // prettier-ignore
export { buildServer, type RefusedRequest, type ServerOptions } from './server.ts';
