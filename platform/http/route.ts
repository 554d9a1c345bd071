// A route is data: what it answers to, who may call it, what goes in and out, and a short function. Modules declare
// theirs; `server.ts` gives every one the same treatment: who is it, may it, is the request well formed, do it, answer.
import { type TSchema } from '@sinclair/typebox';

/** Who asks. `actor` is the name that stands in trails. */
export type Caller =
  | { kind: 'operator'; actor: string }
  | { kind: 'participant'; actor: string; participantId: string }
  | { kind: 'nobody' };

export interface Call<Params = Record<string, string>, Query = Record<string, string | undefined>, Body = unknown> {
  params: Params;
  query: Query;
  body: Body;
  caller: Caller;
  requestId: string;
  /** Lower-case names. */
  headers: Record<string, string | string[] | undefined>;
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

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** '/v1/payments/{id}' */
  path: string;
  summary: { en: string; zh: string };
  tag: string;
  /** 'nobody' lets everyone in. */
  may: readonly ('operator' | 'participant' | 'nobody')[];
  /** An object; texts of the address become the numbers and booleans it names. */
  query?: TSchema;
  /** JSON of at most 1 MB or `maxBodyBytes`, or 'xml': a Buffer of at most 64 MB. Members a schema does not name are refused. */
  body?: TSchema | 'xml';
  maxBodyBytes?: number;
  /** 'events': the handler returns an AsyncIterable of SentEvent. */
  answer?: TSchema | 'xml' | 'html' | 'events';
  /** Of a usual answer; 200, or 204 when the handler returns undefined. */
  status?: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a handler says what its schemas make of the request
  handle(call: Call<any, any, any>): Promise<unknown> | unknown;
}

export function route(r: Route): Route {
  return r;
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
