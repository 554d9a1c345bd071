// Carries out what was approved, once. The call's own transaction writes the request's name (platform/writer/done-once.ts):
// wherever the program ends, the next start either finds that name and writes down that it was done, or does it now.
import { type ClientBase } from 'pg';
import { approvalOf, type Call, type Caller, type Route } from '../../platform/http/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { mayAct } from '../../platform/permissions/actions.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isDone } from '../../platform/writer/done-once.ts';
import { type ApprovalAct, recordAct, TIME } from './acts.ts';
import { type Approvals } from './approvals.ts';
import { officialOf } from './person.ts';
import { findRequest, type KeptRequest, requireUnchanged } from './request.ts';
import { isStillToTake, withApproval } from './take-approved.ts';

const BEAT_MS = 5_000;
/** Refusals of ours to work at all: tried again. */
const PASSING = new Set(['writer_closed', 'overloaded']);

interface Outcome {
  readonly state: 'carried-out' | 'failed';
  readonly refusal?: { readonly code: string; readonly field: string | null };
}

export class CarryingOut {
  readonly #approvals: Approvals;
  readonly #onTrouble: (error: unknown) => void;
  readonly #underWay = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(approvals: Approvals, onTrouble: (error: unknown) => void) {
    this.#approvals = approvals;
    this.#onTrouble = onTrouble;
  }

  /** What was approved when the program last ended is carried out at once; what expires is ended from now on. */
  start(): void {
    const beat = (): void => void this.beat().catch(this.#onTrouble);
    beat();
    this.#timer = setInterval(beat, BEAT_MS);
    this.#timer.unref();
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay.values());
  }

  async beat(): Promise<void> {
    await this.#expire();
    const { rows } = await this.#approvals.pool.query<{ id: string }>(
      `select request_id as id from approvals.requests where state = 'approved' order by request_id limit 100`,
    );
    for (const { id } of rows) await this.carryOut(id);
  }

  /** Resolves when it is carried out, failed, or must be tried again later; the request's state says which. */
  carryOut(id: string): Promise<void> {
    const underWay = this.#underWay.get(id);
    if (underWay) return underWay;
    const work = this.#carryOut(id)
      .catch(this.#onTrouble)
      .finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, work);
    return work;
  }

  async #carryOut(id: string): Promise<void> {
    const request = await findRequest(this.#approvals.pool, id);
    if (request?.state !== 'approved' || isStillToTake(request, this.#approvals.clock.now())) return;
    await this.writeOutcome(request, await outcomeOf(this.#approvals, request));
  }

  /** The request ends so. */
  async writeOutcome(request: KeptRequest, { state, refusal }: Outcome): Promise<void> {
    const { id } = request;
    const { pool, clock } = this.#approvals;
    const at = clock.now();
    await inTransaction(pool, async (client) => {
      const { rowCount } = await client.query(
        `update approvals.requests set state = $2, ended_at = $3, outcome = $4 where request_id = $1 and state = 'approved'`,
        [id, state, formatInstant(at), refusal ? JSON.stringify(refusal) : null],
      );
      const maker = { id: request.makerId, name: request.maker };
      const act = { at, requestId: id, subject: id, actor: maker, act: state, detail: refusal?.code } as ApprovalAct;
      if (rowCount === 1) await recordAct(client, act);
    });
  }

  async #expire(): Promise<void> {
    const { pool, clock } = this.#approvals;
    const at = clock.now();
    await inTransaction(pool, async (client: ClientBase) => {
      const { rows } = await client.query<{ id: string }>(
        `update approvals.requests set state = 'expired', ended_at = $1 where state = 'waiting' and expires_at <= $1
         returning request_id as id`,
        [formatInstant(at)],
      );
      for (const { id } of rows)
        await recordAct(client, { at, requestId: id, subject: id, actor: TIME, act: 'expired' });
    });
  }
}

/** Throws what passes by itself. */
async function outcomeOf(approvals: Approvals, request: KeptRequest): Promise<Outcome> {
  const { pool, routes } = approvals;
  const name = approvalOf(callerOf(request, request.caller))!;
  if (await isDone(pool, name)) return { state: 'carried-out' };
  if (request.byMaker) return { state: 'failed', refusal: { code: 'approval_not_taken', field: null } };
  try {
    const route = routes.find(({ method, path }) => method === request.method && path === request.path);
    if (!route) throw new Refusal('path_not_found');
    await callOf(approvals, route, request);
    return { state: 'carried-out' };
  } catch (error) {
    // It may have failed after it was done, in reading what to answer; the name says.
    if (await isDone(pool, name)) return { state: 'carried-out' };
    if (!(error instanceof Refusal) || PASSING.has(error.code)) throw error;
    return { state: 'failed', refusal: { code: error.code, field: error.field ?? null } };
  }
}

async function callOf(approvals: Approvals, route: Route, request: KeptRequest): Promise<unknown> {
  requireUnchanged(request);
  const { id, params, query, body } = request;
  const caller = callerOf(request, await makerNow(approvals, request));
  const call: Call = {
    params: params as Call['params'],
    query: query as Call['query'],
    body,
    caller,
    requestId: id,
    headers: {},
    address: '',
  };
  return route.handle(call as never);
}

const callerOf = ({ id }: KeptRequest, caller: Caller): Caller => withApproval(caller, id);

/** The maker, with the roles they have now. Refuses `role_missing` when they may no longer do what they asked for. */
async function makerNow({ findPerson, permissions }: Approvals, request: KeptRequest): Promise<Caller> {
  const { caller, action, makerId, organisation } = request;
  const official = officialOf(caller)!;
  const now = findPerson ? await findPerson(makerId) : official;
  const isStill = now?.organisation === organisation && mayAct(permissions.actions[action], now.roles, official.side);
  if (!isStill) throw new Refusal('role_missing', { details: { action } });
  return caller;
}
