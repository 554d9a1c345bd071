// From what a handler returned to what goes over the wire.
import { type FastifyReply } from 'fastify';
import { Reply, type Route, type SentFile } from './route.ts';

export interface Rendered {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string | Buffer | null;
  readonly headers?: Record<string, string>;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const rawTypes: Record<string, string> = {
  xml: 'application/xml; charset=utf-8',
  html: 'text/html; charset=utf-8',
  text: 'text/plain; charset=utf-8',
};

export function renderAnswer(route: Route, result: unknown): Rendered {
  const rawType = typeof route.answer === 'string' ? (route.answerType ?? rawTypes[route.answer]) : undefined;
  if (result instanceof Reply) {
    const { status = route.status ?? 200, type = rawType ?? 'text/plain; charset=utf-8', headers } = result.options;
    const contentType = result.body === null ? null : type;
    return { status, contentType, body: result.body, ...(headers ? { headers } : {}) };
  }
  if (result === undefined) return { status: route.status ?? 204, contentType: null, body: null };
  const status = route.status ?? 200;
  if (rawType) return { status, contentType: rawType, body: result as string | Buffer };
  return { status, contentType: route.answerType ?? JSON_TYPE, body: JSON.stringify(result) };
}

export function sendRendered(reply: FastifyReply, rendered: Rendered): FastifyReply {
  const { status, contentType, body, headers } = rendered;
  reply.code(status);
  if (contentType !== null) reply.type(contentType);
  if (headers) reply.headers(headers);
  return reply.send(body ?? undefined);
}

/** Streamed as fast as the caller reads. */
export function sendFile({ answerType }: Route, reply: FastifyReply, { content, bytes, name }: SentFile): FastifyReply {
  reply.headers({ 'content-length': bytes, 'content-disposition': `attachment; filename="${name}"` });
  return reply.type(answerType ?? 'application/octet-stream').send(content);
}

export async function* asLines(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}
