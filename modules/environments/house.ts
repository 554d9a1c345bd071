// What an environment is to this module: a house that the application puts together, and what it is put together with.
import { type RefusedRequest, type Route } from '../../platform/http/index.ts';
import { type Clock, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type BusinessDay, type Calendar } from '../settlement/index.ts';
import { type EnvironmentJson, type FaultKind, type Name } from './environment.ts';
import { type Faults, type NewFault } from './faults.ts';

export interface House {
  /** Who the tenant is in it. */
  readonly tenantId: string;
  readonly pool: Pool;
  readonly calendar: Calendar;
  readonly routes: readonly Route[];
  day(): BusinessDay | undefined;
  /** Lets what is due happen. */
  tick(): Promise<void>;
  /** Ends entry for the business day at once. */
  cutOff(actor: string): Promise<void>;
  onRefusedWrite(refused: RefusedRequest): void;
  close(): Promise<void>;
}

export interface HousePlan {
  readonly name: Name;
  readonly databaseUrl: string;
  /** Its own, made when it is missing. */
  readonly dataFolder: string;
  /** Its books are empty: it is seeded. */
  readonly isNew: boolean;
  readonly clockFrom: (lastDecidedAt: Instant | undefined, calendar: Calendar) => Clock;
  readonly faults: Faults;
  readonly controls: Controls;
  /** Told when it can no longer write. */
  readonly onLost: (sentence: string) => void;
}

export type OpenHouse = (plan: HousePlan) => Promise<House>;

export const CLOCK_ACTS = ['move-to', 'next-phase', 'next-business-day', 'pause', 'run'] as const;

export type ClockMove =
  { readonly act: 'move-to'; readonly at: Instant } | { readonly act: Exclude<(typeof CLOCK_ACTS)[number], 'move-to'> };

/** What is behind the routes below an environment's base. */
export interface Controls {
  read(): Promise<EnvironmentJson>;
  moveClock(move: ClockMove): Promise<void>;
  beginFault(fault: NewFault | { readonly kind: 'cut-off-now' }, actor: string): Promise<void>;
  endFault(kind: FaultKind): Promise<void>;
  reset(): Promise<void>;
}
