// The API as functions, grouped by office, typed by the generated paths. A console or a bank's program calls these.
import { type paths } from '../generated/api.ts';
import type * as Api from './contract.ts';
import { environmentsOf } from './environments.ts';
import { meOf, peopleOf, signInOf } from './people.ts';
import { organisationsOf } from './organisations.ts';
import { answered, answerOf, createHttp, filled, type Http, type RequestOptions } from './request.ts';

export type Client = ReturnType<typeof createClient>;

type Listed = { [Path in keyof paths]: paths[Path] extends { get: { parameters: { query?: object } } } ? Path : never };

/** What a list may be asked for; what is empty or null is left out. */
export type QueryOf<Path extends Listed[keyof paths]> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

export function createClient(options: RequestOptions) {
  const http = createHttp(options);
  const path = <Names>(names: Names) => ({ params: { path: names } });
  const query = <Query extends object>(given: Query) => ({ params: { query: filled(given) } });

  return {
    http,
    institution: () => answerOf(http.GET('/v1/institution')),
    overview: () => answerOf(http.GET('/v1/overview')),
    alarms: (given: QueryOf<'/v1/alarms'>) => answerOf(http.GET('/v1/alarms', query(given))),
    acknowledgeAlarm: (id: string) => answerOf(http.POST('/v1/alarms/{id}/acknowledge', path({ id }))),

    day: {
      read: () => answerOf(http.GET('/v1/day')),
      list: (given: QueryOf<'/v1/days'>) => answerOf(http.GET('/v1/days', query(given))),
      previewClose: () => answerOf(http.GET('/v1/day/close')),
      extend: (body: { phase: string; minutes: number; reason: string }) =>
        answerOf(http.POST('/v1/day/extend', { body })),
      close: (body: { reason: string }) => answerOf(http.POST('/v1/day/close', { body })),
    },

    evidence: {
      /** Leaves of acts in one commit, in their order. */
      acts: (commit: number) =>
        answerOf(http.GET('/v1/evidence/leaves', query({ commit, kind: 'act' as const, limit: 200 }))),
      inclusion: (leaf: number) =>
        answerOf(http.GET('/v1/evidence/leaves/{leaf}/inclusion', path({ leaf: String(leaf) }))),
      keys: () => answerOf(http.GET('/v1/evidence/keys')),
    },

    payments: {
      list: (given: QueryOf<'/v1/payments'>) => answerOf(http.GET('/v1/payments', query(given))),
      read: (id: string) => answerOf(http.GET('/v1/payments/{id}', path({ id }))),
      cancel: (id: string, body: { reason: string }) =>
        answerOf(http.POST('/v1/payments/{id}/cancel', { ...path({ id }), body })),
      reprioritise: (id: string, body: { reason: string; priority: Api.Priority }) =>
        answerOf(http.POST('/v1/payments/{id}/priority', { ...path({ id }), body })),
      move: (id: string, body: { reason: string; to: 'first' | 'last' | 'up' | 'down' }) =>
        answerOf(http.POST('/v1/payments/{id}/position', { ...path({ id }), body })),
    },

    queue: {
      list: (given: QueryOf<'/v1/queue'>) => answerOf(http.GET('/v1/queue', query(given))),
      matrix: () => answerOf(http.GET('/v1/queue/matrix')),
      propose: (method: Api.OptimisationMethod) => answerOf(http.POST('/v1/queue/proposal', { body: { method } })),
      optimise: (method: Api.OptimisationMethod) => answerOf(http.POST('/v1/queue/optimise', { body: { method } })),
      setLiquiditySaving: (mode: Api.LiquiditySaving) =>
        answerOf(http.PUT('/v1/queue/liquidity-saving', { body: { mode } })),
    },

    participants: participantsOf(http),

    signIn: signInOf(http),
    me: meOf(http),
    people: peopleOf(http),
    environments: environmentsOf(http, options),
    organisations: organisationsOf(http, options),

    messages: {
      list: (given: QueryOf<'/v1/messages/all'>) => answerOf(http.GET('/v1/messages/all', query(given))),
      read: (id: string) => answerOf(http.GET('/v1/messages/{id}', path({ id }))),
    },

    books: {
      accounts: (given: QueryOf<'/v1/books/accounts'>) => answerOf(http.GET('/v1/books/accounts', query(given))),
      account: (code: string, moment?: string) =>
        answerOf(
          http.GET('/v1/books/accounts/{code}', { params: { path: { code }, query: filled({ at: moment ?? '' }) } }),
        ),
      statement: (code: string, given: QueryOf<'/v1/books/accounts/{code}/statement'>) =>
        answerOf(http.GET('/v1/books/accounts/{code}/statement', { params: { path: { code }, query: filled(given) } })),
      trialBalance: (moment?: string) => answerOf(http.GET('/v1/books/trial-balance', query({ at: moment ?? '' }))),
    },

    clearing: {
      list: (given: QueryOf<'/v1/clearing'>) => answerOf(http.GET('/v1/clearing', query(given))),
      read: (id: string) => answerOf(http.GET('/v1/clearing/{id}', path({ id }))),
      revoke: (id: string, body: { reason: string }) =>
        answerOf(http.POST('/v1/clearing/{id}/revoke', { ...path({ id }), body })),
    },

    services: () => answerOf(http.GET('/v1/services')),
    status: {
      read: () => answerOf(http.GET('/v1/status')),
      notices: () => answerOf(http.GET('/v1/status/notices')),
      begin: (body: Api.GivenNotice) => answerOf(http.POST('/v1/status/notices', { body })),
      update: (id: string, body: Api.GivenNoticeUpdate) =>
        answerOf(http.POST('/v1/status/notices/{id}/updates', { ...path({ id }), body })),
    },
    setPrice: (service: string, body: { monthlyPrice: string; from: string; reason: string }) =>
      answerOf(http.PUT('/v1/services/{service}/price', { ...path({ service }), body })),
    pricesOf: (service: string) => answerOf(http.GET('/v1/services/{service}/prices', path({ service }))),
    subscriptions: (given: QueryOf<'/v1/subscriptions'>) => answerOf(http.GET('/v1/subscriptions', query(given))),
    cases: (given: QueryOf<'/v1/cases'>) => answerOf(http.GET('/v1/cases', query(given))),
    roles: () => answerOf(http.GET('/v1/roles')),

    approvals: {
      list: (given: QueryOf<'/v1/approvals'>) => answerOf(http.GET('/v1/approvals', query(given))),
      inbox: () => answerOf(http.GET('/v1/inbox')),
      read: (id: string) => answered(http.GET('/v1/approvals/{id}', path({ id }))),
      approve: (id: string, body: { hash: string; proof?: unknown }) =>
        answered(http.POST('/v1/approvals/{id}/approve', { ...path({ id }), body })),
      refuse: (id: string, body: { reason: string }) =>
        answered(http.POST('/v1/approvals/{id}/refuse', { ...path({ id }), body })),
      withdraw: (id: string, body: { reason: string }) =>
        answered(http.POST('/v1/approvals/{id}/withdraw', { ...path({ id }), body })),
      /**
       * What was approved, done by its maker: the same call again. `secrets` are the members of its body that nobody else
       * saw.
       */
      take: ({ content }: Api.ApprovalRequestDetail, secrets: Readonly<Record<string, string>>) => {
        const { method, path: route, params, query: asked, body } = JSON.parse(content);
        const given = { params: { path: params, query: asked }, body: body && { ...body, ...secrets } };
        const ask = http[method as 'POST' | 'PUT'] as (path: string, given: object) => Promise<TakenAnswer>;
        return answerOf(ask(route, given));
      },
      policies: () => answerOf(http.GET('/v1/policies')),
      changePolicy: (action: string, body: GivenPolicy) =>
        answerOf(http.PUT('/v1/policies/{action}', { ...path({ action }), body })),
      delegations: (given: QueryOf<'/v1/delegations'>) => answerOf(http.GET('/v1/delegations', query(given))),
      colleagues: () => answerOf(http.GET('/v1/colleagues')),
      delegate: (body: GivenDelegation) => answerOf(http.POST('/v1/delegations', { body })),
      endDelegation: (id: string) => answerOf(http.POST('/v1/delegations/{id}/end', path({ id }))),
    },

    simulations: {
      list: (given: QueryOf<'/v1/simulations'>) => answerOf(http.GET('/v1/simulations', query(given))),
      read: (id: string) => answerOf(http.GET('/v1/simulations/{id}', path({ id }))),
      start: (body: Api.SimulationFiles) => answerOf(http.POST('/v1/simulations', { body })),
      remove: (id: string) => answerOf(http.DELETE('/v1/simulations/{id}', path({ id }))),
      reportAddress: (id: string, language: 'en' | 'zh') =>
        `${options.base}/v1/simulations/${encodeURIComponent(id)}/report?lang=${language}`,
    },

    demo: {
      read: () => answerOf(http.GET('/v1/demo')),
      pause: () => answerOf(http.POST('/v1/demo/pause')),
      resume: () => answerOf(http.POST('/v1/demo/resume')),
      stop: () => answerOf(http.POST('/v1/demo/stop')),
      setSpeed: (speed: number) => answerOf(http.PUT('/v1/demo/speed', { body: { speed } })),
    },

    liveAddress: `${options.base}/v1/live`,
  };
}

