// Who may read what an organisation asked: its own people and machines, and those of the central bank who help it.
import { type Actions } from '../../platform/permissions/actions.ts';
import { MEMBER_READERS } from '../../platform/permissions/roles.ts';

export const REQUEST_LOG_ACTIONS = {
  'requests:read': {
    title: { en: 'Read the request log', zh: '查看请求日志' },
    roles: ['system-administrator', 'audit-administrator', 'member-administrator', ...MEMBER_READERS],
    isForMachines: true,
    routes: ['GET /v1/organisations/{id}/requests', 'GET /v1/organisations/{id}/requests/{requestId}'],
  },
} as const satisfies Actions;
