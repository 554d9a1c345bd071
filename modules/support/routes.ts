// Support over HTTP: an institution's people ask and reply, officers of the central bank answer, either closes.
import { Type } from '@sinclair/typebox';
import { type By, EVERYONE, ownOf, requireOwnActive, requireOwnKept } from '../access/index.ts';
import { approvalOf, type Caller, listQuery, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  CaseDetailSchema, type CaseDetailJson, CasePage, CaseStateSchema, ClosePostSchema, NewCaseSchema, PostSchema,
} from './case.ts'; // prettier-ignore
import { answerCase, askCase, closeCase, replyToCase } from './change-cases.ts';
import { type SupportContext } from './context.ts';
import { countWaiting, findCase, readCases } from './reads.ts';

const tag = 'support';
const CASES = '/v1/organisations/{id}/cases';
const ONE = `${CASES}/{caseId}` as const;
const existing = ['organisation_not_found', 'case_not_found'];

export function supportRoutes(context: SupportContext): Route[] {
  return [...readingRoutes(context), ...writingRoutes(context)];
}

async function readNow({ pool }: SupportContext, organisationId: string, id: string): Promise<CaseDetailJson> {
  const found = await findCase(pool, organisationId, id);
  if (!found) throw new Refusal('case_not_found', { field: '/caseId' });
  return found;
}

function readingRoutes(context: SupportContext): Route[] {
  const { pool } = context;
  const shared = { tag, may: EVERYONE, own: true } as const;
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/v1/cases',
      summary: { en: 'Support cases: your own, or of all organisations', zh: '支持工单：本机构的，或全部机构的' },
      description: {
        en: 'What changed last first. `waiting` counts what waits for you: of an institution its answered cases, of the central bank all open ones.',
        zh: '最近更新在前。waiting 为等待您处理的工单数：机构为已答复者，中央银行为全部待答复者。',
      },
      query: listQuery({ state: Type.Optional(CaseStateSchema) }),
      answer: CasePage,
      handle: async ({ query, caller }) => {
        const own = (await ownOf(pool, caller)) ?? '';
        const organisationId = own === 'all' ? undefined : own;
        const page = await readCases(pool, { ...query, organisationId });
        return { ...page, waiting: await countWaiting(pool, organisationId) };
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: ONE,
      summary: { en: 'A support case with its thread', zh: '单个支持工单及往来内容' },
      refuses: existing,
      answer: CaseDetailSchema,
      handle: async ({ params: { id, caseId }, caller }) => {
        await requireOwnKept(pool, caller, id);
        return readNow(context, id, caseId);
      },
    }),
  ];
}

function writingRoutes(context: SupportContext): Route[] {
  const { pool, clock, isOwn, tellAnswered } = context;
  const asker = { tag, may: ['participant', 'organisation'], own: true } as const;
  const by = (caller: Caller): By => ({
    actor: caller.kind === 'nobody' ? 'nobody' : caller.actor,
    at: clock.now(),
    reason: undefined,
    once: approvalOf(caller),
  });
  return [
    route({
      ...asker,
      method: 'POST',
      path: CASES,
      summary: { en: 'Ask a question or report a fault', zh: '提问或报告故障' },
      status: 201,
      refuses: ['organisation_not_found', 'case_about_not_found', 'cases_too_many'],
      body: NewCaseSchema,
      answer: CaseDetailSchema,
      handle: async ({ params: { id }, body, caller }) => {
        await requireOwnActive(pool, caller, id);
        if (body.about && !(await isOwn(id, body.about)))
          throw new Refusal('case_about_not_found', { field: '/about/id' });
        return readNow(context, id, await askCase(pool, id, body, by(caller)));
      },
    }),
    route({
      ...asker,
      method: 'POST',
      path: `${ONE}/reply`,
      summary: { en: 'Write to the central bank; a closed case opens again', zh: '补充或追问；已关闭的工单将重新打开' },
      refuses: [...existing, 'case_full'],
      body: PostSchema,
      answer: CaseDetailSchema,
      handle: async ({ params: { id, caseId }, body: { text }, caller }) => {
        await requireOwnActive(pool, caller, id);
        await replyToCase(pool, { organisationId: id, id: caseId }, text, by(caller));
        return readNow(context, id, caseId);
      },
    }),
    route({
      method: 'POST',
      path: `${ONE}/answer`,
      summary: { en: 'Answer a support case; a closed one opens again', zh: '答复工单；已关闭的工单将重新打开' },
      tag,
      may: ['operator'],
      refuses: [...existing, 'organisation_closed', 'case_full'],
      body: PostSchema,
      answer: CaseDetailSchema,
      handle: async ({ params: { id, caseId }, body: { text }, caller }) => {
        await requireOwnKept(pool, caller, id);
        await answerCase(pool, { organisationId: id, id: caseId }, text, tellAnswered, by(caller));
        return readNow(context, id, caseId);
      },
    }),
    route({
      tag,
      may: EVERYONE,
      own: true,
      method: 'POST',
      path: `${ONE}/close`,
      summary: { en: 'Close a support case', zh: '关闭工单' },
      refuses: [...existing, 'case_closed'],
      body: ClosePostSchema,
      answer: CaseDetailSchema,
      handle: async ({ params: { id, caseId }, body: { text }, caller }) => {
        await requireOwnKept(pool, caller, id);
        const side = caller.kind === 'operator' ? 'central-bank' : 'institution';
        await closeCase(pool, { organisationId: id, id: caseId }, side, text, by(caller));
        return readNow(context, id, caseId);
      },
    }),
  ];
}
