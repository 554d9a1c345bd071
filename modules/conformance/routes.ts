// Conformance runs over HTTP, at live: begun, followed step by step, and their certificate. Both sides see the same.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, type Route, route, TitleSchema } from '../../platform/http/index.ts';
import { formatInstant, systemClock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type AnswerKey, EVERYONE, requireOwnActive, requireOwnKept } from '../access/index.ts';
import { CERTIFICATE_TYPE, CertificateSchema, certificateOf, type Issuer, statementOf } from './certificate.ts';
import { type Certified, type Exchanged, readEnd, readExchanged } from './exchanged.ts';
import { insertRun, readRuns, requireRun, type Run, saveCertificate } from './runs.ts';
import { SERVICE_CODES, SERVICES, type Service } from './script.ts';

export interface ConformanceContext {
  readonly pool: Pool;
  readonly answerKey: AnswerKey;
  readonly issuer: Issuer;
  /** Refuses `environment_not_found` when it has no certification environment. */
  readonly certifiedOf: (organisationId: string) => Promise<Certified>;
}

const RunSchema = Type.Object(
  {
    id: Type.String(),
    organisationId: Type.String(),
    service: OneOf(SERVICE_CODES, 'ServiceCode'),
    title: TitleSchema,
    startedAt: MomentSchema,
    passedAt: Nullable(MomentSchema),
  },
  { title: 'ConformanceRun' },
);
const RunDetailSchema = Type.Object(
  {
    ...RunSchema.properties,
    steps: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          title: TitleSchema,
          how: TitleSchema,
          shownBy: Type.Array(Type.String(), { description: 'Messages that show it; none until it has happened.' }),
        },
        { title: 'ConformanceStep' },
      ),
    ),
  },
  { title: 'ConformanceRunDetail' },
);
type RunJson = Static<typeof RunSchema>;
type RunDetailJson = Static<typeof RunDetailSchema>;

const tag = 'conformance';
const refuses = ['organisation_not_found', 'run_not_found', 'environment_not_found', 'environments_busy'];

export function conformanceRoutes(context: ConformanceContext): Route[] {
  const { pool, answerKey, issuer, certifiedOf } = context;
  const exchangedOf = async (run: Run) =>
    readExchanged(pool, run.organisationId, await certifiedOf(run.organisationId), run);
  const detailOf = async (run: Run): Promise<RunDetailJson> => {
    const shownBy = run.certificate
      ? new Map(certificateOf(run.certificate).statement.steps.map((step) => [step.code, step.shownBy]))
      : shownNow(serviceOf(run), await exchangedOf(run));
    const steps = serviceOf(run).steps.map(({ code, title, how }) => ({
      code,
      title: { ...title },
      how: { ...how },
      shownBy: [...(shownBy.get(code) ?? [])],
    }));
    return { ...jsonOf(run), steps };
  };
  return [
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/conformance',
      summary: { en: 'The conformance runs of an organisation, newest first', zh: '机构的一致性测试列表' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found'],
      answer: Type.Object({ items: Type.Array(RunSchema) }, { title: 'ConformanceRunList' }),
      handle: async ({ params: { id }, caller }) => {
        await requireOwnKept(pool, caller, id);
        return { items: (await readRuns(pool, id)).map(jsonOf) };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/conformance',
      summary: { en: 'Begin a conformance run in the certification environment', zh: '在认证环境中发起一致性测试' },
      description: {
        en: 'What is exchanged there from now on counts. Its steps are done from the institution’s own side, in any order.',
        zh: '自此刻起，该环境中的往来计入测试；各步骤由机构自行完成，顺序不限。',
      },
      tag,
      may: EVERYONE,
      own: true,
      refuses,
      body: Type.Object({ service: OneOf(SERVICE_CODES) }),
      answer: RunDetailSchema,
      status: 201,
      handle: async ({ params: { id }, body: { service }, caller }) => {
        await requireOwnActive(pool, caller, id);
        const since = await readEnd(await certifiedOf(id));
        const run = await insertRun(pool, { organisationId: id, service }, since, systemClock.now());
        return detailOf(await requireRun(pool, id, run));
      },
    }),
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/conformance/{run}',
      summary: { en: 'A conformance run, and which steps have happened', zh: '一致性测试及其完成情况' },
      tag,
      may: EVERYONE,
      own: true,
      refuses,
      answer: RunDetailSchema,
      handle: async ({ params: { id, run }, caller }) => {
        await requireOwnKept(pool, caller, id);
        return detailOf(await requireRun(pool, id, run));
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/conformance/{run}/certificate',
      summary: { en: 'Have the certificate issued once every step has happened', zh: '全部步骤完成后申领证书' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: [...refuses, 'run_not_complete'],
      answer: CertificateSchema,
      handle: async ({ params: { id, run: runId }, caller }) => {
        await requireOwnActive(pool, caller, id);
        const run = await requireRun(pool, id, runId);
        if (run.certificate) return certificateOf(run.certificate);
        const exchanged = await exchangedOf(run);
        const missing = serviceOf(run).steps.filter(({ shownBy }) => !shownBy(exchanged));
        if (missing.length > 0) {
          throw new Refusal('run_not_complete', { details: { missing: missing.map(({ code }) => code).join(' ') } });
        }
        const at = systemClock.now();
        const statement = statementOf(issuer, run, serviceOf(run), exchanged, at);
        await saveCertificate(pool, run.id, await answerKey.signText(JSON.stringify(statement), CERTIFICATE_TYPE), at);
        return certificateOf((await requireRun(pool, id, runId)).certificate!);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/conformance/{run}/certificate',
      summary: { en: 'The certificate of a run', zh: '测试证书' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found', 'run_not_found', 'certificate_not_issued'],
      answer: CertificateSchema,
      handle: async ({ params: { id, run }, caller }) => {
        await requireOwnKept(pool, caller, id);
        const { certificate } = await requireRun(pool, id, run);
        if (!certificate) throw new Refusal('certificate_not_issued');
        return certificateOf(certificate);
      },
    }),
  ];
}

const serviceOf = ({ service }: Run): Service => SERVICES.find(({ code }) => code === service)!;

function shownNow({ steps }: Service, exchanged: Exchanged) {
  return new Map(steps.map(({ code, shownBy }) => [code, shownBy(exchanged) ?? []]));
}

function jsonOf(run: Run): RunJson {
  const { id, organisationId, startedAt, passedAt } = run;
  return {
    id,
    organisationId,
    service: run.service as RunJson['service'],
    title: { ...serviceOf(run).title },
    startedAt: formatInstant(startedAt),
    passedAt: passedAt === undefined ? null : formatInstant(passedAt),
  };
}
