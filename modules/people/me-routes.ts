// What people do for themselves: their devices, their sessions, signing out. For people who have signed in alone.
import { Type } from '@sinclair/typebox';
import { EVERYONE } from '../access/index.ts';
import { type Caller, personOf, Reply, type Route, route, type SignedIn } from '../../platform/http/index.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { assert, Refusal } from '../../platform/refusal.ts';
import { recordAct } from './acts.ts';
import { noCookie } from './caller.ts';
import { addDevice, beginDevice, readDevices, removeDevice, renameDevice } from './devices.ts';
import { askToConfirm } from './fresh-passkey.ts';
import { readMe } from './me.ts';
import { byOf } from './own.ts';
import { type People } from './people.ts';
import { DeviceSchema, MeSchema, SessionSchema } from './person.ts';
import { requirePerson } from './reads.ts';
import { endSessions, readSessions } from './sessions.ts';
import { DeviceNameSchema } from './sign-in-routes.ts';
import { AssertionSchema, AttestationSchema, CreationOptionsSchema, RequestOptionsSchema } from './webauthn-schemas.ts';

const DeviceList = Type.Object({ items: Type.Array(DeviceSchema) }, { title: 'DeviceList' });
const SessionList = Type.Object({ items: Type.Array(SessionSchema) }, { title: 'SessionList' });

/** The edge lets nobody else in: these routes need a person. */
export function signedIn(caller: Caller): SignedIn {
  const person = personOf(caller);
  assert(person, 'a route that needs a person was reached by one');
  return person;
}

export function meRoutes(people: People): Route[] {
  const { pool } = people;
  const shared = { tag: 'people', may: EVERYONE, needsPerson: true };
  const devicesOf = async (caller: Caller) => ({ items: await readDevices(people, signedIn(caller).id) });
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/v1/me',
      summary: { en: 'Who you are here', zh: '查看本人信息' },
      refuses: ['session_not_found'],
      answer: MeSchema,
      handle: async ({ caller }) => {
        const me = await readMe(people, signedIn(caller).sessionId);
        if (!me) throw new Refusal('session_not_found');
        return me;
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/me/present',
      summary: { en: 'Say that you are still there, so that the session goes on', zh: '保持会话（本人仍在操作）' },
      // Any write does: the edge has marked it already.
      handle: () => undefined,
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/me/devices',
      summary: { en: 'Your devices', zh: '本人的设备' },
      answer: DeviceList,
      handle: ({ caller }) => devicesOf(caller),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/me/passkey/options',
      summary: { en: 'What your passkey is asked, to show that it is you', zh: '获取本人确认质询' },
      answer: RequestOptionsSchema,
      isAnswerSecret: true,
      handle: ({ caller }) => askToConfirm(people, signedIn(caller).id),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/me/devices/options',
      summary: { en: 'What the passkey of another device is made for', zh: '获取新设备登记质询' },
      description: {
        en: 'Who has a passkey shows it first: `proof` answers the question of `POST /v1/me/passkey/options`.',
        zh: '已有通行密钥者须先出示：proof 为对 POST /v1/me/passkey/options 所获质询的应答。',
      },
      refuses: ['passkey_needed', 'challenge_over'],
      body: Type.Object({ proof: Type.Optional(AssertionSchema) }),
      answer: CreationOptionsSchema,
      isAnswerSecret: true,
      handle: ({ caller, body: { proof } }) => beginDevice(people, signedIn(caller).id, proof),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/me/devices',
      summary: { en: 'Add a device', zh: '添加设备' },
      refuses: ['challenge_over', 'passkey_wrong', 'device_known'],
      body: Type.Object({ name: DeviceNameSchema, response: AttestationSchema }),
      answer: DeviceList,
      status: 201,
      handle: async ({ body, ...call }) => {
        await addDevice(people, signedIn(call.caller).id, body, byOf(people, call));
        return devicesOf(call.caller);
      },
    }),
    route({
      ...shared,
      method: 'PUT',
      path: '/v1/me/devices/{deviceId}',
      summary: { en: 'Rename a device', zh: '重命名设备' },
      refuses: ['device_not_found'],
      body: Type.Object({ name: DeviceNameSchema }),
      answer: DeviceList,
      handle: async ({ params: { deviceId }, body: { name }, ...call }) => {
        await renameDevice(people, signedIn(call.caller).id, deviceId, name, byOf(people, call));
        return devicesOf(call.caller);
      },
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/v1/me/devices/{deviceId}',
      summary: { en: 'Remove a device; its sessions end', zh: '移除设备，其会话随即结束' },
      refuses: ['device_not_found', 'last_device'],
      answer: DeviceList,
      handle: async ({ params: { deviceId }, ...call }) => {
        await removeDevice(people, signedIn(call.caller).id, deviceId, byOf(people, call));
        return devicesOf(call.caller);
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/me/sessions',
      summary: { en: 'Your sessions', zh: '本人的会话' },
      answer: SessionList,
      handle: async ({ caller }) => ({ items: await readSessions(people, signedIn(caller)) }),
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/v1/me/sessions/{sessionId}',
      summary: { en: 'End one of your sessions', zh: '结束本人的某个会话' },
      refuses: ['session_not_found'],
      answer: SessionList,
      handle: async ({ params: { sessionId }, ...call }) => {
        const me = signedIn(call.caller);
        const by = byOf(people, call);
        const person = await requirePerson(pool, me.id);
        await inTransaction(pool, async (client) => {
          const ended = await endSessions(client, me.id, 'ended', by.at, { sessionId });
          if (ended === 0) throw new Refusal('session_not_found', { field: '/sessionId' });
          await recordAct(client, by, { act: 'session-ended', person, detail: sessionId });
        });
        return { items: await readSessions(people, me) };
      },
    }),
    signOut(people, '/v1/me/sign-out', { en: 'Sign out', zh: '退出登录' }, false),
    signOut(people, '/v1/me/sign-out-everywhere', { en: 'Sign out everywhere', zh: '退出所有登录' }, true),
  ];
}

function signOut(people: People, path: `/v1/me/${string}`, summary: { en: string; zh: string }, isAll: boolean): Route {
  return route({
    method: 'POST',
    path,
    summary,
    tag: 'people',
    may: EVERYONE,
    needsPerson: true,
    answerHeaders: { 'Set-Cookie': 'Takes the cookie away.' },
    isAnswerSecret: true,
    handle: async (call) => {
      const me = signedIn(call.caller);
      const by = byOf(people, call);
      const person = await requirePerson(people.pool, me.id);
      await inTransaction(people.pool, async (client) => {
        const only = isAll ? {} : { sessionId: me.sessionId };
        await endSessions(client, me.id, isAll ? 'everywhere' : 'signed-out', by.at, only);
        await recordAct(client, by, { act: isAll ? 'signed-out-everywhere' : 'signed-out', person });
      });
      return new Reply(null, { status: 204, headers: { 'set-cookie': noCookie(people) } });
    },
  });
}
