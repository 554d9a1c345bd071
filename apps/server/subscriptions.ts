// Subscriptions as this server has them: the catalogue's services, and what keeps an organisation from leaving one.
import { findOrganisation } from '../../modules/access/index.ts';
import { KnownSubscriptions, type RequireUnused } from '../../modules/subscriptions/index.ts';
import { type Settlement, waitingOf } from '../../modules/settlement/index.ts';
import { readWebhooks } from '../../modules/webhooks/index.ts';
import { type Clock, systemClock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { SERVICES } from './services.ts';

const MOST_WEBHOOKS = 100;

export async function openSubscriptions(pool: Pool, clock: Clock = systemClock): Promise<KnownSubscriptions> {
  const approvedWithLive = SERVICES.filter(({ needsApproval }) => needsApproval).map(({ id }) => id);
  const known = new KnownSubscriptions(pool, clock, approvedWithLive);
  await known.open();
  return known;
}

/** Refuses `payments_wait`, `webhooks_remain`. */
export function unusedOf(pool: Pool, settlement: () => Settlement): RequireUnused {
  return async (organisationId, service) => {
    if (service === 'webhooks') {
      const { items } = await readWebhooks(pool, organisationId, { limit: MOST_WEBHOOKS });
      if (items.length > 0) throw new Refusal('webhooks_remain', { details: { webhooks: items.length } });
    }
    if (service !== 'messages' && service !== 'settlement') return;
    const participantId = (await findOrganisation(pool, organisationId))?.participantId;
    const payments = participantId ? countWaiting(settlement(), participantId) : 0;
    if (payments > 0) throw new Refusal('payments_wait', { details: { payments } });
  };
}

/** In its lines, set aside, or kept for their day. */
function countWaiting({ participantById, warehoused }: Settlement, participantId: string): number {
  const participant = participantById.get(participantId);
  if (!participant) return 0;
  return [...waitingOf(participant), ...[...warehoused].filter(({ sender }) => sender === participant)].length;
}
