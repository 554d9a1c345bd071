// The webhooks of this server, on its book.
import { Webhooks } from '../../modules/webhooks/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { SecretBox } from '../../platform/outward/secret-box.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { tellTrouble } from '../../platform/telemetry.ts';
import { BOOK_ID } from './compose.ts';

/** `clock` is the time of the world; secrets are sealed by the key in the data folder. */
export function openWebhooks(pool: Pool, clock: Clock, dataFolder: string, allowed: readonly string[] = []): Webhooks {
  return new Webhooks({
    pool,
    bookId: BOOK_ID,
    clock,
    box: SecretBox.load(dataFolder, 'webhook-key'),
    allowed,
    onTrouble: (error) => tellTrouble('Webhooks', error),
  });
}
