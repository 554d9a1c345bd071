// Secrets of endpoints must be known to sign, so they are kept: sealed by a key that is in the data folder and not in the
// database. Whoever reads the database alone cannot speak in our name.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PREFIX = 'whsec_';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

export class SecretBox {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  static generate(): SecretBox {
    return new SecretBox(randomBytes(32));
  }

  static load(dataFolder: string): SecretBox {
    const file = join(dataFolder, 'webhook-key');
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
    return new SecretBox(readFileSync(file));
  }

  /** Bound to its endpoint: a row's secret moved to another row does not open. */
  seal(endpointId: string, secret: Buffer): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(endpointId));
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  open(endpointId: string, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(endpointId))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  }
}

/** 256 random bits. */
export const newSecret = (): Buffer => randomBytes(32);
export const secretText = (secret: Buffer): string => `${PREFIX}${secret.toString('base64')}`;

/** Standard Webhooks: HMAC-SHA256 over id, timestamp and body; one signature for each secret that is in force. */
export function signatureOf(secrets: readonly Buffer[], id: string, seconds: number, body: string): string {
  const sign = (secret: Buffer) => createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64');
  return secrets.map((secret) => `v1,${sign(secret)}`).join(' ');
}
