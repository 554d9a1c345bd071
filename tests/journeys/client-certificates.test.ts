// The how-to of client certificates, in both languages, run line by line by bash, curl and openssl on a real server; and what
// the page promises of open connections and of certificates that another authority issued.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { type IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { root } from '../contract/source-files.ts';
import { BANKS, freePort, givenFolder, givenServer, type ServerProcess } from './server-process.ts';

const [A, B] = BANKS;

async function givenTls(t: TestContext, configured: readonly string[] = []) {
  const port = await freePort();
  const server = await givenServer(t, { configured: ['tls:', `  port: ${port}`, ...configured] });
  await server.start();
  return { server, tls: `https://localhost:${port}`, folder: givenFolder(t) };
}

function shellOf(page: string): string {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block).join('\n');
}

function runPage(page: string, { url, tokenOf }: ServerProcess, tls: string, bank: string, folder: string): string[] {
  const given = `URL=${url}; TLS=${tls}; BANK=${bank}; TOKEN=${tokenOf(bank)}`;
  const lines = shellOf(page).replace(/^URL=.*$/m, given);
  const { stdout, stderr, status } = spawnSync('bash', ['-euo', 'pipefail', '-c', lines], { cwd: folder });
  assert.equal(status, 0, `${page}\n${stdout.toString()}\n${stderr.toString()}`);
  return stdout.toString().trim().split('\n');
}

test('the pages on client certificates do what they say: issue, use, renew, revoke, and openssl agrees', async (t) => {
  const { server, tls, folder } = await givenTls(t);
  for (const [page, bank] of [['docs/how-to/client-certificates.md', A], ['docs/zh/client-certificates.md', B]] as const) {
    const said = runPage(page, server, tls, bank, folder);
    assert.equal(said[0], 'tls.pem: OK');
    assert.match(said[1]!, new RegExp(`^subject=O = ${bank}, CN = key_`));
    assert.match(said.join('\n'), /revoked\ncertificate_revoked\nrefused$/);
  }
  const crl = ['crl', '-in', 'revoked.pem', '-noout', '-verify', '-CAfile', 'authority.pem', '-text'];
  const { stdout, stderr } = spawnSync('openssl', crl, { cwd: folder });
  assert.match(stderr.toString(), /verify OK/);
  assert.match(stdout.toString(), /X509v3 CRL Number/);
  assert.equal(stdout.toString().match(/Serial Number:/g)?.length, 2);
  for (const name of ['authority-key.pem', 'server-certificate.pem']) {
    assert.equal(statSync(join(server.data, name)).mode & 0o777, 0o600, name);
  }
  // What was made stands after a restart.
  await server.end('SIGINT');
  await server.start();
  const use = ['-sf', '--cacert', 'authority.pem', '--cert', 'tls-2.pem', '--key', 'tls-key-2.pem', `${tls}/v1/payments`];
  assert.match(execFileSync('curl', use, { cwd: folder }).toString(), /"items"/);
}); // prettier-ignore

test('a revoked certificate is refused on the connection that it opened', async (t) => {
  const { server, tls, folder } = await givenTls(t);
  const { id, agent } = await givenCertificate(t, server, folder);
  const ask = () => askOver(agent, `${tls}/v1/payments`);
  const first = await ask();
  assert.equal(first.status, 200);
  await server.ask(A, 'POST', `/v1/organisations/${A}/keys/${id}/revoke`, { reason: 'sold' });
  const second = await ask();
  assert.deepEqual([second.status, second.code], [401, 'certificate_revoked']);
  assert.equal(second.port, first.port, 'the same connection');
  assert.equal((await askOver(agent, `${tls}/v1/institution`)).code, 'certificate_revoked');
});

test('what a certificate follows live ends when it is revoked', async (t) => {
  const { server, tls, folder } = await givenTls(t);
  const { id, agent } = await givenCertificate(t, server, folder, ['messages:read']);
  const stream = await new Promise<IncomingMessage>((resolve, reject) =>
    request(`${tls}/v1/messages/stream`, { agent }, resolve).on('error', reject).end(),
  );
  assert.equal(stream.statusCode, 200);
  const ended = once(stream.resume(), 'close');
  await server.ask(A, 'POST', `/v1/organisations/${A}/keys/${id}/revoke`, { reason: 'sold' });
  await ended;
});

