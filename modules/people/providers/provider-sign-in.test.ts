// Signing in through an organisation's own provider: a real one over HTTP, and each way in which it must not let anyone in.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  askForDevice,
  BANK,
  cookieIn,
  type Desk,
  givenPerson,
  HOME,
  MINUTE,
  signInWith,
  SITE,
  startPeople,
  tokenIn,
} from '../testing.ts';
import { SoftPasskey } from '../testing-passkey.ts';
import { redirectUriOf } from './provider.ts';
import { CLIENT, startProvider, type TestProvider } from '../testing-provider.ts';

const OPTIONS = '/v1/session/provider/options';
const PATH = `/v1/organisations/${BANK}/sign-in-provider`;

async function givenProvider(t: TestContext) {
  const desk = await startPeople(t);
  const provider = await startProvider(t, redirectUriOf({ site: SITE }));
  const set = await desk.ask('operator', 'PUT', PATH, { issuer: provider.issuer, ...CLIENT });
  assert.equal(set.status, 200, JSON.stringify(set.body));
  return { desk, provider, set };
}

async function invite({ ask }: Desk, login: string, organisationId = BANK) {
  const { body } = await ask('operator', 'POST', '/v1/people', { organisationId, login, name: login, roles: [] });
  return { id: body.person.id as string, token: tokenIn(body.link) };
}

/** From the click to the answer; `change` is done to the query that the provider sends back, or to the cookie. */
async function goThrough(
  { ask }: Desk,
  provider: TestProvider,
  subject: string,
  by: object = { organisationId: BANK },
  change: { query?: (query: string) => string; cookie?: string } = {},
) {
  const begun = await ask(undefined, 'POST', OPTIONS, by);
  if (begun.status !== 200) return begun;
  const query = await provider.signIn(begun.body.address, subject);
  const given = { query: change.query?.(query) ?? query };
  return ask(change.cookie ?? cookieIn(begun), 'POST', '/v1/session/provider', given);
}

test('a person is bound by their invitation and signs in through the provider from then on', async (t) => {
  const { desk, provider, set } = await givenProvider(t);
  assert.ok(!JSON.stringify(set.body).includes(CLIENT.clientSecret));
  const choices = (await desk.ask(undefined, 'GET', '/v1/sign-in')).body.providers;
  assert.deepEqual(choices.map(({ organisationId }: { organisationId: string }) => organisationId), [BANK]);
  const { id, token } = await invite(desk, 'lin');
  const look = await desk.ask(undefined, 'POST', '/v1/enrolments/look', { token });
  assert.equal(look.body.hasProvider, true);
  const first = await goThrough(desk, provider, 'subject-1', { token });
  assert.equal(first.status, 200, JSON.stringify(first.body));
  assert.deepEqual([first.body.login, first.body.method, first.body.isEnrolled], ['lin', 'provider', true]);
  assert.equal((await desk.ask(undefined, 'POST', '/v1/enrolments/look', { token })).body.code, 'link_used');
  const again = await goThrough(desk, provider, 'subject-1');
  assert.equal(again.body.id, id, JSON.stringify(again.body));
  assert.equal((await desk.ask(cookieIn(again), 'GET', '/v1/me')).body.login, 'lin');
  const { rows } = await desk.pool.query('select act, detail from people.acts where person_id = $1 order by number', [id]);
  assert.deepEqual(rows.slice(-2).map(({ act, detail }) => `${act} ${detail}`), ['signed-in provider', 'signed-in provider']);
  // Someone known at the provider alone, with the same e-mail address, is nobody here.
  assert.equal((await goThrough(desk, provider, 'subject-2')).body.code, 'identity_unknown');
  // Nor is there another link for who is bound: an administrator alone would be let in as them.
  assert.equal((await desk.ask('operator', 'POST', `/v1/people/${id}/invitation`)).body.code, 'person_enrolled');
}); // prettier-ignore

