// A conformance run as an institution goes through it: step after step in its certification environment, then a certificate that
// an outsider verifies with the public key alone.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { cancellation, paymentReturn } from '../../apps/server/demo/letters.ts';
import { DEMO_INSTITUTION } from '../../apps/server/demo/country.ts';
import { writeMessage } from '../../modules/iso20022/index.ts';
import { root } from '../contract/source-files.ts';
import { OPERATOR } from '../contract/testing.ts';
import {
  AURORA, check, givenEnvironment, LOTUS, MERIDIAN, newId, freshPacs008, startWithOrganisations, until, valueOf,
} from '../contract/testing-environments.ts'; // prettier-ignore

const agent = (bic: string) => ({ profile: { bic } }) as Parameters<typeof cancellation>[1];

const camt060 = (): string =>
  writeMessage('camt.060.001.05', {
    AcctRptgReq: {
      GrpHdr: { MsgId: newId(), CreDtTm: '2027-04-15T10:00:00+08:00' },
      RptgReq: {
        Id: 'R1',
        ReqdMsgNmId: 'camt.052.001.08',
        AcctOwnr: { Agt: { FinInstnId: { BICFI: AURORA } } },
      },
    },
  });

async function givenRun(t: TestContext) {
  const api = await startWithOrganisations(t);
  const base = await givenEnvironment(api, AURORA, 'certification');
  const runs = `/v1/organisations/${AURORA}/conformance`;
  const run = check(await api.ask(AURORA, 'POST', runs, { service: 'settlement' }), 201).body;
  const path = `${runs}/${run.id}`;
  const done = async (): Promise<string[]> => {
    const { steps } = check(await api.ask(AURORA, 'GET', path), 200).body;
    return (steps as { code: string; shownBy: string[] }[]).filter((s) => s.shownBy.length > 0).map(({ code }) => code);
  };
  return { api, base, path, done, runs };
}

