// Every change of access: one transaction with the act that says who did it and why.
import { type ClientBase } from 'pg';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { markDone } from '../../platform/writer/done-once.ts';
import { type ACTS } from './organisation.ts';

export { inTransaction as change, isTaken } from '../../platform/postgres/transaction.ts';

export interface Act {
  readonly organisationId: string;
  readonly keyId?: string;
  readonly at: Instant;
  readonly actor: string;
  readonly act: (typeof ACTS)[number];
  readonly reason: string | undefined;
  readonly once?: string | undefined;
}

export async function recordAct(client: ClientBase, { organisationId, keyId, at, actor, act, reason, once }: Act) {
  await client.query(
    'insert into access.acts (organisation_id, key_id, at, actor, act, reason) values ($1, $2, $3, $4, $5, $6)',
    [organisationId, keyId ?? null, formatInstant(at), actor, act, reason ?? null],
  );
  if (once !== undefined) await markDone(client, [once], at);
}
