// Who may do what, of every part: the modules' actions and those of what belongs to no single module.
import { ACCESS_ACTIONS } from '../../modules/access/index.ts';
import { ALARM_ACTIONS } from '../../modules/alarms/index.ts';
import { APPROVAL_ACTIONS } from '../../modules/approvals/index.ts';
import { CONFORMANCE_ACTIONS } from '../../modules/conformance/index.ts';
import { ENVIRONMENT_ACTIONS } from '../../modules/environments/index.ts';
import { EVIDENCE_ACTIONS } from '../../modules/evidence/index.ts';
import { LEAVING_ACTIONS } from '../../modules/leaving/index.ts';
import { LEDGER_ACTIONS } from '../../modules/ledger/index.ts';
import { MESSAGE_ACTIONS } from '../../modules/messages/index.ts';
import { PEOPLE_ACTIONS } from '../../modules/people/index.ts';
import { QUOTA_ACTIONS } from '../../modules/quotas/index.ts';
import { REQUEST_LOG_ACTIONS } from '../../modules/request-log/index.ts';
import { SETTLEMENT_ACTIONS } from '../../modules/settlement/index.ts';
import { SIMULATOR_ACTIONS } from '../../modules/simulator/index.ts';
import { STATUS_ACTIONS } from '../../modules/status/index.ts';
import { SUBSCRIPTION_ACTIONS } from '../../modules/subscriptions/index.ts';
import { SUPPORT_ACTIONS } from '../../modules/support/index.ts';
import { WEBHOOK_ACTIONS } from '../../modules/webhooks/index.ts';
import { type Actions, permissionsOf } from '../../platform/permissions/actions.ts';
import { BUSINESS_READERS } from '../../platform/permissions/roles.ts';

const SERVER_ACTIONS = {
  'overview:read': {
    title: { en: 'See the day at a glance and follow it live', zh: '查看当日概览与实时事件' },
    roles: [...BUSINESS_READERS, 'system-administrator'],
    isForMachines: true,
    routes: ['GET /v1/overview', 'GET /v1/live'],
  },
  'demo:read': {
    title: { en: 'See whether demo payments run', zh: '查看演示支付流状态' },
    roles: BUSINESS_READERS,
    isForMachines: false,
    routes: ['GET /v1/demo'],
  },
  'demo:write': {
    title: { en: 'Pause, hasten and stop demo payments', zh: '控制演示支付流' },
    roles: ['operator'],
    isForMachines: false,
    routes: ['POST /v1/demo/pause', 'POST /v1/demo/resume', 'POST /v1/demo/stop', 'PUT /v1/demo/speed'],
  },
  'metrics:read': {
    title: { en: 'Read figures for Prometheus', zh: '读取监控指标' },
    roles: ['system-administrator', 'audit-administrator'],
    isForMachines: true,
    routes: ['GET /metrics'],
  },
} as const satisfies Actions;

export const PERMISSIONS = permissionsOf(
  LEDGER_ACTIONS,
  SETTLEMENT_ACTIONS,
  MESSAGE_ACTIONS,
  EVIDENCE_ACTIONS,
  ACCESS_ACTIONS,
  PEOPLE_ACTIONS,
  APPROVAL_ACTIONS,
  ENVIRONMENT_ACTIONS,
  CONFORMANCE_ACTIONS,
  LEAVING_ACTIONS,
  ALARM_ACTIONS,
  STATUS_ACTIONS,
  QUOTA_ACTIONS,
  SIMULATOR_ACTIONS,
  SUBSCRIPTION_ACTIONS,
  SUPPORT_ACTIONS,
  REQUEST_LOG_ACTIONS,
  WEBHOOK_ACTIONS,
  SERVER_ACTIONS,
);
