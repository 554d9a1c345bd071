// Keeps what organisations asked. Nobody waits for it: requests are put aside in memory and written in groups; what is
// more than it may hold is dropped, and the log says how many.
import { type AnsweredRequest, type Caller } from '../../platform/http/index.ts';
import { type Clock, formatInstant, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { forgetOld } from './forget.ts';
import { type Dropped, writeRequests } from './write-requests.ts';

const BEAT_MS = 1_000;
const FORGET_MS = 3_600_000;
/** Rows in one beat: what a second may cost the database that payments are written to. */
const MOST_A_BEAT = 1_000;
const MOST_WAITING = 10_000;
/** Of one organisation, so that a noisy one takes nothing of the others' place. */
const MOST_OF_ONE = 2_000;
const MOST_BODY_CHARACTERS = 16 * 1024 * 1024;
/** Of one organisation in a day; past it its requests are kept without. They stand where payments are written. */
const MOST_BODY_CHARACTERS_A_DAY = 64 * 1024 * 1024;
const DAY_MICROS = 86_400 * MICROS_PER_SECOND;

export interface RequestLogOptions {
  readonly pool: Pool;
  /** The time of the world. */
  readonly clock: Clock;
  /** The organisation that speaks for a participant. */
  readonly organisationOf: (participantId: string) => string;
  readonly onTrouble: (error: unknown) => void;
}

export interface Logged {
  readonly answered: AnsweredRequest;
  readonly organisationId: string;
  readonly at: Instant;
  readonly actor: string;
  readonly keyId: string | undefined;
}

export class RequestLog {
  readonly #options: RequestLogOptions;
  #waiting: Logged[] = [];
  readonly #waitingOf = new Map<string, number>();
  readonly #dropped = new Map<string, number>();
  #characters = 0;
  #bodiesToday = { day: 0, charactersOf: new Map<string, number>() };
  #timer: NodeJS.Timeout | undefined;
  #forgetTimer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: RequestLogOptions) {
    this.#options = options;
  }

  get pool(): Pool {
    return this.#options.pool;
  }

  start(): void {
    const { onTrouble, pool, clock } = this.#options;
    this.#timer = setInterval(() => void this.write(), BEAT_MS);
    this.#forgetTimer = setInterval(() => void forgetOld(pool, clock.now()).catch(onTrouble), FORGET_MS);
    this.#timer.unref();
    this.#forgetTimer.unref();
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    clearInterval(this.#forgetTimer);
    await this.write();
  }

  hear(given: AnsweredRequest): void {
    const { caller } = given;
    if (!isKept(caller, given)) return;
    const organisationId =
      caller.kind === 'participant' ? this.#options.organisationOf(caller.participantId) : caller.organisationId;
    const at = this.#options.clock.now();
    const answered = this.#isFullToday(organisationId, at) ? { ...given, bodies: undefined } : given;
    const count = this.#waitingOf.get(organisationId) ?? 0;
    const characters = lengthOf(answered.bodies);
    const isTooMuch =
      count >= MOST_OF_ONE ||
      this.#waiting.length >= MOST_WAITING ||
      this.#characters + characters > MOST_BODY_CHARACTERS;
    if (isTooMuch) return this.#drop(organisationId);
    this.#waitingOf.set(organisationId, count + 1);
    this.#characters += characters;
    const { charactersOf } = this.#bodiesToday;
    charactersOf.set(organisationId, (charactersOf.get(organisationId) ?? 0) + characters);
    const { actor, keyId } = caller;
    this.#waiting.push({ answered, organisationId, actor, keyId, at });
  }

  #isFullToday(organisationId: string, at: Instant): boolean {
    const day = Math.floor(at / DAY_MICROS);
    if (this.#bodiesToday.day !== day) this.#bodiesToday = { day, charactersOf: new Map() };
    return (this.#bodiesToday.charactersOf.get(organisationId) ?? 0) > MOST_BODY_CHARACTERS_A_DAY;
  }

  /** One group after another; what cannot be written now is tried with the next. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeGroup()).catch((error: unknown) => this.#options.onTrouble(error));
    return this.#writing;
  } // prettier-ignore

  async #writeGroup(): Promise<void> {
    const group = this.#waiting.slice(0, MOST_A_BEAT);
    const dropped = [...this.#dropped];
    if (group.length === 0 && dropped.length === 0) return;
    const at = formatInstant(this.#options.clock.now());
    await writeRequests(this.#options.pool, group, dropped, at).catch(async (error: unknown) => {
      if (!isUnstorable(error)) throw error;
      // One of them would hold up everyone's for ever: each by itself, and it is the one that is left out.
      this.#options.onTrouble(error);
      await this.#writeEach(group, dropped, at);
    });
    this.#waiting = this.#waiting.slice(group.length);
    for (const { organisationId, answered } of group) {
      this.#characters -= lengthOf(answered.bodies);
      lessen(this.#waitingOf, organisationId, 1);
    }
    for (const [organisationId, count] of dropped) lessen(this.#dropped, organisationId, count);
  }

  async #writeEach(group: readonly Logged[], dropped: Dropped, at: string): Promise<void> {
    const { pool } = this.#options;
    for (const each of group) {
      await writeRequests(pool, [each], [], at).catch((error: unknown) => {
        if (!isUnstorable(error)) throw error;
        this.#drop(each.organisationId);
      });
    }
    await writeRequests(pool, [], dropped, at);
  }

  #drop(organisationId: string): void {
    this.#dropped.set(organisationId, (this.#dropped.get(organisationId) ?? 0) + 1);
  }
}

/** A value that no column holds: it fails however often it is tried. */
const isUnstorable = (error: unknown): boolean => /^(22|23)/.test((error as { code?: string }).code ?? '');

/** Of people who look at pages only what they changed and what was refused to them. */
function isKept(
  caller: Caller,
  { method, status }: AnsweredRequest,
): caller is Extract<Caller, { kind: 'participant' | 'organisation' }> {
  if (caller.kind !== 'participant' && caller.kind !== 'organisation') return false;
  return !caller.person || method !== 'GET' || status >= 400;
}

const lengthOf = (bodies: AnsweredRequest['bodies']): number =>
  (bodies?.asked?.length ?? 0) + (bodies?.answered?.length ?? 0);

function lessen(counts: Map<string, number>, name: string, by: number): void {
  const left = (counts.get(name) ?? 0) - by;
  if (left > 0) counts.set(name, left);
  else counts.delete(name);
}
