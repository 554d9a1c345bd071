// Sandboxes and certification environments: their list at live, and one of them by the base that stands before its paths.
import type * as Api from './contract.ts';
import { answerOf, createHttp, type Http, type RequestOptions } from './request.ts';

export function environmentsOf(http: Http, options: RequestOptions) {
  return {
    list: () => answerOf(http.GET('/v1/environments')),
    create: (id: string, kind: Api.OwnEnvironmentKind) =>
      answerOf(http.POST('/v1/organisations/{id}/environments', { params: { path: { id } }, body: { kind } })),
    /** `base` as `/sandbox/MRDNCNBJ`. */
    at: (base: string) => environmentOf(createHttp({ ...options, base: options.base + base })),
  };
}

function environmentOf(http: Http) {
  return {
    read: () => answerOf(http.GET('/v1/environment')),
    moveClock: (body: { act: Api.ClockAct; at?: Api.Moment }) => answerOf(http.POST('/v1/environment/clock', { body })),
    beginFault: (kind: Api.FaultKind) => answerOf(http.POST('/v1/environment/faults', { body: { kind } })),
    endFault: (kind: Api.FaultKind) =>
      answerOf(http.DELETE('/v1/environment/faults/{kind}', { params: { path: { kind } } })),
    reset: () => answerOf(http.POST('/v1/environment/reset')),
  };
}
