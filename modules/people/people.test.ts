// People of organisations over real HTTP: who sees and changes whom, links that are good once, devices, and recovery by
// two administrators, which the database holds too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstAdministratorLink } from './first-people.ts';
import { LIMITS } from './limits.ts';
import { SoftPasskey } from './testing-passkey.ts';
import { askForDevice,
  actsOf, BANK, cookieIn, type Desk, enrol, givenPerson, HOME, SECOND, signInWith, SITE, type Someone, startPeople, tokenIn,
} from './testing.ts'; // prettier-ignore

const SECURITY = ['security-administrator'];
const because = { reason: 'asked' };

async function invite(desk: Desk, who: string, login: string, organisationId?: string) {
  const body = { login, name: login, roles: [], ...(organisationId ? { organisationId } : {}) };
  return desk.ask(who, 'POST', '/v1/people', body);
}

test('a link is good once, and says why when it is not', async (t) => {
  const desk = await startPeople(t);
  const first = (await invite(desk, 'operator', 'lin', HOME)).body;
  const looked = await desk.ask(undefined, 'POST', '/v1/enrolments/look', { token: tokenIn(first.link) });
  assert.deepEqual([looked.body.purpose, looked.body.login], ['invitation', 'lin']);
  const newer = (await desk.ask('operator', 'POST', `/v1/people/${first.person.id}/invitation`, {})).body;
  assert.equal((await enrol(desk, first.link)).answer.body.code, 'link_used', 'replaced by a newer one');
  assert.equal((await enrol(desk, newer.link)).answer.status, 201);
  assert.equal((await enrol(desk, newer.link)).answer.body.code, 'link_used');
  assert.equal((await enrol(desk, `${newer.link}x`)).answer.body.code, 'link_unknown');
  const late = (await invite(desk, 'operator', 'gu', HOME)).body;
  desk.clock.advance(LIMITS.link);
  assert.equal((await enrol(desk, late.link)).answer.body.code, 'link_expired');
  const again = await desk.ask('operator', 'POST', `/v1/people/${first.person.id}/invitation`, {});
  assert.equal(again.body.code, 'person_enrolled', 'no new passkey by one administrator alone');
});

test('two who use one link at the same moment do not both get in', async (t) => {
  const desk = await startPeople(t);
  const { link } = (await invite(desk, 'operator', 'lin', HOME)).body;
  const answers = await Promise.all([1, 2, 3, 4].map(() => enrol(desk, link)));
  assert.deepEqual(answers.map(({ answer }) => answer.status).sort(), [201, 410, 410, 410]);
});

test('a passkey made elsewhere, or without its user, is not enrolled, and the link is still good', async (t) => {
  const desk = await startPeople(t);
  const { link } = (await invite(desk, 'operator', 'lin', HOME)).body;
  for (const lies of [{ origin: 'http://127.0.0.1:8120' }, { rpId: 'feiqian.example' }, { isUnverified: true }]) {
    assert.equal((await enrol(desk, link, { lies })).answer.body.code, 'passkey_wrong', JSON.stringify(lies));
  }
  assert.equal((await enrol(desk, link)).answer.status, 201);
});

test('the first administrator says who they are, and a lost link is replaced until somebody has enrolled', async (t) => {
  const desk = await startPeople(t);
  const lost = (await firstAdministratorLink(desk.people, HOME))!;
  const link = (await firstAdministratorLink(desk.people, HOME))!;
  assert.equal((await enrol(desk, lost)).answer.body.code, 'link_used');
  assert.equal((await enrol(desk, link)).answer.body.code, 'name_needed');
  const { answer } = await enrol(desk, link, { name: '顾承舟', login: 'gu.chengzhou' });
  assert.deepEqual([answer.body.login, answer.body.roles, answer.body.kind], ['gu.chengzhou', SECURITY, 'operator']);
  assert.equal(await firstAdministratorLink(desk.people, HOME), undefined);
  assert.equal((await invite(desk, cookieIn(answer), 'lin')).status, 201);
});

