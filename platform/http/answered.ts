// Every answer that has gone, for whoever counts them: by its route as declared, its status, its time, and its refusal.
import { type FastifyInstance, type FastifyRequest } from 'fastify';

/** The route as declared; empty when there is nothing at the address. */
export interface AnsweredRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly seconds: number;
  /** Of the refusal, or `fault`; undefined of what was done. */
  readonly code: string | undefined;
}

const codes = new WeakMap<FastifyRequest, string>();

export function markRefused(request: FastifyRequest, code: string): void {
  codes.set(request, code);
}

export const refusalOf = (request: FastifyRequest): string | undefined => codes.get(request);

/** '/v1/payments/{id}'; empty when there is nothing at the address. */
export const declaredPath = ({ routeOptions }: FastifyRequest): string =>
  (routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}');

export function hearAnswers(app: FastifyInstance, onAnswer: (answered: AnsweredRequest) => void): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode: status, elapsedTime } = reply;
    const seconds = elapsedTime / 1_000;
    onAnswer({ method: request.method, path: declaredPath(request), status, seconds, code: refusalOf(request) });
    done();
  });
}
