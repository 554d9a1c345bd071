// Conformance runs as rows, and how far each has come by what was really exchanged.
import { v7 as uuidv7 } from 'uuid';
import { formatInstant, type Instant, MICROS_PER_MS } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type Since } from './exchanged.ts';

export interface Run extends Since {
  readonly id: string;
  readonly organisationId: string;
  readonly service: string;
  readonly startedAt: Instant;
  readonly passedAt: Instant | undefined;
  readonly certificate: string | undefined;
}

interface Row {
  run_id: string;
  organisation_id: string;
  service: string;
  started_at: Date;
  after_outbox: string;
  after_sent: string;
  passed_at: Date | null;
  certificate: string | null;
}

const COLUMNS = `run_id::text, organisation_id, service, started_at, after_outbox::text, after_sent::text, passed_at,
  certificate`;

const runOf = (row: Row): Run => ({
  id: row.run_id,
  organisationId: row.organisation_id,
  service: row.service,
  startedAt: row.started_at.getTime() * MICROS_PER_MS,
  afterOutbox: Number(row.after_outbox),
  afterSent: Number(row.after_sent),
  passedAt: row.passed_at ? row.passed_at.getTime() * MICROS_PER_MS : undefined,
  certificate: row.certificate ?? undefined,
});

/** Newest first, at most a hundred. */
export async function readRuns(pool: Pool, organisationId: string): Promise<Run[]> {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from conformance.runs where organisation_id = $1 order by started_at desc limit 100`,
    [organisationId],
  );
  return rows.map(runOf);
}

/** Refuses `run_not_found`. */
export async function requireRun(pool: Pool, organisationId: string, id: string): Promise<Run> {
  if (!isUuid(id)) throw new Refusal('run_not_found', { field: '/run' });
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from conformance.runs where organisation_id = $1 and run_id = $2`,
    [organisationId, id],
  );
  if (!rows[0]) throw new Refusal('run_not_found', { field: '/run' });
  return runOf(rows[0]);
}

export async function insertRun(
  pool: Pool,
  { organisationId, service }: Pick<Run, 'organisationId' | 'service'>,
  { afterOutbox, afterSent }: Since,
  at: Instant,
): Promise<string> {
  const id = uuidv7();
  await pool.query(
    `insert into conformance.runs (run_id, organisation_id, service, started_at, after_outbox, after_sent)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, organisationId, service, formatInstant(at), afterOutbox, afterSent],
  );
  return id;
}

/** The first certificate stays. */
export async function saveCertificate(pool: Pool, id: string, certificate: string, at: Instant): Promise<void> {
  await pool.query(
    'update conformance.runs set certificate = $2, passed_at = $3 where run_id = $1 and certificate is null',
    [id, certificate, formatInstant(at)],
  );
}

/** Told by the door of the certification environment. */
export async function recordIncident(
  pool: Pool,
  organisationId: string,
  { kind, messageId }: { readonly kind: 'repeated' | 'answer-lost'; readonly messageId: string },
  at: Instant,
): Promise<void> {
  await pool.query(
    'insert into conformance.incidents (organisation_id, kind, message_id, at) values ($1, $2, $3, $4)',
    [organisationId, kind, messageId, formatInstant(at)],
  );
}
