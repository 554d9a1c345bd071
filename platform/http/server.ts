// The one HTTP server: every route gets the same treatment, every error becomes a problem, the console is served beside.
// Nothing is written down for a request but its fault.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type IncomingHttpHeaders } from 'node:http';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Permissions } from '../permissions/actions.ts';
import { type Pool } from '../postgres/connect.ts';
import { Refusal, type RefusalTexts } from '../refusal.ts';
import { admit } from './admit.ts';
import { type AnsweredRequest, declaredPath, hearAnswers, markAsker, markRefused } from './answered.ts';
import { asLines, renderAnswer, type Rendered, sendFile, sendRendered } from './answer.ts';
import { serveConsole } from './console.ts';
import { refusalOfCursor } from './cursor.ts';
import { EVENT_HEADERS, sendEvents } from './events.ts';
import { type FourEyes, handleOrHold } from './four-eyes.ts';
import { cookiesOf, PAGE_POLICY, refuseForeign, SECURITY_HEADERS } from './headers.ts';
import { hashRequest, IdempotencyKeys, keeperOf } from './idempotency.ts';
import { type Isolation, isolated } from './isolation.ts';
import { arrivalOf, awaitBody, checkBody, type Machines, signAnswers } from './machines.ts';
import { cutIfAsked, enter, type Mount, type Place, placeOf } from './mounts.ts';
import { methodsByAddress } from './methods.ts';
import { describeApi } from './openapi.ts';
import { holdTo, type Limits, refuseOverload, waitOf } from './limits.ts';
import { mutualNamesOf } from './mutual-tls.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';
import { HTTP_REFUSALS } from './refusals.ts';
import { tellFault } from '../telemetry.ts';
import { traceRequests, withinSpan } from './tracing.ts';
import {
  type Call,
  type Caller,
  personOf,
  type Route,
  type SentEvent,
  type SentFile,
  type SignedIn,
  type Text,
} from './route.ts';
import { type Problem } from './schemas.ts';
import { addBodyParsers, addFormats, prepare, validationOf } from './well-formed.ts';

export interface ServerOptions {
  routes: readonly Route[];
  /** The same API below other bases. */
  mounts?: readonly Mount[];
  /** What each tag of the routes holds, for the API's description. */
  tags?: Readonly<Record<string, Text>>;
  /** Those of all modules, merged; the edge's own are added. */
  refusals: RefusalTexts;
  /** Bearer tokens and cookies are read here; may refuse `token_unknown`. */
  callerOf(headers: IncomingHttpHeaders, cookies: Record<string, string>, method: string): Caller | Promise<Caller>;
  /** Asked every few seconds for a stream that a person opened: false ends it. */
  isStillIn?(person: SignedIn): Promise<boolean>;
  /** Asked first: requests that are signed, or carry a key. */
  machines?: Machines;
  /** Asked of every request once it is known who asks. */
  limits?: Limits;
  /** On whose behalf the database is read; without it, on the house's. */
  isolation?: Isolation;
  /** What the roles of people hold; without it a person may do only what is open to everyone. */
  permissions?: Permissions;
  /** Asked before a write of a person is done. */
  fourEyes?: FourEyes;
  /** Folder with the built console's index.html. */
  consoleFolder?: string;
  /** Where answers to writes are kept by their Idempotency-Key; without it the header is not looked at. */
  idempotency?: { pool: Pool };
  /** Requests under way at the same time, open streams among them; more are refused `overloaded`. 2,000 by default. */
  maxUnderWay?: number;
  /** Told of every refusal of a write, once for each answer made. */
  onRefusedWrite?(refused: RefusedRequest): void;
  /** A span for each request. */
  isTraced?: boolean;
  /** Told of every answer that has gone. */
  onAnswer?(answered: AnsweredRequest): void;
  /** Told of every fault; prints it by default. */
  onFault?(error: unknown, requestId: string): void;
}

/** A write that was refused, by whom it was asked and what was answered. */
export interface RefusedRequest {
  readonly method: string;
  /** As declared, with names in braces; empty when there is nothing at the address. */
  readonly path: string;
  readonly code: string;
  readonly status: number;
  readonly caller: Caller;
}

