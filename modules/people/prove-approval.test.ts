// Approving by passkey: what proves that this person means exactly this, and what does not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callerOfPerson } from './caller.ts';
import { challengeOf, proveApproval } from './prove-approval.ts';
import { givenPerson, startPeople } from './testing.ts';

const REQUEST = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';
const HASH = 'ab'.repeat(32);

test('only the person’s own passkey, over this request and this hash, with its user verified, proves an approval', async (t) => {
  const desk = await startPeople(t);
  const [lin, gu] = [await givenPerson(desk, 'lin', ['supervisor']), await givenPerson(desk, 'gu', [])];
  const sessionOf = async (cookie: string) => (await desk.ask(cookie, 'GET', '/v1/me')).body;
  const me = await sessionOf(lin.cookie);
  const person = { id: me.id, sessionId: me.sessionId };
  const meant = { person, requestId: REQUEST, hash: HASH };
  const question = { challenge: challengeOf(REQUEST, HASH) };
  const proves = async (proof: unknown, given: object = {}) =>
    (await proveApproval(desk.people, { ...meant, proof, ...given })) !== undefined;
  const answer = lin.passkey.get(question);
  assert.equal(await proves(answer), true);
  assert.equal(await proves(answer), false, 'the same answer again');
  assert.equal(await proves(undefined), false, 'nothing');
  assert.equal(await proves({ id: lin.passkey.id, response: {} }), false, 'no answer');
  assert.equal(await proves(gu.passkey.get(question)), false, 'another person’s passkey');
  assert.equal(await proves(lin.passkey.get(question), { requestId: OTHER }), false, 'for another request');
  assert.equal(await proves(lin.passkey.get(question), { hash: 'cd'.repeat(32) }), false, 'for other content');
  assert.equal(await proves(lin.passkey.get(question, { isUnverified: true })), false, 'its user not verified');
  assert.equal(await proves(lin.passkey.get(question, { origin: 'http://evil.example' })), false, 'made elsewhere');
  const { sessionId } = await sessionOf(gu.cookie);
  assert.equal(await proves(lin.passkey.get(question), { person: { ...person, sessionId } }), false, 'another session');
  assert.equal(await proves(lin.passkey.get(question)), true);
  assert.deepEqual(await callerOfPerson(desk.people, me.id), {
    kind: 'operator',
    actor: 'lin',
    person: { id: me.id, roles: ['supervisor'], sessionId: '' },
  });
  await desk.pool.query(`update people.people set state = 'locked' where login = 'lin'`);
  assert.deepEqual(await callerOfPerson(desk.people, me.id), { kind: 'nobody' });
});
