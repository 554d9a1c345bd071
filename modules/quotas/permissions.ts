// Who may see how much is used and left, and who may change how much that is.
import { type Actions } from '../../platform/permissions/actions.ts';
import { ROLE_IDS } from '../../platform/permissions/roles.ts';

export const QUOTA_ACTIONS = {
  'quotas:read': {
    title: { en: 'Read quotas, headroom and usage', zh: '查询配额、余量与用量' },
    roles: ROLE_IDS,
    isForMachines: true,
    routes: [
      'GET /v1/organisations/{id}/quotas',
      'GET /v1/organisations/{id}/usage',
      'GET /v1/organisations/{id}/usage/csv',
      'GET /v1/organisations/{id}/usage/events',
    ],
  },
  'quotas:write': {
    title: { en: 'Change quotas', zh: '变更配额' },
    roles: ['system-administrator'],
    isForMachines: false,
    approval: {
      bands: [{ from: '0', approvers: 0 }],
      roles: ['supervisor', 'system-administrator'],
      expiryHours: 72,
    },
    routes: ['PUT /v1/organisations/{id}/quotas/{service}/{measure}'],
  },
} as const satisfies Actions;
