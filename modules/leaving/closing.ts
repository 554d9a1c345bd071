// Closing an organisation: what is in its way, and the one transaction in which everything by which it comes in, or hears of
// anything, ends. Its environments' databases go after that, and go on going after any crash.
import {
  type Access, closeWithin, finishClosing, findOrganisation, type OrganisationJson, readClosing, readUnfinishedClosings,
} from '../access/index.ts'; // prettier-ignore
import { type Environments, markRemoving } from '../environments/index.ts';
import { endPeopleWithin, hasAdministrator } from '../people/index.ts';
import { endSubscriptionsWithin } from '../subscriptions/index.ts';
import { endCasesWithin } from '../support/index.ts';
import { endWebhooksWithin } from '../webhooks/index.ts';
import { type OpenAffair } from '../settlement/index.ts';
import { type Instant } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';

export interface ClosingContext {
  readonly access: Access;
  readonly environments: Environments;
  /** Of a participant, as the book's memory has it now. */
  readonly openAffairsOf: (participantId: string) => readonly OpenAffair[];
}

/** In the order in which they are best cleared away. */
export async function obstaclesOf(context: ClosingContext, organisation: OrganisationJson): Promise<Obstacle[]> {
  const { access, openAffairsOf } = context;
  const { id, kind, participantId } = organisation;
  if (kind === 'central-bank') return ['closing_of_central_bank'];
  const { askedAt } = await readClosing(access.pool, id);
  // One whose people are gone, or never came, could not ask.
  const isMissing = askedAt === null && (await hasAdministrator(access.pool, id));
  const affairs = participantId === null ? [] : openAffairsOf(participantId);
  return [...(isMissing ? (['closing_not_asked'] as const) : []), ...affairs.map((affair) => CODES[affair])];
}

const CODES = {
  'not-left': 'closing_not_left',
  'money-on-account': 'closing_money_on_account',
  'payments-wait': 'closing_payments_wait',
  'clearing-batch-open': 'closing_clearing_batch_open',
  'credit-line-open': 'closing_credit_line_open',
  'reserve-open': 'closing_reserve_open',
  'indirect-participants': 'closing_indirect_participants',
} as const satisfies Record<OpenAffair, string>;

export const OBSTACLES = ['closing_of_central_bank', 'closing_not_asked', ...Object.values(CODES)] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Refuses `organisation_not_found`, `organisation_closed`, and the first of what is in the way, with all of it. */
export async function requireClosable(context: ClosingContext, id: string): Promise<OrganisationJson> {
  const organisation = await findOrganisation(context.access.pool, id);
  if (!organisation) throw new Refusal('organisation_not_found', { field: '/id' });
  if (organisation.state === 'closed') throw new Refusal('organisation_closed', { field: '/id' });
  const obstacles = await obstaclesOf(context, organisation);
  const [first] = obstacles;
  if (first) throw new Refusal(first, { field: '/id', details: { obstacles: obstacles.join(' ') } });
  return organisation;
}

export interface ClosingBy {
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string;
  readonly once: string | undefined;
  readonly address: string;
  readonly sessionId: string | undefined;
}

/** Refuses as `requireClosable`. When it is answered nobody comes in by it; its databases are dropped right after. */
export async function closeOrganisation(context: ClosingContext, id: string, by: ClosingBy): Promise<void> {
  const { access, environments } = context;
  await requireClosable(context, id);
  await inTransaction(access.pool, async (client) => {
    await closeWithin(client, id, by, await hasAdministrator(client, id));
    await endPeopleWithin(client, id, by, by.reason);
    await endSubscriptionsWithin(client, id, by);
    await endCasesWithin(client, id, by);
    await endWebhooksWithin(client, id, by);
    await markRemoving(client, id, undefined, by.at);
  });
  access.forget();
  access.messageSigning.forget();
  await finishClosings({ access, environments });
}

/** What was closed, here or elsewhere, and not finished: databases go first, then it is told that they are gone. */
export async function finishClosings({ access, environments }: Omit<ClosingContext, 'openAffairsOf'>): Promise<void> {
  const { clock, pool } = access;
  const closed = await readUnfinishedClosings(pool);
  // One that was being made while its organisation was closed goes too.
  for (const id of closed) await markRemoving(pool, id, undefined, clock.now());
  await environments.finishRemovals();
  for (const id of closed) await finishClosing(pool, id, { actor: 'system', at: clock.now(), reason: undefined });
}

const BEAT_MS = 5_000;

/** Looks every few seconds for closings that a crash cut off; the first look is at the start. */
export class ClosingBeat {
  readonly #work: () => Promise<void>;
  readonly #timer: NodeJS.Timeout;
  #working: Promise<void> | undefined;

  constructor(context: Omit<ClosingContext, 'openAffairsOf'>, onTrouble: (error: unknown) => void) {
    this.#work = () => finishClosings(context).catch(onTrouble);
    this.#timer = setInterval(() => this.hurry(), BEAT_MS);
    this.#timer.unref();
    this.hurry();
  }

  hurry(): void {
    this.#working ??= this.#work().finally(() => (this.#working = undefined));
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }
}
