// Who has what at live, in memory for the door: nothing is asked of the database on the way of a request. Read anew every
// few seconds, so that what another process changed holds here soon. An organisation that came to live since then is
// given what it begins with.
import { type LiveOrganisation, readLiveOrganisations } from '../access/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { beginSubscriptions } from './begin-subscriptions.ts';
import { type ServiceId } from './subscription.ts';

const FRESH_MS = 5_000;

/** An organisation that is at live. */
interface AtLive {
  readonly organisation: LiveOrganisation;
  readonly services: ReadonlySet<string>;
}

export class KnownSubscriptions {
  readonly #pool: Pool;
  readonly #clock: Clock;
  /** Those a new organisation of live begins with, when opening live to it was the approval they ask for. */
  readonly #approvedWithLive: readonly ServiceId[];
  #byOrganisation = new Map<string, AtLive>();
  #byParticipant = new Map<string, AtLive>();
  #turn = 0;
  #shownTurn = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(pool: Pool, clock: Clock, approvedWithLive: readonly ServiceId[]) {
    this.#pool = pool;
    this.#clock = clock;
    this.#approvedWithLive = approvedWithLive;
  }

  async open(): Promise<void> {
    await this.refresh(true);
    // What could not be read this time is read the next; until then the last known holds.
    this.#timer = setInterval(() => void this.refresh().catch(() => undefined), FRESH_MS);
    this.#timer.unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async refresh(isStart = false): Promise<void> {
    const turn = ++this.#turn;
    const organisations = await readLiveOrganisations(this.#pool);
    const beginning = { organisations, approvedWithLive: this.#approvedWithLive, isStart };
    await beginSubscriptions(this.#pool, beginning, this.#clock.now());
    const { rows } = await this.#pool.query<{ organisation_id: string; services: string[] }>(
      `select organisation_id, array_agg(service) as services from subscriptions.subscriptions
       where state = 'active' group by organisation_id`,
    );
    // One that was begun later has been read to its end already.
    if (turn < this.#shownTurn) return;
    this.#shownTurn = turn;
    const servicesOf = new Map(rows.map((row) => [row.organisation_id, new Set(row.services)]));
    const none = new Set<string>();
    const known = organisations.map((each): AtLive => ({ organisation: each, services: servicesOf.get(each.id) ?? none }));
    this.#byOrganisation = new Map(known.map((each) => [each.organisation.id, each]));
    this.#byParticipant = new Map(
      known.flatMap((each) => (each.organisation.participantId === null ? [] : [[each.organisation.participantId, each]])),
    );
  } // prettier-ignore

  /** True also of one that is not at live: there is nothing to subscribe to yet. */
  hasOf(organisationId: string, service: string): boolean {
    return this.#byOrganisation.get(organisationId)?.services.has(service) ?? true;
  }

  /** True also of one that no organisation speaks for: nobody could subscribe. */
  hasOfParticipant(participantId: string, service: string): boolean {
    return this.#byParticipant.get(participantId)?.services.has(service) ?? true;
  }
}
