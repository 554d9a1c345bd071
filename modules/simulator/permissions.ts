// Who may run and read liquidity studies.
import { type Actions } from '../../platform/permissions/actions.ts';
import { BUSINESS_READERS } from '../../platform/permissions/roles.ts';

export const SIMULATOR_ACTIONS = {
  'simulations:read': {
    title: { en: 'Read simulations', zh: '查询模拟' },
    roles: BUSINESS_READERS,
    isForMachines: true,
    routes: ['GET /v1/simulations', 'GET /v1/simulations/{id}', 'GET /v1/simulations/{id}/report'],
  },
  'simulations:write': {
    title: { en: 'Start and remove simulations', zh: '启动与删除模拟' },
    roles: ['operator', 'supervisor'],
    isForMachines: true,
    routes: ['POST /v1/simulations', 'DELETE /v1/simulations/{id}'],
  },
} as const satisfies Actions;
