// People in the API as functions: signing in, what people do for themselves, and what administrators do for people.
import { type paths } from '../generated/api.ts';
import { answerOf, filled, type Http } from './request.ts';

type BodyOf<Path extends keyof paths, Method extends 'post' | 'put'> = paths[Path] extends {
  [Key in Method]: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

type PeopleQuery = NonNullable<paths['/v1/people']['get']['parameters']['query']>;

export function signInOf(http: Http) {
  return {
    read: () => answerOf(http.GET('/v1/sign-in')),
    ask: () => answerOf(http.POST('/v1/session/options')),
    finish: (body: BodyOf<'/v1/session', 'post'>) => answerOf(http.POST('/v1/session', { body })),
    demo: (login: string) => answerOf(http.POST('/v1/session/demo', { body: { login } })),
    beginProvider: (body: BodyOf<'/v1/session/provider/options', 'post'>) =>
      answerOf(http.POST('/v1/session/provider/options', { body })),
    finishProvider: (query: string) => answerOf(http.POST('/v1/session/provider', { body: { query } })),
    look: (token: string) => answerOf(http.POST('/v1/enrolments/look', { body: { token } })),
    askToEnrol: (body: BodyOf<'/v1/enrolments/options', 'post'>) =>
      answerOf(http.POST('/v1/enrolments/options', { body })),
    enrol: (body: BodyOf<'/v1/enrolments', 'post'>) => answerOf(http.POST('/v1/enrolments', { body })),
  };
}

export function meOf(http: Http) {
  return {
    present: () => answerOf(http.POST('/v1/me/present')),
    devices: () => answerOf(http.GET('/v1/me/devices')),
    askToConfirm: () => answerOf(http.POST('/v1/me/passkey/options')),
    askForDevice: (body: BodyOf<'/v1/me/devices/options', 'post'>) =>
      answerOf(http.POST('/v1/me/devices/options', { body })),
    addDevice: (body: BodyOf<'/v1/me/devices', 'post'>) => answerOf(http.POST('/v1/me/devices', { body })),
    renameDevice: (deviceId: string, name: string) =>
      answerOf(http.PUT('/v1/me/devices/{deviceId}', { params: { path: { deviceId } }, body: { name } })),
    removeDevice: (deviceId: string) =>
      answerOf(http.DELETE('/v1/me/devices/{deviceId}', { params: { path: { deviceId } } })),
    sessions: () => answerOf(http.GET('/v1/me/sessions')),
    endSession: (sessionId: string) =>
      answerOf(http.DELETE('/v1/me/sessions/{sessionId}', { params: { path: { sessionId } } })),
    signOut: () => answerOf(http.POST('/v1/me/sign-out')),
    signOutEverywhere: () => answerOf(http.POST('/v1/me/sign-out-everywhere')),
  };
}

export function peopleOf(http: Http) {
  const path = (id: string) => ({ params: { path: { id } } });
  return {
    list: (given: PeopleQuery) => answerOf(http.GET('/v1/people', { params: { query: filled(given) } })),
    read: (id: string) => answerOf(http.GET('/v1/people/{id}', path(id))),
    invite: (body: BodyOf<'/v1/people', 'post'>) => answerOf(http.POST('/v1/people', { body })),
    inviteAgain: (id: string) => answerOf(http.POST('/v1/people/{id}/invitation', path(id))),
    setRoles: (id: string, body: BodyOf<'/v1/people/{id}/roles', 'put'>) =>
      answerOf(http.PUT('/v1/people/{id}/roles', { ...path(id), body })),
    lock: (id: string, reason: string) =>
      answerOf(http.POST('/v1/people/{id}/lock', { ...path(id), body: { reason } })),
    unlock: (id: string, reason: string) =>
      answerOf(http.POST('/v1/people/{id}/unlock', { ...path(id), body: { reason } })),
    leave: (id: string, reason: string) =>
      answerOf(http.POST('/v1/people/{id}/leave', { ...path(id), body: { reason } })),
    askRecovery: (id: string, reason: string) =>
      answerOf(http.POST('/v1/people/{id}/recovery', { ...path(id), body: { reason } })),
    confirmRecovery: (id: string) => answerOf(http.POST('/v1/people/{id}/recovery/confirm', path(id))),
    withdrawRecovery: (id: string) => answerOf(http.DELETE('/v1/people/{id}/recovery', path(id))),
  };
}
