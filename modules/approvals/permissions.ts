// Who may see requests for approval, decide about them, and change the policies that call for them. Whether a person may
// approve a certain request is decided by the roles that request names.
import { type Actions } from '../../platform/permissions/actions.ts';
import { ROLE_IDS } from '../../platform/permissions/roles.ts';

export const APPROVAL_ACTIONS = {
  'approvals:read': {
    title: { en: 'Read approval requests, policies and delegations', zh: '查询审批申请、策略与委托' },
    roles: ROLE_IDS,
    isForMachines: false,
    routes: [
      'GET /v1/approvals',
      'GET /v1/approvals/{id}',
      'GET /v1/inbox',
      'GET /v1/policies',
      'GET /v1/delegations',
      'GET /v1/colleagues',
    ],
  },
  'approvals:decide': {
    title: { en: 'Approve, refuse and withdraw requests; delegate', zh: '复核、拒绝与撤回申请，办理委托' },
    roles: [
      ...(['operator', 'participants-officer', 'supervisor', 'security-administrator'] as const),
      ...(['member-administrator', 'member-operator'] as const),
    ],
    isForMachines: false,
    routes: [
      'POST /v1/approvals/{id}/approve',
      'POST /v1/approvals/{id}/refuse',
      'POST /v1/approvals/{id}/withdraw',
      'POST /v1/delegations',
      'POST /v1/delegations/{id}/end',
    ],
  },
  'policies:write': {
    title: { en: 'Change who must approve what', zh: '变更复核策略' },
    roles: ['security-administrator'],
    isForMachines: false,
    approval: { bands: [{ from: '0', approvers: 1 }], roles: ['security-administrator'], expiryHours: 72 },
    routes: ['PUT /v1/policies/{action}'],
  },
} as const satisfies Actions;