test('an answer counts once, in the browser that asked, in time, and with the state it was asked with', async (t) => {
  const { desk, provider } = await givenProvider(t);
  const { token } = await invite(desk, 'lin');
  const bound = await goThrough(desk, provider, 'subject-1', { token });
  assert.equal(bound.status, 200);
  const ofAnother = await desk.ask(undefined, 'POST', OPTIONS, { organisationId: BANK });
  const codeOf = async (change: object) => (await goThrough(desk, provider, 'subject-1', undefined, change)).body.code;
  assert.equal(await codeOf({ cookie: cookieIn(ofAnother) }), 'provider_sign_in_over');
  assert.equal(await codeOf({ cookie: `${SITE.cookie}_provider=x` }), 'provider_sign_in_over');
  assert.equal(
    await codeOf({ query: (query: string) => query.replace(/state=[^&]+/, 'state=x') }),
    'provider_sign_in_over',
  );
  assert.equal(await codeOf({ query: (query: string) => query.replace(/code=[^&]+/, 'code=x') }), 'provider_refused');
  desk.clock.advance(MINUTE * 20);
  const begun = await desk.ask(undefined, 'POST', OPTIONS, { organisationId: BANK });
  const query = await provider.signIn(begun.body.address, 'subject-1');
  const answer = () => desk.ask(cookieIn(begun), 'POST', '/v1/session/provider', { query });
  assert.equal((await answer()).status, 200);
  assert.equal((await answer()).body.code, 'provider_sign_in_over');
  const late = await desk.ask(undefined, 'POST', OPTIONS, { organisationId: BANK });
  const lateQuery = await provider.signIn(late.body.address, 'subject-1');
  desk.clock.advance(6 * MINUTE);
  const tooLate = await desk.ask(cookieIn(late), 'POST', '/v1/session/provider', { query: lateQuery });
  assert.equal(tooLate.body.code, 'provider_sign_in_over');
});

test('a code that was given for another sign-in is refused by PKCE and nonce', async (t) => {
  const { desk, provider } = await givenProvider(t);
  const { token } = await invite(desk, 'lin');
  await goThrough(desk, provider, 'subject-1', { token });
  const stolen = await desk.ask(undefined, 'POST', OPTIONS, { organisationId: BANK });
  const code = new URLSearchParams(await provider.signIn(stolen.body.address, 'subject-1')).get('code')!;
  const injected = await goThrough(desk, provider, 'subject-3', undefined, {
    query: (query) => query.replace(/code=[^&]+/, `code=${code}`),
  });
  assert.equal(injected.body.code, 'provider_refused');
});

test('one account is one person’s, and no link of a recovery is used by a provider', async (t) => {
  const { desk, provider } = await givenProvider(t);
  const [one, two] = [await invite(desk, 'lin'), await invite(desk, 'wang')];
  assert.equal((await goThrough(desk, provider, 'subject-1', { token: one.token })).status, 200);
  assert.equal((await goThrough(desk, provider, 'subject-1', { token: two.token })).body.code, 'identity_known');
  // The link was not used up by it.
  assert.equal((await goThrough(desk, provider, 'subject-2', { token: two.token })).body.login, 'wang');
  const other = await invite(desk, 'zhao', HOME);
  assert.equal((await goThrough(desk, provider, 'subject-3', { token: other.token })).body.code, 'provider_not_found');
  const { rowCount } = await desk.pool.query(`update people.enrolments set purpose = 'first' where used_at is null`);
  assert.equal(rowCount, 1);
  assert.equal((await goThrough(desk, provider, 'subject-3', { token: other.token })).body.code, 'link_for_passkey');
});

test('the first passkey is made after signing in through the provider, another by showing the one there is', async (t) => {
  const { desk, provider } = await givenProvider(t);
  const { token } = await invite(desk, 'lin');
  const cookie = cookieIn(await goThrough(desk, provider, 'subject-1', { token }));
  const begin = (who: string, has?: SoftPasskey) => askForDevice(desk, who, has);
  const options = await begin(cookie);
  // Asked for before there was one, and answered after.
  const early = await begin(cookie);
  const passkey = new SoftPasskey(SITE.origin);
  const add = (given: SoftPasskey, asked: typeof options) =>
    desk.ask(cookie, 'POST', '/v1/me/devices', { name: 'Laptop', response: given.create(asked.body) });
  assert.equal((await add(passkey, options)).status, 201);
  assert.equal((await begin(cookie)).body.code, 'passkey_needed');
  assert.equal((await add(new SoftPasskey(SITE.origin), early)).body.code, 'challenge_over');
  const signedIn = cookieIn(await signInWith(desk, passkey));
  assert.equal((await begin(signedIn)).body.code, 'passkey_needed', 'a session of a passkey is not enough');
  const somebody = await givenPerson(desk, 'gu', [], BANK);
  assert.equal((await begin(signedIn, somebody.passkey)).body.code, 'passkey_needed', 'nor is another’s passkey');
  const question = await desk.ask(somebody.cookie, 'POST', '/v1/me/passkey/options', {});
  const answered = { proof: passkey.get(question.body) };
  const asked = await desk.ask(signedIn, 'POST', '/v1/me/devices/options', answered);
  assert.equal(asked.body.code, 'challenge_over', 'nor an answer to what another was asked');
  const more = await begin(signedIn, passkey);
  assert.equal((await add(new SoftPasskey(SITE.origin), more)).status, 201);
});

