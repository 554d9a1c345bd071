// The devices a person signs in with: several, named, removable down to the last.
import { randomBytes } from 'node:crypto';
import { type AuthenticationResponseJSON, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { type ClientBase } from 'pg';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { inTransaction, isTaken } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type By, recordAct } from './acts.ts';
import { requireFresh } from './fresh-passkey.ts';
import { askForPasskey, type NewPasskey, takePasskey } from './passkeys.ts';
import { type People } from './people.ts';
import { type DeviceJson } from './person.ts';
import { requirePerson } from './reads.ts';
import { endSessions } from './sessions.ts';

/** Refuses `device_known`. */
export async function insertDevice(
  client: ClientBase,
  personId: string,
  { credentialId, publicKey, counter, transports, isSynced }: NewPasskey,
  name: string,
  at: Instant,
): Promise<string> {
  const id = `dev_${randomBytes(9).toString('base64url')}`;
  try {
    await client.query(
      `insert into people.devices (device_id, person_id, credential_id, name, public_key, counter, transports, is_synced,
         created_at, last_used_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [id, personId, credentialId, name, publicKey, counter, transports, isSynced, formatInstant(at)],
    );
  } catch (error) {
    if (isTaken(error)) throw new Refusal('device_known');
    throw error;
  }
  return id;
}

export async function removeAllDevices(client: ClientBase, personId: string, at: Instant): Promise<void> {
  await client.query('update people.devices set removed_at = $2 where person_id = $1 and removed_at is null', [
    personId,
    formatInstant(at),
  ]);
}

/**
 * What the authenticator of another device is asked. The first device of who came through their organisation's sign-in is
 * theirs to make; beside a passkey another is added by who shows one now. Refuses `passkey_needed`, `challenge_over`.
 */
export async function beginDevice(people: People, personId: string, proof: AuthenticationResponseJSON | undefined) {
  const { login, name, userHandle } = await requirePerson(people.pool, personId);
  const enrolled = await credentialsOf(people.pool, personId);
  const purpose = purposeOf(enrolled);
  if (purpose === 'add-another') await requireFresh(people, personId, proof);
  return askForPasskey(people, { login, name, userHandle, enrolled }, { purpose, personId });
}

const purposeOf = (enrolled: readonly string[]) => (enrolled.length > 0 ? 'add-another' : 'add-device');

async function credentialsOf(reader: Pick<ClientBase, 'query'>, personId: string): Promise<string[]> {
  const { rows } = await reader.query<{ credential_id: string }>(
    'select credential_id from people.devices where person_id = $1 and removed_at is null',
    [personId],
  );
  return rows.map((row) => row.credential_id);
}

/** Refuses `challenge_over` also when there is a device now that nobody showed; `passkey_wrong`, `device_known`. */
export async function addDevice(
  people: People,
  personId: string,
  given: { readonly response: RegistrationResponseJSON; readonly name: string },
  by: By,
): Promise<void> {
  const person = await requirePerson(people.pool, personId);
  const purpose = purposeOf(await credentialsOf(people.pool, personId));
  const passkey = await takePasskey(people, given.response, { purpose, personId });
  await inTransaction(people.pool, async (client) => {
    // Two at once are one after the other here.
    await client.query('select from people.people where person_id = $1 for update', [personId]);
    if (purposeOf(await credentialsOf(client, personId)) !== purpose) throw new Refusal('challenge_over');
    await insertDevice(client, personId, passkey, given.name, by.at);
    await recordAct(client, by, { act: 'device-added', person, detail: given.name });
  });
}

/** Refuses `device_not_found`. */
export async function renameDevice(
  { pool }: People,
  personId: string,
  deviceId: string,
  name: string,
  by: By,
): Promise<void> {
  const person = await requirePerson(pool, personId);
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      'update people.devices set name = $3 where person_id = $1 and device_id = $2 and removed_at is null',
      [personId, deviceId, name],
    );
    if (rowCount !== 1) throw new Refusal('device_not_found', { field: '/deviceId' });
    await recordAct(client, by, { act: 'device-renamed', person, detail: name });
  });
}

/** Its sessions end with it. Refuses `device_not_found`, `last_device`. */
export async function removeDevice({ pool }: People, personId: string, deviceId: string, by: By): Promise<void> {
  const person = await requirePerson(pool, personId);
  await inTransaction(pool, async (client) => {
    // All of them held, so that two removals at once do not leave none.
    const { rows } = await client.query<{ device_id: string; name: string }>(
      'select device_id, name from people.devices where person_id = $1 and removed_at is null for update',
      [personId],
    );
    const device = rows.find((row) => row.device_id === deviceId);
    if (!device) throw new Refusal('device_not_found', { field: '/deviceId' });
    if (rows.length === 1) throw new Refusal('last_device');
    await client.query('update people.devices set removed_at = $2 where device_id = $1', [
      deviceId,
      formatInstant(by.at),
    ]);
    await endSessions(client, personId, 'device-removed', by.at, { deviceId });
    await recordAct(client, by, { act: 'device-removed', person, detail: device.name });
  });
}

export async function readDevices({ pool }: Pick<People, 'pool'>, personId: string): Promise<DeviceJson[]> {
  const { rows } = await pool.query<{
    device_id: string;
    name: string;
    is_synced: boolean;
    created_at: string;
    last_used_at: string | null;
  }>(
    `select device_id, name, is_synced, ${moment('devices.created_at', 'created_at')}, ${moment('last_used_at')}
     from people.devices where person_id = $1 and removed_at is null order by devices.created_at, device_id limit 100`,
    [personId],
  );
  return rows.map((row) => ({
    id: row.device_id,
    name: row.name,
    isSynced: row.is_synced,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}
