// Who may see and change people. What people do for themselves (`/v1/me`) takes no role, and no machine does any of it.
import { type Actions } from '../../platform/permissions/actions.ts';

export const PEOPLE_ACTIONS = {
  'people:read': {
    title: { en: 'Read people, their devices and acts', zh: '查询人员、设备与操作记录' },
    roles: ['security-administrator', 'audit-administrator', 'member-administrator'],
    isForMachines: false,
    routes: ['GET /v1/people', 'GET /v1/people/{id}', 'GET /v1/organisations/{id}/sign-in-provider'],
  },
  'people:write': {
    title: { en: 'Invite, lock and recover people, and give them roles', zh: '邀请、锁定、恢复人员并分配角色' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    routes: [
      'POST /v1/people',
      'POST /v1/people/{id}/invitation',
      'PUT /v1/people/{id}/roles',
      'POST /v1/people/{id}/lock',
      'POST /v1/people/{id}/unlock',
      'POST /v1/people/{id}/leave',
      'POST /v1/people/{id}/recovery',
      'POST /v1/people/{id}/recovery/confirm',
      'DELETE /v1/people/{id}/recovery',
    ],
  },
  'sign-in:write': {
    title: { en: 'Register the provider that people sign in through', zh: '登记登录身份提供方' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    routes: ['PUT /v1/organisations/{id}/sign-in-provider'],
  },
  'sign-in:remove': {
    title: { en: 'Test and remove the provider that people sign in through', zh: '测试与移除登录身份提供方' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    routes: ['POST /v1/organisations/{id}/sign-in-provider/test', 'DELETE /v1/organisations/{id}/sign-in-provider'],
  },
} as const satisfies Actions;
