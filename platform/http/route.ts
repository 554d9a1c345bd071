// A route is data: what it answers to, who may call it, what goes in and out, and a short function. Modules declare
// theirs; `server.ts` gives every one the same treatment: who is it, may it, is the request well formed, do it, answer.
import { type Readable } from 'node:stream';
import { type Static, type TSchema } from '@sinclair/typebox';

/** Someone who has signed in. What they may do follows from their roles. */
export interface SignedIn {
  readonly id: string;
  readonly roles: readonly string[];
  readonly sessionId: string;
  /** Set while a call is carried out that others approved: the id of the approval request. */
  readonly approvalId?: string;
}

/**
 * Who asks. `actor` is the name that stands in trails: of a person, the login name. `keyId` is of the key by which a
 * machine came; `person` is there when someone has signed in.
 */
export type Caller =
  | { kind: 'operator'; actor: string; keyId?: string; person?: SignedIn }
  | { kind: 'participant'; actor: string; participantId: string; keyId?: string; person?: SignedIn }
  /** One that is no participant. */
  | { kind: 'organisation'; actor: string; organisationId: string; keyId?: string; person?: SignedIn }
  | { kind: 'nobody' };

export const personOf = (caller: Caller): SignedIn | undefined =>
  caller.kind === 'nobody' ? undefined : caller.person;

/** Under which name what the caller does is done once and no more; undefined when nobody had to approve it. */
export const approvalOf = (caller: Caller): string | undefined => {
  const id = personOf(caller)?.approvalId;
  return id === undefined ? undefined : `approval ${id}`;
};

export interface Call<Params = Record<string, string>, Query = Record<string, string | undefined>, Body = unknown> {
  params: Params;
  query: Query;
  body: Body;
  caller: Caller;
  requestId: string;
  /** Lower-case names. */
  headers: Record<string, string | string[] | undefined>;
  /** The peer's IP address. */
  address: string;
  /** Aborts when the caller of an event stream has gone. */
  signal?: AbortSignal;
}

/** What a route whose answer is 'events' yields; `data` becomes one line of JSON. */
export interface SentEvent {
  event: string;
  data: unknown;
  /** Comes back as the header last-event-id when the reader connects again. */
  id?: string;
}

/** A file as it stands on the disk. */
export interface SentFile {
  readonly content: Readable;
  readonly bytes: number;
  /** Under which it is saved; letters, digits, dots and hyphens. */
  readonly name: string;
}

export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** One line of `before → after`; null is nothing. Amounts are minor units as digits. */
export interface Difference {
  readonly field: Text;
  readonly kind: 'text' | 'amount';
  readonly before: string | null;
  readonly after: string | null;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** '/v1/payments/{id}' */
  path: string;
  summary: Text;
  /** What a caller must know beyond the summary. */
  description?: Text;
  tag: string;
  /** 'nobody' lets everyone in. */
  may: readonly Caller['kind'][];
  /** A participant reaches only what is its own; what is another's answers as if it did not exist. */
  own?: boolean;
  /** Who asks is not looked at, so that it answers while what knows them is down. */
  needsNoCaller?: boolean;
  /** For someone who has signed in; a token or a key alone is refused `person_needed`. */
  needsPerson?: boolean;
  /** Codes of the module's own refusals that this route may answer with. */
  refuses?: readonly string[];
  /** An object; texts of the address become the numbers and booleans it names. */
  query?: TSchema;
  /** JSON of at most 1 MB or `maxBodyBytes`, or 'xml': a Buffer of at most 64 MB. Members a schema does not name are refused. */
  body?: TSchema | 'xml';
  maxBodyBytes?: number;
  /**
   * 'events': the handler returns an AsyncIterable of SentEvent; 'lines': of values, each sent as a line of JSON as fast
   * as the caller reads; 'file': a SentFile, streamed; 'text': plain text, or what `answerType` says. Absent: nothing is
   * answered (204).
   */
  answer?: TSchema | 'xml' | 'html' | 'text' | 'events' | 'lines' | 'file';
  /** Media type of the answer, when it is not the usual one of its kind. */
  answerType?: string;
  /** Of a stream: the shape of `data` by the event's name. */
  events?: Readonly<Record<string, TSchema>>;
  /** Headers of the answer, and what each says. */
  answerHeaders?: Readonly<Record<string, string>>;
  /** Texts of XML bodies that show how it is done. */
  examples?: { readonly body?: string; readonly answer?: string };
  /** The answer holds a secret and is kept nowhere: an Idempotency-Key is not looked at. */
  isAnswerSecret?: boolean;
  /** Members of the body that nobody else may see; who approves the call sees that they are there. */
  secrets?: readonly string[];
  /** Of a usual answer; 200, or 204 when the handler returns undefined. */
  status?: number;
  /** How much it is about, for policies that go by amount; minor units. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as of a handler
  amount?(call: Call<any, any, any>): bigint | undefined;
  /** What doing it would change, for who approves it. Refuses what the caller may not know of, as the handler does. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as of a handler
  difference?(call: Call<any, any, any>): Promise<readonly Difference[]> | readonly Difference[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a handler says what its schemas make of the request
  handle(call: Call<any, any, any>): Promise<unknown> | unknown;
}

/** `'/v1/payments/{id}/cancel'` gives `{ id: string }`. */
export type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [Key in Name]: string } & PathNames<Rest>
  : unknown;

type BodyOf<Body> = Body extends TSchema ? Static<Body> : Body extends 'xml' ? Buffer : undefined;

type AnswerOf<Given> = Given extends TSchema
  ? Static<Given> | Reply
  : Given extends 'events'
    ? AsyncIterable<SentEvent>
    : Given extends 'lines'
      ? AsyncIterable<unknown>
      : Given extends 'file'
        ? SentFile
        : Given extends 'xml' | 'html' | 'text'
          ? string | Buffer | Reply
          : Reply | undefined | void;

type CallOf<Path extends string, Query extends TSchema, Body> = Omit<Call, 'params' | 'query' | 'body'> & {
  readonly params: PathNames<Path>;
  readonly query: Static<Query>;
  readonly body: BodyOf<Body>;
};

/** A route whose handler is typed by what it declares: names in its path, its query, its body, its answer. */
export function route<
  const Path extends string,
  Query extends TSchema,
  Body extends TSchema | 'xml' | undefined = undefined,
  Given extends TSchema | 'xml' | 'html' | 'text' | 'events' | 'lines' | 'file' | undefined = undefined,
>(
  declared: Omit<Route, 'path' | 'query' | 'body' | 'answer' | 'amount' | 'difference' | 'handle'> & {
    readonly path: Path;
    readonly query?: Query;
    readonly body?: Body;
    readonly answer?: Given;
    amount?(call: CallOf<Path, Query, Body>): bigint | undefined;
    difference?(call: CallOf<Path, Query, Body>): Promise<readonly Difference[]> | readonly Difference[];
    handle(call: CallOf<Path, Query, Body>): Promise<AnswerOf<Given>> | AnswerOf<Given>;
  },
): Route {
  return declared as unknown as Route;
}

export interface ReplyOptions {
  status?: number;
  /** Media type. */
  type?: string;
  headers?: Record<string, string>;
}

/** For answers that are not JSON, or need a status or headers of their own. */
export class Reply {
  readonly body: string | Buffer | null;
  readonly options: ReplyOptions;

  constructor(body: string | Buffer | null, options: ReplyOptions = {}) {
    this.body = body;
    this.options = options;
  }
}
