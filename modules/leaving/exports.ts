// Exports of organisations' data: asked for, made one after another in the background, kept for a week. One that was under way
// when the program ended is made anew.
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v7 as uuidv7 } from 'uuid';
import { type Access, type By, findOrganisation, recordOrganisationAct } from '../access/index.ts';
import { type Environments, readRows } from '../environments/index.ts';
import { readAccountsOf } from '../settlement/index.ts';
import { formatInstant, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Dataset } from '../../platform/postgres/dataset.ts';
import { inTransaction, isTaken } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { ArchiveWriter } from './write-archive.ts';
import { writeDatasets } from './write-datasets.ts';

export const MANIFEST_TYPE = 'feiqian-data-export';
const KEPT_DAYS = 7;
const DAY = 86_400 * MICROS_PER_SECOND;
/** Archives of one organisation at a time: each is as large as all its data, on the disk of everyone's. */
const MOST_READY = 3;
const BEAT_MS = 2_000;

export interface ExportsOptions {
  readonly access: Access;
  readonly environments: Environments;
  readonly bookId: number;
  /** Archives are below it. */
  readonly folder: string;
  readonly issuer: { readonly bic: string; readonly name: { readonly en: string; readonly zh: string } };
  readonly liveData: readonly Dataset[];
  readonly houseData: readonly Dataset[];
  readonly onTrouble: (error: unknown) => void;
}

export interface Progress {
  /** Datasets written, and how many there are. */
  done: number;
  of: number;
  rows: number;
}

interface Job {
  readonly id: string;
  readonly organisationId: string;
}

export class Exports {
  readonly #options: ExportsOptions;
  readonly #ending = new AbortController();
  readonly #progress = new Map<string, Progress>();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;

  constructor(options: ExportsOptions) {
    this.#options = options;
  }

  get pool(): Pool {
    return this.#options.access.pool;
  }

  get access(): Access {
    return this.#options.access;
  }

  start(): void {
    this.#timer = setInterval(() => this.hurry(), BEAT_MS);
    this.#timer.unref();
    this.hurry();
  }

  hurry(): void {
    this.#working ??= this.work()
      .catch((error: unknown) => {
        if (!this.#ending.signal.aborted) this.#options.onTrouble(error);
      })
      .finally(() => (this.#working = undefined));
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort();
    await this.#working;
  }

  /** Undefined unless this process is making it. */
  progressOf(id: string): Progress | undefined {
    return this.#progress.get(id);
  }

  fileOf(id: string): string {
    return join(this.#options.folder, `${id}.tar.gz`);
  }

  /** The oldest that are ready make room, before their week is over. Refuses `export_under_way`. */
  async ask(organisationId: string, by: By): Promise<string> {
    const id = uuidv7();
    try {
      await inTransaction(this.pool, async (client) => {
        await client.query(
          `insert into leaving.exports (export_id, organisation_id, state, asked_by, asked_at)
           values ($1, $2, 'working', $3, $4)`,
          [id, organisationId, by.actor, formatInstant(by.at)],
        );
        await client.query(
          `update leaving.exports set expires_at = $2 where state = 'ready' and expires_at > $2 and export_id in (
             select export_id from leaving.exports where organisation_id = $1 and state = 'ready'
             order by asked_at desc, export_id desc offset ${MOST_READY - 1})`,
          [organisationId, formatInstant(by.at)],
        );
        await recordOrganisationAct(client, { organisationId, act: 'data-export-asked', ...by });
      });
    } catch (error) {
      if (isTaken(error)) throw new Refusal('export_under_way', { field: '/id' });
      throw error;
    }
    return id;
  }

  /** Makes every one that was asked for; drops the files whose time is over. */
  async work(): Promise<void> {
    await this.#dropExpired();
    while (!this.#ending.signal.aborted && (await this.#makeNext()));
  }

  /** Answers whether there was one. Its row is held until it is made, so that no other process makes it too. */
  async #makeNext(): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<Job>(
        `select export_id::text as id, organisation_id as "organisationId"
         from leaving.exports where state = 'working' order by asked_at limit 1 for update skip locked`,
      );
      const [job] = rows;
      if (!job) return false;
      const made = await this.#make(job).catch((error: unknown) => {
        if (this.#ending.signal.aborted) throw error;
        this.#options.onTrouble(error);
        return undefined;
      });
      const now = this.#options.access.clock.now();
      if (!made) await client.query(`update leaving.exports set state = 'failed' where export_id = $1`, [job.id]);
      else {
        await client.query(
          `update leaving.exports set state = 'ready', ready_at = $2, expires_at = $3, bytes = $4, sha256 = $5, file_rows = $6
           where export_id = $1`,
          [job.id, formatInstant(now), formatInstant(now + KEPT_DAYS * DAY), made.bytes, made.sha256, made.rows],
        );
      }
      return true;
    });
  }

