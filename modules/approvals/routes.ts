// Approvals over HTTP: what waits, the exact content of one, and what people decide about it. People alone decide.
import { Type } from '@sinclair/typebox';
import { listQuery, OneOf, ReasonSchema, type Route, route } from '../../platform/http/index.ts';
import { type Approvals } from './approvals.ts';
import { approveRequest, refuseRequest, withdrawRequest } from './decide-request.ts';
import { delegationRoutes } from './delegation-routes.ts';
import { requireOfficial } from './person.ts';
import { policyRoutes } from './policy-routes.ts';
import { readInbox, readRequestDetail, readRequests, VIEWS } from './reads.ts';
import { HashSchema, InboxSchema, RequestDetailSchema, RequestPage, STATES } from './schemas.ts';

export const EVERYONE = ['operator', 'participant', 'organisation'] as const;
const tag = 'approvals';
const OVER = ['approval_not_found', 'approval_over', 'approval_expired'];
const NOT_APPROVER = ['approval_own', 'approver_role_missing', 'approval_given', 'approver_absent'];

export function approvalRoutes(approvals: Approvals): Route[] {
  return [
    ...requestRoutes(approvals),
    ...decisionRoutes(approvals),
    ...policyRoutes(approvals),
    ...delegationRoutes(approvals),
  ];
}

function requestRoutes(approvals: Approvals): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/approvals',
      summary: { en: 'Approval requests, newest first', zh: '审批申请列表' },
      tag,
      may: EVERYONE,
      own: true,
      query: listQuery({
        view: Type.Optional(OneOf(VIEWS)),
        state: Type.Optional(OneOf(STATES, 'ApprovalState')),
      }),
      answer: RequestPage,
      handle: ({ query, caller }) => readRequests(approvals, caller, query),
    }),
    route({
      method: 'GET',
      path: '/v1/inbox',
      summary: { en: 'How many requests wait', zh: '待办申请数量' },
      tag,
      may: EVERYONE,
      answer: InboxSchema,
      handle: ({ caller }) => readInbox(approvals, caller),
    }),
    route({
      method: 'GET',
      path: '/v1/approvals/{id}',
      summary: { en: 'An approval request with its exact content', zh: '审批申请详情' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['approval_not_found'],
      answer: RequestDetailSchema,
      handle: ({ params: { id }, caller }) => readRequestDetail(approvals, caller, id),
    }),
  ];
}

function decisionRoutes(approvals: Approvals): Route[] {
  const shared = { tag, may: EVERYONE, own: true, needsPerson: true } as const;
  return [
    route({
      ...shared,
      method: 'POST',
      path: '/v1/approvals/{id}/approve',
      summary: { en: 'Approve exactly this; the last approval carries it out', zh: '复核通过；最后一人通过后即执行' },
      description: {
        en: '`hash` is the `contentHash` that was looked at. The answer says what became of it.',
        zh: 'hash 为所查看申请的 contentHash；应答说明执行结果。',
      },
      refuses: [...OVER, ...NOT_APPROVER, 'approval_hash_differs', 'approval_not_proven'],
      body: Type.Object({
        hash: HashSchema,
        proof: Type.Optional(
          Type.Unknown({
            description:
              'The answer of one’s passkey (WebAuthn AuthenticationResponseJSON) to the challenge made of the 16 bytes of the request’s id and the 32 of the hash, user verified.',
          }),
        ),
      }),
      answer: RequestDetailSchema,
      handle: async ({ params: { id }, body: { hash, proof }, caller }) => {
        await approveRequest(approvals, requireOfficial(caller), id, { hash, proof });
        return readRequestDetail(approvals, caller, id);
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/approvals/{id}/refuse',
      summary: { en: 'Refuse a request', zh: '拒绝申请' },
      refuses: [...OVER, ...NOT_APPROVER],
      body: Type.Object({ reason: ReasonSchema }),
      answer: RequestDetailSchema,
      handle: async ({ params: { id }, body: { reason }, caller }) => {
        await refuseRequest(approvals, requireOfficial(caller), id, reason);
        return readRequestDetail(approvals, caller, id);
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/approvals/{id}/withdraw',
      summary: { en: 'Withdraw a request of one’s own', zh: '撤回本人申请' },
      refuses: [...OVER, 'approval_not_makers'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: RequestDetailSchema,
      handle: async ({ params: { id }, body: { reason }, caller }) => {
        await withdrawRequest(approvals, requireOfficial(caller), id, reason);
        return readRequestDetail(approvals, caller, id);
      },
    }),
  ];
}
