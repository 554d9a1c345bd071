// Quotas of all environments and the payments of live's book, ready to be asked.
import { readPaymentUsage } from '../settlement/index.ts';
import { type Clock, systemClock } from '../../platform/instant.ts';
import { KnownQuotas } from './known-quotas.ts';
import { Quotas } from './quotas.ts';
import { Storage, type StorageOptions } from './storage.ts';
import { Today } from './today.ts';
import { type UsageContext } from './usage.ts';

/** `clock` is the one that payments are received by, `wallClock` the one that seconds are counted by. */
export async function openQuotas(
  { pool, bookId, zone }: UsageContext,
  readEnvironmentSizes: StorageOptions['readEnvironmentSizes'],
  clock: Clock,
  wallClock: Clock = systemClock,
): Promise<Quotas> {
  const known = new KnownQuotas(pool);
  const today = new Today({
    clock,
    zone,
    organisationOf: (participantId) => known.organisationOf(participantId),
    read: (from, to) => readPaymentUsage(pool, { bookId, from, to, zone: zone.name }),
  });
  const organisationOf = (participantId: string): string => known.organisationOf(participantId);
  const storage = new Storage({ pool, bookId, zone, clock, organisationOf, readEnvironmentSizes });
  const quotas = new Quotas({ known, today, storage, clock: wallClock });
  await quotas.open();
  return quotas;
}
