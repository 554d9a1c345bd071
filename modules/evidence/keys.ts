// The keys that sign tree heads: files of the data folder that only their owner may read, named by their id. Which of
// them is in force, the log itself says.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SigningKey, signingKey } from './tree-head.ts';

export class KeyFolder {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'evidence-keys');
  }

  get path(): string {
    return this.#folder;
  }

  /** Undefined when this folder does not hold it. */
  find(origin: string, id: string): SigningKey | undefined {
    const file = join(this.#folder, `${id}.pem`);
    return existsSync(file) ? signingKey(origin, readFileSync(file, 'utf8')) : undefined;
  }

  /** A new key, on the disk before anything is signed with it; its public half beside it, for whoever audits. */
  generate(origin: string): SigningKey {
    const pair = generateKeyPairSync('ed25519');
    const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const key = signingKey(origin, pem);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const unfinished = join(this.#folder, `${randomUUID()}.part`);
    writeFileSync(unfinished, pem, { mode: 0o600, flush: true });
    renameSync(unfinished, join(this.#folder, `${key.id}.pem`));
    writeFileSync(join(this.#folder, `${key.id}.public.pem`), pair.publicKey.export({ type: 'spki', format: 'pem' }));
    return key;
  }
}
