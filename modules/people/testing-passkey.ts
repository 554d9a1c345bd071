// For tests: an authenticator in software. It makes what a browser would send, honest unless told otherwise, so that each
// part of an answer can be made wrong by itself.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type AuthenticationResponseJSON, type RegistrationResponseJSON } from '@simplewebauthn/server';

export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  /** Says that it did not verify its user. */
  readonly isUnverified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
}

interface Question {
  readonly challenge: string;
  readonly user?: { readonly id: string };
}

export class SoftPasskey {
  readonly id = randomBytes(32).toString('base64url');
  readonly #origin: string;
  readonly #key: KeyObject;
  readonly #x: Buffer;
  readonly #y: Buffer;
  #userHandle = '';
  #counter = 0;

  constructor(origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
    this.#origin = origin;
    this.#key = privateKey;
    this.#x = Buffer.from(x, 'base64url');
    this.#y = Buffer.from(y, 'base64url');
  }

  create({ challenge, user }: Question, lies: Lies = {}): RegistrationResponseJSON {
    this.#userHandle = user!.id;
    const id = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, this.#coseKey()]);
    const data = Buffer.concat([this.#head(0x40, lies), attested]);
    const statement = cborMap([
      ['fmt', cborText('none')],
      ['attStmt', Buffer.from([0xa0])],
      ['authData', cborBytes(data)],
    ]);
    const clientDataJSON = this.#clientData('webauthn.create', challenge, lies).toString('base64url');
    const attestationObject = statement.toString('base64url');
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, attestationObject, transports: ['internal'] },
    };
  }

  get({ challenge }: Question, lies: Lies = {}): AuthenticationResponseJSON {
    this.#counter = lies.counter ?? this.#counter + 1;
    const clientData = this.#clientData('webauthn.get', challenge, lies);
    const data = this.#head(0, lies);
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.#key);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: lies.userHandle ?? this.#userHandle,
      },
    };
  }

  #clientData(type: string, challenge: string, { origin = this.#origin }: Lies): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** Hash of the relying party's id, flags (user present, user verified), counter. */
  #head(flags: number, { rpId = 'localhost', isUnverified = false }: Lies): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flags | 0x01 | (isUnverified ? 0 : 0x04)]), counter]);
  }

  /** EC2, ES256, P-256. */
  #coseKey(): Buffer {
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
    return Buffer.concat([head, cborBytes(this.#x), Buffer.from([0x22]), cborBytes(this.#y)]);
  }
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

const cborBytes = (bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(bytes.length < 256 ? [0x58, bytes.length] : [0x59, bytes.length >> 8, bytes.length & 255]),
    bytes,
  ]);

const cborMap = (entries: readonly (readonly [string, Buffer])[]): Buffer =>
  Buffer.concat([Buffer.from([0xa0 + entries.length]), ...entries.flatMap(([name, value]) => [cborText(name), value])]);
