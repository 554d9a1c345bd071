// For tests: a real OpenID Connect provider over HTTP on this machine, and a browser that signs in there and comes back with
// what it was sent back with.
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type TestContext } from 'node:test';
import { Provider } from 'oidc-provider';

export const CLIENT = { clientId: 'feiqian', clientSecret: 'a secret between the two of us' };

export interface TestProvider {
  readonly issuer: string;
  /** What the provider was asked, as `GET /auth`. */
  readonly asked: string[];
  /** Signs in there as who is named, and answers the query that it came back with. */
  signIn(address: string, subject: string): Promise<string>;
}

export async function startProvider(t: TestContext, redirectUri: string): Promise<TestProvider> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url!.split('?')[0]}`);
    void provider.callback()(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => server.close());
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // It warns that it is for development, which it is here.
  for (const way of ['warn', 'info'] as const) t.mock.method(console, way, () => undefined);
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] },
    ],
    cookies: { keys: ['of a test'] },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, email: 'someone@bank.example', email_verified: true }) }),
  }); // prettier-ignore
  return { issuer, asked, signIn: (address, subject) => browse(address, subject, redirectUri) };
}

/** Follows redirects with cookies, and fills in the forms of the provider, until it is sent back to us. */
async function browse(address: string, subject: string, until: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = address;
  let form: string | undefined;
  for (let step = 0; step < 20; step++) {
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    form = undefined;
    if (next !== null) {
      url = new URL(next, url).href;
      if (url.startsWith(until)) return new URL(url).search.slice(1);
      continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (prompt === undefined) throw new Error(`${answer.status} ${url}\n${page}`);
    form = new URLSearchParams({
      prompt,
      ...(prompt === 'login' ? { login: subject, password: 'any' } : {}),
    }).toString();
    url = new URL(/action="([^"]+)"/.exec(page)![1]!, url).href;
  }
  throw new Error('It never came back.');
}
