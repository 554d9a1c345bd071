// A bank's end of the exchange: send a message and have its answer, read the outbox, follow it live, confirm.
import type * as Api from './contract.ts';
import { followEvents } from './events.ts';
import { answerOf, createHttp, type Fetch, fetchOf, filled, problemOf, ProblemError, type RequestOptions, unreachable } from './request.ts'; // prettier-ignore

/** The immediate ISO 20022 answer to a message. */
export interface ImmediateAnswer {
  /** Such as `pacs.002.001.10`, or `admi.002.001.01` for a message that is not valid. */
  readonly kind: string;
  readonly state: 'accepted' | 'refused';
  /** The message had come before; this is the answer given then. */
  readonly isRepeated: boolean;
  readonly xml: string;
}

export interface BankOptions extends RequestOptions {
  /** How often a message is sent before giving up on a server that does not answer; 8 by default. */
  readonly attempts?: number;
}

export type Bank = ReturnType<typeof connectBank>;

const FIRST_PAUSE_MS = 200;
const MOST_PAUSE_MS = 10_000;

export function connectBank(options: BankOptions) {
  const { base, attempts = 8 } = options;
  const fetch = fetchOf(options);
  const http = createHttp(options);
  return {
    /**
     * Sends one message and resolves with its answer, which is durable. When no answer comes the same bytes are sent
     * again: the message's own id makes that safe, whatever became of the first. A refused message is an answer too.
     */
    async send(xml: string, signal?: AbortSignal): Promise<ImmediateAnswer> {
      for (let attempt = 1, pauseMs = FIRST_PAUSE_MS; ; attempt++, pauseMs = Math.min(MOST_PAUSE_MS, 2 * pauseMs)) {
        try {
          return await sendOnce(base, fetch, xml, signal);
        } catch (error) {
          const mayTryAgain =
            error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 500);
          if (!mayTryAgain || attempt >= attempts || signal?.aborted) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    },

    /** Up to `limit` messages to us after this number, oldest first. */
    outbox: async (after = 0, limit = 100): Promise<Api.OutboxMessage[]> =>
      (await answerOf(http.GET('/v1/messages', { params: { query: filled({ after, limit }) } }))).items,

    /** Messages to us after this number, then each as it comes, until the signal aborts. Resumes after a break. */
    async *follow(after = 0, signal?: AbortSignal): AsyncGenerator<Api.OutboxMessage> {
      const address = `${base}/v1/messages/stream`;
      for await (const { data } of followEvents({
        address,
        fetch,
        after: String(after),
        ...(signal ? { signal } : {}),
      }))
        yield data as Api.OutboxMessage;
    },

    /** What we sent with the answers it got, then each as it is answered: for a program beside the one that sends. */
    async *followAnswers(after = '0', signal?: AbortSignal): AsyncGenerator<Api.SentMessage> {
      const address = `${base}/v1/messages/sent/stream`;
      for await (const { data } of followEvents({ address, fetch, after, ...(signal ? { signal } : {}) }))
        yield data as Api.SentMessage;
    },

    /** Says that this message and all before it are safely kept. */
    confirm: async (id: string): Promise<void> => {
      await answerOf(http.POST('/v1/messages/{id}/delivered', { params: { path: { id } } }));
    },
  };
}

async function sendOnce(base: string, fetch: Fetch, xml: string, signal?: AbortSignal): Promise<ImmediateAnswer> {
  const headers = { 'content-type': 'application/xml' };
  const request = new Request(`${base}/v1/messages`, {
    method: 'POST',
    headers,
    body: xml,
    ...(signal ? { signal } : {}),
  });
  const response = await fetch(request).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw unreachable(cause);
  });
  if (!response.ok) throw new ProblemError(problemOf(response, await response.json().catch(() => undefined)));
  // A connection that breaks within the answer is no answer.
  const answer = await response.text().catch((cause: unknown) => {
    throw unreachable(cause);
  });
  return {
    kind: response.headers.get('feiqian-answer') ?? '',
    state: response.headers.get('feiqian-state') === 'refused' ? 'refused' : 'accepted',
    isRepeated: response.headers.get('feiqian-repeated') === 'true',
    xml: answer,
  };
}