test('each step is ticked by what really happened, and the certificate of a whole run is verified outside', async (t) => {
  const { api, base, path, done, runs } = await givenRun(t);
  const ask = (method: string, where: string, body?: unknown) => api.ask(AURORA, method, base + where, body);
  const send = (xml: string) => ask('POST', '/v1/messages', xml);
  const now = async () => check(await ask('GET', '/v1/environment'), 200).body.clock;
  const { date } = await now();
  const desk = { institution: DEMO_INSTITUTION, now: Date.parse((await now()).now) * 1_000, date };
  assert.deepEqual(await done(), [], 'what was there before does not count');

  const first = freshPacs008({ from: AURORA, to: LOTUS, amount: '100.00', date });
  assert.equal(valueOf((await send(first)).body, 'TxSts'), 'ACSC');
  assert.deepEqual(await done(), ['payment-settled']);

  await ask('POST', '/v1/environment/faults', { kind: 'next-message-refused' });
  await send(freshPacs008({ from: AURORA, to: LOTUS, amount: '1.00', date }));
  assert.ok(!(await done()).includes('invalid-refused'), 'a refusal that was asked for is none');
  await send(first.replace('CLRG', 'XXXX').replace(/<MsgId>[^<]*/, `<MsgId>${newId()}`));
  assert.ok((await done()).includes('invalid-refused'));

  await send(first);
  assert.ok((await done()).includes('duplicate-known'));

  const uetr = randomUUID();
  const beyond = freshPacs008({ from: AURORA, to: LOTUS, amount: '900000000.00', date, uetr });
  assert.equal(valueOf((await send(beyond)).body, 'TxSts'), 'PDNG');
  assert.ok(!(await done()).includes('queued-cancelled'));
  await send(cancellation(desk, agent(AURORA), uetr));
  assert.ok((await done()).includes('queued-cancelled'));

  await send(freshPacs008({ from: AURORA, to: LOTUS, amount: '70.11', date }));
  const paid = await until('the payment back', async () => {
    const { items } = (await ask('GET', '/v1/messages?limit=1000')).body;
    return (items as { id: string; kind: string; xml: string }[]).findLast(({ xml }) => xml.includes('>70.11<'));
  });
  assert.ok(!(await done()).includes('received-confirmed'), 'reading confirms nothing');
  check(await ask('POST', `/v1/messages/${paid.id}/delivered`), 204);
  assert.ok((await done()).includes('received-confirmed'));

  const received = {
    uetr: valueOf(paid.xml, 'UETR'),
    amountMinor: 70_11n,
    references: { endToEndId: valueOf(paid.xml, 'EndToEndId') },
    receiver: agent(AURORA),
    sender: agent(LOTUS),
  } as unknown as Parameters<typeof paymentReturn>[1];
  assert.equal(valueOf((await send(paymentReturn(desk, received))).body, 'TxSts'), 'ACSC');
  assert.ok((await done()).includes('payment-returned'));

  await send(camt060());
  assert.ok((await done()).includes('account-asked'));

  const early = await api.ask(AURORA, 'POST', `${path}/certificate`);
  assert.deepEqual([early.body.code, early.body.details.missing], ['run_not_complete', 'reconciled']);
  await ask('POST', '/v1/environment/faults', { kind: 'next-answer-lost' });
  const lost = freshPacs008({ from: AURORA, to: LOTUS, amount: '3.00', date });
  await assert.rejects(send(lost));
  assert.ok(!(await done()).includes('reconciled'));
  await send(lost);
  assert.equal((await done()).length, 8);

  const issued = check(await api.ask(AURORA, 'POST', `${path}/certificate`), 200).body;
  assert.deepEqual(check(await api.ask(AURORA, 'POST', `${path}/certificate`), 200).body, issued, 'issued once');
  assert.deepEqual(check(await api.ask(OPERATOR, 'GET', `${path}/certificate`), 200).body, issued, 'both see the same');
  assert.equal(issued.statement.organisationId, AURORA);
  assert.equal((await api.ask(MERIDIAN, 'GET', `${path}/certificate`)).status, 404);
  check(await api.ask(AURORA, 'DELETE', `/v1/organisations/${AURORA}/environments/certification`), 204);
  assert.equal((await done()).length, 8, 'it outlives its environment');
  assert.ok((await api.ask(AURORA, 'GET', runs)).body.items[0].passedAt);

  const keys = (await api.ask(undefined, 'GET', '/.well-known/feiqian-keys')).body;
  assert.match(verified(t, issued, keys), /^Verified: .*"settlement"/);
  const [header, payload, signature] = issued.jws.split('.');
  const other = Buffer.from(JSON.stringify({ ...issued.statement, organisationId: MERIDIAN })).toString('base64url');
  for (const jws of [`${header}.${other}.${signature}`, `${header}.${payload}.${signature.slice(0, -4)}AAAA`]) {
    assert.match(verified(t, { jws }, keys), /^NOT VERIFIED/);
  }
});

test('a run needs a certification environment, and is its organisation’s', async (t) => {
  const api = await startWithOrganisations(t);
  const runs = `/v1/organisations/${AURORA}/conformance`;
  assert.equal((await api.ask(AURORA, 'POST', runs, { service: 'settlement' })).body.code, 'environment_not_found');
  await givenEnvironment(api, AURORA, 'sandbox');
  assert.equal((await api.ask(AURORA, 'POST', runs, { service: 'settlement' })).body.code, 'environment_not_found');
  for (const run of ['x', randomUUID()]) {
    assert.equal((await api.ask(AURORA, 'GET', `${runs}/${run}`)).body.code, 'run_not_found');
  }
  assert.equal((await api.ask(MERIDIAN, 'GET', runs)).body.code, 'organisation_not_found');
});

/** What the program of the how-to says. */
function verified(t: TestContext, certificate: object, keys: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'feiqian certificate '));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const files = [join(folder, 'certificate.json'), join(folder, 'keys.json')];
  writeFileSync(files[0]!, JSON.stringify(certificate));
  writeFileSync(files[1]!, JSON.stringify(keys));
  return spawnSync(process.execPath, ['docs/how-to/verify-certificate.mjs', ...files], { cwd: root }).stdout.toString();
}
