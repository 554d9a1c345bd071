// The server's own pair: made at the first start, kept in the data folder for its owner alone. Answers to signed requests
// carry its signature over status, body, what a caller decides by, and the request's own signature.
import {
  createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign,
} from 'node:crypto'; // prettier-ignore
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arrival, type GivenAnswer } from '../../platform/http/index.ts';
import { type Clock, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { answerBase } from '../../platform/signatures/signature-base.ts';
import { component, parametersTextOf } from '../../platform/signatures/signature-input.ts';
import { TAG } from './admit-signed.ts';
import { requestOf } from './signed-request.ts';

const LABEL = 'feiqian';

export interface AnswerJwk {
  kty: string;
  crv: string;
  x: string;
  kid: string;
  alg: string;
  use: string;
}

export class AnswerKey {
  readonly #key: KeyObject;
  readonly jwk: AnswerJwk;

  constructor(key: KeyObject) {
    this.#key = key;
    const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
    // The id is the thumbprint of RFC 7638, so that it names the key and no other.
    const thumbprint = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x });
    const kid = createHash('sha256').update(thumbprint).digest('base64url');
    this.jwk = { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
  }

  static generate(): AnswerKey {
    return new AnswerKey(generateKeyPairSync('ed25519').privateKey);
  }

  static load(dataFolder: string): AnswerKey {
    const file = join(dataFolder, 'answer-key.pem');
    if (!existsSync(file)) {
      const { privateKey } = generateKeyPairSync('ed25519');
      writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
    }
    return new AnswerKey(createPrivateKey(readFileSync(file)));
  }

  /** `label` names the signature of the request that is answered. */
  async sign(arrival: Arrival, label: string, answer: GivenAnswer, clock: Clock): Promise<Record<string, string>> {
    const { status, body } = answer;
    const digest = body && `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    const headers: GivenAnswer['headers'] = { ...answer.headers, 'content-digest': digest };
    const covered = Object.keys(headers).filter((name) => isDecidedBy(name) && headers[name] !== undefined);
    const components = [
      component('@status'),
      ...covered.map((name) => component(name)),
      component('signature', { ofRequest: true, key: label }),
    ];
    const parametersText = parametersTextOf(components, {
      created: Math.floor(clock.now() / MICROS_PER_SECOND),
      keyid: this.jwk.kid,
      alg: 'ed25519',
      tag: TAG,
      nonce: randomBytes(12).toString('base64url'),
    });
    const fields = (name: string): string | undefined => headers[name];
    const base = answerBase({ components, parametersText }, { status, fields, request: requestOf(arrival) });
    const signature = await this.#signed(base);
    return {
      ...(digest ? { 'content-digest': digest } : {}),
      'signature-input': `${LABEL}=${parametersText}`,
      signature: `${LABEL}=:${signature.toString('base64')}:`,
    };
  }

  /** A text of ours that anyone can verify by the public key: JWS in compact form (RFC 7515, EdDSA of RFC 8037). */
  async signText(text: string, type: string): Promise<string> {
    const header = JSON.stringify({ alg: 'EdDSA', kid: this.jwk.kid, typ: type });
    const base = [header, text].map((part) => Buffer.from(part).toString('base64url')).join('.');
    return `${base}.${(await this.#signed(base)).toString('base64url')}`;
  }

  #signed(base: string): Promise<Buffer> {
    return new Promise((resolve, reject) =>
      sign(null, Buffer.from(base, 'latin1'), this.#key, (error, signature) =>
        error ? reject(error) : resolve(signature),
      ),
    );
  }
}

function isDecidedBy(name: string): boolean {
  return ['content-digest', 'content-type', 'idempotency-replayed'].includes(name) || name.startsWith('feiqian-');
}
