// Closing over HTTP: an organisation's administrator asks; the central bank closes it, which waits for two others.
import { type Static, Type } from '@sinclair/typebox';
import {
  type Caller, Nullable, OneOf, personOf, ReasonSchema, type Route, route, TitleSchema,
} from '../../platform/http/index.ts'; // prettier-ignore
import {
  askClosing, byOf, EVERYONE, findOrganisation, type OrganisationJson, readClosing, requireOwnActive, requireOwnKept,
  withdrawClosing,
} from '../access/index.ts'; // prettier-ignore
import { type ClosingContext, closeOrganisation, OBSTACLES, obstaclesOf, requireClosable } from './closing.ts';
import { LEAVING_REFUSALS } from './refusals.ts';

const Moment = Nullable(Type.String({ format: 'date-time' }));

export const ClosingSchema = Type.Object(
  {
    organisationId: Type.String(),
    state: OneOf(['active', 'asked', 'closing', 'closed'], 'ClosingState'),
    askedAt: Moment,
    closedAt: Moment,
    finishedAt: Nullable(
      Type.String({ format: 'date-time', description: 'When its environments and their databases were gone too.' }),
    ),
    obstacles: Type.Array(
      Type.Object({ code: OneOf(OBSTACLES, 'ClosingObstacle'), text: TitleSchema }, { title: 'Obstacle' }),
      { description: 'What is in the way now; closing is refused with the code of the first.' },
    ),
  },
  { title: 'Closing', description: 'How far an organisation is on its way out.' },
);
export type ClosingJson = Static<typeof ClosingSchema>;

const tag = 'organisations';

export function closingRoutes(context: ClosingContext): Route[] {
  const { access } = context;
  const { pool } = access;
  const readNow = async (id: string): Promise<ClosingJson> => closingOf(context, (await findOrganisation(pool, id))!);
  const requireActive = async (caller: Caller, id: string): Promise<void> => requireOwnActive(pool, caller, id);
  return [
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/closing',
      summary: { en: 'Whether an organisation leaves, and what is in the way', zh: '机构注销进度与障碍' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found'],
      answer: ClosingSchema,
      handle: async ({ params: { id }, caller }) => {
        await requireOwnKept(pool, caller, id);
        return readNow(id);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/closing',
      summary: { en: 'Ask for the organisation to be closed', zh: '申请注销机构' },
      description: {
        en: 'Nothing ends yet: take the data away first. The central bank closes it when nothing is in the way.',
        zh: '申请后一切照旧，请先导出数据。障碍清除后由中央银行注销。',
      },
      tag,
      may: ['participant', 'organisation'],
      own: true,
      refuses: ['organisation_not_found', 'organisation_closed'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: ClosingSchema,
      handle: async ({ params: { id }, body: { reason }, caller }) => {
        await requireActive(caller, id);
        await askClosing(pool, id, byOf(access, caller, reason));
        return readNow(id);
      },
    }),
    route({
      method: 'DELETE',
      path: '/v1/organisations/{id}/closing',
      summary: { en: 'Withdraw the asking', zh: '撤回注销申请' },
      tag,
      may: ['participant', 'organisation'],
      own: true,
      refuses: ['organisation_not_found', 'organisation_closed', 'closing_not_asked'],
      answer: ClosingSchema,
      handle: async ({ params: { id }, caller }) => {
        await requireActive(caller, id);
        await withdrawClosing(pool, id, byOf(access, caller, undefined));
        return readNow(id);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/close',
      summary: { en: 'Close an organisation that asked for it, for good', zh: '注销已申请的机构（不可恢复）' },
      description: {
        en: 'Its keys, certificates, sessions and webhooks end at once; its sandbox and certification databases are dropped. Its books, acts and evidence stay. One that has no administrator who could ask may be closed without asking.',
        zh: '其密钥、证书、会话与 Webhook 随即失效，沙箱与认证环境的数据库被删除；账簿、操作记录与证据予以保留。没有管理员可以申请的机构，可不经申请注销。',
      },
      tag,
      may: ['operator'],
      refuses: ['organisation_not_found', 'organisation_closed', ...OBSTACLES],
      body: Type.Object({ reason: ReasonSchema }),
      answer: ClosingSchema,
      difference: async ({ params: { id } }) => {
        const { name } = await requireClosable(context, id);
        const line = (en: string, zh: string, before: string, after: string | null) =>
          ({ field: { en, zh }, kind: 'text', before, after }) as const;
        return [
          line('Organisation', '机构', `${name.en} ${name.zh} (${id})`, `${name.en} ${name.zh} (${id})`),
          line('State', '状态', 'active 正常', 'closed 已注销'),
          line('Keys, sessions, webhooks', '密钥、会话与 Webhook', 'in force 有效', 'ended 终止'),
        ];
      },
      handle: async ({ params: { id }, body: { reason }, caller, address }) => {
        const { actor, at, once } = byOf(access, caller, reason);
        const sessionId = personOf(caller)?.sessionId;
        // What was approved is carried out by nobody's connection.
        await closeOrganisation(context, id, { actor, at, reason, once, sessionId, address: address ?? '' });
        return readNow(id);
      },
    }),
  ];
}

async function closingOf(context: ClosingContext, organisation: OrganisationJson): Promise<ClosingJson> {
  const { id, closedAt, state } = organisation;
  const { askedAt, finishedAt } = await readClosing(context.access.pool, id);
  const isClosed = state === 'closed';
  const obstacles = isClosed ? [] : await obstaclesOf(context, organisation);
  return {
    organisationId: id,
    state: isClosed ? (finishedAt === null ? 'closing' : 'closed') : askedAt === null ? 'active' : 'asked',
    askedAt,
    closedAt,
    finishedAt,
    obstacles: obstacles.map((code) => {
      const { en, zh } = LEAVING_REFUSALS[code];
      return { code, text: { en, zh } };
    }),
  };
}
