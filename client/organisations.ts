// What an institution keeps for itself: its keys, what it may ask and has used, its conformance runs, its webhooks.
import { type paths } from '../generated/api.ts';
import type * as Api from './contract.ts';
import { answerOf, filled, type Http, type RequestOptions } from './request.ts';

type BodyOf<Path extends keyof paths, Method extends 'post' | 'put'> = paths[Path][Method] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type GivenKey = BodyOf<'/v1/organisations/{id}/keys', 'post'>;
export type GivenSuccessor = BodyOf<'/v1/organisations/{id}/keys/{keyId}/rotate', 'post'>;
export type GivenProvider = BodyOf<'/v1/organisations/{id}/sign-in-provider', 'put'>;
export type GivenCase = BodyOf<'/v1/organisations/{id}/cases', 'post'>;
export type GivenWebhook = BodyOf<'/v1/organisations/{id}/webhooks', 'post'>;
export type ChangedWebhook = BodyOf<'/v1/organisations/{id}/webhooks/{webhookId}', 'put'>;

interface ListQuery {
  after?: string;
  limit?: number;
}

export function organisationsOf(http: Http, options: RequestOptions) {
  return {
    list: (query: ListQuery & { state?: 'active' | 'closed' }) =>
      answerOf(http.GET('/v1/organisations', { params: { query: filled(query) } })),
    scopes: () => answerOf(http.GET('/v1/scopes')),
    webhookEvents: () => answerOf(http.GET('/v1/webhook-events')),
    /** One of them. */
    of: (id: string) => ({
      keys: keysOf(http, id),
      conformance: conformanceOf(http, id),
      webhooks: webhooksOf(http, id),
      subscriptions: subscriptionsOf(http, id),
      requests: requestsOf(http, id),
      signInProvider: signInProviderOf(http, id),
      read: () => answerOf(http.GET('/v1/organisations/{id}', { params: { path: { id } } })),
      requireSigning: (body: { isRequired: boolean; reason: string }) =>
        answerOf(http.PUT('/v1/organisations/{id}/message-signing', { params: { path: { id } }, body })),
      cases: casesOf(http, id),
      goingLive: () => answerOf(http.GET('/v1/organisations/{id}/going-live', { params: { path: { id } } })),
      askLive: (body: { run: string }) =>
        answerOf(http.POST('/v1/organisations/{id}/going-live', { params: { path: { id } }, body })),
      openLive: (body: { run: string; participantId?: string; reason: string }) =>
        answerOf(http.POST('/v1/organisations/{id}/live', { params: { path: { id } }, body })),
      closing: closingOf(http, id),
      exports: exportsOf(http, options, id),
      evidenceMonths: () => answerOf(http.GET('/v1/organisations/{id}/evidence', { params: { path: { id } } })),
      evidenceMonthAddress: (month: string) =>
        `${options.base}/v1/organisations/${encodeURIComponent(id)}/evidence/${month}`,
      quotas: (environment: Api.EnvironmentKind) =>
        answerOf(http.GET('/v1/organisations/{id}/quotas', { params: { path: { id }, query: { environment } } })),
      usage: (month: string) =>
        answerOf(http.GET('/v1/organisations/{id}/usage', { params: { path: { id }, query: filled({ month }) } })),
      usageCsvAddress: (month: string) =>
        `${options.base}/v1/organisations/${encodeURIComponent(id)}/usage/csv${month ? `?month=${month}` : ''}`,
    }),
  };
}

function signInProviderOf(http: Http, id: string) {
  const path = { params: { path: { id } } };
  return {
    read: () => answerOf(http.GET('/v1/organisations/{id}/sign-in-provider', path)),
    set: (body: GivenProvider) => answerOf(http.PUT('/v1/organisations/{id}/sign-in-provider', { ...path, body })),
    test: () => answerOf(http.POST('/v1/organisations/{id}/sign-in-provider/test', path)),
    remove: () => answerOf(http.DELETE('/v1/organisations/{id}/sign-in-provider', path)),
  };
}

function keysOf(http: Http, id: string) {
  const one = (keyId: string) => ({ params: { path: { id, keyId } } });
  return {
    list: (query: ListQuery) =>
      answerOf(http.GET('/v1/organisations/{id}/keys', { params: { path: { id }, query: filled(query) } })),
    register: (body: GivenKey) =>
      answerOf(http.POST('/v1/organisations/{id}/keys', { params: { path: { id } }, body })),
    rotate: (keyId: string, body: GivenSuccessor) =>
      answerOf(http.POST('/v1/organisations/{id}/keys/{keyId}/rotate', { ...one(keyId), body })),
    revoke: (keyId: string, body: { reason: string }) =>
      answerOf(http.POST('/v1/organisations/{id}/keys/{keyId}/revoke', { ...one(keyId), body })),
  };
}

function subscriptionsOf(http: Http, id: string) {
  const one = (subscriptionId: string) => ({ params: { path: { id, subscriptionId } } });
  return {
    list: (query: ListQuery) =>
      answerOf(http.GET('/v1/organisations/{id}/subscriptions', { params: { path: { id }, query: filled(query) } })),
    subscribe: (service: Api.CatalogueService['id']) =>
      answerOf(http.POST('/v1/organisations/{id}/subscriptions', { params: { path: { id } }, body: { service } })),
    end: (subscriptionId: string, body: { reason: string }) =>
      answerOf(
        http.POST('/v1/organisations/{id}/subscriptions/{subscriptionId}/end', { ...one(subscriptionId), body }),
      ),
    approve: (subscriptionId: string, body: { reason: string }) =>
      answerOf(
        http.POST('/v1/organisations/{id}/subscriptions/{subscriptionId}/approve', { ...one(subscriptionId), body }),
      ),
    refuse: (subscriptionId: string, body: { reason: string }) =>
      answerOf(
        http.POST('/v1/organisations/{id}/subscriptions/{subscriptionId}/refuse', { ...one(subscriptionId), body }),
      ),
  };
}

