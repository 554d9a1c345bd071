// What an organisation takes away of the list of its environments; what is in them is read where they are.
import { type Dataset } from '../../platform/postgres/dataset.ts';

export const ENVIRONMENT_DATA: readonly Dataset[] = [
  {
    name: 'organisation/environments',
    table: 'environments.environments',
    format: 'jsonl',
    columns: 'kind, clock_ahead, clock_held_at, created_at, seeded_at',
    rest: 'where organisation_id = :organisation and removing_at is null order by kind',
  },
];