test('who shows no certificate, or one of a stranger, reaches what is open to everyone at most', async (t) => {
  const { server, tls, folder } = await givenTls(t);
  const { agent } = await givenCertificate(t, server, folder);
  const ca = readFileSync(join(server.data, 'authority.pem'));
  const nobody = new Agent({ ca });
  assert.equal((await askOver(nobody, `${tls}/v1/payments`)).code, 'certificate_missing');
  assert.equal((await askOver(nobody, `${tls}/authority.crl`)).status, 200);
  const bearer = { authorization: `Bearer ${server.tokenOf(A)}` };
  assert.equal((await askOver(nobody, `${tls}/v1/payments`, bearer)).code, 'certificate_missing');
  assert.equal((await askOver(agent, `${tls}/v1/payments`, bearer)).code, 'certificate_not_alone');
  assert.equal((await askOver(agent, `${tls}/v1/participants`)).code, 'scope_missing');
  assert.equal((await askOver(agent, `${tls}/v1/payments`, { host: 'elsewhere.example' })).code, 'host_not_allowed');
  const stranger = selfSigned(folder, 'stranger');
  assert.equal((await askOver(new Agent({ ca, ...stranger }), `${tls}/v1/payments`)).code, 'certificate_untrusted');
});

test('a certificate of an authority that the operator named comes in once it is registered', async (t) => {
  const folder = givenFolder(t);
  const ca = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '400', '-keyout', 'ca-key.pem', '-out', 'ca.pem', '-subj', '/CN=Bank CA'];
  openssl(folder, ...ca);
  const { server, tls } = await givenTls(t, [`  clientAuthorities: ["${join(folder, 'ca.pem')}"]`]);
  openssl(folder, 'req', '-new', '-newkey', 'rsa:3072', '-nodes', '-keyout', 'key.pem', '-out', 'a.csr', '-subj', '/CN=core');
  const sign = (days: string, usage: string) => {
    execFileSync('bash', ['-c', `openssl x509 -req -in a.csr -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days ${days} -extfile <(echo extendedKeyUsage=${usage}) -out a.pem`], { cwd: folder, stdio: 'pipe' });
    return readFileSync(join(folder, 'a.pem'), 'utf8');
  };
  const register = (certificate: string) =>
    server.ask(A, 'POST', `/v1/organisations/${A}/keys`, { certificate, label: 'brought', scopes: ['payments:read'] });
  assert.equal((await register(sign('60', 'serverAuth'))).body.code, 'certificate_malformed');
  assert.equal((await register(selfSigned(folder, 'stranger').cert)).body.code, 'certificate_untrusted');
  const certificate = sign('20', 'clientAuth');
  const agent = new Agent({ ca: readFileSync(join(server.data, 'authority.pem')), cert: certificate, key: readFileSync(join(folder, 'key.pem')) });
  assert.equal((await askOver(agent, `${tls}/v1/payments`)).code, 'certificate_unknown');
  assert.equal((await register(certificate)).status, 201);
  assert.equal((await askOver(agent, `${tls}/v1/payments`)).status, 200);
  assert.equal((await register(certificate)).body.code, 'key_known');
  agent.destroy();
}); // prettier-ignore

function openssl(cwd: string, ...words: string[]): void {
  execFileSync('openssl', words, { cwd, stdio: 'pipe' });
}

function selfSigned(folder: string, name: string): { cert: string; key: string } {
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', `/CN=${name}`];
  const uses = ['-addext', 'extendedKeyUsage=clientAuth', '-addext', 'basicConstraints=critical,CA:FALSE'];
  openssl(folder, ...words, ...uses, '-keyout', 's-key.pem', '-out', 's.pem');
  const [cert, key] = ['s.pem', 's-key.pem'].map((file) => readFileSync(join(folder, file), 'utf8'));
  return { cert: cert!, key: key! };
} // prettier-ignore

async function givenCertificate(t: TestContext, server: ServerProcess, folder: string, scopes = ['payments:read']) {
  openssl(folder, 'req', '-new', '-newkey', 'ed25519', '-nodes', '-keyout', 'k.pem', '-out', 'k.csr', '-subj', '/CN=x');
  const certificateRequest = readFileSync(join(folder, 'k.csr'), 'utf8');
  const asked = { certificateRequest, label: 'x', scopes };
  const { status, body } = await server.ask(A, 'POST', `/v1/organisations/${A}/keys`, asked);
  assert.equal(status, 201, JSON.stringify(body));
  const agent = new Agent({
    ca: readFileSync(join(server.data, 'authority.pem')),
    cert: body.certificate,
    key: readFileSync(join(folder, 'k.pem')),
    keepAlive: true,
    maxSockets: 1,
  });
  t.after(() => agent.destroy());
  return { id: body.id as string, agent };
}

function askOver(agent: Agent, url: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; code: string | undefined; port: number }>((resolve, reject) => {
    const asked = request(url, { agent, headers, servername: 'localhost' }, (answer) => {
      let text = '';
      const port = answer.socket.localPort!;
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => {
        const isProblem = answer.headers['content-type']?.includes('problem') === true;
        resolve({ status: answer.statusCode!, code: isProblem ? JSON.parse(text).code : undefined, port });
      });
    });
    asked.on('error', reject).end();
  });
}
