// Who may follow and make conformance runs.
import { type Actions } from '../../platform/permissions/actions.ts';
import { BUSINESS_READERS, MEMBER_READERS } from '../../platform/permissions/roles.ts';

export const CONFORMANCE_ACTIONS = {
  'conformance:read': {
    title: { en: 'Follow conformance runs, read certificates', zh: '查看一致性测试与证书' },
    roles: [...BUSINESS_READERS, 'member-administrator', ...MEMBER_READERS],
    isForMachines: true,
    routes: [
      'GET /v1/organisations/{id}/conformance',
      'GET /v1/organisations/{id}/conformance/{run}',
      'GET /v1/organisations/{id}/conformance/{run}/certificate',
    ],
  },
  'conformance:write': {
    title: { en: 'Begin conformance runs, have certificates issued', zh: '发起一致性测试并申领证书' },
    roles: ['participants-officer', 'member-administrator', 'member-operator'],
    isForMachines: true,
    routes: ['POST /v1/organisations/{id}/conformance', 'POST /v1/organisations/{id}/conformance/{run}/certificate'],
  },
} as const satisfies Actions;
