// What an organisation takes away of quotas: what it may ask, who changed that, and what it used day by day.
import { type Dataset } from '../../platform/postgres/dataset.ts';

export const QUOTA_DATA: readonly Dataset[] = [
  {
    name: 'quotas/quotas',
    table: 'quotas.quotas',
    format: 'jsonl',
    columns: 'environment, service, measure, soft, hard',
    rest: 'where organisation_id = :organisation order by environment, service, measure',
  },
  {
    name: 'quotas/acts',
    table: 'quotas.acts',
    format: 'jsonl',
    columns: 'number, environment, service, measure, soft, hard, at, actor, reason',
    rest: 'where organisation_id = :organisation order by number',
  },
  {
    name: 'quotas/usage',
    table: 'quotas.usage_events',
    format: 'csv',
    columns: 'environment, usage_date, measure, quantity',
    rest: 'where book_id = :book and participant_id = :participant order by environment, usage_date, measure',
  },
  {
    name: 'quotas/storage',
    table: 'quotas.stored_days',
    format: 'csv',
    columns: 'usage_date, bytes',
    rest: 'where book_id = :book and participant_id = :participant order by usage_date',
  },
];
