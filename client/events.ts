// Server-sent events read with fetch, so that they can be asked for with a token or a signature: in order, one at a time as they are taken, and
// connected again after a break with the id of the last one taken.
import { type Fetch, problemOf, ProblemError } from './request.ts';

export interface StreamedEvent {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

export interface FollowOptions {
  readonly address: string;
  readonly fetch: Fetch;
  /** Where to go on; the beginning by default. */
  readonly after?: string;
  readonly signal?: AbortSignal;
}

const RETRY_MS = 500;
const MOST_RETRY_MS = 15_000;

/** Ends when the signal aborts; throws a ProblemError when the server refuses (a 4xx), goes on in spite of all else. */
export async function* followEvents(options: FollowOptions): AsyncGenerator<StreamedEvent> {
  const { signal } = options;
  let last = options.after ?? '0';
  let retryMs = RETRY_MS;
  while (!signal?.aborted) {
    try {
      for await (const event of readOnce(options, last)) {
        yield event;
        // Only now it was taken: a break before this line brings it again.
        last = event.id;
        retryMs = RETRY_MS;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof ProblemError && error.problem.status < 500) throw error;
    }
    await pause(retryMs, signal);
    retryMs = Math.min(MOST_RETRY_MS, retryMs * 2);
  }
}

async function* readOnce({ address, fetch, signal }: FollowOptions, last: string): AsyncGenerator<StreamedEvent> {
  const headers = { accept: 'text/event-stream', 'last-event-id': last };
  const response = await fetch(new Request(address, { headers, ...(signal ? { signal } : {}) }));
  if (!response.ok || !response.body) {
    throw new ProblemError(problemOf(response, await response.json().catch(() => undefined)));
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (text + value).split('\n\n');
      // What follows the last blank line is not whole yet.
      text = blocks.pop()!;
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Undefined for a comment, such as the sign of life. */
function eventOf(block: string): StreamedEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)];
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return undefined;
  return { event: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data: JSON.parse(data) as unknown };
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
