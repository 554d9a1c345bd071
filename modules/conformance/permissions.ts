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
  'live:read': {
    title: { en: 'See how far an institution is on its way to live', zh: '查看机构上线进度' },
    roles: [...BUSINESS_READERS, 'member-administrator', ...MEMBER_READERS],
    isForMachines: true,
    routes: ['GET /v1/organisations/{id}/going-live'],
  },
  'live:ask': {
    title: { en: 'Ask to go live', zh: '申请上线' },
    roles: ['member-administrator'],
    isForMachines: false,
    routes: ['POST /v1/organisations/{id}/going-live'],
  },
  'live:open': {
    title: { en: 'Open live to an institution', zh: '为机构开通生产环境' },
    roles: ['participants-officer'],
    isForMachines: false,
    approval: { bands: [{ from: '0', approvers: 2 }], roles: ['supervisor', 'participants-officer'], expiryHours: 168 },
    routes: ['POST /v1/organisations/{id}/live'],
  },
} as const satisfies Actions;