test('who is locked, or whose provider was changed, is out at once', async (t) => {
  const { desk, provider, set } = await givenProvider(t);
  const { id, token } = await invite(desk, 'lin');
  const cookie = cookieIn(await goThrough(desk, provider, 'subject-1', { token }));
  const status = async () => (await desk.ask(cookie, 'GET', '/v1/me')).status;
  assert.equal(await status(), 200);
  await desk.ask('operator', 'PUT', PATH, { issuer: set.body.issuer, ...CLIENT });
  assert.equal(await status(), 401);
  await desk.ask('operator', 'POST', `/v1/people/${id}/lock`, { reason: 'away' });
  assert.equal((await goThrough(desk, provider, 'subject-1')).body.code, 'person_locked');
  assert.equal((await desk.ask('operator', 'DELETE', PATH)).status, 204);
  assert.equal((await goThrough(desk, provider, 'subject-1')).body.code, 'provider_not_found');
});

test('what is bound to one issuer counts for no other', async (t) => {
  const { desk, provider } = await givenProvider(t);
  const { token } = await invite(desk, 'lin');
  await goThrough(desk, provider, 'subject-1', { token });
  const other = await startProvider(t, redirectUriOf({ site: SITE }));
  await desk.ask('operator', 'PUT', PATH, { issuer: other.issuer, ...CLIENT });
  assert.equal((await goThrough(desk, other, 'subject-1')).body.code, 'identity_unknown');
});

test('who is bound to an old provider is bound anew by another invitation, and the old one lets them in no more', async (t) => {
  const { desk, provider, set } = await givenProvider(t);
  const { id, token } = await invite(desk, 'lin');
  await goThrough(desk, provider, 'subject-1', { token });
  const again = () => desk.ask('operator', 'POST', `/v1/people/${id}/invitation`);
  assert.equal((await again()).body.code, 'person_enrolled');
  const other = await startProvider(t, redirectUriOf({ site: SITE }));
  await desk.ask('operator', 'PUT', PATH, { issuer: other.issuer, ...CLIENT });
  const invited = await again();
  assert.equal(invited.status, 201, JSON.stringify(invited.body));
  const bound = await goThrough(desk, other, 'subject-9', { token: tokenIn(invited.body.link) });
  assert.deepEqual([bound.body.id, bound.body.login], [id, 'lin']);
  assert.equal((await goThrough(desk, other, 'subject-9')).body.id, id);
  assert.equal((await again()).body.code, 'person_enrolled');
  await desk.ask('operator', 'PUT', PATH, { issuer: set.body.issuer, ...CLIENT });
  assert.equal((await goThrough(desk, provider, 'subject-1')).body.code, 'identity_unknown');
});

test('a provider inside our network, without TLS, or that is none is refused when it is registered', async (t) => {
  const { desk, provider } = await givenProvider(t);
  const register = async (issuer: string) => (await desk.ask('operator', 'PUT', PATH, { issuer, ...CLIENT })).body;
  for (const issuer of ['http://localhost:9', 'https://10.0.0.1', 'https://localhost', 'ftp://bank.example', 'http://bank.example']) {
    assert.equal((await register(issuer)).code, 'provider_address_wrong', issuer);
  }
  const before = provider.asked.length;
  assert.equal((await register(`${provider.issuer}/elsewhere`)).code, 'provider_unreachable');
  assert.ok(provider.asked.length > before);
  const member = await givenPerson(desk, 'member', ['member-administrator'], BANK);
  assert.equal((await desk.ask(member.cookie, 'GET', PATH)).status, 200);
  const elsewhere = PATH.replace(BANK, HOME);
  assert.equal((await desk.ask(member.cookie, 'PUT', elsewhere, { issuer: provider.issuer, ...CLIENT })).body.code, 'organisation_not_found');
  const { rows } = await desk.pool.query('select sealed_secret from people.providers');
  assert.ok(!rows[0].sealed_secret.includes(CLIENT.clientSecret));
}); // prettier-ignore
