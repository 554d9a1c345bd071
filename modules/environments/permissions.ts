// Who may make environments, look into them, and move their clocks.
import { type Actions } from '../../platform/permissions/actions.ts';
import { BUSINESS_READERS } from '../../platform/permissions/roles.ts';

export const ENVIRONMENT_ACTIONS = {
  'environments:read': {
    title: { en: 'See environments, their clocks and their last requests', zh: '查看环境及其时钟与最近请求' },
    roles: [...BUSINESS_READERS, 'system-administrator', 'member-administrator', 'member-operator', 'member-viewer'],
    isForMachines: true,
    routes: ['GET /v1/environment', 'GET /v1/environments', 'GET /v1/organisations/{id}/environments'],
  },
  'environments:control': {
    title: { en: 'Move a sandbox’s clock, make faults, reset it', zh: '调整沙箱时钟、制造故障与重置' },
    roles: ['operator', 'member-administrator', 'member-operator'],
    isForMachines: true,
    routes: [
      'POST /v1/environment/clock',
      'POST /v1/environment/faults',
      'DELETE /v1/environment/faults/{kind}',
      'POST /v1/environment/reset',
    ],
  },
  'environments:write': {
    title: { en: 'Create and remove sandboxes and certification environments', zh: '创建与删除沙箱及认证环境' },
    roles: ['participants-officer', 'system-administrator', 'member-administrator'],
    isForMachines: false,
    routes: ['POST /v1/organisations/{id}/environments', 'DELETE /v1/organisations/{id}/environments/{environment}'],
  },
} as const satisfies Actions;
