// For tests: the gate on a database of its own with two routes behind it, organisations, and requests signed by hand, so
// that each part of a signature can be made wrong by itself.
import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type TestContext } from 'node:test';
import { Type } from '@sinclair/typebox';
import { buildServer, type Caller, Reply, type Route, route } from '../../platform/http/index.ts';
import { type Clock, systemClock } from '../../platform/instant.ts';
import { type Action, permissionsOf } from '../../platform/permissions/actions.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { requestBase } from '../../platform/signatures/signature-base.ts';
import { component, parametersTextOf } from '../../platform/signatures/signature-input.ts';
import { Access } from './access.ts';
import { AnswerKey } from './answer-key.ts';
import { Authority } from './certificates/authority.ts';
import { Certificates } from './certificates/certificates.ts';
import { registerKey } from './change-keys.ts';
import { askLive, openLive } from './change-live.ts';
import { createOrganisation } from './change-organisations.ts';
import { type EnvironmentKind, type OrganisationKind } from './organisation.ts';
import { ACCESS_ACTIONS } from './permissions.ts';
import { ACCESS_REFUSALS } from './refusals.ts';
import { accessRoutes } from './routes.ts';

const forMachines = (...routes: string[]): Action => ({
  title: { en: 'Behind the gate', zh: '受保护' },
  roles: [],
  isForMachines: true,
  routes,
});
export const permissions = permissionsOf(ACCESS_ACTIONS, {
  'messages:send': forMachines('POST /v1/messages'),
  'payments:read': forMachines('GET /v1/payments'),
  'payments:write': forMachines('POST /v1/payments/{id}/cancel'),
  'books:read': forMachines(),
});

export const BY = { actor: 'Operator', at: systemClock.now(), reason: 'a test' };

export type Gate = Awaited<ReturnType<typeof startGate>>;

/** Handlers tell what reached them. */
export async function startGate(t: TestContext, clock: Clock = systemClock) {
  const { pool } = await testDatabase(t);
  const authority = await Authority.generate(clock.now());
  const open = () =>
    new Access({
      pool,
      clock,
      answerKey: AnswerKey.generate(),
      permissions,
      certificates: new Certificates(pool, clock, authority),
    });
  const access = open();
  const reached: Caller[] = [];
  const behind = (method: 'GET' | 'POST', path: string): Route =>
    route({
      method,
      path,
      summary: { en: 'Behind the gate', zh: '受保护' },
      tag: 'test',
      may: ['participant', 'operator', 'organisation'],
      ...(method === 'POST' ? { body: 'xml' as const } : {}),
      answer: 'xml',
      handle: ({ caller }) => {
        reached.push(caller);
        return new Reply('<ok/>', { headers: { 'feiqian-state': 'accepted' } });
      },
    });
  const json = route({
    method: 'POST',
    path: '/v1/payments/{id}/cancel',
    summary: { en: 'JSON behind the gate', zh: '受保护' },
    tag: 'test',
    may: ['participant'],
    body: Type.Object({ reason: Type.String() }),
    handle: ({ caller }) => void reached.push(caller),
  });
  const serve = async (gate: Access): Promise<string> => {
    const server = await buildServer({
      routes: [
        behind('POST', '/v1/messages'),
        behind('GET', '/v1/payments'),
        json,
        ...accessRoutes({ access: gate, isParticipant: () => true }),
      ],
      refusals: ACCESS_REFUSALS,
      callerOf: ({ authorization }) =>
        authorization === 'Bearer operator' ? { kind: 'operator', actor: 'Operator' } : { kind: 'nobody' },
      machines: gate,
    });
    await server.listen({ host: '127.0.0.1', port: 0 });
    t.after(async () => {
      await server.close();
      gate.end();
    });
    return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  };
  const base = await serve(access);
  /** Another process on the same database. */
  const serveAnother = async () => serve(open());
  return { pool, access, base, serveAnother, reached };
}

export interface Signer {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly algorithm: 'ed25519' | 'ecdsa-p256-sha256';
}