/** Of the acts that answer a secret. */
interface TakenAnswer {
  data?: Api.EnrolmentLink | Api.NewKey | Api.SignInProvider;
  error?: unknown;
  response: Response;
}

export type GivenPolicy = paths['/v1/policies/{action}']['put']['requestBody']['content']['application/json'];
export type GivenDelegation = paths['/v1/delegations']['post']['requestBody']['content']['application/json'];
export type NewParticipant = paths['/v1/participants']['post']['requestBody']['content']['application/json'];
export type GivenCollateral =
  paths['/v1/participants/{id}/collateral']['put']['requestBody']['content']['application/json']['collateral'][number];

function participantsOf(http: Http) {
  const path = (id: string) => ({ params: { path: { id } } });
  return {
    list: (given: QueryOf<'/v1/participants'>) =>
      answerOf(http.GET('/v1/participants', { params: { query: filled(given) } })),
    read: (id: string) => answerOf(http.GET('/v1/participants/{id}', path(id))),
    liquidity: (id: string) => answerOf(http.GET('/v1/participants/{id}/liquidity', path(id))),
    setCreditLine: (id: string, body: { amount: Api.Amount; reason: string }) =>
      answerOf(http.PUT('/v1/participants/{id}/credit-line', { ...path(id), body })),
    setReservation: (id: string, priority: Api.Priority, body: { amount: Api.Amount }) =>
      answerOf(http.PUT('/v1/participants/{id}/reservations/{priority}', { params: { path: { id, priority } }, body })),
    /** Towards one counterparty, or all others together when it is null. */
    setLimit: (id: string, counterparty: string | null, body: { amount: Api.Amount | null }) =>
      answerOf(
        http.PUT('/v1/participants/{id}/limits/{counterparty}', {
          params: { path: { id, counterparty: counterparty ?? 'all' } },
          body,
        }),
      ),
    /** `from` is a business date; at once when absent. */
    suspend: (id: string, body: { reason: string; from?: Api.BusinessDay }) =>
      answerOf(http.POST('/v1/participants/{id}/suspend', { ...path(id), body })),
    resume: (id: string, body: { reason: string; from?: Api.BusinessDay }) =>
      answerOf(http.POST('/v1/participants/{id}/resume', { ...path(id), body })),
    leave: (id: string, body: { reason: string; from?: Api.BusinessDay }) =>
      answerOf(http.POST('/v1/participants/{id}/leave', { ...path(id), body })),
    admit: (body: NewParticipant) => answerOf(http.POST('/v1/participants', { body })),
    setCollateral: (id: string, body: { collateral: GivenCollateral[]; reason: string }) =>
      answerOf(http.PUT('/v1/participants/{id}/collateral', { ...path(id), body })),
    setMinimumReserve: (id: string, body: { amount: Api.Amount; reason: string }) =>
      answerOf(http.PUT('/v1/participants/{id}/minimum-reserve', { ...path(id), body })),
    fund: (id: string, body: { direction: 'lend' | 'take-back'; amount: Api.Amount; reason: string }) =>
      answerOf(http.POST('/v1/participants/{id}/funding', { ...path(id), body })),
    payGuarantee: (id: string, body: { amount: Api.Amount; reason: string }) =>
      answerOf(http.POST('/v1/participants/{id}/guarantee', { ...path(id), body })),
  };
}
