// The whole API: every route of every part, their refusals, and what their tags mean. The server serves it, the
// documents in generated/ are made of it, and the contract tests walk it.
import {
  type Access,
  ACCESS_REFUSALS,
  accessRoutes,
  findOrganisation,
  messageSigners,
  requireOwnKept,
  tenantOf,
} from '../../modules/access/index.ts';
import { ALARM_REFUSALS, type AlarmBoard, alarmRoutes } from '../../modules/alarms/index.ts';
import { APPROVAL_REFUSALS, type Approvals, approvalRoutes } from '../../modules/approvals/index.ts';
import { CONFORMANCE_REFUSALS, conformanceRoutes, goingLiveRoutes } from '../../modules/conformance/index.ts';
import {
  controlRoutes, ENVIRONMENT_REFUSALS, environmentMounts, environmentRoutes, type Environments,
} from '../../modules/environments/index.ts'; // prettier-ignore
import { EVIDENCE_REFUSALS, evidenceMonthRoutes, evidenceRoutes } from '../../modules/evidence/index.ts';
import { closingRoutes, exportRoutes, type Exports, LEAVING_REFUSALS } from '../../modules/leaving/index.ts';
import { LEDGER_REFUSALS, ledgerRoutes } from '../../modules/ledger/index.ts';
import {
  type AskedPayments, describePayment, type Institution, MESSAGE_REFUSALS, messageRoutes,
} from '../../modules/messages/index.ts'; // prettier-ignore
import { type People, PEOPLE_REFUSALS, peopleRoutes } from '../../modules/people/index.ts';
import { QUOTA_REFUSALS, quotaRoutes, type Quotas } from '../../modules/quotas/index.ts';
import { REQUEST_LOG_REFUSALS, type RequestLog, requestLogRoutes } from '../../modules/request-log/index.ts';
import { type DayWatch, openAffairsOf, SETTLEMENT_REFUSALS, settlementRoutes } from '../../modules/settlement/index.ts';
import { SIMULATOR_REFUSALS, type SimulationRuns, simulatorRoutes } from '../../modules/simulator/index.ts';
import { type KnownNotices, STATUS_REFUSALS, type StatusBoard, statusRoutes } from '../../modules/status/index.ts';
import {
  type KnownSubscriptions, priceRoutes, ServiceDoor, SUBSCRIPTION_REFUSALS, subscriptionRoutes,
} from '../../modules/subscriptions/index.ts'; // prettier-ignore
import { SUPPORT_REFUSALS, supportRoutes } from '../../modules/support/index.ts';
import { WEBHOOK_REFUSALS, webhookRoutes, type Webhooks } from '../../modules/webhooks/index.ts';
import { HTTP_REFUSALS, type ServerOptions, type Text } from '../../platform/http/index.ts';
import { systemClock } from '../../platform/instant.ts';
import { PERMISSION_REFUSALS } from '../../platform/permissions/refusals.ts';
import { booksWords } from './books-words.ts';
import { BOOK_ID, type House } from './compose.ts';
import { type DemoStream } from './demo/stream.ts';
import { routesOfEnvironments } from './environments/open-environment.ts';
import { certifiedOf } from './environments/open-environments.ts';
import { liveEnvironment } from './environments/live-environment.ts';
import { type LiveFeed, liveRoutes } from './live-feed.ts';
import { type Metrics } from './metrics.ts';
import { overviewRoutes } from './overview.ts';
import { PERMISSIONS } from './permissions.ts';
import { SERVER_REFUSALS } from './refusals.ts';
import { serverRoutes } from './routes.ts';
import { documentRoutes } from './documents.ts';
import { serviceRoutes, SERVICES } from './services.ts';
import { unusedOf } from './subscriptions.ts';
import { ownAffairs, tellAnswered } from './support.ts';

