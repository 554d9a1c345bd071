// Signs requests with an organisation's key and believes only answers signed in return (RFC 9421, RFC 9530). With the
// Web Cryptography API alone, so that it runs in Node and in a browser.
import { readContentDigest } from '../platform/signatures/content-digest.ts';
import { answerBase, requestBase, type SignedRequest } from '../platform/signatures/signature-base.ts';
import { component, parametersTextOf, readSignatures } from '../platform/signatures/signature-input.ts';

export interface SigningKey {
  /** As registered: `key_…`. */
  readonly id: string;
  /** PKCS #8 in PEM; Ed25519, P-256 or SM2. */
  readonly privateKey: string;
  /** The server's public key as JWK; pin it. Without it the one at /.well-known/feiqian-keys is taken at first use. */
  readonly answerKey?: JsonWebKey & { readonly kid: string };
}

/** The answer did not prove that it is the server's to this request. */
export class AnswerNotProven extends Error {}

const TAG = 'feiqian';
const LABEL = 'sig';
/** Covered when the request has them, beside what every signature covers. */
const FIELDS = ['content-type', 'content-digest', 'idempotency-key', 'last-event-id'];
const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const ED25519 = { name: 'Ed25519' };
const ED25519_OID = '06032b6570';
const SM2_OID = '06082a811ccf5501822d';

type Fetch = (request: Request) => Promise<Response>;

/** Throws AnswerNotProven when what comes back is not signed as it must be. */
export function signingFetch(base: string, key: SigningKey): Fetch {
  const privateKey = importPrivateKey(key.privateKey);
  // An unusable key shows at the first request.
  privateKey.catch(() => undefined);
  let answerKey: Promise<AnswerKey> | undefined;
  return async (given) => {
    const request = await sign(given, key.id, await privateKey);
    const response = await fetch(request.clone());
    answerKey ??= findAnswerKey(base, key);
    answerKey.catch(() => (answerKey = undefined));
    return proven(response, requestOf(request), await answerKey);
  };
}

export interface PrivateKey {
  readonly algorithm: 'ed25519' | 'ecdsa-p256-sha256' | 'sm2-sm3';
  /** The bytes of r and s where a signature is two numbers. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** From PKCS #8 in PEM. */
export async function importPrivateKey(pem: string): Promise<PrivateKey> {
  const der = Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, '')), (character) => character.charCodeAt(0));
  const hex = [...der].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const isEd25519 = hex.includes(ED25519_OID);
  if (hex.includes(SM2_OID)) return sm2Key(hex);
  const key = await crypto.subtle.importKey('pkcs8', der, isEd25519 ? ED25519 : P256, false, ['sign']);
  return {
    algorithm: isEd25519 ? 'ed25519' : 'ecdsa-p256-sha256',
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(isEd25519 ? ED25519 : P256, key, bytes)),
  };
}

/** No platform's own: the library comes when it is needed. */
async function sm2Key(der: string): Promise<PrivateKey> {
  const scalar = /0201010420([0-9a-f]{64})/.exec(der)?.[1];
  if (scalar === undefined) throw new TypeError('The private key of SM2 is not PKCS #8 in PEM.');
  const { signBySm2 } = await import('../platform/signatures/sm2.ts');
  return { algorithm: 'sm2-sm3', sign: async (bytes) => signBySm2(scalar, bytes) };
}

async function sign(given: Request, keyId: string, privateKey: PrivateKey): Promise<Request> {
  const body = new Uint8Array(await given.clone().arrayBuffer());
  const request = new Request(given);
  if (body.length > 0) request.headers.set('content-digest', `sha-256=:${base64(await digestOf('SHA-256', body))}:`);
  const components = ['@method', '@target-uri', ...FIELDS.filter((name) => request.headers.has(name))].map((name) =>
    component(name),
  );
  const parametersText = parametersTextOf(components, {
    created: Math.floor(Date.now() / 1_000),
    keyid: keyId,
    nonce: base64(crypto.getRandomValues(new Uint8Array(16))),
    alg: privateKey.algorithm,
    tag: TAG,
  });
  const text = requestBase({ components, parametersText }, requestOf(request));
  const signature = await privateKey.sign(bytesOf(text));
  request.headers.set('signature-input', `${LABEL}=${parametersText}`);
  request.headers.set('signature', `${LABEL}=:${base64(signature)}:`);
  return request;
}

function requestOf({ method, url, headers }: Request): SignedRequest {
  const { protocol, host, pathname, search } = new URL(url);
  const fields = (name: string): string | undefined => headers.get(name) ?? undefined;
  return { method, scheme: protocol.slice(0, -1), host, target: pathname + search, fields };
}

interface AnswerKey {
  readonly id: string;
  readonly key: CryptoKey;
}

async function findAnswerKey(base: string, { answerKey }: SigningKey): Promise<AnswerKey> {
  const jwk = answerKey ?? (await fetchAnswerKey(base));
  return { id: jwk.kid, key: await crypto.subtle.importKey('jwk', jwk, ED25519, false, ['verify']) };
}

async function fetchAnswerKey(base: string): Promise<NonNullable<SigningKey['answerKey']>> {
  // One for all of it: below a sandbox's base there is none.
  const origin = base.replace(/^(https?:\/\/[^/]+).*$/, '$1');
  const answer = await fetch(`${origin}/.well-known/feiqian-keys`);
  const { keys } = (await answer.json()) as { keys: NonNullable<SigningKey['answerKey']>[] };
  if (!keys[0]) throw new AnswerNotProven('the server names no key for its answers');
  return keys[0];
}

/** The answer again, once its signature and its digest are checked; a stream by its signature alone. */
async function proven(response: Response, request: SignedRequest, { id, key }: AnswerKey): Promise<Response> {
  const { headers, status, statusText } = response;
  const fail = (reason: string): never => {
    throw new AnswerNotProven(`${reason} (status ${status})`);
  };
  const [signature] = readSignatures(headers.get('signature-input') ?? '', headers.get('signature') ?? '', TAG);
  if (!signature) return fail('the answer is not signed');
  if (signature.parameters.get('keyid') !== id) return fail('the answer is signed with another key');
  const covered = new Set(signature.components.map(({ text }) => text));
  const isStream = headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const decided = [...headers.keys()].filter((name) => name.startsWith('feiqian-')).map((name) => `"${name}"`);
  const needed = ['"@status"', `"signature";req;key="${LABEL}"`, ...(isStream ? [] : ['"content-digest"']), ...decided];
  for (const each of needed) if (!covered.has(each)) return fail(`the answer’s signature does not cover ${each}`);
  const fields = (name: string): string | undefined => headers.get(name) ?? undefined;
  const text = answerBase(signature, { status, fields, request });
  const isSigned = await crypto.subtle.verify(ED25519, key, Uint8Array.from(signature.signature), bytesOf(text));
  if (!isSigned) return fail('the answer’s signature is wrong');
  if (isStream) return response;
  const body = new Uint8Array(await response.arrayBuffer());
  const digest = readContentDigest(headers.get('content-digest')!);
  const ours = digest && (await digestOf(digest.algorithm.toUpperCase(), body));
  if (!digest || base64(ours!) !== base64(digest.digest)) return fail('the answer’s body is not the one signed for');
  return new Response(body.length === 0 ? null : body, { status, statusText, headers });
}

async function digestOf(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(algorithm, bytes));
}

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