test('only a security administrator invites and changes people, and nobody changes themselves', async (t) => {
  const desk = await startPeople(t);
  const lin = await givenPerson(desk, 'lin', ['operator']);
  const gu = await givenPerson(desk, 'gu', SECURITY);
  const changes = [
    ['POST', 'lock', because],
    ['POST', 'unlock', because],
    ['POST', 'leave', because],
    ['POST', 'invitation', {}],
    ['PUT', 'roles', { roles: SECURITY, ...because }],
    ['POST', 'recovery', because],
    ['POST', 'recovery/confirm', {}],
    ['DELETE', 'recovery', {}],
  ] as const;
  assert.equal((await invite(desk, lin.cookie, 'he')).body.code, 'role_missing');
  for (const [method, verb, body] of changes) {
    const ask = (who: Someone, whom: Someone) => desk.ask(who.cookie, method, `/v1/people/${whom.id}/${verb}`, body);
    assert.equal((await ask(lin, gu)).body.code, 'role_missing', verb);
    assert.equal((await ask(lin, lin)).body.code, 'role_missing', verb);
    assert.equal((await ask(gu, gu)).body.code, 'not_oneself', verb);
  }
  const changed = await desk.ask(gu.cookie, 'PUT', `/v1/people/${lin.id}/roles`, { roles: ['viewer'], ...because });
  assert.deepEqual(changed.body.roles, ['viewer']);
  assert.deepEqual((await desk.ask(lin.cookie, 'GET', '/v1/me')).body.roles, ['viewer'], 'at once');
  const [latest] = changed.body.acts;
  assert.deepEqual([latest.act, latest.actor, latest.detail], ['roles-changed', 'gu', 'operator → viewer: asked']);
});

test('an organisation sees and changes its own people; another’s are as if they did not exist', async (t) => {
  const desk = await startPeople(t);
  const home = await givenPerson(desk, 'gu', SECURITY);
  const bank = await givenPerson(desk, 'bank.admin', ['member-administrator'], BANK);
  const clerk = await givenPerson(desk, 'bank.clerk', ['member-viewer'], BANK);
  const logins = async (who: string) =>
    (await desk.ask(who, 'GET', '/v1/people')).body.items.map(({ login }: { login: string }) => login);
  assert.deepEqual(await logins(home.cookie), ['bank.admin', 'bank.clerk', 'gu']);
  assert.deepEqual(await logins(bank.cookie), ['bank.admin', 'bank.clerk']);
  assert.deepEqual((await desk.ask(bank.cookie, 'GET', `/v1/people?organisationId=${HOME}`)).body.items, []);
  const requests = [
    ['GET', '', undefined],
    ['POST', '/lock', because],
    ['PUT', '/roles', { roles: [], ...because }],
    ['POST', '/invitation', {}],
    ['POST', '/recovery', because],
    ['POST', '/recovery/confirm', {}],
  ] as const;
  for (const [method, rest, body] of requests) {
    const seen = async (id: string) => {
      const { status, body: said } = await desk.ask(bank.cookie, method, `/v1/people/${id}${rest}`, body);
      return [status, said.code, said.detail, said.field];
    };
    assert.deepEqual(await seen(home.id), await seen('per_nobody'), rest);
    assert.equal((await seen(home.id))[0], 404);
  }
  assert.equal((await invite(desk, clerk.cookie, 'friend')).body.code, 'role_missing');
  const given = { roles: SECURITY, ...because };
  const other = await desk.ask(bank.cookie, 'PUT', `/v1/people/${clerk.id}/roles`, given);
  assert.equal(other.body.code, 'role_of_other_side');
  const both = { login: 'two', name: 'Two', roles: [...SECURITY, 'audit-administrator'] };
  assert.equal((await desk.ask(home.cookie, 'POST', '/v1/people', both)).body.code, 'roles_apart');
  assert.equal((await invite(desk, bank.cookie, 'spy', HOME)).body.code, 'organisation_not_found');
  assert.equal((await invite(desk, bank.cookie, 'new')).body.person.organisationId, BANK);
  assert.equal((await desk.ask(bank.cookie, 'POST', `/v1/people/${clerk.id}/lock`, because)).status, 200);
  assert.equal((await desk.ask(home.cookie, 'POST', `/v1/people/${clerk.id}/unlock`, because)).status, 200);
});

