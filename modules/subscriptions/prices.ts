// What services cost: set by the central bank from a day on, never changed for a day that is over.
import { type By } from '../access/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordAct } from './acts.ts';
import { type PriceJson, type ServiceId } from './subscription.ts';

const MOST = 500;

/** `today` by the institution's calendar. Refuses `price_date_past`. */
export async function setPrice(
  pool: Pool,
  { service, monthlyPrice, from }: { service: ServiceId; monthlyPrice: string; from: string },
  { today, ...by }: By & { readonly today: string },
): Promise<void> {
  if (from < today) throw new Refusal('price_date_past', { field: '/from', details: { today } });
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into subscriptions.prices (service, from_date, monthly_price, set_at, set_by, reason)
       values ($1, $2, $3, $4, $5, $6)`,
      [service, from, monthlyPrice, formatInstant(by.at), by.actor, by.reason],
    );
    await recordAct(client, { act: 'price-set', service, monthlyPrice, from, by });
  });
}

const PRICE = `monthly_price::text as "monthlyPrice", from_date::text as "from", ${moment('set_at', '"setAt"')},
  set_by as "setBy", reason`;

/** The latest to begin first. */
export async function readPrices(pool: Pool, service: ServiceId): Promise<PriceJson[]> {
  const { rows } = await pool.query<PriceJson>(
    `select ${PRICE} from subscriptions.prices where service = $1 order by from_date desc, number desc limit ${MOST}`,
    [service],
  );
  return rows;
}

/** What each service costs on a day; one that nobody has set a price for has none here. */
export async function readPricesOn(pool: Pool, date: string): Promise<Map<string, PriceJson>> {
  const { rows } = await pool.query<PriceJson & { service: string }>(
    `select distinct on (service) service, ${PRICE} from subscriptions.prices where from_date <= $1
     order by service, from_date desc, number desc`,
    [date],
  );
  return new Map(rows.map(({ service, ...price }) => [service, price]));
}
