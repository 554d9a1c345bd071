// Who may see and change people. What people do for themselves (`/v1/me`) takes no role, and no machine does any of it.
import { type Actions, type ApprovalRule } from '../../platform/permissions/actions.ts';

/** Of the same organisation; nobody is asked until a policy says so. */
const BY_ANOTHER_ADMINISTRATOR: ApprovalRule = {
  bands: [{ from: '0', approvers: 0 }],
  roles: ['security-administrator', 'member-administrator'],
  expiryHours: 72,
};

export const PEOPLE_ACTIONS = {
  'people:read': {
    title: { en: 'Read people, their devices and acts', zh: '查询人员、设备与操作记录' },
    roles: ['security-administrator', 'audit-administrator', 'member-administrator'],
    isForMachines: false,
    routes: ['GET /v1/people', 'GET /v1/people/{id}', 'GET /v1/organisations/{id}/sign-in-provider'],
  },
  'people:write': {
    title: {
      en: 'Invite people, give them roles, unlock them and let them leave',
      zh: '邀请人员、分配角色、解锁及办理离任',
    },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    approval: BY_ANOTHER_ADMINISTRATOR,
    routes: [
      'POST /v1/people',
      'POST /v1/people/{id}/invitation',
      'PUT /v1/people/{id}/roles',
      'POST /v1/people/{id}/unlock',
      'POST /v1/people/{id}/leave',
    ],
  },
  // What makes safe waits for nobody.
  'people:lock': {
    title: { en: 'Lock people; their sessions end', zh: '锁定人员，其会话随即结束' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    routes: ['POST /v1/people/{id}/lock'],
  },
  // Two administrators in any case.
  'people:recover': {
    title: { en: 'Recover people who lost every device', zh: '恢复遗失全部设备的人员' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    routes: [
      'POST /v1/people/{id}/recovery',
      'POST /v1/people/{id}/recovery/confirm',
      'DELETE /v1/people/{id}/recovery',
    ],
  },
  'sign-in:write': {
    title: { en: 'Register the provider that people sign in through', zh: '登记登录身份提供方' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    approval: BY_ANOTHER_ADMINISTRATOR,
    routes: ['PUT /v1/organisations/{id}/sign-in-provider'],
  },
  'sign-in:remove': {
    title: { en: 'Test and remove the provider that people sign in through', zh: '测试与移除登录身份提供方' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    routes: ['POST /v1/organisations/{id}/sign-in-provider/test', 'DELETE /v1/organisations/{id}/sign-in-provider'],
  },
} as const satisfies Actions;