  async #make(job: Job): Promise<{ bytes: number; sha256: Buffer; rows: number }> {
    const { folder } = this.#options;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, `${job.id}.part`);
    const archive = await ArchiveWriter.open(part, join(folder, `${job.id}.spool`));
    try {
      const rows = await this.#fill(archive, job);
      const hash = createHash('sha256');
      await pipeline(createReadStream(part), hash as Hash & NodeJS.WritableStream);
      const bytes = statSync(part).size;
      renameSync(part, this.fileOf(job.id));
      return { bytes, sha256: hash.digest(), rows };
    } catch (error) {
      await archive.drop();
      rmSync(part, { force: true });
      throw error;
    } finally {
      this.#progress.delete(job.id);
    }
  }

  async #fill(archive: ArchiveWriter, { id, organisationId }: Job): Promise<number> {
    const { environments, bookId, liveData, houseData } = this.#options;
    const others = await readRows(this.pool, organisationId);
    const progress: Progress = { done: 0, of: liveData.length + others.length * houseData.length, rows: 0 };
    this.#progress.set(id, progress);
    const at = this.#options.access.clock.now();
    const written = {
      onRows: (count: number) => void (progress.rows += count),
      onDataset: () => void (progress.done += 1),
      signal: this.#ending.signal,
    };
    const write = (pool: Pool, folder: string, datasets: readonly Dataset[], participant: string) =>
      writeDatasets(archive, pool, folder, datasets, async (client) => {
        const accounts = await readAccountsOf(client, bookId, participant);
        return { organisation: organisationId, participant, book: bookId, accounts };
      }, written); // prettier-ignore
    const organisation = await findOrganisation(this.pool, organisationId);
    await write(this.pool, 'live/', liveData, organisation?.participantId ?? '');
    for (const { kind } of others) {
      const opened = await environments.open({ organisationId, kind });
      const leave = opened.enter({ method: 'GET', path: `/v1/organisations/${organisationId}/exports/${id}`, actor: 'system' });
      try {
        await write(opened.house.pool, `${kind}/`, houseData, opened.house.tenantId);
      } finally {
        leave(200);
      }
    }
    await archive.end((sums, files) => this.#sign({ id, organisationId, at, sums, files, rows: progress.rows }));
    return progress.rows;
  }

  async #sign({ at, sums, ...said }: { id: string; organisationId: string; at: Instant; sums: string; files: number; rows: number }) {
    const { issuer, access } = this.#options;
    const manifest = `${JSON.stringify({ type: MANIFEST_TYPE, version: 1, issuer, ...said, at: formatInstant(at), sha256sums: sums }, null, 2)}\n`;
    return { manifest, signature: `${await access.answerKey.signText(manifest, MANIFEST_TYPE)}\n` };
  }

  async #dropExpired(): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      `update leaving.exports set state = 'expired' where state = 'ready' and expires_at <= $1 returning export_id::text as id`,
      [formatInstant(this.#options.access.clock.now())],
    );
    for (const { id } of rows) if (existsSync(this.fileOf(id))) rmSync(this.fileOf(id));
  }
} // prettier-ignore
