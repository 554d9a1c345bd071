// For tests: this office over real HTTP on a database of its own, with a clock that is moved by hand, organisations, and
// people who enrol and sign in by the real routes.
import { type AddressInfo } from 'node:net';
import { type TestContext } from 'node:test';
import { ACCESS_REFUSALS } from '../access/index.ts';
import { BY, givenOrganisation } from '../access/testing.ts';
import { buildServer, type Caller } from '../../platform/http/index.ts';
import { formatInstant, manualClock } from '../../platform/instant.ts';
import { permissionsOf } from '../../platform/permissions/actions.ts';
import { PERMISSION_REFUSALS } from '../../platform/permissions/refusals.ts';
import { SecretBox } from '../../platform/outward/secret-box.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { callerOf, isStillIn } from './caller.ts';
import { LIMITS } from './limits.ts';
import { localSite, openPeople, type People } from './people.ts';
import { PEOPLE_ACTIONS } from './permissions.ts';
import { PEOPLE_REFUSALS } from './refusals.ts';
import { peopleRoutes } from './routes.ts';
import { type Lies, SoftPasskey } from './testing-passkey.ts';

export const HOME = 'CBNKCNBJ';
export const BANK = 'AAAACNBJ';
export const SITE = localSite(8120, 'Test');
export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape
  readonly body: any;
}

export type Desk = Awaited<ReturnType<typeof startPeople>>;

/** `serve` opens another server on the same database, as after a restart. */
export async function startPeople(t: TestContext, demoLogins: readonly string[] = []) {
  const { pool } = await testDatabase(t);
  const clock = manualClock(BY.at);
  await givenOrganisation({ pool } as never, HOME, 'central-bank', null);
  await givenOrganisation({ pool } as never, BANK);
  const box = SecretBox.generate();
  const open = (): People => openPeople({ pool, clock, site: SITE, demoLogins, box, allowedHosts: ['127.0.0.1'] });
  const serve = async (): Promise<string> => {
    const people = open();
    const server = await buildServer({
      routes: peopleRoutes(people),
      refusals: { ...ACCESS_REFUSALS, ...PERMISSION_REFUSALS, ...PEOPLE_REFUSALS },
      permissions: permissionsOf(PEOPLE_ACTIONS),
      callerOf: async ({ authorization }, cookies, method): Promise<Caller> => {
        if (authorization === 'Bearer operator') return { kind: 'operator', actor: 'Operator' };
        if (authorization) return { kind: 'participant', actor: BANK, participantId: BANK };
        return callerOf(people, cookies, method !== 'GET');
      },
      isStillIn: (person) => isStillIn(people, person),
    });
    await server.listen({ host: '127.0.0.1', port: 0 });
    t.after(() => server.close());
    return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  };
  const people = open();
  const base = await serve();
  const ask = async (
    who: string | undefined,
    method: string,
    path: string,
    body?: unknown,
    at = base,
  ): Promise<Answer> => {
    const isCookie = who?.startsWith('feiqian_session');
    const answer = await fetch(at + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(who === undefined ? {} : isCookie ? { cookie: who } : { authorization: `Bearer ${who}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { pool, clock, people, base, serve, ask, now: () => formatInstant(clock.now()) };
}

export interface Someone {
  readonly id: string;
  readonly login: string;
  readonly passkey: SoftPasskey;
  readonly cookie: string;
}

export const cookieIn = ({ headers }: Answer): string => headers.get('set-cookie')?.split(';')[0] ?? '';
export const tokenIn = (link: string): string => link.slice(link.indexOf('#') + 1);

/** Enrols by a link, honestly unless told otherwise. */
export async function enrol({ ask }: Desk, link: string, more: { lies?: Lies; name?: string; login?: string } = {}) {
  const { lies, ...given } = more;
  const passkey = new SoftPasskey(SITE.origin);
  const token = tokenIn(link);
  const options = await ask(undefined, 'POST', '/v1/enrolments/options', { token, ...given });
  if (options.status !== 200) return { passkey, answer: options };
  const response = passkey.create(options.body, lies);
  const answer = await ask(undefined, 'POST', '/v1/enrolments', { token, deviceName: 'Laptop', response });
  return { passkey, answer };
}

/** What the passkey of another device is asked, once one they have was shown. */
export async function askForDevice({ ask }: Desk, cookie: string, has?: SoftPasskey): Promise<Answer> {
  const question = has && (await ask(cookie, 'POST', '/v1/me/passkey/options', {}));
  return ask(cookie, 'POST', '/v1/me/devices/options', question ? { proof: has.get(question.body) } : {});
}

/** Invited by the operator's token, enrolled and signed in. */
export async function givenPerson(desk: Desk, login: string, roles: string[], organisationId = HOME): Promise<Someone> {
  const invited = await desk.ask('operator', 'POST', '/v1/people', { organisationId, login, name: login, roles });
  if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
  const { passkey, answer } = await enrol(desk, invited.body.link);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { id: invited.body.person.id, login, passkey, cookie: cookieIn(answer) };
}

export async function signInWith({ ask }: Desk, passkey: SoftPasskey, lies?: Lies): Promise<Answer> {
  const options = await ask(undefined, 'POST', '/v1/session/options', {});
  return ask(undefined, 'POST', '/v1/session', { response: passkey.get(options.body, lies) });
}

/** The acts on record of a person, oldest first. */
export async function actsOf({ pool }: Desk, personId: string): Promise<string[]> {
  const { rows } = await pool.query<{ act: string }>(
    'select act from people.acts where person_id = $1 order by number',
    [personId],
  );
  return rows.map(({ act }) => act);
}

export const OVER = { idle: LIMITS.idle, absolute: LIMITS.absolute };