/** What every request needs. */
interface Edge {
  readonly texts: RefusalTexts;
  readonly permissions: Permissions | undefined;
  readonly fourEyes: FourEyes | undefined;
  readonly keys: IdempotencyKeys | undefined;
  readonly isolation: Isolation | undefined;
  readonly streams: Set<AbortController>;
  readonly callerOf: ServerOptions['callerOf'];
  readonly isStillIn: ServerOptions['isStillIn'];
  readonly machines: Machines | undefined;
  readonly limits: Limits | undefined;
  readonly onFault: NonNullable<ServerOptions['onFault']>;
  readonly onRefusedWrite: NonNullable<ServerOptions['onRefusedWrite']>;
}

const MAX_JSON_BYTES = 1024 * 1024;
const MAX_XML_BYTES = 64 * 1024 * 1024;
const MAX_STREAMS = 256;
const NO_BODY = Buffer.alloc(0);
const MAX_UNDER_WAY = 2_000;
const CLOSE_GRACE_MS = 1_000;
const SESSION_LOOK_MS = 5_000;

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const edge: Edge = {
    texts: { ...options.refusals, ...HTTP_REFUSALS },
    permissions: options.permissions,
    fourEyes: options.fourEyes,
    keys: options.idempotency && new IdempotencyKeys(options.idempotency.pool),
    isolation: options.isolation,
    streams: new Set(),
    callerOf: options.callerOf,
    isStillIn: options.isStillIn,
    onRefusedWrite: options.onRefusedWrite ?? (() => undefined),
    machines: options.machines,
    limits: options.limits,
    onFault:
      options.onFault ??
      ((error, requestId) => tellFault(`Fault in request ${requestId}`, error, { 'feiqian.request_id': requestId })),
  };
  const mounts = options.mounts ?? [];
  const mounted = mounts.flatMap(({ base, routes }) => routes.map((each) => ({ ...each, path: base + each.path })));
  const methodsAt = methodsByAddress([...options.routes, ...mounted]);
  const fail = (given: unknown, request: FastifyRequest, reply: FastifyReply) => {
    if (cutIfAsked(given, request, reply)) return reply;
    const allowed = given instanceof Refusal && given.code === 'path_not_found' ? methodsAt(request.url) : [];
    const error =
      allowed.length > 0
        ? new Refusal('method_not_allowed', { details: { method: request.method } })
        : (refusalOfCursor(given, request) ?? given);
    const { problem, isFault } = problemOf(error, edge.texts, request.id);
    if (isFault) edge.onFault(error, request.id);
    else hearRefusal(edge, request, problem);
    markRefused(request, problem.code, problem.field);
    const wait = problem.status === 429 ? waitOf(error) : undefined;
    if (wait !== undefined) reply.header('retry-after', wait);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    if (problem.status === 405) reply.header('allow', allowed.join(', '));
    if (problem.status === 503) reply.header('retry-after', '1');
    return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  };
  const app = fastify({
    logger: false,
    bodyLimit: MAX_JSON_BYTES,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 500 },
    genReqId: () => randomUUID(),
    // Bodies are taken as they are: a number in quotes is not a number. The address is converted below.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: true }, onCreate: addFormats },
    frameworkErrors: (error, request, reply) => void fail(error, request, reply),
  });
  app.setErrorHandler(fail);
  app.setNotFoundHandler((request, reply) => fail(new Refusal('path_not_found'), request, reply));
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...SECURITY_HEADERS, 'content-security-policy': PAGE_POLICY, 'x-request-id': request.id });
    if (request.url.includes('/v1/')) reply.header('cache-control', 'no-store');
    refuseForeign(request.headers, mutualNamesOf(request));
  });
  refuseOverload(app, options.maxUnderWay ?? MAX_UNDER_WAY);
  if (options.isTraced) traceRequests(app);
  if (options.onAnswer) hearAnswers(app, options.onAnswer);
  // Open streams would keep the server from closing, and so would a connection on which nothing was ever asked, such as a
  // browser makes in advance. What is being worked on has a moment to end.
  app.addHook('preClose', async () => {
    edge.streams.forEach((stream) => stream.abort());
    setTimeout(() => app.server.closeAllConnections(), CLOSE_GRACE_MS).unref();
  });
  if (edge.keys) forgetOldKeys(app, edge.keys);
  if (edge.machines) signAnswers(app, edge.machines);
  addBodyParsers(app);
  await addDocs(app, options);
  for (const route of options.routes) addRoute(app, route, edge);
  for (const mount of mounts) for (const route of mount.routes) addRoute(app, route, edge, mount);
  if (options.consoleFolder) await serveConsole(app, options.consoleFolder);
  await app.ready();
  return app;
}

