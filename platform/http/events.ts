// Server-sent events: headers at once, a heartbeat while nothing happens, and a reader too slow to keep up is let go.
import { type ServerResponse } from 'node:http';

export interface SentEvent {
  /** The event's name. */
  readonly event?: string;
  /** Comes back as Last-Event-ID when the reader connects again. */
  readonly id?: string;
  /** Becomes one line of JSON. */
  readonly data: unknown;
}

const HEARTBEAT_MS = 15_000;
/** Unread bytes after which a reader is let go; it connects again from its Last-Event-ID. */
const MAX_UNREAD_BYTES = 1024 * 1024;

export class EventStream {
  /** Where the reader says it stopped; undefined for a new reader. */
  readonly lastEventId: string | undefined;
  readonly #response: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #whenClosed: (() => void)[] = [];
  #isOpen = true;

  constructor(response: ServerResponse, headers: Readonly<Record<string, string>>, lastEventId: string | undefined) {
    this.#response = response;
    this.lastEventId = lastEventId;
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    response.write('retry: 2000\n\n');
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT_MS);
    this.#heartbeat.unref();
    response.once('close', () => this.#end());
    response.on('error', () => this.#end());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** False when the reader has gone or was just let go. */
  send({ event, id, data }: SentEvent): boolean {
    const name = event === undefined ? '' : `event: ${oneLine(event)}\n`;
    const cursor = id === undefined ? '' : `id: ${oneLine(id)}\n`;
    return this.#write(`${name}${cursor}data: ${JSON.stringify(data)}\n\n`);
  }

  /** Called once, also when it is closed already. */
  onClose(act: () => void): void {
    if (this.#isOpen) this.#whenClosed.push(act);
    else act();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#response.end();
    this.#end();
  }

  #write(text: string): boolean {
    if (!this.#isOpen) return false;
    this.#response.write(text);
    if (this.#response.writableLength <= MAX_UNREAD_BYTES) return true;
    this.#response.destroy();
    this.#end();
    return false;
  }

  #end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    clearInterval(this.#heartbeat);
    for (const act of this.#whenClosed) act();
  }
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]/g, ' ');
}