export const API_TAGS: Readonly<Record<string, Text>> = {
  institution: { en: 'Who runs this.', zh: '运营机构。' },
  messages: { en: 'ISO 20022 in and out: the door and the outboxes.', zh: 'ISO 20022 报文收发：受理与发件箱。' },
  payments: { en: 'Payments, whatever message they came by.', zh: '支付业务。' },
  queue: { en: 'What waits, and liquidity saving.', zh: '排队业务与流动性节约。' },
  participants: { en: 'Who takes part, with account, credit line, limits.', zh: '参与者及其账户、授信与限额。' },
  day: { en: 'The business day and its phases.', zh: '营业日及其阶段。' },
  books: { en: 'Accounts, statements, the trial balance. Read only.', zh: '账户、对账单与试算平衡表（只读）。' },
  clearing: { en: 'Net positions of clearing houses.', zh: '清算机构的净额头寸。' },
  alarms: { en: 'What an operator must know of.', zh: '告警。' },
  evidence: {
    en: 'The log that proves what was done: heads, leaves, proofs.',
    zh: '可核验的证据日志：树头、叶与证明。',
  },
  simulator: { en: 'Liquidity studies: a day on the settlement engine.', zh: '流动性研究：在清算引擎上模拟营业日。' },
  organisations: { en: 'Organisations, and the keys of their machines.', zh: '机构及其机器密钥。' },
  quotas: { en: 'How much an organisation may ask, what it used and what is left.', zh: '机构的配额、余量与用量。' },
  metrics: { en: 'Figures for whoever watches the system.', zh: '系统监控指标。' },
  people: {
    en: 'People: signing in, devices, sessions, invitations, recovery.',
    zh: '人员：登录、设备、会话、邀请与恢复。',
  },
  approvals: {
    en: 'Four-eyes: calls that others must approve, and the policies that ask for it.',
    zh: '双人复核：须经他人复核的操作及复核策略。',
  },
  conformance: {
    en: 'Conformance runs in certification environments, and their certificates.',
    zh: '认证环境中的一致性测试及证书。',
  },
  environments: {
    en: 'The environment that answers: live, or a sandbox with its clock, faults and reset.',
    zh: '当前环境：生产，或带时钟、故障与重置的沙箱。',
  },
  webhooks: {
    en: 'Events sent to addresses of an organisation’s own (Standard Webhooks).',
    zh: '向机构自有地址推送的事件（Standard Webhooks）。',
  },
  services: { en: 'The catalogue of services, its documents and prices.', zh: '服务目录、文档与价格。' },
  subscriptions: { en: 'Which organisation has which service at live.', zh: '各机构在生产环境订阅的服务。' },
  requests: { en: 'What an organisation asked and was answered.', zh: '机构的请求与应答日志。' },
  support: { en: 'What institutions ask the central bank, and its answers.', zh: '机构向中央银行的提问、报障与答复。' },
  status: {
    en: 'Whether each service works, incidents and maintenance; for everyone.',
    zh: '各项服务是否正常，事件与维护公告（公开）。',
  },
  live: { en: 'What happens, for live screens.', zh: '实时事件。' },
  demo: { en: 'The stream of demo payments.', zh: '演示支付流。' },
};

/** Every "no" of every part. */
const REFUSALS = {
  ...LEDGER_REFUSALS,
  ...ACCESS_REFUSALS,
  ...QUOTA_REFUSALS,
  ...PEOPLE_REFUSALS,
  ...APPROVAL_REFUSALS,
  ...ENVIRONMENT_REFUSALS,
  ...CONFORMANCE_REFUSALS,
  ...LEAVING_REFUSALS,
  ...ALARM_REFUSALS,
  ...SETTLEMENT_REFUSALS,
  ...MESSAGE_REFUSALS,
  ...EVIDENCE_REFUSALS,
  ...SIMULATOR_REFUSALS,
  ...REQUEST_LOG_REFUSALS,
  ...STATUS_REFUSALS,
  ...SUBSCRIPTION_REFUSALS,
  ...SUPPORT_REFUSALS,
  ...WEBHOOK_REFUSALS,
  ...PERMISSION_REFUSALS,
  ...SERVER_REFUSALS,
};

export interface ApiParts {
  readonly house: House;
  readonly institution: Institution;
  readonly watch: DayWatch;
  readonly board: AlarmBoard;
  readonly feed: LiveFeed;
  readonly demo: DemoStream | undefined;
  readonly version: string;
  readonly runs: SimulationRuns;
  readonly access: Access;
  readonly people: People;
  readonly approvals: Approvals;
  readonly environments: Environments;
  readonly webhooks: Webhooks;
  readonly status: StatusBoard;
  readonly notices: KnownNotices;
  readonly quotas: Quotas;
  readonly subscriptions: KnownSubscriptions;
  readonly requestLog: RequestLog;
  readonly metrics: Metrics;
  readonly exports: Exports;
}

export function apiOf(
  parts: ApiParts,
): Pick<
  ServerOptions,
  | 'routes'
  | 'mounts'
  | 'refusals'
  | 'isolation'
  | 'permissions'
  | 'fourEyes'
  | 'tags'
  | 'onRefusedWrite'
  | 'machines'
  | 'limits'
  | 'onAnswer'
