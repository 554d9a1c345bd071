// Whose passkey an answer was made with, and that it was used.
import { type ClientBase } from 'pg';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type KnownPasskey } from './passkeys.ts';
import { type People } from './people.ts';

export interface Holder extends KnownPasskey {
  readonly deviceId: string;
  readonly person: { readonly id: string; readonly organisationId: string };
  readonly login: string;
  readonly state: string;
}

export async function findHolder({ pool }: People, credentialId: string): Promise<Holder | undefined> {
  const { rows } = await pool.query<{
    device_id: string;
    person_id: string;
    public_key: Buffer;
    counter: string;
    transports: string[];
    organisation_id: string;
    login: string;
    state: string;
    user_handle: Buffer;
  }>(
    `select d.device_id, d.person_id, d.public_key, d.counter, d.transports, p.organisation_id, p.login, p.state, p.user_handle
     from people.devices d join people.people p using (person_id)
     where d.credential_id = $1 and d.removed_at is null`,
    [credentialId],
  );
  const row = rows[0];
  return (
    row && {
      deviceId: row.device_id,
      person: { id: row.person_id, organisationId: row.organisation_id },
      login: row.login,
      state: row.state,
      credentialId,
      publicKey: row.public_key,
      counter: Number(row.counter),
      transports: row.transports,
      userHandle: row.user_handle,
    }
  );
}

/** False when another used it at the same moment, or it was removed: one of the two is not who they say. */
export async function markUsed(
  client: Pick<ClientBase, 'query'>,
  { deviceId }: Holder,
  counter: number,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update people.devices set counter = $2, last_used_at = $3
     where device_id = $1 and removed_at is null and (counter < $2 or ($2 = 0 and counter = 0))`,
    [deviceId, counter, formatInstant(at)],
  );
  return rowCount === 1;
}
