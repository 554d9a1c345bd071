// Who may see alarms and answer them.
import { type Actions } from '../../platform/permissions/actions.ts';
import { BUSINESS_READERS } from '../../platform/permissions/roles.ts';

export const ALARM_ACTIONS = {
  'alarms:read': {
    title: { en: 'Read alarms', zh: '查询告警' },
    roles: [...BUSINESS_READERS, 'system-administrator'],
    isForMachines: true,
    routes: ['GET /v1/alarms'],
  },
  'alarms:write': {
    title: { en: 'Acknowledge alarms', zh: '确认告警' },
    roles: ['operator'],
    isForMachines: true,
    routes: ['POST /v1/alarms/{id}/acknowledge'],
  },
} as const satisfies Actions;