/** Live is open to it, whatever it is. */
export async function givenOrganisation(
  { pool }: Gate,
  id: string,
  kind: OrganisationKind = 'bank',
  participantId: string | null = id,
): Promise<void> {
  await createOrganisation(pool, { id, kind, name: { en: id, zh: id }, participantId: participantId ?? undefined }, BY);
  if (participantId !== null || kind === 'central-bank') return;
  await askLive(pool, id, 'a run', BY);
  await openLive(pool, id, { runId: 'a run', participantId: undefined }, BY);
}

export async function givenSigner(
  { access }: Gate,
  organisationId: string,
  given: {
    environment?: EnvironmentKind;
    scopes?: string[];
    addresses?: string[];
    expiresAt?: string;
    algorithm?: Signer['algorithm'];
  } = {},
): Promise<Signer> {
  const {
    environment = 'live',
    scopes = ['messages:send', 'payments:read'],
    addresses = [],
    expiresAt,
    algorithm = 'ed25519',
  } = given;
  const { publicKey, privateKey } =
    algorithm === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const key = { environment, publicKey: pem, label: 'test', scopes, addresses, expiresAt };
  const { id: keyId } = await registerKey(access, organisationId, key, BY);
  return { keyId, privateKey, algorithm };
}

export interface SignedRequestOptions {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string | undefined;
  readonly type?: string;
  readonly covered?: readonly string[];
  /** Parameters to add, replace, or leave out when undefined. */
  readonly parameters?: Record<string, string | number | undefined>;
  readonly host?: string;
  /** Header lines beside those of the signature, signed when covered. */
  readonly lines?: readonly (readonly [string, string])[];
}

export interface WireRequest {
  method: string;
  path: string;
  headers: [string, string][];
  body: string | undefined;
}

/** What goes over the wire; a test changes it before it is sent. */
export function signed(base: string, signer: Signer, options: SignedRequestOptions = {}): WireRequest {
  const { method = 'POST', path = '/v1/messages', type = 'application/xml', host = new URL(base).host } = options;
  const body = 'body' in options ? options.body : method === 'POST' ? '<a/>' : undefined;
  const digest = createHash('sha256').update(body ?? '').digest('base64'); // prettier-ignore
  const headers: [string, string][] = [
    ['Host', host],
    ...(body === undefined
      ? []
      : ([
          ['Content-Type', type],
          ['Content-Digest', `sha-256=:${digest}:`],
          ['Content-Length', String(Buffer.byteLength(body))],
        ] as [string, string][])),
    ...(options.lines ?? []).map(([name, value]): [string, string] => [name, value]),
  ];
  const names = options.covered ?? ['@method', '@target-uri', ...(body === undefined ? [] : ['content-digest'])];
  const components = names.map((name) => component(name));
  const all = {
    created: Math.floor(Date.now() / 1_000),
    keyid: signer.keyId,
    nonce: randomUUID(),
    alg: signer.algorithm,
    tag: 'feiqian',
    ...options.parameters,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const parametersText = parametersTextOf(components, given as Record<string, string | number>);
  const fields = (name: string): string | undefined => {
    const lines = headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value.trim());
    return lines.length > 0 ? lines.join(', ') : undefined;
  };
  const request = { method, scheme: 'http', host, target: path, fields };
  const bytes = Buffer.from(requestBase({ components, parametersText }, request));
  const { privateKey: key, algorithm } = signer;
  const signature =
    algorithm === 'ed25519' ? sign(null, bytes, key) : sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' });
  headers.push(['Signature-Input', `sig=${parametersText}`], ['Signature', `sig=:${signature.toString('base64')}:`]);
  return { method, path, headers, body };
}

export interface WireAnswer {
  readonly status: number;
  readonly code: string | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** Header lines exactly as given, doubled ones too. */
export function send(base: string, { method, path, headers, body }: WireRequest): Promise<WireAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ hostname, port, method, path, setHost: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => {
        const isProblem = answer.headers['content-type']?.includes('problem') ?? false;
        const code = isProblem ? (JSON.parse(text) as { code: string }).code : undefined;
        resolve({ status: answer.statusCode!, code, headers: answer.headers, text });
      });
    });
    const lines = new Map<string, string[]>();
    for (const [name, value] of headers) {
      const key = name.toLowerCase();
      lines.set(key, [...(lines.get(key) ?? []), value]);
    }
    for (const [name, values] of lines) asked.setHeader(name, values.length === 1 ? values[0]! : values);
    asked.on('error', reject);
    asked.end(body);
  });
}
