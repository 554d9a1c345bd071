// The status over HTTP, for everyone: a page and the same as data. Neither asks the database who comes.
import { type Route, route, type Text } from '../../platform/http/index.ts';
import { statusPage } from './page.ts';
import { StatusSchema } from './service.ts';
import { type StatusBoard } from './status-board.ts';

export function statusRoutes({ board, name }: { readonly board: StatusBoard; readonly name: Text }): Route[] {
  const open = { method: 'GET', tag: 'status', may: ['nobody', 'operator', 'participant', 'organisation'], needsNoCaller: true } as const; // prettier-ignore
  return [
    route({
      ...open,
      path: '/status',
      summary: { en: 'The status of each service, as a page', zh: '各项服务的运行状态页面' },
      answer: 'html',
      handle: () => statusPage(board.status(), name),
    }),
    route({
      ...open,
      path: '/v1/status',
      summary: { en: 'The status of each service', zh: '各项服务的运行状态' },
      answer: StatusSchema,
      handle: () => board.status(),
    }),
  ];
}
