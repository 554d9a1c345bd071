// A quota is changed, in one transaction with the act that says who did it and why.
import { findOrganisation } from '../access/index.ts';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { markDone } from '../../platform/writer/done-once.ts';
import { DEFAULT_QUOTAS } from './default-quotas.ts';
import { type Limit, type Measure, MEASURES, type Service, SERVICES, type Tenant } from './quota.ts';

export interface QuotaChange {
  readonly tenant: Tenant;
  readonly service: string;
  readonly measure: string;
  readonly limit: Limit;
}

export interface By {
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string;
  /** The approval it is carried out by. */
  readonly once: string | undefined;
}

/** Refuses `organisation_not_found`, `organisation_closed`, `quota_unknown`, `quota_malformed`. */
export async function changeQuota(pool: Pool, change: QuotaChange, { actor, at, reason, once }: By): Promise<void> {
  const { tenant, service, measure, limit } = change;
  const { organisationId, environment } = tenant;
  const organisation = await findOrganisation(pool, organisationId);
  if (!organisation) throw new Refusal('organisation_not_found', { field: '/id' });
  if (organisation.state === 'closed') throw new Refusal('organisation_closed', { field: '/id' });
  if (!isQuota(tenant, service, measure)) throw new Refusal('quota_unknown', { details: { service, measure } });
  const { soft, hard } = limit;
  if (environment === 'live' && measure === 'storage-bytes' && hard !== null)
    throw new Refusal('quota_soft_only', { field: '/hard' });
  if (soft !== null && hard !== null && soft > hard) throw new Refusal('quota_malformed', { field: '/soft' });
  const values = [organisationId, environment, service, measure, soft, hard];
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into quotas.quotas (organisation_id, environment, service, measure, soft, hard)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (organisation_id, environment, service, measure) do update set soft = $5, hard = $6`,
      values,
    );
    await client.query(
      `insert into quotas.acts (organisation_id, environment, service, measure, soft, hard, at, actor, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [...values, formatInstant(at), actor, reason],
    );
    if (once !== undefined) await markDone(client, [once], at);
  });
}

function isQuota({ environment }: Tenant, service: string, measure: string): boolean {
  const isKnown =
    (SERVICES as readonly string[]).includes(service) && (MEASURES as readonly string[]).includes(measure);
  return isKnown && DEFAULT_QUOTAS[environment][service as Service][measure as Measure] !== undefined;
}

export interface QuotaAct {
  readonly at: string;
  readonly actor: string;
  readonly service: Service;
  readonly measure: Measure;
  readonly soft: string | null;
  readonly hard: string | null;
  readonly reason: string;
}

const LATEST = 100;

/** The latest, newest first. */
export async function readQuotaActs(pool: Pool, { organisationId, environment }: Tenant): Promise<QuotaAct[]> {
  const { rows } = await pool.query<QuotaAct>(
    `select ${moment('at')}, actor, service, measure, soft::text, hard::text, reason from quotas.acts
     where organisation_id = $1 and environment = $2 order by number desc limit ${LATEST}`,
    [organisationId, environment],
  );
  return rows;
}
