// Requests that prove by themselves who sent them: admitted before their body is read, checked against it before it is
// looked at, and answered with a signature in return. What counts as proof is a module's affair.
import { createHash } from 'node:crypto';
import { type IncomingHttpHeaders } from 'node:http';
import { type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Refusal } from '../refusal.ts';
import { type Caller, type Route } from './route.ts';

/** A request as it came over the wire, before its body. */
export interface Arrival {
  readonly method: string;
  /** Path and query, not decoded. */
  readonly target: string;
  /** `http` or `https`. */
  readonly scheme: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, every line by itself. */
  readonly rawHeaders: readonly string[];
  /** The peer's IP address. */
  readonly address: string;
  /** Over mutual TLS: the certificate that the peer holds; null when it showed none. Undefined where none is asked for. */
  readonly certificate?: PeerCertificate | null;
}

export interface PeerCertificate {
  /** SHA-256 of its DER. */
  readonly hash: Buffer;
  /** It was issued by an authority that we trust, for clients, and was in its time when the connection was made. */
  readonly isTrusted: boolean;
}

export interface Admission {
  readonly caller: Caller;
  /** The refusal of a body that is not the one announced. Called once, with no bytes when there is none. */
  checkBody?(body: Buffer): Refusal | undefined;
}

export interface GivenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Undefined for a stream, which has no end to wait for. */
  readonly body: Buffer | undefined;
}

export interface Machines {
  /**
   * Undefined when the request does not say it is a machine's; throws a refusal when it does and is not in order, or when
   * its key is for another environment than the mount's, or the root's when there is none.
   */
  admit(arrival: Arrival, route: Route, environment?: string): Promise<Admission | undefined>;
  /** Asked every few seconds for a stream that a machine opened: false ends it. */
  isStillIn?(keyId: string): Promise<boolean>;
  /** Headers to add to an answer; none when the request was not signed. Refusals are answers too. */
  signAnswer(arrival: Arrival, answer: GivenAnswer): Promise<Readonly<Record<string, string>>>;
}

export function arrivalOf({ raw, protocol }: FastifyRequest): Arrival {
  return {
    method: raw.method!,
    target: raw.url!,
    scheme: protocol,
    headers: raw.headers,
    rawHeaders: raw.rawHeaders,
    address: raw.socket.remoteAddress ?? '',
    ...certificateOf(raw.socket),
  };
}

/** A connection has one certificate for as long as it lasts. */
const shown = new WeakMap<Socket, PeerCertificate | null>();

function certificateOf(socket: Socket): Pick<Arrival, 'certificate'> {
  if (!(socket instanceof TLSSocket)) return {};
  if (!shown.has(socket)) {
    const certificate = socket.getPeerX509Certificate();
    const hash = certificate && createHash('sha256').update(certificate.raw).digest();
    shown.set(socket, hash ? { hash, isTrusted: socket.authorized } : null);
  }
  return { certificate: shown.get(socket)! };
}

const checks = new WeakMap<FastifyRequest, (body: Buffer) => Refusal | undefined>();

export function awaitBody(request: FastifyRequest, { checkBody }: Admission): void {
  if (checkBody) checks.set(request, checkBody);
}

/** Before anything reads the body: the bytes as they came. */
export function checkBody(request: FastifyRequest, body: Buffer): Refusal | undefined {
  const check = checks.get(request);
  checks.delete(request);
  return check?.(body);
}

/** Signs whatever is sent to a request that was signed, refusals and faults too. */
export function signAnswers(app: FastifyInstance, machines: Machines): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isWhole =
      payload === null || payload === undefined || typeof payload === 'string' || Buffer.isBuffer(payload);
    if (request.raw.headers['signature-input'] === undefined || !isWhole) return payload;
    const headers = reply.getHeaders() as Record<string, string | undefined>;
    const answer = { status: reply.statusCode, headers, body: Buffer.from((payload as string | null) ?? '') };
    reply.headers({ ...(await machines.signAnswer(arrivalOf(request), answer)) });
    return payload;
  });
}
