// Who may read support cases, who asks, who answers, and who says that one is done.
import { type Actions } from '../../platform/permissions/actions.ts';
import { MEMBER_READERS } from '../../platform/permissions/roles.ts';

const CASES = '/v1/organisations/{id}/cases';
const ONE = `${CASES}/{caseId}` as const;
const ASKERS = ['member-administrator', 'member-operator'] as const;
const OFFICERS = ['operator', 'participants-officer'] as const;

export const SUPPORT_ACTIONS = {
  'support:read': {
    title: { en: 'Read support cases', zh: '查看支持工单' },
    roles: [
      ...OFFICERS,
      'supervisor',
      'system-administrator',
      'audit-administrator',
      'member-administrator',
      ...MEMBER_READERS,
    ],
    isForMachines: true,
    routes: ['GET /v1/cases', `GET ${ONE}`],
  },
  'support:ask': {
    title: { en: 'Ask the central bank and report faults', zh: '向中央银行提问与报告故障' },
    roles: ASKERS,
    isForMachines: false,
    routes: [`POST ${CASES}`, `POST ${ONE}/reply`],
  },
  'support:answer': {
    title: { en: 'Answer support cases', zh: '答复支持工单' },
    roles: OFFICERS,
    isForMachines: false,
    routes: [`POST ${ONE}/answer`],
  },
  'support:close': {
    title: { en: 'Close support cases', zh: '关闭支持工单' },
    roles: [...OFFICERS, ...ASKERS],
    isForMachines: false,
    routes: [`POST ${ONE}/close`],
  },
} as const satisfies Actions;
