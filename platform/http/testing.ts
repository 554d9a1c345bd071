// For tests: the edge on a free port with routes of the test's own, one known bank and a cookie that is the operator.
import { type AddressInfo } from 'node:net';
import { type TestContext } from 'node:test';
import { Refusal } from '../refusal.ts';
import { buildServer, type Caller, type Route, type ServerOptions } from './index.ts';

export const summary = { en: 'A test', zh: '测试' };
const refusals = { payment_not_found: { status: 404, en: 'There is no such payment.', zh: '没有该笔支付。' } };

/** Untyped: here it is about the edge, whatever a handler makes of a request. */
export const route = (declared: Route): Route => declared;

export async function start(t: TestContext, routes: Route[], more: Partial<ServerOptions> = {}) {
  const faults: string[] = [];
  const app = await buildServer({
    routes,
    refusals,
    callerOf: ({ authorization }, cookies): Caller => {
      if (cookies.console === 'yes') return { kind: 'operator', actor: 'console' };
      if (authorization === undefined) return { kind: 'nobody' };
      if (authorization !== 'Bearer bank') throw new Refusal('token_unknown');
      return { kind: 'participant', actor: 'bank', participantId: 'P1' };
    },
    ...more,
    onFault: (error) => faults.push(String(error)),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  t.after(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const isText = typeof body === 'string';
    const answer = await fetch(url + path, {
      method,
      headers: { ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  };
  return { app, url, port, ask, faults };
}

export const open = route({
  method: 'GET',
  path: '/v1/open',
  summary,
  tag: 't',
  may: ['nobody'],
  handle: () => ({ ok: true }),
});