test('a token or a key is nobody’s person', async (t) => {
  const desk = await startPeople(t);
  for (const [method, path] of [
    ['GET', '/v1/me'],
    ['POST', '/v1/me/devices/options'],
    ['POST', '/v1/people/per_x/recovery/confirm'],
  ] as const) {
    const answer = await desk.ask('operator', method, path, method === 'GET' ? undefined : {});
    assert.deepEqual([answer.status, answer.body.code], [403, 'person_needed'], path);
  }
});

test('devices are added, renamed and removed down to the last, and a removed one lets nobody in', async (t) => {
  const desk = await startPeople(t);
  const lin = await givenPerson(desk, 'lin', []);
  const phone = new SoftPasskey(SITE.origin);
  desk.clock.advance(SECOND);
  const add = async (passkey: SoftPasskey) => {
    const options = await askForDevice(desk, lin.cookie, lin.passkey);
    const response = passkey.create(options.body);
    return desk.ask(lin.cookie, 'POST', '/v1/me/devices', { name: 'Phone', response });
  };
  const [only] = (await desk.ask(lin.cookie, 'GET', '/v1/me/devices')).body.items;
  assert.equal((await desk.ask(lin.cookie, 'DELETE', `/v1/me/devices/${only.id}`, {})).body.code, 'last_device');
  const added = await add(phone);
  assert.deepEqual(added.body.items.map(({ name }: { name: string }) => name), ['Laptop', 'Phone']);
  assert.equal((await add(phone)).body.code, 'device_known');
  const id = added.body.items[1].id;
  const renamed = await desk.ask(lin.cookie, 'PUT', `/v1/me/devices/${id}`, { name: 'Old phone' });
  assert.equal(renamed.body.items[1].name, 'Old phone');
  const byPhone = cookieIn(await signInWith(desk, phone));
  assert.equal((await desk.ask(byPhone, 'GET', '/v1/me')).status, 200);
  const gu = await givenPerson(desk, 'gu', []);
  assert.equal((await desk.ask(gu.cookie, 'DELETE', `/v1/me/devices/${id}`, {})).status, 404);
  assert.equal((await desk.ask(lin.cookie, 'DELETE', `/v1/me/devices/${id}`, {})).status, 200);
  assert.equal((await desk.ask(byPhone, 'GET', '/v1/me')).status, 401, 'its session ended with it');
  assert.equal((await signInWith(desk, phone)).body.code, 'sign_in_failed');
  const acts = (await actsOf(desk, lin.id)).filter((act) => act.startsWith('device'));
  assert.deepEqual(acts, ['device-added', 'device-renamed', 'device-removed']);
}); // prettier-ignore

test('of two devices removed at the same moment one stays', async (t) => {
  const desk = await startPeople(t);
  const lin = await givenPerson(desk, 'lin', []);
  const options = await askForDevice(desk, lin.cookie, lin.passkey);
  const response = new SoftPasskey(SITE.origin).create(options.body);
  const { body } = await desk.ask(lin.cookie, 'POST', '/v1/me/devices', { name: 'Phone', response });
  const remove = ({ id }: { id: string }) => desk.ask(lin.cookie, 'DELETE', `/v1/me/devices/${id}`, {});
  await Promise.all(body.items.map(remove));
  const { rows } = await desk.pool.query('select 1 from people.devices where person_id = $1 and removed_at is null', [lin.id]);
  assert.equal(rows.length, 1);
}); // prettier-ignore

