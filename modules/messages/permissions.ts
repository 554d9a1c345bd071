// Who may send and read messages.
import { type Actions } from '../../platform/permissions/actions.ts';
import { BUSINESS_READERS, MEMBER_READERS } from '../../platform/permissions/roles.ts';

export const MESSAGE_ACTIONS = {
  'messages:send': {
    title: { en: 'Send ISO 20022 messages', zh: '发送 ISO 20022 报文' },
    roles: ['member-operator'],
    isForMachines: true,
    routes: ['POST /v1/messages'],
  },
  'messages:read': {
    title: { en: 'Read messages, follow the outbox', zh: '读取报文并跟踪发件箱' },
    roles: [...BUSINESS_READERS, ...MEMBER_READERS],
    isForMachines: true,
    routes: [
      'GET /v1/messages',
      'GET /v1/messages/stream',
      'GET /v1/messages/sent',
      'GET /v1/messages/sent/stream',
      'GET /v1/messages/all',
      'GET /v1/messages/{id}',
    ],
  },
  'messages:confirm': {
    title: { en: 'Confirm messages as safely kept', zh: '确认报文已妥善接收' },
    roles: ['member-operator'],
    isForMachines: true,
    routes: ['POST /v1/messages/{id}/delivered'],
  },
} as const satisfies Actions;
