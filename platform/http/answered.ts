// Every answer that has gone, for whoever counts or keeps them: by its route as declared, its status, its time, its refusal,
// and who asked. Bodies are told of below other bases alone, where nothing is real; up to a length.
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller } from './route.ts';

/** The route as declared; empty when there is nothing at the address. */
export interface AnsweredRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly seconds: number;
  /** Of the refusal, or `fault`; undefined of what was done. */
  readonly code: string | undefined;
  /** Where the refusal points to. */
  readonly field: string | undefined;
  readonly requestId: string;
  /** Path and query as they came. */
  readonly target: string;
  /** Who asked at the root; nobody when it is not known. */
  readonly caller: Caller;
  /** Of the mount; undefined at the root. */
  readonly environment: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly bodies: Bodies | undefined;
}

/** What was sent and answered, as texts; null when there was none or it was too long to keep. */
export interface Bodies {
  readonly askedType: string | null;
  readonly asked: string | null;
  readonly answeredType: string | null;
  readonly answered: string | null;
}

const MOST_BODY = 64 * 1024;

const refusals = new WeakMap<FastifyRequest, { readonly code: string; readonly field: string | undefined }>();
const askers = new WeakMap<FastifyRequest, { readonly caller: Caller; readonly environment: string | undefined }>();
const payloads = new WeakMap<FastifyRequest, string>();

export function markRefused(request: FastifyRequest, code: string, field?: string): void {
  refusals.set(request, { code, field });
}

/** Before it enters another house. */
export function markAsker(request: FastifyRequest, caller: Caller, environment: string | undefined): void {
  askers.set(request, { caller, environment });
}

export const refusalOf = (request: FastifyRequest): string | undefined => refusals.get(request)?.code;

/** '/v1/payments/{id}'; empty when there is nothing at the address. */
export const declaredPath = ({ routeOptions }: FastifyRequest): string =>
  (routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}');

export function hearAnswers(app: FastifyInstance, onAnswer: (answered: AnsweredRequest) => void): void {
  app.addHook('onSend', (request, _reply, payload, done) => {
    const text = askers.get(request)?.environment === undefined ? undefined : textOf(payload);
    if (text !== undefined) payloads.set(request, text);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    onAnswer(answeredOf(request, reply));
    done();
  });
}

function answeredOf(request: FastifyRequest, reply: FastifyReply): AnsweredRequest {
  const { method, id: requestId, headers } = request;
  const { caller, environment } = askers.get(request) ?? { caller: { kind: 'nobody' } as const, environment: undefined };
  const refusal = refusals.get(request);
  const key = headers['idempotency-key'];
  return {
    method,
    path: declaredPath(request),
    status: reply.statusCode,
    seconds: reply.elapsedTime / 1_000,
    code: refusal?.code,
    field: refusal?.field,
    requestId,
    target: request.raw.url ?? '',
    caller,
    environment,
    idempotencyKey: typeof key === 'string' ? key : undefined,
    bytesIn: lengthOf(headers['content-length']),
    bytesOut: lengthOf(reply.getHeader('content-length')),
    bodies: environment === undefined ? undefined : bodiesOf(request, reply),
  };
} // prettier-ignore

/** As whoever sent it claims, so up to what a number holds exactly. */
const lengthOf = (header: unknown): number => Math.min(Number(header ?? 0) || 0, Number.MAX_SAFE_INTEGER);
const typeOf = (header: unknown): string | null => (typeof header === 'string' ? header : null);

function bodiesOf(request: FastifyRequest, reply: FastifyReply): Bodies {
  return {
    askedType: typeOf(request.headers['content-type']),
    asked: textOf(request.body) ?? null,
    answeredType: typeOf(reply.getHeader('content-type')),
    answered: payloads.get(request) ?? null,
  };
}

function textOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (Buffer.isBuffer(body)) return body.length > MOST_BODY ? undefined : body.toString();
  const isStream = typeof body === 'object' && 'pipe' in body;
  const text = typeof body === 'string' ? body : isStream ? undefined : JSON.stringify(body);
  return text === undefined || text.length > MOST_BODY ? undefined : text;
}
