// Who may ask for an organisation to be closed, close it, and take its data away.
import { type Actions } from '../../platform/permissions/actions.ts';
import { BUSINESS_READERS, MEMBER_READERS } from '../../platform/permissions/roles.ts';

export const LEAVING_ACTIONS = {
  'closing:read': {
    title: { en: 'See whether an organisation leaves, and what is in the way', zh: '查看机构注销进度与障碍' },
    roles: [...BUSINESS_READERS, 'member-administrator', ...MEMBER_READERS],
    isForMachines: true,
    routes: ['GET /v1/organisations/{id}/closing'],
  },
  'closing:ask': {
    title: { en: 'Ask for the own organisation to be closed', zh: '申请注销本机构' },
    roles: ['member-administrator'],
    isForMachines: false,
    routes: ['POST /v1/organisations/{id}/closing', 'DELETE /v1/organisations/{id}/closing'],
  },
  'organisations:close': {
    title: { en: 'Close an organisation that asked for it', zh: '注销已申请的机构' },
    roles: ['participants-officer'],
    isForMachines: false,
    approval: { bands: [{ from: '0', approvers: 2 }], roles: ['supervisor', 'participants-officer'], expiryHours: 168 },
    routes: ['POST /v1/organisations/{id}/close'],
  },
  'exports:read': {
    title: { en: 'Follow exports of an organisation’s data, take its own', zh: '查看机构数据导出，下载本机构数据' },
    roles: ['member-administrator', 'audit-administrator'],
    isForMachines: false,
    routes: [
      'GET /v1/organisations/{id}/exports',
      'GET /v1/organisations/{id}/exports/{exportId}',
      'GET /v1/organisations/{id}/exports/{exportId}/archive',
    ],
  },
  'exports:make': {
    title: { en: 'Have an organisation’s own data exported', zh: '导出本机构数据' },
    roles: ['member-administrator'],
    isForMachines: false,
    routes: ['POST /v1/organisations/{id}/exports'],
  },
} as const satisfies Actions;
