// Notices over HTTP: operators write them, everyone reads them, from memory.
import { Type } from '@sinclair/typebox';
import { type Caller, type Route, route } from '../../platform/http/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isUuid } from '../../platform/uuid.ts';
import { beginNotice, type NoticeBy, updateNotice } from './change-notices.ts';
import { type KnownNotices } from './known-notices.ts';
import { GivenNoticeSchema, GivenUpdateSchema, type NoticeJson, NoticeSchema } from './notice.ts';
import { readNotice } from './reads.ts';

export interface NoticeContext {
  readonly pool: Pool;
  readonly notices: KnownNotices;
  /** The time of the world. */
  readonly clock: Clock;
}

const tag = 'status';

export function noticeRoutes({ pool, notices, clock }: NoticeContext): Route[] {
  const byOf = (caller: Caller): NoticeBy => ({
    actor: caller.kind === 'nobody' ? 'nobody' : caller.actor,
    at: clock.now(),
  });
  const answerOf = async (id: string): Promise<NoticeJson> => {
    // It stands in the database; telling others of it may wait.
    await notices.refresh().catch(() => undefined);
    return (await readNotice(pool, id))!;
  };
  return [
    route({
      method: 'GET',
      path: '/v1/status/notices',
      summary: { en: 'Incidents and maintenance, newest first', zh: '事件与维护公告列表' },
      tag,
      may: ['nobody', 'operator', 'participant', 'organisation'],
      needsNoCaller: true,
      answer: Type.Object({ items: Type.Array(NoticeSchema) }, { title: 'Notices' }),
      handle: () => ({ items: [...notices.list()] }),
    }),
    route({
      method: 'POST',
      path: '/v1/status/notices',
      summary: { en: 'Tell everyone of an incident, or of maintenance to come', zh: '发布事件或维护公告' },
      tag,
      may: ['operator'],
      refuses: ['notice_time'],
      body: GivenNoticeSchema,
      status: 201,
      answer: NoticeSchema,
      handle: async ({ body, caller }) => answerOf(await beginNotice(pool, body, byOf(caller))),
    }),
    route({
      method: 'POST',
      path: '/v1/status/notices/{id}/updates',
      summary: { en: 'Say how an incident or maintenance goes on, or that it is over', zh: '更新或结束公告' },
      tag,
      may: ['operator'],
      refuses: ['notice_not_found', 'notice_over', 'notice_state', 'notice_time'],
      body: GivenUpdateSchema,
      answer: NoticeSchema,
      handle: async ({ params: { id }, body, caller }) => {
        await updateNotice(pool, (await noticeOf(pool, id)).id, body, byOf(caller));
        return answerOf(id);
      },
    }),
  ];
}

async function noticeOf(pool: Pool, id: string): Promise<NoticeJson> {
  const notice = isUuid(id) ? await readNotice(pool, id) : undefined;
  if (!notice) throw new Refusal('notice_not_found', { field: '/id' });
  return notice;
}
