// The API as functions, grouped by office. The only place that knows paths; a console or a bank's program calls these.
import type * as Api from './contract.ts';
import { request, type Query, type RequestOptions } from './request.ts';

export interface ListQuery extends Record<string, string | number | readonly string[] | null | undefined> {
  after?: string | null;
  limit?: number;
  sort?: string | null;
}

export type Client = ReturnType<typeof createClient>;

const at = (part: string) => encodeURIComponent(part);

export function createClient(options: RequestOptions) {
  const get = <Answer>(path: string, query?: Query) => request<Answer>(options, 'GET', path, query ? { query } : {});
  const post = <Answer>(path: string, body: unknown = {}) => request<Answer>(options, 'POST', path, { body });
  const put = <Answer>(path: string, body: unknown) => request<Answer>(options, 'PUT', path, { body });
  const payment = (id: string) => `/v1/payments/${at(id)}`;
  const participant = (id: string) => `/v1/participants/${at(id)}`;
  const account = (code: string) => `/v1/books/accounts/${at(code)}`;

  return {
    institution: () => get<Api.Institution>('/v1/institution'),
    overview: () => get<Api.Overview>('/v1/overview'),
    alarms: (query: ListQuery & { state?: 'open' | 'all' }) => get<Api.Page<Api.Alarm>>('/v1/alarms', query),
    acknowledgeAlarm: (id: string) => post<Api.Alarm>(`/v1/alarms/${at(id)}/acknowledge`),

    day: {
      read: () => get<Api.Day>('/v1/day'),
      list: (query: ListQuery) => get<Api.Page<Api.DaySummary>>('/v1/days', query),
      previewClose: () => get<Api.DayClosePreview>('/v1/day/close'),
      extend: (body: { phase: string; minutes: number; reason: string }) => post<Api.Day>('/v1/day/extend', body),
      close: (body: { reason: string }) => post<Api.Day>('/v1/day/close', body),
    },

    payments: {
      list: (query: ListQuery) => get<Api.Page<Api.Payment>>('/v1/payments', query),
      read: (id: string) => get<Api.PaymentDetail>(payment(id)),
      cancel: (id: string, body: Api.QueueAct) => post<Api.PaymentDetail>(`${payment(id)}/cancel`, body),
      reprioritise: (id: string, body: Api.QueueAct & { priority: Api.Priority }) =>
        post<Api.PaymentDetail>(`${payment(id)}/priority`, body),
      move: (id: string, body: Api.QueueAct & { to: 'first' | 'last' | 'up' | 'down' }) =>
        post<Api.PaymentDetail>(`${payment(id)}/position`, body),
    },

    queue: {
      list: (query: ListQuery) => get<Api.Page<Api.QueuedPayment>>('/v1/queue', query),
      matrix: () => get<Api.QueueMatrix>('/v1/queue/matrix'),
      propose: (method: Api.QueueProposal['method']) => post<Api.QueueProposal>('/v1/queue/proposal', { method }),
      optimise: (method: Api.QueueProposal['method']) => post<Api.QueueProposal>('/v1/queue/optimise', { method }),
      setLiquiditySaving: (mode: Api.LiquiditySaving) => put<Api.QueueMatrix>('/v1/queue/liquidity-saving', { mode }),
    },

    participants: {
      list: (query: ListQuery) => get<Api.Page<Api.Participant>>('/v1/participants', query),
      read: (id: string) => get<Api.ParticipantDetail>(participant(id)),
      liquidity: (id: string) => get<Api.LiquidityDay>(`${participant(id)}/liquidity`),
      setCreditLine: (id: string, body: { amount: Api.Amount; reason: string }) =>
        put<Api.ParticipantDetail>(`${participant(id)}/credit-line`, body),
      setReservation: (id: string, priority: Api.Priority, body: { amount: Api.Amount }) =>
        put<Api.ParticipantDetail>(`${participant(id)}/reservations/${priority}`, body),
      setLimit: (id: string, counterparty: string | null, body: { amount: Api.Amount | null }) =>
        put<Api.ParticipantDetail>(`${participant(id)}/limits/${at(counterparty ?? 'all')}`, body),
      suspend: (id: string, body: { reason: string }) =>
        post<Api.ParticipantDetail>(`${participant(id)}/suspend`, body),
      resume: (id: string, body: { reason: string }) => post<Api.ParticipantDetail>(`${participant(id)}/resume`, body),
    },

    messages: {
      list: (query: ListQuery) => get<Api.Page<Api.MessageSummary>>('/v1/messages/all', query),
      read: (id: string) => get<Api.MessageDetail>(`/v1/messages/${at(id)}`),
    },

    books: {
      accounts: (query: ListQuery) => get<Api.Page<Api.Account>>('/v1/books/accounts', query),
      account: (code: string, moment?: string) => get<Api.Account>(account(code), { at: moment }),
      statement: (code: string, query: ListQuery & { from?: string; to?: string }) =>
        get<Api.Statement>(`${account(code)}/statement`, query),
      trialBalance: (moment?: string) => get<Api.TrialBalance>('/v1/books/trial-balance', { at: moment }),
    },

    clearing: {
      list: (query: ListQuery) => get<Api.Page<Api.ClearingBatch>>('/v1/clearing', query),
      read: (id: string) => get<Api.ClearingBatchDetail>(`/v1/clearing/${at(id)}`),
    },

    simulations: {
      list: (query: ListQuery) => get<Api.Page<Api.Simulation>>('/v1/simulations', query),
      read: (id: string) => get<Api.SimulationResult>(`/v1/simulations/${at(id)}`),
      start: (body: { name: string; balancesCsv: string; paymentsCsv: string; lsm: Api.LiquiditySaving }) =>
        post<Api.Simulation>('/v1/simulations', body),
      reportAddress: (id: string, language: 'en' | 'zh') =>
        `${options.base}/v1/simulations/${at(id)}/report?lang=${language}`,
      remove: (id: string) => request<void>(options, 'DELETE', `/v1/simulations/${at(id)}`),
    },

    demo: {
      read: () => get<Api.Demo>('/v1/demo'),
      pause: () => post<Api.Demo>('/v1/demo/pause'),
      resume: () => post<Api.Demo>('/v1/demo/resume'),
      stop: () => post<Api.Demo>('/v1/demo/stop'),
      setSpeed: (speed: number) => put<Api.Demo>('/v1/demo/speed', { speed }),
    },

    liveAddress: `${options.base}/v1/live`,
  };
}
