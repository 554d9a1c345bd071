// The actions against the routes themselves, and what must hold of the table of roles whatever is added to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApiOn } from '../../apps/server/api-on.ts';
import { PERMISSIONS } from '../../apps/server/permissions.ts';
import { type Route } from '../../platform/http/index.ts';
import { checkRule } from '../../modules/approvals/index.ts';
import { systemClock } from '../../platform/instant.ts';
import { type Action, isReading, permissionsOf } from '../../platform/permissions/actions.ts';
import { ADMINISTRATORS, requireAssignable, ROLE_IDS, ROLES } from '../../platform/permissions/roles.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { Refusal } from '../../platform/refusal.ts';

const actions: [string, Action][] = Object.entries(PERMISSIONS.actions);
const changing = actions.filter(([name]) => !isReading(name));
const chinese = /[\u4e00-\u9fff]/;

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

/** Whoever makes or approves requests does it, whatever their office. */
const OF_EVERY_OFFICE = 'approvals:decide';

/** What no key is ever allowed, whatever its scopes. */
const FOR_PEOPLE = [
  'environments:write',
  'evidence-keys:write',
  'organisations:write',
  'keys:write',
  'keys:revoke',
  'message-signing:write',
  'people:lock',
  'people:recover',
  'day:write',
  'demo:read',
  'demo:write',
  'people:read',
  'people:write',
  'sign-in:write',
  'approvals:read',
  'approvals:decide',
  'policies:write',
  'webhooks:write',
  'live:ask',
  'live:open',
  'closing:ask',
  'organisations:close',
  'exports:read',
  'exports:make',
  'quotas:write',
  'subscriptions:write',
  'subscriptions:decide',
  'prices:write',
  'sign-in:remove',
  'support:ask',
  'support:answer',
  'support:close',
];

test('every route that is not open to everyone belongs to exactly one action', async (t) => {
  const { url } = await testDatabase(t);
  const { house, api } = await openApiOn(url, systemClock);
  t.after(() => house.close());
  const isPersonal = ({ needsPerson, path }: Route) => needsPerson === true && /^\/v1\/me(\/|$)/.test(path);
  const closed = api.routes.filter((route) => !route.may.includes('nobody') && !isPersonal(route));
  const routes = closed.map(({ method, path }) => `${method} ${path}`).sort();
  assert.deepEqual(actions.flatMap(([, action]) => action.routes).sort(), routes);
  const given: Action = { title: { en: 'x', zh: '甲' }, roles: [], isForMachines: false, routes: ['GET /v1/x'] };
  assert.throws(() => permissionsOf({ 'a:read': given }, { 'b:read': given }), /belongs to one action/);
  assert.throws(() => permissionsOf({ 'a:read': given }, { 'a:read': { ...given, routes: [] } }), /declared once/);
  // A role that could never use what it holds would make the table say more than is so.
  for (const [name, { roles, routes: own }] of actions) {
    const kinds = closed.filter(({ method, path }) => own.includes(`${method} ${path}`)).flatMap(({ may }) => may);
    for (const role of roles) {
      const isUsable = ROLES[role].of === 'central-bank' ? kinds.includes('operator') : kinds.includes('participant');
      assert.ok(isUsable, `${role} can do nothing of ${name}`);
    }
  }
});

test('reading actions only read, and every action and role is worded in both languages', () => {
  for (const [name, { title, routes }] of actions) {
    assert.match(name, /^[a-z-]+:[a-z]+$/);
    if (isReading(name)) assert.ok(routes.every((each) => each.startsWith('GET ')), name);
    else assert.ok(!routes.some((each) => each.startsWith('GET ')), name);
    assert.match(title.zh, chinese, name);
    assert.ok(!chinese.test(title.en), name);
  }
  for (const { title, about } of Object.values(ROLES)) {
    assert.match(`${title.en}. ${about.en}`, /^[A-Z][^\u4e00-\u9fff]*\.$/);
    assert.match(title.zh, chinese);
    assert.match(about.zh, /[\u4e00-\u9fff].*。$/);
  }
}); // prettier-ignore

test('machines may be given every action but those of people', () => {
  const forPeople = actions.filter(([, { isForMachines }]) => !isForMachines).map(([name]) => name);
  assert.deepEqual(forPeople.sort(), [...FOR_PEOPLE].sort());
});

test('no administrator can do another’s work', () => {
  for (const [name, { roles }] of changing) {
    const holders = ADMINISTRATORS.filter((each) => (roles as readonly string[]).includes(each));
    assert.ok(holders.length < 2, `${name} is held by ${holders.join(' and ')}`);
  }
});

test('the audit administrator and the viewers change nothing; the audit administrator reads everything', () => {
  for (const role of ['audit-administrator', 'viewer', 'member-viewer'] as const) {
    assert.deepEqual(changing.filter(([, { roles }]) => roles.includes(role)), [], role);
  }
  const reading = actions.filter(([name]) => isReading(name));
  assert.deepEqual(reading.filter(([, { roles }]) => !roles.includes('audit-administrator')), []);
}); // prettier-ignore

test('everything can be done by somebody, and no administrator of the system does the business', () => {
  assert.deepEqual(actions.filter(([, { roles }]) => roles.length === 0), []);
  const business = changing
    .filter(([name, { roles }]) => roles.includes('operator') && name !== OF_EVERY_OFFICE)
    .map(([name]) => name);
  assert.ok(business.length >= 10);
  for (const [name, { roles }] of changing.filter(([each]) => business.includes(each))) {
    assert.ok(!ADMINISTRATORS.some((each) => (roles as readonly string[]).includes(each)), name);
  }
}); // prettier-ignore

test('nobody is two administrators, has a role of the other side, or one that does not exist', () => {
  for (const one of ADMINISTRATORS) {
    requireAssignable([one, 'viewer', 'operator'], 'central-bank');
    for (const other of ADMINISTRATORS.filter((each) => each !== one)) {
      assert.throws(() => requireAssignable([one, 'viewer', other], 'central-bank'), refusal('roles_apart'));
    }
  }
  for (const role of ROLE_IDS) {
    const other = ROLES[role].of === 'institution' ? 'central-bank' : 'institution';
    requireAssignable([role], ROLES[role].of);
    assert.throws(() => requireAssignable([role], other), refusal('role_of_other_side'));
  }
  assert.throws(() => requireAssignable(['constructor'], 'institution'), refusal('role_unknown'));
});

test('an action that others can be asked to approve finds them on each side, and keeps no secret for later', async (t) => {
  const { url } = await testDatabase(t);
  const { house, api } = await openApiOn(url, systemClock);
  t.after(() => house.close());
  const covered = actions.filter(([, { approval }]) => approval);
  assert.ok(covered.length >= 8);
  for (const [name, action] of covered) {
    checkRule(name, action, action.approval!);
    for (const route of api.routes.filter((each) => PERMISSIONS.actionOf(each) === name)) {
      const { method, path, body, secrets = [], isAnswerSecret } = route;
      assert.notEqual(body, 'xml', `${method} ${path}`);
      // What a body hides is its maker's alone to give again; so the call must be its maker's to do.
      assert.ok(secrets.length === 0 || isAnswerSecret, `${method} ${path}`);
      assert.ok(
        secrets.length > 0 || !/secret|password|private/i.test(JSON.stringify(body ?? {})),
        `${method} ${path}`,
      );
    }
  }
});