type RequestFilters = NonNullable<paths['/v1/organisations/{id}/requests']['get']['parameters']['query']>;

function requestsOf(http: Http, id: string) {
  return {
    list: (query: RequestFilters) =>
      answerOf(http.GET('/v1/organisations/{id}/requests', { params: { path: { id }, query: filled(query) } })),
    read: (requestId: string) =>
      answerOf(http.GET('/v1/organisations/{id}/requests/{requestId}', { params: { path: { id, requestId } } })),
  };
}

function casesOf(http: Http, id: string) {
  const base = '/v1/organisations/{id}/cases/{caseId}';
  const one = (caseId: string) => ({ params: { path: { id, caseId } } });
  return {
    read: (caseId: string) => answerOf(http.GET(base, one(caseId))),
    ask: (body: GivenCase) => answerOf(http.POST('/v1/organisations/{id}/cases', { params: { path: { id } }, body })),
    reply: (caseId: string, text: string) => answerOf(http.POST(`${base}/reply`, { ...one(caseId), body: { text } })),
    answer: (caseId: string, text: string) => answerOf(http.POST(`${base}/answer`, { ...one(caseId), body: { text } })),
    close: (caseId: string) => answerOf(http.POST(`${base}/close`, { ...one(caseId), body: {} })),
  };
}

function closingOf(http: Http, id: string) {
  const one = { params: { path: { id } } };
  return {
    read: () => answerOf(http.GET('/v1/organisations/{id}/closing', one)),
    ask: (body: { reason: string }) => answerOf(http.POST('/v1/organisations/{id}/closing', { ...one, body })),
    withdraw: () => answerOf(http.DELETE('/v1/organisations/{id}/closing', one)),
    close: (body: { reason: string }) => answerOf(http.POST('/v1/organisations/{id}/close', { ...one, body })),
  };
}

function exportsOf(http: Http, { base }: RequestOptions, id: string) {
  const one = { params: { path: { id } } };
  return {
    list: () => answerOf(http.GET('/v1/organisations/{id}/exports', one)),
    make: () => answerOf(http.POST('/v1/organisations/{id}/exports', one)),
    archiveAddress: (exportId: string) =>
      `${base}/v1/organisations/${encodeURIComponent(id)}/exports/${exportId}/archive`,
  };
}

function conformanceOf(http: Http, id: string) {
  const one = (run: string) => ({ params: { path: { id, run } } });
  return {
    list: () => answerOf(http.GET('/v1/organisations/{id}/conformance', { params: { path: { id } } })),
    begin: (service: Api.ConformanceRun['service']) =>
      answerOf(http.POST('/v1/organisations/{id}/conformance', { params: { path: { id } }, body: { service } })),
    read: (run: string) => answerOf(http.GET('/v1/organisations/{id}/conformance/{run}', one(run))),
    certify: (run: string) => answerOf(http.POST('/v1/organisations/{id}/conformance/{run}/certificate', one(run))),
    certificate: (run: string) => answerOf(http.GET('/v1/organisations/{id}/conformance/{run}/certificate', one(run))),
  };
}

function webhooksOf(http: Http, id: string) {
  const one = (webhookId: string) => ({ params: { path: { id, webhookId } } });
  const delivery = (webhookId: string, deliveryId: string) => ({ params: { path: { id, webhookId, deliveryId } } });
  const base = '/v1/organisations/{id}/webhooks/{webhookId}';
  return {
    list: (query: ListQuery) =>
      answerOf(http.GET('/v1/organisations/{id}/webhooks', { params: { path: { id }, query: filled(query) } })),
    read: (webhookId: string) => answerOf(http.GET(base, one(webhookId))),
    register: (body: GivenWebhook) =>
      answerOf(http.POST('/v1/organisations/{id}/webhooks', { params: { path: { id } }, body })),
    change: (webhookId: string, body: ChangedWebhook) => answerOf(http.PUT(base, { ...one(webhookId), body })),
    remove: (webhookId: string, body: { reason: string }) => answerOf(http.DELETE(base, { ...one(webhookId), body })),
    rotateSecret: (webhookId: string) =>
      answerOf(http.POST(`${base}/secret`, { ...one(webhookId), body: { overlapSeconds: 86_400 } })),
    test: (webhookId: string) => answerOf(http.POST(`${base}/test`, { ...one(webhookId), body: {} })),
    deliveries: (webhookId: string, query: ListQuery & { state?: 'pending' | 'delivered' | 'failed' }) =>
      answerOf(http.GET(`${base}/deliveries`, { params: { path: { id, webhookId }, query: filled(query) } })),
    delivery: (webhookId: string, deliveryId: string) =>
      answerOf(http.GET(`${base}/deliveries/{deliveryId}`, delivery(webhookId, deliveryId))),
    replay: (webhookId: string, deliveryId: string) =>
      answerOf(http.POST(`${base}/deliveries/{deliveryId}/replay`, { ...delivery(webhookId, deliveryId), body: {} })),
  };
}
