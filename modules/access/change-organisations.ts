// Organisations are created, and made for participants that have none.
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { markDone } from '../../platform/writer/done-once.ts';
import { Refusal } from '../../platform/refusal.ts';
import { change, isTaken, recordAct } from './change.ts';
import { type OrganisationKind } from './organisation.ts';

export interface NewOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: { readonly en: string; readonly zh: string };
  readonly participantId: string | undefined;
}

export interface By {
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string | undefined;
  /** Set when others approved it: under this name it is done once. */
  readonly once?: string | undefined;
}

/** Refuses `organisation_known`. */
export async function createOrganisation(pool: Pool, given: NewOrganisation, by: By): Promise<void> {
  const { id, kind, name, participantId } = given;
  const at = formatInstant(by.at);
  // What settles here already, and who runs it, has no way to live to go.
  const isLive = participantId !== undefined || kind === 'central-bank';
  try {
    await change(pool, async (client) => {
      await client.query(
        `insert into access.organisations
           (organisation_id, kind, name_en, name_zh, state, participant_id, created_at, live_since)
         values ($1, $2, $3, $4, 'active', $5, $6, $7)`,
        [id, kind, name.en, name.zh, participantId ?? null, at, isLive ? at : null],
      );
      await recordAct(client, { organisationId: id, act: 'created', ...by });
    });
  } catch (error) {
    if (isTaken(error)) throw new Refusal('organisation_known', { field: '/id' });
    throw error;
  }
}

/** Whether its messages are refused without a signature. Set to what it is, it changes nothing. */
export async function requireSigning(pool: Pool, id: string, isRequired: boolean, by: By): Promise<void> {
  await change(pool, async (client) => {
    const { rows } = await client.query<{ state: string; signs_messages: boolean }>(
      'select state, signs_messages from access.organisations where organisation_id = $1 for update',
      [id],
    );
    if (!rows[0]) throw new Refusal('organisation_not_found', { field: '/id' });
    if (rows[0].state === 'closed') throw new Refusal('organisation_closed', { field: '/id' });
    if (rows[0].signs_messages === isRequired) {
      if (by.once !== undefined) await markDone(client, [by.once], by.at);
      return;
    }
    await client.query('update access.organisations set signs_messages = $2 where organisation_id = $1', [
      id,
      isRequired,
    ]);
    await recordAct(client, { organisationId: id, act: isRequired ? 'signing-required' : 'signing-optional', ...by });
  });
}

/** Makes those that are not there; one that is, closed or not, is left as it is. */
export async function ensureOrganisations(pool: Pool, wanted: readonly NewOrganisation[], at: Instant): Promise<void> {
  const { rows } = await pool.query<{ organisation_id: string; participant_id: string | null }>(
    'select organisation_id, participant_id from access.organisations',
  );
  const known = new Set(rows.flatMap((row) => [row.organisation_id, row.participant_id]));
  for (const organisation of wanted) {
    if (known.has(organisation.id) || known.has(organisation.participantId ?? organisation.id)) continue;
    await createOrganisation(pool, organisation, { actor: 'system', at, reason: undefined });
  }
}
