// Secrets that we must say again, so that a hash will not do: sealed by a key that is in the data folder and not in the
// database. Whoever reads the database alone cannot use them.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [NONCE_BYTES, TAG_BYTES] = [12, 16];

export class SecretBox {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  static generate(): SecretBox {
    return new SecretBox(randomBytes(32));
  }

  /** `name` is of the key's file. */
  static load(dataFolder: string, name: string): SecretBox {
    const file = join(dataFolder, name);
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
    return new SecretBox(readFileSync(file));
  }

  /** Bound to its owner: a row's secret moved to another row does not open. */
  seal(ownerId: string, secret: Buffer): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(ownerId));
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  open(ownerId: string, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(ownerId))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  }
}
