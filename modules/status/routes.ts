// The status over HTTP, for everyone: a page and the same as data. Neither asks the database who comes.
import { type Route, route, type Text } from '../../platform/http/index.ts';
import { statusPage } from './page.ts';
import { atomOf, calendarOf } from './feeds.ts';
import { type KnownNotices } from './known-notices.ts';
import { isOver } from './notice.ts';
import { type NoticeContext, noticeRoutes } from './notice-routes.ts';
import { StatusSchema } from './status.ts';
import { type StatusBoard } from './status-board.ts';

export interface StatusContext extends NoticeContext {
  readonly board: StatusBoard;
  readonly notices: KnownNotices;
  /** Of the institution. */
  readonly name: Text;
  /** Where this server is found. */
  readonly address: string;
}

export function statusRoutes(context: StatusContext): Route[] {
  const { board, notices, name, address } = context;
  const status = () => ({ ...board.status(), notices: notices.standing() });
  const open = { method: 'GET', tag: 'status', may: ['nobody', 'operator', 'participant', 'organisation'], needsNoCaller: true } as const; // prettier-ignore
  return [
    route({
      ...open,
      path: '/status',
      summary: { en: 'The status of each service, as a page', zh: '各项服务的运行状态页面' },
      answer: 'html',
      handle: () => statusPage(status(), notices.list().filter(isOver), name),
    }),
    route({
      ...open,
      path: '/v1/status',
      summary: { en: 'The status of each service', zh: '各项服务的运行状态' },
      answer: StatusSchema,
      handle: status,
    }),
    route({
      ...open,
      path: '/status/notices.atom',
      summary: { en: 'Notices as an Atom feed', zh: '公告订阅（Atom）' },
      answer: 'text',
      answerType: 'application/atom+xml; charset=utf-8',
      handle: () => atomOf(notices.list(), name, address),
    }),
    route({
      ...open,
      path: '/status/maintenance.ics',
      summary: { en: 'Maintenance as a calendar', zh: '维护日历（iCalendar）' },
      answer: 'text',
      answerType: 'text/calendar; charset=utf-8',
      handle: () => calendarOf(notices.list(), name, address),
    }),
    ...noticeRoutes(context),
  ];
}
