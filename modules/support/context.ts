// What the routes of support stand on.
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type CaseAbout } from './case.ts';
import { type TellAnswered } from './change-cases.ts';

export interface SupportContext {
  readonly pool: Pool;
  /** The time of the world. */
  readonly clock: Clock;
  /** Whether that request, payment or message is this organisation's. */
  readonly isOwn: (organisationId: string, about: CaseAbout) => Promise<boolean>;
  readonly tellAnswered: TellAnswered;
}
