// The board of alarms that hold, in memory and in rows. It is looked at every few seconds; what is written is only what
// changed. Rows are truth: a second server on the same database raises nothing twice.
import { randomUUID } from 'node:crypto';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type AlarmJson, type Condition, conditionKey } from './alarm.ts';
import { readOpenAlarms } from './reads.ts';

export class AlarmBoard {
  readonly #pool: Pool;
  #open = new Map<string, AlarmJson>();
  readonly #listeners = new Set<(alarm: AlarmJson) => void>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Alarms that hold, newest first. */
  get open(): AlarmJson[] {
    return [...this.#open.values()].sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : -1));
  }

  /** Told of each alarm that is raised, acknowledged or cleared. */
  onChange(listener: (alarm: AlarmJson) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async load(): Promise<void> {
    this.#open = new Map((await readOpenAlarms(this.#pool)).map((alarm) => [conditionKey(alarm), alarm]));
  }

  /** Raises what holds and was not known, clears what was known and no longer holds. */
  async update(conditions: readonly Condition[], at: Instant): Promise<void> {
    const held = new Map(conditions.map((condition) => [conditionKey(condition), condition]));
    for (const [key, condition] of held) if (!this.#open.has(key)) await this.#raise(key, condition, at);
    for (const [key, alarm] of this.#open) if (!held.has(key)) await this.#clear(key, alarm, at);
  }

  /** Undefined when there is no such alarm that still holds. */
  async acknowledge(id: string, by: string, at: Instant): Promise<AlarmJson | undefined> {
    const found = [...this.#open].find(([, alarm]) => alarm.id === id);
    if (!found) return undefined;
    const [key, alarm] = found;
    if (alarm.acknowledgedAt !== null) return alarm;
    await this.#pool.query(
      `update alarms.alarms set acknowledged_at = $2, acknowledged_by = $3
       where alarm_id = $1 and acknowledged_at is null`,
      [id, formatInstant(at), by],
    );
    const seen = { ...alarm, acknowledgedAt: formatInstant(at) };
    if (this.#open.has(key)) this.#open.set(key, seen);
    this.#tell(seen);
    return seen;
  }

  async #raise(key: string, { severity, code, text, subject }: Condition, at: Instant): Promise<void> {
    const id = randomUUID();
    const { rowCount } = await this.#pool.query(
      `insert into alarms.alarms (alarm_id, severity, code, text_en, text_zh, subject_kind, subject_id, raised_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [id, severity, code, text.en, text.zh, subject?.kind ?? '', subject?.id ?? '', formatInstant(at)],
    );
    if (rowCount === 0) return this.load();
    const alarm: AlarmJson = {
      id,
      severity,
      code,
      text: { ...text },
      raisedAt: formatInstant(at),
      acknowledgedAt: null,
      clearedAt: null,
      subject,
    };
    this.#open.set(key, alarm);
    this.#tell(alarm);
  }

  async #clear(key: string, alarm: AlarmJson, at: Instant): Promise<void> {
    const clearedAt = formatInstant(at);
    await this.#pool.query('update alarms.alarms set cleared_at = $2 where alarm_id = $1 and cleared_at is null', [
      alarm.id,
      clearedAt,
    ]);
    this.#open.delete(key);
    this.#tell({ ...alarm, clearedAt });
  }

  #tell(alarm: AlarmJson): void {
    for (const listener of this.#listeners) listener(alarm);
  }
}
