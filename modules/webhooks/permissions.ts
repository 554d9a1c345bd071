// Who may see and change webhooks: an institution's own administrator. No machine registers where we send to.
import { type Actions } from '../../platform/permissions/actions.ts';
import { MEMBER_READERS } from '../../platform/permissions/roles.ts';

const ONE = '/v1/organisations/{id}/webhooks/{webhookId}';

export const WEBHOOK_ACTIONS = {
  'webhooks:read': {
    title: { en: 'See webhooks and how their deliveries went', zh: '查询 Webhook 及其投递记录' },
    roles: ['system-administrator', 'audit-administrator', 'member-administrator', ...MEMBER_READERS],
    isForMachines: true,
    routes: [
      'GET /v1/webhook-events',
      'GET /v1/organisations/{id}/webhooks',
      `GET ${ONE}`,
      `GET ${ONE}/deliveries`,
      `GET ${ONE}/deliveries/{deliveryId}`,
    ],
  },
  'webhooks:write': {
    title: { en: 'Register and change webhooks, test and replay them', zh: '登记、变更、测试与重放 Webhook' },
    roles: ['member-administrator'],
    isForMachines: false,
    routes: [
      'POST /v1/organisations/{id}/webhooks',
      `PUT ${ONE}`,
      `DELETE ${ONE}`,
      `POST ${ONE}/secret`,
      `POST ${ONE}/test`,
      `POST ${ONE}/replay`,
      `POST ${ONE}/deliveries/{deliveryId}/replay`,
    ],
  },
} as const satisfies Actions;
