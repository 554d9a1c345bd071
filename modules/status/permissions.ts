// Who tells everyone of incidents and maintenance. What is told is open to all.
import { type Actions } from '../../platform/permissions/actions.ts';

export const STATUS_ACTIONS = {
  'status:write': {
    title: { en: 'Tell of incidents and maintenance', zh: '发布事件与维护公告' },
    roles: ['operator'],
    isForMachines: true,
    routes: ['POST /v1/status/notices', 'POST /v1/status/notices/{id}/updates'],
  },
} as const satisfies Actions;