> {
  const { house, institution, watch, board, feed, demo, version, runs, access } = parts;
  const {
    people,
    approvals,
    environments,
    webhooks,
    status,
    notices,
    quotas,
    metrics,
    subscriptions,
    requestLog,
    exports,
  } = parts;
  const { writer, pool, clock, onCommit } = house;
  const shared = { bookId: BOOK_ID, writer, pool, clock, institution, onCommit };
  const { currency, zone } = institution;
  const usage = { pool, bookId: BOOK_ID, environment: 'live' as const, zone, currency, institution: institution.bic };
  const isParticipant = (id: string): boolean => writer.memory.settlement.settlement.participantById.has(id);
  const signers = messageSigners(access, {
    environment: 'live',
    isOf: (key, participantId) => key.participantId === participantId,
    nameOf: (participantId) => `participant ${participantId}`,
  });
  const door = new ServiceDoor(subscriptions, SERVICES);
  const services = {
    ...{ pool, zone, currency, clock: access.clock, known: subscriptions, services: SERVICES },
    requireUnused: unusedOf(pool, () => writer.memory.settlement.settlement),
  };
  const exchange = {
    ...{ ...shared, signers },
    reserve: (asked: AskedPayments) => door.reserve(asked, (given) => quotas.reserve(given)),
  };
  const evidence = { bookId: BOOK_ID, pool, writer, keys: house.evidenceKeys };
  const words = booksWords(() => writer.memory.settlement.settlement);
  const routes = [
    ...serverRoutes({ institution, clock, demo, version }),
    ...overviewRoutes({ writer, pool, clock, watch, board }),
    ...accessRoutes({ access, isParticipant }),
    ...peopleRoutes(people),
    ...approvalRoutes(approvals),
    ...environmentRoutes({ environments }),
    ...conformanceRoutes({
      pool,
      answerKey: access.answerKey,
      issuer: institution,
      certifiedOf: (organisationId) => certifiedOf(environments, organisationId),
    }),
    ...goingLiveRoutes({
      access,
      isParticipant,
      sandboxMadeAt: (organisationId) => environments.madeAt({ organisationId, kind: 'sandbox' }),
    }),
    ...closingRoutes({
      access,
      environments,
      openAffairsOf: (participantId) => openAffairsOf(writer.memory.settlement.settlement, participantId),
    }),
    ...exportRoutes(exports),
    ...quotaRoutes({ ...usage, quotas, clock, actClock: systemClock }),
    ...metrics.routes,
    ...controlRoutes({ live: () => liveEnvironment(house, demo !== undefined) }),
    ...webhookRoutes({ webhooks, access }),
    ...serviceRoutes({ pool, board: status, currency, zone, clock: access.clock }),
    ...documentRoutes(),
    ...subscriptionRoutes(services),
    ...priceRoutes(services),
    ...supportRoutes({
      ...{ pool, clock: access.clock },
      isOwn: ownAffairs(exchange),
      tellAnswered: tellAnswered(webhooks),
    }),
    ...requestLogRoutes({ log: requestLog, refusals: { ...REFUSALS, ...HTTP_REFUSALS } }),
    ...statusRoutes({
      pool,
      notices,
      clock: systemClock,
      board: status,
      name: institution.name,
      address: people.site.origin,
    }),
    ...alarmRoutes({ pool, board, clock }),
    ...liveRoutes(feed),
    ...evidenceRoutes(evidence),
    ...evidenceMonthRoutes({
      ...evidence,
      clock,
      zone,
      requireOwn: async (caller, id) => {
        await requireOwnKept(pool, caller, id);
        return (await findOrganisation(pool, id))!;
      },
    }),
    ...simulatorRoutes({ pool, runs }),
    ...ledgerRoutes({ ...shared, currency: institution.currency, words }),
    ...messageRoutes(exchange),
    ...settlementRoutes({ ...shared, describe: (payment) => describePayment(shared, payment) }),
  ];
  // What was approved is one of them.
  approvals.routes = routes;
  return {
    routes,
    mounts: environmentMounts(environments, routesOfEnvironments(routes)),
    refusals: REFUSALS,
    isolation: { pool, tenantOf: (caller) => tenantOf(pool, caller) },
    permissions: PERMISSIONS,
    fourEyes: approvals,
    tags: API_TAGS,
    onRefusedWrite: ({ caller, ...refused }) =>
      house.hearRefusal({
        ...refused,
        caller: caller.kind === 'nobody' ? 'nobody' : caller.actor,
        participantId: caller.kind === 'participant' ? caller.participantId : undefined,
      }),
    machines: access,
    limits: door.behind(quotas),
    onAnswer: (answered) => {
      metrics.hearAnswer(answered);
      requestLog.hear(answered);
    },
  };
}
