// What an organisation takes away of subscriptions: to what it was subscribed, and every act of it.
import { type Dataset } from '../../platform/postgres/dataset.ts';

export const SUBSCRIPTION_DATA: readonly Dataset[] = [
  {
    name: 'subscriptions/subscriptions',
    table: 'subscriptions.subscriptions',
    format: 'jsonl',
    columns: `subscription_id, service, state, asked_at, asked_by, decided_at, decided_by, decision_reason, began_at,
      ended_at, ended_by`,
    rest: 'where organisation_id = :organisation order by subscription_id',
  },
  {
    name: 'subscriptions/acts',
    table: 'subscriptions.acts',
    format: 'jsonl',
    columns: 'number, at, actor, act, service, subscription_id, reason',
    rest: 'where organisation_id = :organisation order by number',
  },
];
