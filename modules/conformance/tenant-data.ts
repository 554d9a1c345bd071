// What an organisation takes away of conformance: its runs with their certificates, and what became of answers on their way.
import { type Dataset } from '../../platform/postgres/dataset.ts';

export const CONFORMANCE_DATA: readonly Dataset[] = [
  {
    name: 'conformance/runs',
    table: 'conformance.runs',
    format: 'jsonl',
    columns: 'run_id, service, started_at, passed_at, certificate',
    rest: 'where organisation_id = :organisation order by started_at, run_id',
  },
  {
    name: 'conformance/incidents',
    table: 'conformance.incidents',
    format: 'jsonl',
    columns: 'number, kind, message_id, at',
    rest: 'where organisation_id = :organisation order by number',
  },
];
