// Quotas of the house: told of every commit, and of a writer that had to begin anew.
import { readEnvironmentSizes } from '../../modules/environments/index.ts';
import { openQuotas, type Quotas } from '../../modules/quotas/index.ts';
import { type Institution } from '../../modules/messages/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { tellTrouble } from '../../platform/telemetry.ts';
import { BOOK_ID, type House } from './compose.ts';

export async function openHouseQuotas(house: House, { zone }: Institution, wallClock?: Clock): Promise<Quotas> {
  const { pool, clock, writer } = house;
  const usage = { pool, bookId: BOOK_ID, environment: 'live', zone } as const;
  const quotas = await openQuotas(usage, () => readEnvironmentSizes(pool), clock, wallClock);
  house.onEvents((events) => quotas.hear(events));
  let { memory } = writer;
  house.onCommit(() => {
    if (writer.memory === memory) return;
    memory = writer.memory;
    void quotas.reload().catch((error: unknown) => tellTrouble('The usage of today could not be read', error));
  });
  // What was committed between reading and listening.
  await quotas.reload();
  return quotas;
}
