// What an organisation takes away of support: its cases, and every word of them.
import { type Dataset } from '../../platform/postgres/dataset.ts';

export const SUPPORT_DATA: readonly Dataset[] = [
  {
    name: 'support/cases',
    table: 'support.cases',
    format: 'jsonl',
    columns: 'case_id, kind, subject, about_kind, about_id, state, asked_at, asked_by, changed_at, posts',
    rest: 'where organisation_id = :organisation order by case_id',
  },
  {
    name: 'support/acts',
    table: 'support.acts',
    format: 'jsonl',
    columns: 'number, at, actor, act, case_id, side, subject, about_kind, about_id, text',
    rest: 'where organisation_id = :organisation order by number',
  },
];
