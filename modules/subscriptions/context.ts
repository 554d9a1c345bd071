// What the routes of subscriptions and of prices stand on.
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Service } from '../../platform/service.ts';
import { type TimeZone } from '../../platform/time-zone.ts';
import { type RequireUnused } from './change-subscriptions.ts';
import { type KnownSubscriptions } from './known-subscriptions.ts';

export interface SubscriptionContext {
  readonly pool: Pool;
  /** The time of the world. */
  readonly clock: Clock;
  readonly zone: TimeZone;
  /** Of the institution's money: prices are in it. */
  readonly currency: string;
  readonly known: KnownSubscriptions;
  readonly services: readonly Service[];
  readonly requireUnused: RequireUnused;
}