function hearRefusal(edge: Edge, request: FastifyRequest, { code, status }: Problem): void {
  const { method } = request;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  const hear = placeOf(request)?.onRefusedWrite ?? edge.onRefusedWrite;
  hear({ method, path: declaredPath(request), code, status, caller: callers.get(request) ?? { kind: 'nobody' } });
}

function forgetOldKeys(app: FastifyInstance, keys: IdempotencyKeys): void {
  // One that fails is made up for by the next.
  const timer = setInterval(() => void keys.forgetOld().catch(() => undefined), 3_600_000);
  timer.unref();
  app.addHook('preClose', async () => clearInterval(timer));
}

async function addDocs(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const document = describeApi(options);
  // The plugin's type of a given document is of OpenAPI 3.0; it passes on whatever it is given.
  await app.register(fastifySwagger, { mode: 'static', specification: { document: document as never } });
  await app.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    uiConfig: { validatorUrl: null, docExpansion: 'list' },
    theme: { title: 'Feiqian 飞钱: API', css: [{ filename: 'feiqian.css', content: '.topbar { display: none }' }] },
    staticCSP: PAGE_POLICY,
  });
  app.get('/openapi.json', { schema: { hide: true } }, () => document);
}

/** '/v1/payments/{id}' is '/v1/payments/:id' to Fastify. */
function fastifyPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

const callers = new WeakMap<FastifyRequest, Caller>();

function addRoute(app: FastifyInstance, route: Route, edge: Edge, mount?: Mount): void {
  app.route({
    method: route.method,
    url: fastifyPath((mount?.base ?? '') + route.path),
    bodyLimit: route.maxBodyBytes ?? (route.body === 'xml' ? MAX_XML_BYTES : MAX_JSON_BYTES),
    exposeHeadRoute: false,
    schema: validationOf(route),
    onRequest: async (request, reply) => {
      const asking = await whoAsks(route, request, edge, mount?.environment);
      // Until it has entered, it is the root's to hear of, and whose it is at live is whom it is counted for.
      callers.set(request, asking);
      markAsker(request, asking, mount?.environment);
      holdTo(edge.limits, asking, route, reply, mount?.environment);
      const caller = mount ? (await enter(mount, asking, route, request, reply)).caller : asking;
      callers.set(request, caller);
      admit(route, caller, edge.permissions);
    },
    preValidation: async (request) => {
      const refusal = checkBody(request, NO_BODY);
      if (refusal) throw refusal;
      prepare(route, request);
    },
    handler: (request, reply) => {
      const place = placeOf(request);
      return withinSpan(request, () =>
        place ? run(place.routeOf(route), request, reply, edgeIn(place, edge)) : run(route, request, reply, edge),
      );
    },
  });
}

const keysOf = new WeakMap<Pool, IdempotencyKeys>();

/**
 * Member by member: what another house keeps by itself must not slip in from the root. Nobody approves there; what the
 * root's approvals carry out is done at the root.
 */
function edgeIn({ pool, readsFrom, tenant, onRefusedWrite }: Place, edge: Edge): Edge {
  const { texts, permissions, streams, callerOf, isStillIn, machines, limits, onFault } = edge;
  const keys = keysOf.get(pool) ?? new IdempotencyKeys(pool);
  keysOf.set(pool, keys);
  const isolation = edge.isolation && { pool: readsFrom, tenantOf: () => tenant };
  const own = { keys, isolation, onRefusedWrite, fourEyes: undefined };
  return { texts, permissions, streams, callerOf, isStillIn, machines, limits, onFault, ...own };
}

async function whoAsks(route: Route, request: FastifyRequest, edge: Edge, environment?: string): Promise<Caller> {
  if (route.needsNoCaller) return { kind: 'nobody' };
  const admission = await edge.machines?.admit(arrivalOf(request), route, environment);
  if (!admission) return edge.callerOf(request.headers, cookiesOf(request.headers.cookie), request.method);
  awaitBody(request, admission);
  return admission.caller;
}

