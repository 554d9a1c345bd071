// Quotas and usage over HTTP. An organisation sees its own and no other's.
import { Type } from '@sinclair/typebox';
import { EnvironmentKindSchema, EVERYONE, findOrganisation, type OrganisationJson, ownOf } from '../access/index.ts';
import { approvalOf, type Caller, type Route, route } from '../../platform/http/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { changeQuota, readQuotaActs } from './change-quota.ts';
import { type Tenant } from './quota.ts';
import { type Quotas } from './quotas.ts';
import { CloudEventsSchema, QuotaChangeSchema, QuotasSchema, StatementSchema } from './schemas.ts';
import { readCloudEvents, readStatement, type StatementContext, statementCsv, type Whose } from './statement.ts';

export interface QuotaContext extends StatementContext {
  readonly quotas: Quotas;
  /** The clock of the business day: the month asked for by default. */
  readonly clock: Clock;
  /** The time of the world, by which acts are kept. */
  readonly actClock: Clock;
}

const tag = 'quotas';
const MonthQuery = Type.Object({
  month: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d$', description: 'This one by default.', examples: ['2027-04'] })),
}); // prettier-ignore
const shared = {
  tag,
  may: EVERYONE,
  own: true,
  refuses: ['organisation_not_found', 'month_malformed'],
  query: MonthQuery,
};

export function quotaRoutes(context: QuotaContext): Route[] {
  const { pool, quotas, zone, clock, actClock } = context;
  const monthOf = (month: string | undefined): string => month ?? zone.dateOf(clock.now()).slice(0, 7);
  const whoseOf = async (id: string, caller: Caller): Promise<Whose> => {
    const { participantId } = await requireOrganisation(context, caller, id);
    return { organisationId: id, participantId };
  };
  const quotasOf = async (tenant: Tenant) => ({
    ...tenant,
    items: quotas.headroom(tenant).map(({ limit: { soft, hard }, used, left, ...item }) => ({
      ...item,
      soft: digits(soft),
      hard: digits(hard),
      used: String(used),
      left: digits(left),
    })),
    acts: await readQuotaActs(pool, tenant),
  });
  return [
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/quotas',
      summary: { en: 'Quotas: what may be asked, is used and is left', zh: '配额：限额、已用与余量' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found'],
      query: Type.Object({ environment: Type.Optional(EnvironmentKindSchema) }),
      answer: QuotasSchema,
      handle: async ({ params: { id }, query: { environment = 'live' }, caller }) => {
        await requireOrganisation(context, caller, id);
        return quotasOf({ organisationId: id, environment });
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/organisations/{id}/quotas/{service}/{measure}',
      summary: { en: 'Change a quota', zh: '变更配额' },
      tag,
      may: ['operator'],
      refuses: ['organisation_not_found', 'organisation_closed', 'quota_unknown', 'quota_malformed', 'quota_soft_only'],
      body: QuotaChangeSchema,
      answer: QuotasSchema,
      difference: ({ params: { id, service, measure }, body: { environment = 'live', soft, hard } }) => {
        const name = { organisationId: id, environment };
        const now = quotas.headroom(name).find((each) => each.service === service && each.measure === measure)?.limit;
        const line = (en: string, zh: string, before: bigint | null | undefined, after: string | null) => ({
          field: { en: `${en}, ${service} ${measure} (${environment})`, zh: `${zh}，${service} ${measure}（${environment}）` },
          kind: 'text' as const,
          before: digits(before ?? null),
          after,
        });
        return [line('Soft limit', '软限额', now?.soft, soft), line('Hard limit', '硬限额', now?.hard, hard)];
      },
      handle: async ({ params: { id, service, measure }, body, caller }) => {
        const { environment = 'live', soft, hard, reason } = body;
        const tenant = { organisationId: id, environment };
        const limit = { soft: amount(soft), hard: amount(hard) };
        const actor = caller.kind === 'nobody' ? 'nobody' : caller.actor;
        const by = { actor, at: actClock.now(), reason, once: approvalOf(caller) };
        await changeQuota(pool, { tenant, service, measure, limit }, by);
        await quotas.known.refresh();
        return quotasOf(tenant);
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/usage',
      summary: { en: 'The statement of a month: what was used, day by day', zh: '月度用量对账单（按日）' },
      answer: StatementSchema,
      handle: async ({ params: { id }, query, caller }) =>
        readStatement(context, await whoseOf(id, caller), monthOf(query.month)),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/usage/csv',
      summary: { en: 'The statement of a month as CSV', zh: '月度用量对账单（CSV）' },
      answer: 'text',
      answerType: 'text/csv; charset=utf-8; header=present',
      handle: async ({ params: { id }, query, caller }) =>
        statementCsv(await readStatement(context, await whoseOf(id, caller), monthOf(query.month))),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/usage/events',
      summary: { en: 'The usage of a month’s days that are over, as CloudEvents', zh: '月内已结束各日的用量事件（CloudEvents）' },
      answer: CloudEventsSchema,
      answerType: 'application/cloudevents-batch+json; charset=utf-8',
      handle: async ({ params: { id }, query, caller }) =>
        readCloudEvents(context, await whoseOf(id, caller), monthOf(query.month)),
    }),
  ];
} // prettier-ignore

/** Refuses `organisation_not_found` for another's, as for what does not exist. */
async function requireOrganisation({ pool }: QuotaContext, caller: Caller, id: string): Promise<OrganisationJson> {
  const own = await ownOf(pool, caller);
  const organisation = own === 'all' || own === id ? await findOrganisation(pool, id) : undefined;
  if (!organisation) throw new Refusal('organisation_not_found', { field: '/id' });
  return organisation;
}

const digits = (figure: bigint | null): string | null => (figure === null ? null : String(figure));
const amount = (given: string | null): bigint | null => (given === null ? null : BigInt(given));
