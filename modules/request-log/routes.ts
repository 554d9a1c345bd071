// The request log over HTTP: an organisation's own, and for those of the central bank who help it.
import { Type } from '@sinclair/typebox';
import { EnvironmentKindSchema, EVERYONE, findOrganisation, requireOwn } from '../access/index.ts';
import { type Caller, listQuery, OneOf, type Route, route } from '../../platform/http/index.ts';
import { Refusal, type RefusalTexts } from '../../platform/refusal.ts';
import { LoggedRequestDetailSchema, LoggedRequestPage } from './logged-request.ts';
import { findRequest, readDropped, readRequests } from './reads.ts';
import { type RequestLog } from './request-log.ts';

const Moment = Type.Optional(Type.String({ format: 'date-time' }));
const Text = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }));

export interface RequestLogContext {
  readonly log: RequestLog;
  /** Of all parts, to explain a refusal by. */
  readonly refusals: RefusalTexts;
}

export function requestLogRoutes({ log, refusals }: RequestLogContext): Route[] {
  const { pool } = log;
  const shared = { tag: 'requests', may: EVERYONE, own: true } as const;
  const requireReadable = async (caller: Caller, id: string): Promise<void> => {
    await requireOwn({ pool }, caller, id);
    if (!(await findOrganisation(pool, id))) throw new Refusal('organisation_not_found', { field: '/id' });
  };
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/requests',
      summary: { en: 'What an organisation asked and was answered', zh: '机构的请求与应答日志' },
      description: {
        en: 'For 30 days; a request is here about a second after its answer. Of people what they changed and what was refused.',
        zh: '保存 30 天，应答后约一秒可查。人员请求仅记录变更与被拒绝者。',
      },
      refuses: ['organisation_not_found'],
      query: listQuery({
        environment: Type.Optional(EnvironmentKindSchema),
        statusClass: Type.Optional(OneOf(['2xx', '4xx', '5xx'], 'StatusClass')),
        operation: Text('Method and path as declared: `POST /v1/messages`.'),
        key: Text('The id of a key.'),
        since: Moment,
        until: Moment,
        requestId: Text('As in the header x-request-id.'),
      }),
      answer: LoggedRequestPage,
      handle: async ({ params: { id }, query, caller }) => {
        await requireReadable(caller, id);
        const page = await readRequests(pool, { ...query, organisationId: id });
        return { ...page, dropped: await readDropped(pool, id) };
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/requests/{requestId}',
      summary: { en: 'A request with its story', zh: '单个请求详情' },
      refuses: ['organisation_not_found', 'request_not_found'],
      answer: LoggedRequestDetailSchema,
      handle: async ({ params: { id, requestId }, caller }) => {
        await requireReadable(caller, id);
        const found = await findRequest(pool, id, requestId);
        if (!found) throw new Refusal('request_not_found', { field: '/requestId' });
        const text = found.code !== null && Object.hasOwn(refusals, found.code) ? refusals[found.code]! : undefined;
        return { ...found, explanation: text ? { en: text.en, zh: text.zh } : null };
      },
    }),
  ];
}
