// What Prometheus reads: the process, requests, the writer, PostgreSQL's connections, outboxes, payments and refusals.
// Counted in memory as it happens; a scrape asks the database how far outboxes were confirmed and what falls behind.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { readOutboxBacklog } from '../../modules/messages/index.ts';
import { systemClock } from '../../platform/instant.ts';
import { type AnsweredRequest, type Route, route } from '../../platform/http/index.ts';
import { type Behind, readBehind } from './behind.ts';
import { BOOK_ID, type House } from './compose.ts';

const PREFIX = 'feiqian_';
/** Seconds: from what memory answers to what somebody complains of. */
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const COMMIT_BUCKETS = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.5, 2];
const SIZE_BUCKETS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000];

export interface Metrics {
  readonly routes: Route[];
  hearAnswer(answered: AnsweredRequest): void;
}

export function openMetrics(house: House): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry, prefix: PREFIX });
  watchWriter(house, registers);
  watchDatabase(house, registers);
  watchPayments(house, registers);
  watchBehind(house, registers);
  return {
    hearAnswer: hearAnswers(registers),
    routes: [
      route({
        method: 'GET',
        path: '/metrics',
        summary: { en: 'Figures for Prometheus', zh: '监控指标（Prometheus 格式）' },
        tag: 'metrics',
        may: ['operator'],
        answer: 'text',
        answerType: registry.contentType,
        handle: () => registry.metrics(),
      }),
    ],
  };
}

function hearAnswers(registers: Registry[]): (answered: AnsweredRequest) => void {
  const requests = new Histogram({
    name: `${PREFIX}http_request_duration_seconds`,
    help: 'Requests by route and status, and how long they took; what is at no route has an empty one.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: `${PREFIX}refusals_total`,
    help: 'Refusals by their code; fault is a fault of ours.',
    labelNames: ['code'],
    registers,
  });
  return ({ method, path, status, seconds, code }) => {
    // A method that no route has would be a line of its own for whatever somebody makes up.
    const known = path === '' ? 'any' : method;
    requests.observe({ method: known, route: path, status }, seconds);
    if (code !== undefined) refusals.inc({ code });
  };
}

function watchWriter({ writer, onCommit }: House, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: () => number): Gauge =>
    new Gauge({
      name: `${PREFIX}writer_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('queue_length', 'Commands that wait to be decided.', () => writer.queueLength);
  gauge('term', 'The term this process writes under.', () => writer.term);
  gauge('is_open', '1 while the writer takes commands, 0 while it recovers.', () => Number(writer.isOpen));
  const size = new Histogram({
    name: `${PREFIX}commit_commands`,
    help: 'Commands that went into a commit together.',
    buckets: SIZE_BUCKETS,
    registers,
  });
  const duration = new Histogram({
    name: `${PREFIX}commit_duration_seconds`,
    help: 'From handing a commit to PostgreSQL to its being durable.',
    buckets: COMMIT_BUCKETS,
    registers,
  });
  onCommit(({ commands, seconds }) => {
    size.observe(commands);
    duration.observe(seconds);
  });
}

function watchDatabase({ pool, writer }: House, registers: Registry[]): void {
  new Gauge({
    name: `${PREFIX}postgres_pool_connections`,
    help: 'Connections for reading, and requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waited_for' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: `${PREFIX}outbox_backlog`,
    help: 'Messages in outboxes that their participants have not confirmed.',
    registers,
    async collect() {
      this.set(await readOutboxBacklog(pool, BOOK_ID, writer.memory.messages.exchange.lastSeq));
    },
  });
}

function watchPayments({ writer, onEvents }: House, registers: Registry[]): void {
  const moves = new Counter({
    name: `${PREFIX}payments_total`,
    help: 'Payments by what became of them, since this process began.',
    labelNames: ['state'],
    registers,
  });
  onEvents((events) => {
    for (const { kind } of events) {
      const state = /^payment-(received|warehoused|queued|settled|cancelled|returned)$/.exec(kind)?.[1];
      if (state !== undefined) moves.inc({ state });
    }
  });
  new Gauge({
    name: `${PREFIX}payments_waiting`,
    help: 'Payments that wait now: queued, or warehoused for a later day.',
    labelNames: ['state'],
    registers,
    collect() {
      const { queuedCount, warehoused } = writer.memory.settlement.settlement;
      this.set({ state: 'queued' }, queuedCount);
      this.set({ state: 'warehoused' }, warehoused.size);
    },
  });
}

function watchBehind({ pool, writer }: House, registers: Registry[]): void {
  const gauge = (name: string, help: string, figureOf: (behind: Behind) => number): Gauge =>
    new Gauge({
      name: `${PREFIX}${name}`,
      help,
      registers,
      async collect() {
        this.set(figureOf(await readBehind(pool, writer.memory.evidence, systemClock.now())));
      },
    });
  gauge('evidence_acts_wait_seconds', 'How long the oldest act waits for the evidence.', (behind) => behind.actsSeconds);
  gauge('wal_archive_failing', '1 while a segment of WAL cannot be archived.', ({ unarchived }) => Number(unarchived !== undefined));
  gauge('webhooks_leaves_behind', 'Leaves of the evidence that no event for webhooks was made of yet.', ({ ungathered }) => ungathered);
} // prettier-ignore