test('who lost every device comes back by two administrators, and what was lost lets nobody in', async (t) => {
  const desk = await startPeople(t);
  const [lin, gu, he] = [
    await givenPerson(desk, 'lin', []),
    await givenPerson(desk, 'gu', SECURITY),
    await givenPerson(desk, 'he', SECURITY),
  ];
  const path = `/v1/people/${lin.id}/recovery`;
  assert.equal((await desk.ask(he.cookie, 'POST', `${path}/confirm`, {})).body.code, 'recovery_not_found');
  const asked = await desk.ask(gu.cookie, 'POST', path, because);
  assert.deepEqual([asked.body.recovery.firstBy, asked.body.linkExpiresAt], ['gu', null], 'no link yet');
  assert.equal((await desk.ask(he.cookie, 'POST', path, because)).body.code, 'recovery_waits');
  assert.equal((await desk.ask(gu.cookie, 'POST', `${path}/confirm`, {})).body.code, 'recovery_needs_another');
  assert.equal((await signInWith(desk, lin.passkey)).status, 200, 'until then everything is as it was');
  const confirmed = await desk.ask(he.cookie, 'POST', `${path}/confirm`, {});
  assert.equal(confirmed.status, 201);
  const { passkey, answer } = await enrol(desk, confirmed.body.link);
  assert.equal(answer.status, 201);
  assert.equal((await desk.ask(lin.cookie, 'GET', '/v1/me')).status, 401);
  assert.equal((await signInWith(desk, lin.passkey)).body.code, 'sign_in_failed');
  assert.equal((await signInWith(desk, passkey)).status, 200);
  const acts = (await actsOf(desk, lin.id)).filter((act) => act.startsWith('recover'));
  assert.deepEqual(acts, ['recovery-asked', 'recovery-confirmed', 'recovered']);
});

test('a recovery that is withdrawn or a day old is confirmed by nobody', async (t) => {
  const desk = await startPeople(t);
  const lin = await givenPerson(desk, 'lin', []);
  let gu = await givenPerson(desk, 'gu', SECURITY);
  let he = await givenPerson(desk, 'he', SECURITY);
  const path = `/v1/people/${lin.id}/recovery`;
  await desk.ask(gu.cookie, 'POST', path, because);
  assert.equal((await desk.ask(he.cookie, 'DELETE', path, {})).status, 200);
  assert.equal((await desk.ask(he.cookie, 'POST', `${path}/confirm`, {})).body.code, 'recovery_not_found');
  await desk.ask(gu.cookie, 'POST', path, because);
  desk.clock.advance(LIMITS.recovery);
  gu = { ...gu, cookie: cookieIn(await signInWith(desk, gu.passkey)) };
  he = { ...he, cookie: cookieIn(await signInWith(desk, he.passkey)) };
  assert.equal((await desk.ask(he.cookie, 'POST', `${path}/confirm`, {})).body.code, 'recovery_not_found');
  assert.equal((await desk.ask(gu.cookie, 'POST', path, because)).status, 200, 'asked anew');
});

test('the database itself takes no recovery by one alone or by the person, and no link without both', async (t) => {
  const desk = await startPeople(t);
  const people = [];
  for (const login of ['lin', 'gu', 'he']) people.push((await givenPerson(desk, login, SECURITY)).id);
  const [lin, gu, he] = people;
  const recovery = (id: string, first: unknown, second: unknown) =>
    desk.pool.query(
      `insert into people.recoveries (recovery_id, person_id, reason, first_by, first_at, second_by, second_at, expires_at)
       values ($1, $2, 'r', $3, now(), $4, case when $4::text is null then null else now() end, now())`,
      [id, lin, first, second],
    );
  const link = (id: string | null, first: unknown, second: unknown) =>
    desk.pool.query(
      `insert into people.enrolments (enrolment_id, person_id, purpose, token_hash, created_by, created_at, expires_at,
         recovery_id, first_by, second_by) values ('e', $1, 'recovery', 'h', 'x', now(), now(), $2, $3, $4)`,
      [lin, id, first, second],
    );
  const isRefused = (code: string) => (error: unknown) => (error as { code: string }).code === code;
  const [check, foreignKey] = [isRefused('23514'), isRefused('23503')];
  await assert.rejects(recovery('r0', lin, gu), check);
  await assert.rejects(recovery('r0', gu, lin), check);
  await assert.rejects(recovery('r0', gu, gu), check);
  await recovery('r1', gu, null);
  await assert.rejects(link(null, null, null), check);
  await assert.rejects(link('r1', gu, null), check);
  await assert.rejects(link('r1', gu, he), foreignKey, 'he has not confirmed it');
  await desk.pool.query(`update people.recoveries set second_by = $1, second_at = now() where recovery_id = 'r1'`, [
    he,
  ]);
  await link('r1', gu, he);
});
