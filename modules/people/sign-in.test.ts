// Signing in, over real HTTP: what lets someone in, what does not, how long it lasts, and what repeated failures cost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS, waitAfter } from './limits.ts';
import { SoftPasskey } from './testing-passkey.ts';
import { askForDevice,
  actsOf, BANK, cookieIn, enrol, givenPerson, HOUR, MINUTE, SECOND, signInWith, SITE, startPeople,
} from './testing.ts'; // prettier-ignore

test('who was invited enrols, signs out and signs in again, and every act of it is on record', async (t) => {
  const desk = await startPeople(t);
  const invited = await desk.ask('operator', 'POST', '/v1/people', {
    organisationId: BANK,
    login: 'lin',
    name: '林晚晴',
    roles: ['member-operator'],
  });
  assert.equal(invited.status, 201);
  const { passkey, answer } = await enrol(desk, invited.body.link);
  assert.equal(answer.status, 201);
  assert.match(answer.headers.get('set-cookie')!, /; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
  assert.equal(answer.body.kind, 'participant');
  const me = await desk.ask(cookieIn(answer), 'GET', '/v1/me');
  assert.deepEqual([me.body.login, me.body.roles, me.body.organisationId], ['lin', ['member-operator'], BANK]);
  assert.equal((await desk.ask(cookieIn(answer), 'POST', '/v1/me/sign-out', {})).status, 204);
  assert.equal((await desk.ask(cookieIn(answer), 'GET', '/v1/me')).status, 401);
  const again = await signInWith(desk, passkey);
  assert.equal(again.status, 200);
  assert.equal((await desk.ask(cookieIn(again), 'GET', '/v1/me')).status, 200);
  const acts = ['invited', 'link-made', 'enrolled', 'signed-in', 'signed-out', 'signed-in'];
  assert.deepEqual(await actsOf(desk, invited.body.person.id), acts);
});

test('secrets are nowhere in the database', async (t) => {
  const desk = await startPeople(t);
  const invited = await desk.ask('operator', 'POST', '/v1/people', { organisationId: BANK, login: 'lin', name: 'Lin', roles: [] });
  const { answer } = await enrol(desk, invited.body.link);
  const secrets = [invited.body.link.split('#')[1], cookieIn(answer).split('=')[1]];
  for (const table of ['people', 'devices', 'enrolments', 'sessions', 'acts', 'challenges']) {
    const { rows } = await desk.pool.query(`select to_jsonb(t)::text as text from people.${table} t`);
    for (const { text } of rows) for (const secret of secrets) assert.ok(!text.includes(secret), table);
  }
}); // prettier-ignore

test('an answer that was given once, late, elsewhere, or without its user is refused', async (t) => {
  const desk = await startPeople(t);
  const { passkey } = await givenPerson(desk, 'lin', []);
  const question = async () => (await desk.ask(undefined, 'POST', '/v1/session/options', {})).body;
  const answer = async (response: object) => {
    const given = await desk.ask(undefined, 'POST', '/v1/session', { response });
    // Each by itself, without what failures add up to.
    await desk.pool.query('delete from people.attempts');
    return [given.status, given.body.code ?? 'in'];
  };
  const once = passkey.get(await question());
  assert.deepEqual(await answer(once), [200, 'in']);
  assert.deepEqual(await answer(once), [409, 'challenge_over'], 'replayed');
  const late = passkey.get(await question());
  desk.clock.advance(LIMITS.challenge);
  assert.deepEqual(await answer(late), [409, 'challenge_over'], 'late');
  const made = { challenge: Buffer.alloc(32, 7).toString('base64url') };
  assert.deepEqual(await answer(passkey.get(made)), [409, 'challenge_over'], 'a challenge of its own');
  const failed = [401, 'sign_in_failed'];
  const lies = [
    { origin: 'http://127.0.0.1:8120' },
    { origin: 'https://feiqian.example' },
    { rpId: 'feiqian.example' },
    { isUnverified: true },
    { userHandle: Buffer.from('another').toString('base64url') },
  ];
  for (const lie of lies)
    assert.deepEqual(await answer(passkey.get(await question(), lie)), failed, JSON.stringify(lie));
  const forged = new SoftPasskey(SITE.origin).get(await question());
  assert.deepEqual(await answer({ ...forged, id: passkey.id, rawId: passkey.id }), failed, 'signed by another key');
  assert.deepEqual(await answer(new SoftPasskey(SITE.origin).get(await question())), failed, 'an unknown passkey');
  assert.deepEqual(await answer(passkey.get(await question(), { counter: 50 })), [200, 'in']);
  assert.deepEqual(await answer(passkey.get(await question(), { counter: 50 })), failed, 'a counter that stands still');
  assert.deepEqual(await answer(passkey.get(await question(), { counter: 49 })), failed, 'a counter that goes back');
  assert.deepEqual(await answer(passkey.get(await question(), { counter: 51 })), [200, 'in']);
});

test('a challenge is good for what it was made for, and not for another purpose', async (t) => {
  const desk = await startPeople(t);
  const { passkey, cookie } = await givenPerson(desk, 'lin', []);
  const toAdd = await askForDevice(desk, cookie, passkey);
  const signedIn = await desk.ask(undefined, 'POST', '/v1/session', { response: passkey.get(toAdd.body) });
  assert.equal(signedIn.body.code, 'challenge_over');
  const toSignIn = await desk.ask(undefined, 'POST', '/v1/session/options', {});
  const response = new SoftPasskey(SITE.origin).create({ ...toSignIn.body, user: { id: 'eA' } });
  assert.equal((await desk.ask(cookie, 'POST', '/v1/me/devices', { name: 'Phone', response })).body.code, 'challenge_over');
}); // prettier-ignore

test('a session ends 15 minutes after the last act, looking at a screen is no act, and says why', async (t) => {
  const desk = await startPeople(t);
  const { cookie } = await givenPerson(desk, 'lin', []);
  const look = async () => (await desk.ask(cookie, 'GET', '/v1/me')).status;
  desk.clock.advance(14 * MINUTE);
  assert.equal(await look(), 200);
  await desk.ask(cookie, 'POST', '/v1/me/present', {});
  desk.clock.advance(14 * MINUTE);
  assert.equal(await look(), 200, 'the act began the time again');
  desk.clock.advance(MINUTE);
  assert.equal(await look(), 401, 'the look did not');
  const { body } = await desk.ask(cookie, 'GET', '/v1/sign-in');
  assert.deepEqual([body.me, body.ended], [null, 'idle']);
  assert.equal((await desk.ask(cookie, 'POST', '/v1/me/present', {})).status, 401, 'and is not woken');
});

test('a session ends 12 hours after it began whatever happens in it', async (t) => {
  const desk = await startPeople(t);
  const { cookie } = await givenPerson(desk, 'lin', []);
  const steps = 12 * 6;
  for (let step = 1; step < steps; step += 1) {
    desk.clock.advance(10 * MINUTE);
    assert.equal((await desk.ask(cookie, 'POST', '/v1/me/present', {})).status, 204);
  }
  desk.clock.advance(10 * MINUTE);
  assert.equal((await desk.ask(cookie, 'POST', '/v1/me/present', {})).status, 401);
  assert.equal((await desk.ask(cookie, 'GET', '/v1/sign-in')).body.ended, 'absolute');
});

test('a session outlives the server, and one that was ended stays ended', async (t) => {
  const desk = await startPeople(t);
  const { cookie, passkey } = await givenPerson(desk, 'lin', []);
  const other = cookieIn(await signInWith(desk, passkey));
  await desk.ask(other, 'POST', '/v1/me/sign-out', {});
  const restarted = await desk.serve();
  assert.equal((await desk.ask(cookie, 'GET', '/v1/me', undefined, restarted)).status, 200);
  assert.equal((await desk.ask(other, 'GET', '/v1/me', undefined, restarted)).status, 401);
});

test('signing out everywhere ends every session of the person and nobody else’s', async (t) => {
  const desk = await startPeople(t);
  const lin = await givenPerson(desk, 'lin', []);
  const gu = await givenPerson(desk, 'gu', []);
  const second = cookieIn(await signInWith(desk, lin.passkey));
  const listed = (await desk.ask(second, 'GET', '/v1/me/sessions')).body.items;
  assert.deepEqual(listed.map(({ isThis }: { isThis: boolean }) => isThis).sort(), [false, true]);
  const others = listed.find(({ isThis }: { isThis: boolean }) => !isThis).id;
  assert.equal((await desk.ask(gu.cookie, 'DELETE', `/v1/me/sessions/${others}`, {})).status, 404);
  assert.equal((await desk.ask(second, 'POST', '/v1/me/sign-out-everywhere', {})).status, 204);
  for (const cookie of [lin.cookie, second]) assert.equal((await desk.ask(cookie, 'GET', '/v1/me')).status, 401);
  assert.equal((await desk.ask(gu.cookie, 'GET', '/v1/me')).status, 200);
  assert.equal((await actsOf(desk, lin.id)).at(-1), 'signed-out-everywhere');
});

test('five failures cost nothing, the sixth attempt waits, and a success forgets them all', async (t) => {
  const desk = await startPeople(t);
  const { passkey, id } = await givenPerson(desk, 'lin', []);
  const wrong = () => signInWith(desk, passkey, { isUnverified: true });
  for (let n = 0; n < 5; n += 1) assert.equal((await wrong()).body.code, 'sign_in_failed');
  const blocked = await signInWith(desk, passkey);
  assert.deepEqual([blocked.status, blocked.body.code, blocked.body.details], [429, 'sign_in_blocked', { waitSeconds: 30 }]);
  desk.clock.advance(30 * SECOND);
  assert.equal((await wrong()).body.code, 'sign_in_failed');
  assert.equal((await signInWith(desk, passkey)).body.details.waitSeconds, 60, 'twice as long');
  desk.clock.advance(60 * SECOND);
  assert.equal((await signInWith(desk, passkey)).status, 200);
  assert.equal((await wrong()).body.code, 'sign_in_failed', 'counted from the beginning');
  assert.equal((await signInWith(desk, passkey)).status, 200);
  assert.deepEqual((await actsOf(desk, id)).filter((act) => act === 'blocked').length, 2);
}); // prettier-ignore

test('no wait is longer than a quarter of an hour, however many failures came before', () => {
  assert.deepEqual([4, 5, 6, 9, 10, 5_000].map((n) => waitAfter(n) / SECOND), [0, 30, 60, 480, 900, 900]);
}); // prettier-ignore

test('who fails with unknown passkeys blocks the address, not those who have signed in from it before', async (t) => {
  const desk = await startPeople(t);
  const { passkey } = await givenPerson(desk, 'lin', []);
  const stranger = new SoftPasskey(SITE.origin);
  for (let n = 0; n < 5; n += 1) assert.equal((await signInWith(desk, stranger)).status, 401);
  assert.equal((await signInWith(desk, stranger)).status, 429);
  assert.equal((await signInWith(desk, passkey)).status, 200);
  desk.clock.advance(HOUR + MINUTE);
  assert.equal((await signInWith(desk, stranger)).status, 401, 'forgotten after an hour');
});

test('whoever is locked, has left, or whose organisation is closed is let in no more, from that moment', async (t) => {
  const desk = await startPeople(t);
  const lin = await givenPerson(desk, 'lin', []);
  const change = (verb: string) => desk.ask('operator', 'POST', `/v1/people/${lin.id}/${verb}`, { reason: 'asked' });
  assert.equal((await change('lock')).status, 200);
  assert.equal((await desk.ask(lin.cookie, 'GET', '/v1/me')).status, 401);
  assert.equal((await signInWith(desk, lin.passkey)).body.code, 'person_locked');
  assert.equal((await change('unlock')).status, 200);
  assert.equal((await desk.ask(lin.cookie, 'GET', '/v1/me')).status, 401, 'the session was ended for good');
  const again = cookieIn(await signInWith(desk, lin.passkey));
  assert.equal((await desk.ask(again, 'GET', '/v1/me')).status, 200);
  assert.equal((await change('leave')).status, 200);
  assert.equal((await signInWith(desk, lin.passkey)).body.code, 'sign_in_failed');
  assert.equal((await change('unlock')).body.code, 'person_state_wrong');
  const gu = await givenPerson(desk, 'gu', [], BANK);
  await desk.pool.query(`update access.organisations set state = 'closed', closed_at = now() where organisation_id = $1`, [BANK]);
  assert.equal((await desk.ask(gu.cookie, 'GET', '/v1/me')).status, 401);
  assert.equal((await signInWith(desk, gu.passkey)).body.code, 'organisation_closed');
}); // prettier-ignore

test('the demo’s people enter with one click where the demo runs, and nowhere else', async (t) => {
  const desk = await startPeople(t, ['lin']);
  await givenPerson(desk, 'lin', ['operator']);
  await givenPerson(desk, 'gu', []);
  const { body } = await desk.ask(undefined, 'GET', '/v1/sign-in');
  assert.deepEqual(body.demoPeople.map(({ login }: { login: string }) => login), ['lin']);
  const entered = await desk.ask(undefined, 'POST', '/v1/session/demo', { login: 'lin' });
  assert.equal(entered.status, 200);
  assert.equal((await desk.ask(cookieIn(entered), 'GET', '/v1/me')).body.kind, 'operator');
  assert.equal((await desk.ask(undefined, 'POST', '/v1/session/demo', { login: 'gu' })).body.code, 'demo_only');
  const bare = await startPeople(t);
  await givenPerson(bare, 'lin', []);
  assert.equal((await bare.ask(undefined, 'POST', '/v1/session/demo', { login: 'lin' })).body.code, 'demo_only');
  assert.deepEqual((await bare.ask(undefined, 'GET', '/v1/sign-in')).body.demoPeople, []);
}); // prettier-ignore
