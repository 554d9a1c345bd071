// What goes wrong, and where: connections cut between any two steps of a commit, answers lost on their way, a writer that
// stands still while another takes over, a database that refuses.
import { setTimeout as pause } from 'node:timers/promises';
import { type ClientBase } from 'pg';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Pipeline } from '../../platform/postgres/pipeline.ts';
import { type WriteRows } from '../../platform/writer/desk.ts';
import { type Dice } from './dice.ts';
import { type Place, PLACES, type Steps } from './memory.ts';

export const TROUBLES = {
  /** The committing connection dies before these rows. */
  cut: 5,
  /** The commit lands, its answer does not. */
  'answer-lost': 4,
  /** The database refuses the commit once. */
  refused: 2,
  /** The writer stands still in the midst of its commit while another takes over, then goes on. */
  replaced: 4,
  /** The commit lands; before its answer arrives another has taken over. */
  'replaced-after': 3,
  'reader-cut': 2,
  'maintainer-cut': 2,
  /** A commit is cut, and the connection that builds the memory anew as well. */
  'load-cut': 0.3,
} as const;
export type Trouble = keyof typeof TROUBLES;

/** Trouble for one wave of commands; it happens once, at the commit counted from the wave's first. */
export interface Plan {
  readonly trouble: Trouble;
  readonly place: Place;
  readonly commit: number;
}

export function planTrouble(dice: Dice): Plan {
  return { trouble: dice.weighted(TROUBLES), place: dice.pick(PLACES), commit: dice.chance(0.3) ? 1 : 0 };
}

export class Saboteur implements Steps {
  plan: Plan | undefined;
  /** Submits more commands while a commit is under way, and waits until they are decided. */
  during: { readonly place: Place; readonly act: () => Promise<void> } | undefined;
  isMaintaining = false;
  #commit = -1;
  #isLoadCut = false;
  readonly #pool: Pool;
  readonly #takeOver: () => Promise<void>;

  constructor(pool: Pool, takeOver: () => Promise<void>) {
    this.#pool = pool;
    this.#takeOver = takeOver;
  }

  begin(plan: Plan | undefined, during: Saboteur['during']): void {
    this.plan = plan;
    this.during = during;
    this.#commit = -1;
  }

  async onLoad(client: ClientBase): Promise<void> {
    this.isMaintaining = false;
    if (!this.#isLoadCut) return;
    this.#isLoadCut = false;
    await this.#cut(client);
  }

  async onPrefetch(client: ClientBase): Promise<void> {
    if (this.#takePlan('reader-cut')) await this.#cut(client);
  }

  onCommit(place: Place): WriteRows | undefined {
    if (place === 'first') this.#commit += 1;
    const during = this.during?.place === place ? this.during.act : undefined;
    if (during) this.during = undefined;
    const { plan } = this;
    const isNow = plan?.place === place && this.#commit >= plan.commit;
    if (!isNow && !during) return undefined;
    return async (pipeline) => {
      await during?.();
      if (isNow && this.plan === plan) await this.#trouble(plan.trouble, pipeline);
    };
  }

  async onMaintain(place: Place, client: ClientBase): Promise<void> {
    this.isMaintaining = place !== 'last';
    if (place === 'first' && this.#takePlan('maintainer-cut')) await this.#cut(client);
  }

  #takePlan(trouble: Trouble): boolean {
    if (this.plan?.trouble !== trouble) return false;
    this.plan = undefined;
    return true;
  }

  async #trouble(trouble: Trouble, pipeline: Pipeline): Promise<void> {
    if (trouble === 'reader-cut' || trouble === 'maintainer-cut') return;
    const { client } = pipeline;
    this.plan = undefined;
    if (trouble === 'load-cut') this.#isLoadCut = true;
    if (trouble === 'cut' || trouble === 'load-cut') await this.#cut(client);
    if (trouble === 'refused') await pipeline.query('select 1 / 0');
    if (trouble === 'replaced') await this.#takeOver();
    if (trouble === 'answer-lost') onceCommitted(client, () => this.#cut(client));
    if (trouble === 'replaced-after') onceCommitted(client, this.#takeOver);
  }

  async #cut(client: ClientBase): Promise<void> {
    const { processID } = client as unknown as { processID: number };
    await this.#pool.query('select pg_terminate_backend($1)', [processID]);
    const isThere = 'select 1 from pg_stat_activity where pid = $1';
    while ((await this.#pool.query(isThere, [processID])).rowCount) await pause(1);
  }
}

/** The commit lands; what happens next happens before its answer arrives, which it never does. */
function onceCommitted(client: ClientBase, act: () => Promise<void>): void {
  const query = client.query.bind(client) as (...words: unknown[]) => unknown;
  const thenLose = async (committing: unknown): Promise<never> => {
    await committing;
    await act();
    throw new Error('The answer to this commit was lost');
  };
  const listening = (...words: unknown[]): unknown =>
    words[0] === 'commit' ? thenLose(query(...words)) : query(...words);
  Object.assign(client, { query: listening });
}
