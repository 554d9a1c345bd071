// Who may see services and subscriptions, who subscribes, who decides about it, and who sets prices.
import { type Actions } from '../../platform/permissions/actions.ts';
import { ROLE_IDS } from '../../platform/permissions/roles.ts';

const ONE = '/v1/organisations/{id}/subscriptions/{subscriptionId}';
const BY_ANOTHER = {
  bands: [{ from: '0', approvers: 0 as const }],
  roles: ['supervisor', 'participants-officer'] as const,
  expiryHours: 168,
};

export const SUBSCRIPTION_ACTIONS = {
  'services:read': {
    title: { en: 'Read the catalogue of services, prices and subscriptions', zh: '查看服务目录、价格与订阅' },
    roles: ROLE_IDS,
    isForMachines: true,
    routes: [
      'GET /v1/services',
      'GET /v1/services/{service}/prices',
      'GET /v1/subscriptions',
      'GET /v1/organisations/{id}/subscriptions',
    ],
  },
  'subscriptions:write': {
    title: { en: 'Subscribe to services and unsubscribe', zh: '订阅与退订服务' },
    roles: ['member-administrator'],
    isForMachines: false,
    routes: ['POST /v1/organisations/{id}/subscriptions', `POST ${ONE}/end`],
  },
  'subscriptions:decide': {
    title: { en: 'Approve and refuse subscriptions', zh: '批准与拒绝订阅' },
    roles: ['participants-officer'],
    isForMachines: false,
    approval: BY_ANOTHER,
    routes: [`POST ${ONE}/approve`, `POST ${ONE}/refuse`],
  },
  'prices:write': {
    title: { en: 'Set prices of services', zh: '设定服务价格' },
    roles: ['participants-officer'],
    isForMachines: false,
    approval: BY_ANOTHER,
    routes: ['PUT /v1/services/{service}/price'],
  },
} as const satisfies Actions;
