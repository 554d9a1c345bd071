// An organisation's OpenID Connect provider: registered, replaced, removed. Where a change of it is made, who came in by it
// goes out.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema } from '../../../platform/http/index.ts';
import { formatInstant } from '../../../platform/instant.ts';
import { moment } from '../../../platform/postgres/moment.ts';
import { inTransaction } from '../../../platform/postgres/transaction.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type By, markOnce, recordAct } from '../acts.ts';
import { type People } from '../people.ts';
import { connect } from './connect.ts';

export const ProviderSchema = Type.Object(
  {
    organisationId: Type.String(),
    issuer: Type.String({
      description: 'As its tokens name it; its metadata is below `/.well-known/openid-configuration`.',
    }),
    clientId: Type.String(),
    redirectUri: Type.String({ description: 'To be registered with the provider, exactly so.' }),
    changedAt: MomentSchema,
    changedBy: Type.String(),
  },
  {
    title: 'SignInProvider',
    description: 'An organisation’s OpenID Connect provider. The client secret is never shown.',
  },
);
export type ProviderJson = Static<typeof ProviderSchema>;

export const redirectUriOf = ({ site }: Pick<People, 'site'>): string => `${site.origin}/sign-in/provider`;

export interface Provider {
  readonly organisationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Refuses `provider_not_found`. */
export async function requireProvider({ pool, box }: People, organisationId: string): Promise<Provider> {
  const { rows } = await pool.query<{ issuer: string; client_id: string; sealed_secret: Buffer }>(
    'select issuer, client_id, sealed_secret from people.providers where organisation_id = $1',
    [organisationId],
  );
  if (!rows[0]) throw new Refusal('provider_not_found');
  const { issuer, client_id: clientId, sealed_secret: sealed } = rows[0];
  return { organisationId, issuer, clientId, clientSecret: box.open(organisationId, sealed).toString() };
}

/** Refuses `provider_not_found`. */
export async function readProvider(people: People, organisationId: string): Promise<ProviderJson> {
  const { rows } = await people.pool.query<{
    issuer: string;
    client_id: string;
    changed_at: string;
    changed_by: string;
  }>(`select issuer, client_id, ${moment('changed_at')}, changed_by from people.providers where organisation_id = $1`, [
    organisationId,
  ]);
  if (!rows[0]) throw new Refusal('provider_not_found');
  const { issuer, client_id: clientId, changed_at: changedAt, changed_by: changedBy } = rows[0];
  return { organisationId, issuer, clientId, redirectUri: redirectUriOf(people), changedAt, changedBy };
}

/** The organisations whose people may sign in so, by their ids. */
export async function listProviders({ pool }: People): Promise<string[]> {
  const { rows } = await pool.query<{ organisation_id: string }>(
    'select organisation_id from people.providers order by 1 limit 200',
  );
  return rows.map(({ organisation_id: id }) => id);
}

/** The provider is asked at once, so that what is wrong is known now. Refuses what `connect` refuses. */
export async function setProvider(people: People, given: Provider, by: By): Promise<void> {
  await connect(people, given);
  const { organisationId, issuer, clientId, clientSecret } = given;
  const sealed = people.box.seal(organisationId, Buffer.from(clientSecret));
  await inTransaction(people.pool, async (client) => {
    await client.query(
      `insert into people.providers (organisation_id, issuer, client_id, sealed_secret, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (organisation_id) do update set issuer = $2, client_id = $3, sealed_secret = $4, changed_at = $5,
         changed_by = $6`,
      [organisationId, issuer, clientId, sealed, formatInstant(by.at), by.actor],
    );
    await endSessionsBy(client, organisationId, by);
    await recordAct(client, by, { act: 'provider-set', organisationId, detail: `${issuer} ${clientId}` });
    await markOnce(client, by);
  });
}

/** Refuses `provider_not_found`. */
export async function removeProvider({ pool }: People, organisationId: string, by: By): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query('delete from people.providers where organisation_id = $1', [
      organisationId,
    ]);
    if (!rowCount) throw new Refusal('provider_not_found');
    await endSessionsBy(client, organisationId, by);
    await recordAct(client, by, { act: 'provider-removed', organisationId });
  });
}

async function endSessionsBy(
  client: Parameters<typeof recordAct>[0],
  organisationId: string,
  { at }: By,
): Promise<void> {
  await client.query(
    `update people.sessions s set ended_at = $2, ended_by = 'provider-changed' from people.people p
     where p.person_id = s.person_id and p.organisation_id = $1 and s.method = 'provider' and s.ended_at is null`,
    [organisationId, formatInstant(at)],
  );
}
