// For tests: a recorded book of small banks with an organisation each, webhooks on a clock moved by hand, and receivers
// that are real HTTP servers.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type TestContext } from 'node:test';
import { ensureOrganisations } from '../access/index.ts';
import { givenRecordedBook, type RecordedBook } from '../evidence/testing.ts';
import { bicOf } from '../messages/testing.ts';
import { type Clock, manualClock, systemClock } from '../../platform/instant.ts';
import { type By, type MadeEndpoint, registerEndpoint } from './change-endpoints.ts';
import { type EventType } from './event-types.ts';
import { SecretBox } from '../../platform/outward/secret-box.ts';
import { type WebhookOptions, Webhooks } from './webhooks.ts';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly type: string;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Every request, in the order they came. */
  readonly received: Received[];
  readonly types: string[];
  /** What it answers from now on; 204 at first. */
  answer(how: (response: ServerResponse, received: Received) => void): void;
}

export async function givenReceiver(t: TestContext): Promise<Receiver> {
  const received: Received[] = [];
  let how = (response: ServerResponse, _received: Received): unknown => response.writeHead(204).end();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { type = '' } = body.startsWith('{') ? (JSON.parse(body) as { type?: string }) : {};
      const one = { headers: request.headers, body, type };
      received.push(one);
      how(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    get types() {
      return received.map(({ type }) => type);
    },
    answer: (next) => void (how = next),
  };
}

export const answering = (status: number, headers = {}) => (response: ServerResponse): void =>
  void response.writeHead(status, headers).end('so it is'); // prettier-ignore

export type WebhookBook = RecordedBook & {
  readonly webhooks: Webhooks;
  readonly worldClock: Clock & { advance(micros: number): void };
  readonly by: By;
  /** Other webhooks on the same book: what a restart sees. */
  reopen(options?: Partial<WebhookOptions>): Webhooks;
  register(name: string, receiver: Receiver | string, events: readonly EventType[]): Promise<MadeEndpoint>;
};

export async function givenWebhooks(t: TestContext, names = 'AB'): Promise<WebhookBook> {
  const book = await givenRecordedBook(t, names);
  const worldClock = manualClock(systemClock.now());
  const { pool } = book.db;
  const organisations = [...names].map((name) => {
    const title = { en: name, zh: `银行${name}` };
    return { id: bicOf(name), kind: 'bank', name: title, participantId: bicOf(name) } as const;
  });
  await ensureOrganisations(pool, organisations, worldClock.now());
  const box = SecretBox.generate();
  const onTrouble = (error: unknown): void => {
    throw error;
  };
  const reopen = (options: Partial<WebhookOptions> = {}): Webhooks =>
    new Webhooks({ pool, bookId: 1, clock: worldClock, box, allowed: ['127.0.0.1'], onTrouble, ...options });
  const webhooks = reopen();
  const by = { actor: 'Wang Wei', at: worldClock.now(), reason: undefined };
  const register: WebhookBook['register'] = (name, receiver, events) => {
    const url = typeof receiver === 'string' ? receiver : receiver.url;
    return registerEndpoint(webhooks, bicOf(name), { url, events, description: '' }, by);
  };
  return { ...book, webhooks, worldClock, by, reopen, register };
}
