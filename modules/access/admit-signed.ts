// Decides a signed request (RFC 9421): a ladder of checks, the cheap ones first, each with a refusal of its own. The body
// is checked when it has come; its digest is under the signature.
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Admission, type Arrival } from '../../platform/http/index.ts';
import { type Clock, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readContentDigest } from '../../platform/signatures/content-digest.ts';
import { ComponentMissing, requestBase } from '../../platform/signatures/signature-base.ts';
import {
  type MessageSignature,
  readSignatures,
  SignatureMalformed,
} from '../../platform/signatures/signature-input.ts';
import { type KnownKey, type KnownKeys } from './known-keys.ts';
import { type Nonces } from './nonces.ts';
import { isSignedBy } from './public-key.ts';
import { requestOf } from './signed-request.ts';

/** Other parties on the way may sign too; this one is for us. */
export const TAG = 'feiqian';
const WINDOW_SECONDS = 300;
const NONCE = /^[\x21-\x7e]{8,100}$/;
const PARAMETERS = ['created', 'expires', 'nonce', 'alg', 'keyid', 'tag'];
/** Of these a second line would be dropped, or read by nobody but an attacker. */
const ONCE = new Set([
  'host', 'content-type', 'content-length', 'content-digest', 'authorization', 'idempotency-key', 'last-event-id',
]); // prettier-ignore

export interface SignedContext {
  readonly keys: KnownKeys;
  readonly nonces: Nonces;
  readonly clock: Clock;
}

/** Read for the request, and again for its answer. */
const read = new WeakMap<Arrival['headers'], MessageSignature | undefined>();

/** The signature that is for us; undefined when all are others'. Refuses `signature_malformed`. */
export function ourSignature({ headers }: Arrival): MessageSignature | undefined {
  if (read.has(headers)) return read.get(headers);
  const { 'signature-input': input = '', signature = '' } = headers;
  const signatures = asRefusal(() => readSignatures(String(input), String(signature), TAG));
  if (signatures.length > 1) throw malformed('more than one signature carries the tag');
  read.set(headers, signatures[0]);
  return signatures[0];
}

/** Who signed it, once it is proven and has not come before. */
export async function admitSigned(
  { keys, nonces, clock }: SignedContext,
  arrival: Arrival,
  signature: MessageSignature,
): Promise<{ key: KnownKey } & Pick<Admission, 'checkBody'>> {
  refuseDoubled(arrival);
  const { created, nonce, keyId, algorithm } = parametersOf(signature);
  requireCovered(arrival, signature);
  requireInTime(signature, created, clock);
  const base = asRefusal(() => requestBase(signature, requestOf(arrival)));
  const key = await keys.require({ id: keyId }, arrival.address);
  const isRight =
    algorithm === key.publicKey!.algorithm &&
    (await isSignedBy(key.publicKey!, Buffer.from(base, 'latin1'), signature.signature));
  if (!isRight) throw new Refusal('signature_wrong', { details: { key: keyId } });
  const isFirst = await nonces.claim(keyId, nonce, (created + WINDOW_SECONDS) * MICROS_PER_SECOND);
  if (!isFirst) throw new Refusal('signature_replayed', { details: { nonce } });
  const digest = arrival.headers['content-digest'];
  return { key, checkBody: (body) => refusalOfBody(body, digest as string | undefined) };
}

function refuseDoubled({ rawHeaders, target }: Arrival): void {
  const seen = new Set<string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!.toLowerCase();
    if (seen.has(name) && ONCE.has(name)) throw malformed(`the field ${name} comes twice`);
    seen.add(name);
  }
  // An address in absolute form names a host beside the field Host.
  if (!target.startsWith('/')) throw malformed('the address is not a path');
}

function parametersOf({ parameters }: MessageSignature) {
  for (const name of parameters.keys()) {
    if (!PARAMETERS.includes(name)) throw malformed(`the parameter ${name} is not known`);
  }
  const [created, nonce, keyId, algorithm] = ['created', 'nonce', 'keyid', 'alg'].map((name) => {
    if (!parameters.has(name)) throw missing(name);
    return parameters.get(name);
  });
  if (typeof created !== 'number' || !Number.isSafeInteger(created)) throw malformed('created is no whole number');
  if (typeof nonce !== 'string' || !NONCE.test(nonce)) throw malformed('nonce is not 8 to 100 visible characters');
  if (typeof keyId !== 'string' || typeof algorithm !== 'string') throw malformed('keyid and alg are texts');
  return { created, nonce, keyId, algorithm };
}

function requireCovered({ headers }: Arrival, { components }: MessageSignature): void {
  const covered = new Set(components.filter(({ key }) => key === undefined).map(({ name }) => name));
  const require = (name: string): void => {
    if (!covered.has(name)) throw missing(name);
  };
  require('@method');
  if (!covered.has('@target-uri')) for (const name of ['@authority', '@path', '@query']) require(name);
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
  if (hasBody || headers['content-digest'] !== undefined) require('content-digest');
}

function requireInTime({ parameters }: MessageSignature, created: number, clock: Clock): void {
  const now = Math.floor(clock.now() / MICROS_PER_SECOND);
  const expires = parameters.get('expires');
  const isOver = expires !== undefined && !(typeof expires === 'number' && expires > now);
  if (isOver || Math.abs(now - created) > WINDOW_SECONDS) {
    throw new Refusal('signature_expired', { details: { created, now } });
  }
}

function refusalOfBody(body: Buffer, field: string | undefined): Refusal | undefined {
  if (field === undefined) return body.length === 0 ? undefined : new Refusal('digest_wrong');
  const given = readContentDigest(field);
  if (!given) return new Refusal('digest_wrong', { field: 'Content-Digest' });
  const ours = createHash(given.algorithm.replace('-', '')).update(body).digest();
  const isSame = ours.length === given.digest.length && timingSafeEqual(ours, given.digest);
  return isSame ? undefined : new Refusal('digest_wrong', { field: 'Content-Digest' });
}

const malformed = (reason: string): Refusal =>
  new Refusal('signature_malformed', { field: 'Signature-Input', details: { reason } });

const missing = (component: string): Refusal =>
  new Refusal('signature_component_missing', { field: 'Signature-Input', details: { component } });

function asRefusal<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof SignatureMalformed) throw malformed(error.message);
    if (error instanceof ComponentMissing) throw missing(error.message);
    throw error;
  }
}
