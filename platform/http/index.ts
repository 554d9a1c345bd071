// What modules use of the HTTP edge.
export { admit } from './admit.ts';
export { type AnsweredRequest, type Bodies } from './answered.ts';
export { decodeCursor, encodeCursor, pageOf, type CursorPart } from './cursor.ts';
export { type Admission, type Arrival, type GivenAnswer, type Machines } from './machines.ts';
export { type FourEyes } from './four-eyes.ts';
export { type Isolation } from './isolation.ts';
export { listenMutual, type MutualTls } from './mutual-tls.ts';
export { ConnectionCut, type Entry, type Mount, type Place } from './mounts.ts';
export { HTTP_REFUSALS } from './refusals.ts';
export { type Allowance, type Limits } from './limits.ts';
export { describeApi } from './openapi.ts';
export { cookiesOf } from './headers.ts';
export {
  Reply, approvalOf, personOf, route, type Call, type Caller, type Difference, type ReplyOptions, type Route, type SentEvent,
  type SignedIn, type Text,
} from './route.ts'; // prettier-ignore
export {
  AmountSchema, BusinessDaySchema, GivenAmountSchema, listQuery, MomentSchema, Nullable, OneOf, type Page, PageOf, type Problem, ProblemSchema,
  ReasonSchema,  TitleSchema,
} from './schemas.ts'; // prettier-ignore
export { buildServer, type RefusedRequest, type ServerOptions } from './server.ts';
