// Who may do what with payments, participants, their liquidity, the business day and clearing batches.
import { type Actions } from '../../platform/permissions/actions.ts';
import { BUSINESS_READERS, MEMBER_READERS } from '../../platform/permissions/roles.ts';

/** By a supervisor, once a policy asks for one: a house begins with too few people to wait for each other. */
const BY_SUPERVISOR = { bands: [{ from: '0', approvers: 0 }], roles: ['supervisor'], expiryHours: 24 } as const;
const ALL_READERS = [...BUSINESS_READERS, ...MEMBER_READERS] as const;

export const SETTLEMENT_ACTIONS = {
  'payments:read': {
    title: { en: 'Read payments and the queue', zh: '查询支付与排队' },
    roles: ALL_READERS,
    isForMachines: true,
    routes: ['GET /v1/payments', 'GET /v1/payments/{id}', 'GET /v1/queue', 'GET /v1/queue/matrix'],
  },
  'payments:write': {
    title: { en: 'Cancel, move and reprioritise queued payments', zh: '撤销、调整排队支付' },
    roles: ['operator', 'member-operator'],
    isForMachines: true,
    routes: ['POST /v1/payments/{id}/cancel', 'POST /v1/payments/{id}/priority', 'POST /v1/payments/{id}/position'],
  },
  'queue:write': {
    title: { en: 'Run liquidity saving', zh: '运行流动性节约' },
    roles: ['operator'],
    isForMachines: true,
    routes: ['POST /v1/queue/proposal', 'POST /v1/queue/optimise', 'PUT /v1/queue/liquidity-saving'],
  },
  'participants:read': {
    title: { en: 'Read participants and their liquidity', zh: '查询参与者及其流动性' },
    roles: ALL_READERS,
    isForMachines: true,
    routes: ['GET /v1/participants', 'GET /v1/participants/{id}', 'GET /v1/participants/{id}/liquidity'],
  },
  'participants:write': {
    title: { en: 'Admit participants', zh: '接纳参与者' },
    roles: ['participants-officer'],
    isForMachines: true,
    approval: BY_SUPERVISOR,
    routes: ['POST /v1/participants'],
  },
  'standing:write': {
    title: { en: 'Suspend participants, let them return or leave', zh: '暂停、恢复参与者或办理退出' },
    roles: ['operator', 'participants-officer'],
    isForMachines: true,
    approval: BY_SUPERVISOR,
    routes: [
      'POST /v1/participants/{id}/leave',
      'POST /v1/participants/{id}/resume',
      'POST /v1/participants/{id}/suspend',
    ],
  },
  'credit:write': {
    title: { en: 'Set credit lines, collateral, guarantees and reserves', zh: '设置授信、担保品、保证金与准备金' },
    roles: ['operator'],
    isForMachines: true,
    approval: BY_SUPERVISOR,
    routes: [
      'PUT /v1/participants/{id}/collateral',
      'PUT /v1/participants/{id}/credit-line',
      'PUT /v1/participants/{id}/minimum-reserve',
      'POST /v1/participants/{id}/guarantee',
    ],
  },
  'funding:write': {
    title: { en: 'Lend reserves and take them back', zh: '投放与收回准备金' },
    roles: ['operator'],
    isForMachines: true,
    approval: BY_SUPERVISOR,
    routes: ['POST /v1/participants/{id}/funding'],
  },
  'liquidity:write': {
    title: { en: 'Set limits and reservations', zh: '设置限额与预留' },
    roles: ['operator', 'member-operator'],
    isForMachines: true,
    approval: { bands: [{ from: '0', approvers: 0 }], roles: ['supervisor', 'member-operator'], expiryHours: 4 },
    routes: ['PUT /v1/participants/{id}/reservations/{priority}', 'PUT /v1/participants/{id}/limits/{counterparty}'],
  },
  'day:read': {
    title: { en: 'Read the business day', zh: '查询营业日' },
    roles: [...ALL_READERS, 'system-administrator'],
    isForMachines: true,
    routes: ['GET /v1/day', 'GET /v1/day/close', 'GET /v1/days', 'GET /v1/days/{date}'],
  },
  'day:write': {
    title: { en: 'Extend and close the business day', zh: '延长与结束营业日' },
    roles: ['operator'],
    isForMachines: false,
    approval: BY_SUPERVISOR,
    routes: ['POST /v1/day/extend', 'POST /v1/day/close'],
  },
  'clearing:read': {
    title: { en: 'Read clearing batches', zh: '查询清算批次' },
    roles: ALL_READERS,
    isForMachines: true,
    routes: ['GET /v1/clearing', 'GET /v1/clearing/{id}'],
  },
  'clearing:write': {
    title: { en: 'Hand in and revoke clearing batches', zh: '提交与撤销清算批次' },
    roles: ['operator', 'member-operator'],
    isForMachines: true,
    routes: ['POST /v1/clearing', 'POST /v1/clearing/{id}/revoke'],
  },
} as const satisfies Actions;
