// Who runs this and whoever takes part has its organisation: made at each start for those that have none.
import { ensureOrganisations, type NewOrganisation } from '../../modules/access/index.ts';
import { type Institution } from '../../modules/messages/index.ts';
import { type Participant, type Settlement } from '../../modules/settlement/index.ts';
import { systemClock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';

export async function ensureOrganisationsOf(
  pool: Pool,
  { bic, name }: Institution,
  { participants }: Settlement,
): Promise<void> {
  const own: NewOrganisation = { id: bic, kind: 'central-bank', name, participantId: undefined };
  await ensureOrganisations(pool, [own, ...participants.map(organisationOf)], systemClock.now());
}

function organisationOf({ id, profile: { kind, name } }: Participant): NewOrganisation {
  return { id, kind: kind === 'clearing-house' ? 'clearing-house' : 'bank', name, participantId: id };
}
