// Signed requests decided a second, each with its nonce written durably, held against the bare verifications that one
// thread of this machine makes of the same bytes; and the same by a thread pool, as the gate does it.
import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign, verify } from 'node:crypto';
import { PERMISSIONS } from '../apps/server/permissions.ts';
import {
  Access,
  AnswerKey,
  Authority,
  Certificates,
  ensureOrganisations,
  registerKey,
} from '../modules/access/index.ts';
import { type Arrival, type Route } from '../platform/http/index.ts';
import { systemClock } from '../platform/instant.ts';
import { openPool } from '../platform/postgres/connect.ts';
import { requestBase } from '../platform/signatures/signature-base.ts';
import { component, parametersTextOf } from '../platform/signatures/signature-input.ts';
import { Latencies, memoryMb } from './measure.ts';
import { type BenchContext } from './row.ts';

const REQUESTS = 12_000;
const TOGETHER = 256;
const ID = 'AAAACNBJ';
const HOST = '127.0.0.1:8120';
const BODY = Buffer.alloc(2_000, 'x');
const DIGEST = `sha-256=:${createHash('sha256').update(BODY).digest('base64')}:`;
const route: Route = { method: 'POST', path: '/v1/messages', summary: { en: '', zh: '' }, tag: '', may: ['participant'], handle: () => undefined }; // prettier-ignore

interface Pair {
  readonly algorithm: 'ed25519' | 'ecdsa-p256-sha256';
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export async function signaturesSuite({ freshDatabase, report }: BenchContext): Promise<void> {
  const pairs: Pair[] = [
    { algorithm: 'ed25519', ...generateKeyPairSync('ed25519') },
    { algorithm: 'ecdsa-p256-sha256', ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) },
  ];
  for (const pair of pairs) {
    const pool = openPool(await freshDatabase());
    const certificates = new Certificates(pool, systemClock, await Authority.generate(systemClock.now()));
    const access = new Access({
      pool,
      clock: systemClock,
      answerKey: AnswerKey.generate(),
      permissions: PERMISSIONS,
      certificates,
    });
    try {
      const raw = rawRate(pair);
      report({
        name: `signatures: bare verifications, ${pair.algorithm}`,
        rate: raw,
        unit: 'verifies/s',
        baseline: raw,
        ratio: 1,
      });
      const arrivals = await givenArrivals(access, pair);
      const latencies = new Latencies();
      const startedAt = performance.now();
      await Promise.all(Array.from({ length: TOGETHER }, () => admitAll(access, arrivals, latencies)));
      const rate = (REQUESTS * 1_000) / (performance.now() - startedAt);
      report({
        name: `signatures: requests decided, ${pair.algorithm}`,
        rate,
        unit: 'requests/s',
        p50: latencies.percentile(0.5),
        p99: latencies.percentile(0.99),
        memoryMb: memoryMb(),
        baseline: raw,
        ratio: rate / raw,
        note: `${TOGETHER} at a time, nonces durable, bodies checked`,
      });
    } finally {
      access.end();
      await pool.end();
    }
  }
}

function rawRate({ algorithm, privateKey, publicKey }: Pair): number {
  const digest = algorithm === 'ed25519' ? null : 'sha256';
  const options = (key: KeyObject) => ({ key, dsaEncoding: 'ieee-p1363' as const });
  const bytes = Buffer.alloc(300, 'x');
  const signature = sign(digest, bytes, options(privateKey));
  const startedAt = performance.now();
  let count = 0;
  for (; performance.now() - startedAt < 3_000; count++) verify(digest, bytes, options(publicKey), signature);
  return (count * 1_000) / (performance.now() - startedAt);
}

async function admitAll(access: Access, arrivals: Arrival[], latencies: Latencies): Promise<void> {
  for (let arrival = arrivals.pop(); arrival; arrival = arrivals.pop()) {
    const startedAt = performance.now();
    const admission = await access.admit(arrival, route);
    if (!admission || admission.checkBody?.(BODY)) throw new Error('a good request was refused');
    latencies.add(performance.now() - startedAt);
  }
}

/** Requests as the HTTP edge hands them over, all signed before the clock runs. */
async function givenArrivals(access: Access, pair: Pair): Promise<Arrival[]> {
  const name = { en: ID, zh: ID };
  await ensureOrganisations(access.pool, [{ id: ID, kind: 'bank', name, participantId: ID }], systemClock.now());
  const publicKey = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const key = { publicKey, label: 'bench', scopes: ['messages:send'], addresses: [], expiresAt: undefined };
  const by = { actor: 'bench', at: systemClock.now(), reason: undefined };
  const { id } = await registerKey(access, ID, { environment: 'live', ...key }, by);
  return Array.from({ length: REQUESTS }, () => arrivalOf(id, pair));
}

function arrivalOf(keyid: string, { algorithm, privateKey }: Pair): Arrival {
  const components = ['@method', '@target-uri', 'content-type', 'content-digest'].map((name) => component(name));
  const created = Math.floor(Date.now() / 1_000);
  const parameters = { created, keyid, nonce: randomUUID(), alg: algorithm, tag: 'feiqian' };
  const parametersText = parametersTextOf(components, parameters);
  const headers: Record<string, string> = {
    host: HOST,
    'user-agent': 'bank',
    accept: '*/*',
    'content-type': 'application/xml',
    'content-length': String(BODY.length),
    'content-digest': DIGEST,
  };
  const request = { method: 'POST', scheme: 'http', host: HOST, target: '/v1/messages', fields: (field: string) => headers[field] }; // prettier-ignore
  const base = Buffer.from(requestBase({ components, parametersText }, request));
  const digest = algorithm === 'ed25519' ? null : 'sha256';
  const signature = sign(digest, base, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64');
  Object.assign(headers, { 'signature-input': `sig=${parametersText}`, signature: `sig=:${signature}:` });
  const rawHeaders = Object.entries(headers).flat();
  return { method: 'POST', target: '/v1/messages', scheme: 'http', headers, rawHeaders, address: '127.0.0.1' };
}
