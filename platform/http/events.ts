// Server-sent events: headers at once, a sign of life while nothing happens, and the source ended when the reader goes.
import { once } from 'node:events';
import { type ServerResponse } from 'node:http';
import { type SentEvent } from './route.ts';

const HEARTBEAT_MS = 15_000;
export const EVENT_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  // A connection whose stream has ended would be kept for another request, and keep a closing server waiting.
  connection: 'close',
};

/** Writes until the source or the reader ends. The next event is asked for when the reader took the one before. */
export async function sendEvents(
  response: ServerResponse,
  source: AsyncIterable<SentEvent>,
  headers: Record<string, string>,
): Promise<void> {
  const iterator = source[Symbol.asyncIterator]();
  // A reader that has gone shows as the end of the response; that is not an error of ours.
  response.on('error', () => undefined);
  const gone = new Promise<'gone'>((resolve) => response.once('close', () => resolve('gone')));
  response.writeHead(200, { ...headers, ...EVENT_HEADERS });
  response.flushHeaders();
  response.write('retry: 2000\n\n');
  const heartbeat = setInterval(() => response.write(': keep-alive\n\n'), HEARTBEAT_MS);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), gone]);
      if (next === 'gone' || next.done) break;
      if (!response.write(textOf(next.value))) await Promise.race([once(response, 'drain'), gone]);
    }
  } finally {
    clearInterval(heartbeat);
    response.end();
    // Not awaited: a generator that waits for its next event returns only when that comes.
    iterator.return?.()?.catch(() => undefined);
  }
}

function textOf({ event, data, id }: SentEvent): string {
  const cursor = id === undefined ? '' : `id: ${oneLine(id)}\n`;
  return `event: ${oneLine(event)}\n${cursor}data: ${JSON.stringify(data)}\n\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]/g, ' ');
}