async function run(asked: Route, request: FastifyRequest, reply: FastifyReply, edge: Edge): Promise<unknown> {
  const route = isolated(asked, edge.isolation);
  const call: Call<unknown, unknown, unknown> = {
    params: request.params,
    query: request.query,
    body: request.body,
    caller: callers.get(request)!,
    requestId: request.id,
    headers: request.headers,
    address: request.raw.socket.remoteAddress ?? '',
  };
  if (route.answer === 'events') return stream(route, call, request, reply, edge);
  if (route.answer === 'lines') {
    const lines = (await route.handle(call)) as AsyncIterable<unknown>;
    return reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(asLines(lines)));
  }
  if (route.answer === 'file') return sendFile(route, reply, (await route.handle(call)) as SentFile);
  const key = route.method === 'GET' || route.isAnswerSecret ? undefined : request.headers['idempotency-key'];
  const rendered =
    edge.keys && typeof key === 'string'
      ? await runOnce(route, call, request, key, edge.keys, edge)
      : renderAnswer(route, await handleOrHold(route, call, edge.fourEyes));
  return sendRendered(reply, rendered);
}

/** A write under a key. Its answer is kept, a refusal too; a refusal of ours to work at all lets it be tried again. */
async function runOnce(
  route: Route,
  call: Call<unknown, unknown, unknown>,
  request: FastifyRequest,
  key: string,
  keys: IdempotencyKeys,
  edge: Edge,
): Promise<Rendered> {
  const who = keeperOf(call.caller);
  const kept = await keys.begin(who, key, hashRequest(request.method, request.url, call.body));
  if (kept) return { ...kept, headers: { 'idempotency-replayed': 'true' } };
  let rendered: Rendered;
  try {
    rendered = renderAnswer(route, await handleOrHold(route, call, edge.fourEyes));
  } catch (error) {
    const { problem, isFault } = problemOf(error, edge.texts, call.requestId);
    if (isFault) keys.leaveUnknown(who, key);
    // What was too much now may be asked again under the same key.
    const isForNow = problem.status >= 500 || problem.status === 429;
    if (!isFault && isForNow) await keys.release(who, key);
    if (isFault || isForNow) throw error;
    markRefused(request, problem.code, problem.field);
    hearRefusal(edge, request, problem);
    rendered = { status: problem.status, contentType: PROBLEM_TYPE, body: JSON.stringify(problem) };
  }
  const { status, contentType, body } = rendered;
  await keys.keep(who, key, { status, contentType, body: body === null ? null : body.toString() });
  return rendered;
}

async function stream(
  route: Route,
  call: Call<unknown, unknown, unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
  { streams, onFault, machines, isStillIn }: Edge,
): Promise<void> {
  if (streams.size >= MAX_STREAMS) throw new Refusal('too_many_streams');
  const { raw } = reply;
  const control = new AbortController();
  streams.add(control);
  raw.once('close', () => control.abort());
  control.signal.addEventListener('abort', () => {
    streams.delete(control);
    raw.end();
  });
  endWithCaller(call.caller, control, { isStillIn, machines });
  let source: AsyncIterable<SentEvent>;
  try {
    source = (await route.handle({ ...call, signal: control.signal })) as AsyncIterable<SentEvent>;
  } catch (error) {
    streams.delete(control);
    throw error;
  }
  const answer = { status: 200, headers: EVENT_HEADERS, body: undefined };
  const signed = await machines?.signAnswer(arrivalOf(request), answer);
  reply.hijack();
  // Once the headers are out, a fault of the source can only end the stream; the reader connects again.
  const headers = { ...SECURITY_HEADERS, ...signed, 'x-request-id': call.requestId };
  await sendEvents(raw, source, headers).catch((error: unknown) => onFault(error, call.requestId));
}

/** What is shown live ends with the session or the key that asked for it; a database that is away ends nothing. */
function endWithCaller(
  caller: Caller,
  control: AbortController,
  { isStillIn, machines }: Pick<Edge, 'isStillIn' | 'machines'>,
): void {
  const person = personOf(caller);
  const keyId = caller.kind === 'nobody' ? undefined : caller.keyId;
  const isIn = async (): Promise<boolean> =>
    (person ? await isStillIn?.(person) : await machines?.isStillIn?.(keyId!)) ?? true;
  if (!person && !keyId) return;
  const look = async (): Promise<void> => {
    if (!(await isIn().catch(() => true))) control.abort();
  };
  const timer = setInterval(() => void look(), SESSION_LOOK_MS);
  timer.unref();
  control.signal.addEventListener('abort', () => clearInterval(timer));
}
