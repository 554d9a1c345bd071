// What happens, as it happens: one feed made once, read by every open console as server-sent events.
import { type AlarmBoard } from '../../modules/alarms/index.ts';
import { type DayWatch, readRejectedCount } from '../../modules/settlement/index.ts';
import { type Route, route, type SentEvent } from '../../platform/http/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { BOOK_ID, type House } from './compose.ts';
import { type DemoStream } from './demo/stream.ts';
import { LIVE_EVENTS, type LiveEvent } from './schemas.ts';

const BEAT_MS = 1_000;
/** Totals come at least this often, in beats. */
const QUIET_BEATS = 15;
/** What a slow reader may have waiting; older events are dropped, since totals say it all again. */
const MOST_WAITING = 100;

export interface FeedSources {
  readonly house: House;
  readonly watch: DayWatch;
  readonly board: AlarmBoard;
  readonly demo: DemoStream | undefined;
}

export class LiveFeed {
  readonly #sources: FeedSources;
  readonly #readers = new Set<(event: LiveEvent) => void>();
  #isChanged = true;
  #beats = 0;
  #told = { date: '', count: 0, minor: 0n };
  #timer: NodeJS.Timeout | undefined;

  constructor(sources: FeedSources) {
    this.#sources = sources;
    const { house, board, demo } = sources;
    house.onEvents((events) => {
      this.#isChanged = true;
      for (const event of events) {
        if (event.kind !== 'phase-began') continue;
        const { date, phase = null, at } = event;
        const { state = 'closed' } = house.writer.memory.settlement.settlement.day ?? {};
        this.#tell({ type: 'phase', at: formatInstant(at), date, phase, state });
      }
    });
    board.onChange((alarm) => {
      this.#isChanged = true;
      this.#tell({ type: 'alarm', alarm });
    });
    demo?.onChange(({ state, speed, speeds, paymentsSent }) =>
      this.#tell({ type: 'demo', demo: { state, speed, speeds: [...speeds], paymentsSent } }),
    );
  }

  start(): void {
    this.#timer = setInterval(() => void this.#beat().catch(() => undefined), BEAT_MS);
  }

  end(): void {
    clearInterval(this.#timer);
  }

  /** What happens from now on, beginning with the totals, until the reader goes. */
  async *read(signal: AbortSignal | undefined): AsyncGenerator<SentEvent> {
    const waiting: LiveEvent[] = [await this.#totals()];
    let wake = (): void => undefined;
    const take = (event: LiveEvent): void => {
      waiting.push(event);
      if (waiting.length > MOST_WAITING) waiting.shift();
      wake();
    };
    const stop = (): void => wake();
    this.#readers.add(take);
    signal?.addEventListener('abort', stop);
    try {
      while (!signal?.aborted) {
        const data = waiting.shift();
        if (data) yield { event: data.type, data };
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.#readers.delete(take);
      signal?.removeEventListener('abort', stop);
    }
  }

  async #beat(): Promise<void> {
    this.#beats += 1;
    if (this.#readers.size === 0 || (!this.#isChanged && this.#beats % QUIET_BEATS !== 0)) return;
    this.#isChanged = false;
    const totals = await this.#totals();
    const { date = '', settledCount, settledMinor } = this.#sources.watch;
    this.#told = { date, count: settledCount, minor: settledMinor };
    this.#tell(totals);
  }

  async #totals(): Promise<Extract<LiveEvent, { type: 'totals' }>> {
    const { house, watch, board } = this.#sources;
    const { date = '', settledCount, settledMinor } = watch;
    const rejectedCount = date === '' ? 0 : await readRejectedCount(house.pool, BOOK_ID, date);
    const { queuedCount, queuedMinor } = house.writer.memory.settlement.settlement;
    const told = this.#told.date === date ? this.#told : { count: 0, minor: 0n };
    return {
      type: 'totals',
      at: formatInstant(house.clock.now()),
      settledCount,
      settledValue: String(settledMinor),
      queuedCount,
      queuedValue: String(queuedMinor),
      rejectedCount,
      openAlarms: board.open.length,
      settledCountDelta: settledCount - told.count,
      settledValueDelta: String(settledMinor - told.minor),
    };
  }

  #tell(event: LiveEvent): void {
    for (const take of this.#readers) take(event);
  }
}

export function liveRoutes(feed: LiveFeed): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/live',
      summary: { en: 'What happens, as it happens (server-sent events)', zh: '实时事件流（SSE）' },
      tag: 'live',
      may: ['operator'],
      answer: 'events',
      events: LIVE_EVENTS,
      handle: ({ signal }) => feed.read(signal),
    }),
  ];
}
