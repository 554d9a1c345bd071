// How much a caller may still ask: looked at once it is known who asks, before the body is read. What the
// limits are is a module's affair.
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { Refusal } from '../refusal.ts';
import { type Caller, type Route } from './route.ts';

export interface Allowance {
  /** That it may not be asked, or not now; the request goes no further. */
  readonly refusal?: Refusal;
  /** Headers that tell the caller how much it may still ask. */
  readonly headers: Readonly<Record<string, string>>;
  /** Called once, when the answer has gone or the caller has. */
  end?(): void;
}

export interface Limits {
  /** Undefined for a caller that has no limits. Waits for nothing: it stands in the way of every request. */
  admit(caller: Caller, route: Route, environment?: string): Allowance | undefined;
}

export function holdTo(
  limits: Limits | undefined,
  caller: Caller,
  route: Route,
  reply: FastifyReply,
  environment?: string,
): void {
  const allowance = limits?.admit(caller, route, environment);
  if (!allowance) return;
  reply.headers(allowance.headers);
  if (allowance.end) reply.raw.once('close', allowance.end);
  if (allowance.refusal) throw allowance.refusal;
}

/** Seconds to wait, when a refusal says them: a member `waitSeconds` of its details. */
export function waitOf(refusal: unknown): string | undefined {
  const seconds = refusal instanceof Refusal ? refusal.details.waitSeconds : undefined;
  return typeof seconds === 'number' ? String(Math.max(1, Math.ceil(seconds))) : undefined;
}

/** Counts what is being worked on, so that a flood is told to come again instead of filling the memory. */
export function refuseOverload(app: FastifyInstance, most: number): void {
  let underWay = 0;
  app.addHook('onRequest', (_request, reply, done) => {
    underWay += 1;
    reply.raw.once('close', () => (underWay -= 1));
    done(underWay > most ? new Refusal('overloaded') : undefined);
  });
}
