// What an organisation takes away of access: itself, its keys without their secrets, and every act about it.
import { type Dataset } from '../../platform/postgres/dataset.ts';

export const ACCESS_DATA: readonly Dataset[] = [
  {
    name: 'organisation/organisation',
    table: 'access.organisations',
    format: 'jsonl',
    columns: `organisation_id, kind, name_en, name_zh, state, participant_id, signs_messages, created_at, live_asked_at,
      live_run_id, live_since, closing_asked_at`,
    rest: 'where organisation_id = :organisation',
  },
  {
    name: 'organisation/keys',
    table: 'access.keys',
    format: 'jsonl',
    columns: `key_id, kind, environment, label, algorithm, encode(public_key, 'base64') as public_key,
      encode(certificate, 'base64') as certificate, serial, prefix, to_jsonb(scopes) as scopes,
      to_jsonb(addresses) as addresses, created_at, expires_at, revoked_at, last_used_at, replaced_by`,
    rest: 'where organisation_id = :organisation order by created_at, key_id',
  },
  {
    name: 'organisation/acts',
    table: 'access.acts',
    format: 'jsonl',
    columns: 'number, key_id, at, actor, act, reason',
    rest: 'where organisation_id = :organisation order by number',
  },
];
