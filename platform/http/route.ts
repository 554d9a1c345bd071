// A route is data: what it answers to, who may call it, what goes in and out, what it may refuse, and a short function.
// Modules export `xRoutes(context): Route[]`; `server.ts` gives every one the same treatment in the same order: who is
// it, may it, is the request well formed, was it done already, do it, answer.
import { type Readable } from 'node:stream';
import { type Static, type TObject, type TSchema } from '@sinclair/typebox';
import { type EventStream } from './events.ts';

export interface Title {
  readonly en: string;
  readonly zh: string;
}

/** Who asks. `actor` is the name that stands in trails. */
export type Caller =
  | { readonly kind: 'operator'; readonly actor: string }
  | { readonly kind: 'participant'; readonly participantId: string; readonly actor: string }
  | { readonly kind: 'nobody'; readonly actor: string };

export type May = 'operator' | 'participant' | 'anyone';
type CallerOf<Who extends May> = 'anyone' extends Who ? Caller : Extract<Caller, { kind: Who }>;

/**
 * Bodies that are not JSON: `bytes` is a Buffer of at most 2 MB; `stream` a Readable of at most 64 MB; `either` the
 * first when Content-Length says it fits, the second when it does not. Sent as application/xml or text/xml.
 */
export type RawBody = 'bytes' | 'stream' | 'either';

/** `text/event-stream` gets an EventStream; other media types a string or bytes; `nothing` is 204. */
export type RawAnswer = 'application/xml' | 'text/html' | 'text/csv' | 'text/event-stream' | 'nothing';

/** The names in a path: `'/v1/payments/:id'` gives `{ id: string }`. */
export type PathNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [Key in Name]: string } & PathNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [Key in Name]: string }
    : unknown;

type BodyOf<Body> = Body extends 'bytes'
  ? Buffer
  : Body extends 'stream'
    ? Readable
    : Body extends 'either'
      ? Buffer | Readable
      : Body extends TSchema
        ? Static<Body>
        : undefined;

type AnswerOf<Given> = Given extends 'nothing'
  ? void
  : Given extends 'text/event-stream'
    ? (stream: EventStream) => void
    : Given extends RawAnswer
      ? string | Uint8Array
      : Given extends TSchema
        ? Static<Given>
        : never;

export interface RouteRequest<Params, Query, Body, Who extends Caller> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Who;
  readonly requestId: string;
  /** Lower-case header names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Aborts when the caller has gone away. */
  readonly signal: AbortSignal;
}

/** An answer with another status than the route's, or with headers of its own. */
export class Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: Body, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export interface RouteSpec<
  Path extends string,
  Who extends May,
  Params extends TObject | undefined,
  Query extends TObject | undefined,
  Body extends TSchema | RawBody | undefined,
  Given extends TSchema | RawAnswer,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Parts that vary begin with a colon: `/v1/payments/:id`. */
  readonly path: Path;
  readonly summary: Title;
  readonly tags: readonly string[];
  readonly may: readonly Who[];
  /** Without one, each name in the path is a text of 1 to 200 characters. */
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Given;
  /** Of a usual answer; 200, or 204 for `nothing`. */
  readonly status?: number;
  /** Codes this act may refuse with, besides those of the edge itself. */
  readonly refusals?: readonly string[];
  /**
   * Writes carry an Idempotency-Key. `none` where repeating does no harm or where the body identifies itself, as
   * messages do. `required` by default for everything but GET.
   */
  readonly idempotency?: 'required' | 'none';
  /** Most bytes of a JSON body, 64 kB by default; of raw bytes 2 MB. */
  readonly maxBytes?: number;
  handle(
    request: RouteRequest<
      Params extends TObject ? Static<Params> : PathNames<Path>,
      Query extends TObject ? Static<Query> : Record<never, never>,
      BodyOf<Body>,
      CallerOf<Who>
    >,
  ): Promise<AnswerOf<Given> | Answer<AnswerOf<Given>>> | AnswerOf<Given> | Answer<AnswerOf<Given>>;
}

/** A route as the server sees it, whatever its types. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: Title;
  readonly tags: readonly string[];
  readonly may: readonly May[];
  readonly params: TObject | undefined;
  readonly query: TObject | undefined;
  readonly body: TSchema | RawBody | undefined;
  readonly answer: TSchema | RawAnswer;
  readonly status: number;
  readonly refusals: readonly string[];
  readonly idempotency: 'required' | 'none';
  readonly maxBytes: number;
  handle(request: RouteRequest<unknown, unknown, unknown, Caller>): unknown;
}

export const MAX_JSON_BYTES = 64 * 1024;
export const MAX_BYTES = 2 * 1024 * 1024;
export const MAX_STREAM_BYTES = 64 * 1024 * 1024;

/**
 * Declares a route; its handler's request is typed by the schemas given here. Members of query and body that the schema
 * does not name are refused, also in nested objects.
 */
export function route<
  const Path extends string,
  const Who extends May,
  Given extends TSchema | RawAnswer,
  Params extends TObject | undefined = undefined,
  Query extends TObject | undefined = undefined,
  Body extends TSchema | RawBody | undefined = undefined,
>(spec: RouteSpec<Path, Who, Params, Query, Body, Given>): Route {
  const { method, body, answer } = spec;
  const isRaw = typeof body === 'string';
  return {
    method,
    path: spec.path,
    summary: spec.summary,
    tags: spec.tags,
    may: spec.may,
    params: spec.params,
    query: spec.query,
    body,
    answer,
    status: spec.status ?? (answer === 'nothing' ? 204 : 200),
    refusals: spec.refusals ?? [],
    idempotency: spec.idempotency ?? (method === 'GET' ? 'none' : 'required'),
    maxBytes: spec.maxBytes ?? (isRaw ? MAX_BYTES : MAX_JSON_BYTES),
    handle: (request) => (spec.handle as (request: unknown) => unknown)(request),
  };
}
