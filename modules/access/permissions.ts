// Who may see and change organisations and their keys. No machine registers a key, so none widens what it may do.
import { type Actions, type ApprovalRule } from '../../platform/permissions/actions.ts';
import { ROLE_IDS } from '../../platform/permissions/roles.ts';

/** Of the same organisation; nobody is asked until a policy says so. */
const BY_ANOTHER_ADMINISTRATOR: ApprovalRule = {
  bands: [{ from: '0', approvers: 0 }],
  roles: ['security-administrator', 'member-administrator'],
  expiryHours: 72,
};

export const ACCESS_ACTIONS = {
  'organisations:read': {
    title: { en: 'Read organisations, their keys, roles and scopes', zh: '查询机构及其密钥、角色与权限范围' },
    roles: ROLE_IDS,
    isForMachines: true,
    routes: [
      'GET /v1/scopes',
      'GET /v1/roles',
      'GET /v1/organisations',
      'GET /v1/organisations/{id}',
      'GET /v1/organisations/{id}/keys',
      'GET /v1/organisations/{id}/keys/{keyId}',
    ],
  },
  'organisations:write': {
    title: { en: 'Create organisations', zh: '创建机构' },
    roles: ['participants-officer'],
    isForMachines: false,
    approval: { bands: [{ from: '0', approvers: 0 }], roles: ['supervisor'], expiryHours: 72 },
    routes: ['POST /v1/organisations'],
  },
  'keys:write': {
    title: { en: 'Register keys', zh: '登记密钥' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    approval: BY_ANOTHER_ADMINISTRATOR,
    routes: ['POST /v1/organisations/{id}/keys'],
  },
  // What makes safe waits for nobody.
  'keys:revoke': {
    title: { en: 'Revoke keys', zh: '撤销密钥' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    routes: ['POST /v1/organisations/{id}/keys/{keyId}/revoke'],
  },
  'message-signing:write': {
    title: { en: 'Say whether messages must be signed', zh: '设定报文是否必须签名' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: false,
    approval: BY_ANOTHER_ADMINISTRATOR,
    routes: ['PUT /v1/organisations/{id}/message-signing'],
  },
  'keys:rotate': {
    title: { en: 'Replace a key by its successor; a machine its own', zh: '轮换密钥（机器仅限自身密钥）' },
    roles: ['security-administrator', 'member-administrator'],
    isForMachines: true,
    approval: BY_ANOTHER_ADMINISTRATOR,
    routes: ['POST /v1/organisations/{id}/keys/{keyId}/rotate'],
  },
} as const satisfies Actions;
