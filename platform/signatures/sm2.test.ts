// SM2 with SM3 as the standard has it: its own worked example, and OpenSSL's command both ways.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isSignedBySm2, signBySm2, sm3Of } from './sm2.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** GM/T 0003.5, appendix A: the recommended curve, user id 1234567812345678. */
const SCALAR = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
const POINT = hex(
  '04 09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020 ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
);
const MESSAGE = Buffer.from('message digest');
const R = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
const S = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

test('the standard’s own example is right, and no other signature is', () => {
  assert.ok(isSignedBySm2(POINT, MESSAGE, hex(R + S)));
  assert.ok(isSignedBySm2(POINT, MESSAGE, signBySm2(SCALAR, MESSAGE)));
  assert.ok(!isSignedBySm2(POINT, Buffer.from('message digesT'), hex(R + S)));
  const text = (number: bigint): string => number.toString(16).padStart(64, '0');
  // What the arithmetic would take for the same, or fall over.
  const second = BigInt(`0x${S}`) + ORDER;
  const wrong = [S + R, R + text(0n), text(0n) + S, text(ORDER) + S, R + text(ORDER), R + text(second).slice(-64), R, `${R}${S}00`, ''];
  for (const each of wrong) assert.equal(isSignedBySm2(POINT, MESSAGE, hex(each)), false, each);
}); // prettier-ignore

test('SM3 is that of OpenSSL', () => {
  for (const text of ['', 'abc', '人民币'.repeat(100)]) {
    const bytes = Buffer.from(text);
    assert.deepEqual(Buffer.from(sm3Of(bytes)), createHash('sm3').update(bytes).digest());
  }
});

const hasOpenssl = spawnSync('openssl', ['genpkey', '-algorithm', 'SM2']).status === 0;

test('OpenSSL checks what we sign, and we what it signs', { skip: !hasOpenssl && 'no openssl with SM2' }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'feiqian sm2 '));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => join(folder, name);
  const openssl = (...given: string[]): Buffer => execFileSync('openssl', given, { cwd: folder });
  const signing = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678', '-in', 'message'];
  for (let round = 0; round < 8; round++) {
    openssl('genpkey', '-algorithm', 'SM2', '-out', 'key.pem');
    const spki = openssl('pkey', '-in', 'key.pem', '-pubout', '-outform', 'der');
    const pem = readFileSync(at('key.pem'), 'utf8').replace(/-----[^-]+-----|\s/g, '');
    const scalar = /0201010420([0-9a-f]{64})/.exec(Buffer.from(pem, 'base64').toString('hex'))![1]!;
    const message = Buffer.from(`message ${round}`);
    writeFileSync(at('message'), message);
    const theirs = openssl('pkeyutl', '-sign', '-inkey', 'key.pem', ...signing);
    assert.ok(isSignedBySm2(spki.subarray(-65), message, numbersOf(theirs)));
    writeFileSync(at('ours'), derOf(Buffer.from(signBySm2(scalar, message))));
    assert.match(openssl('pkeyutl', '-verify', '-inkey', 'key.pem', '-sigfile', 'ours', ...signing).toString(), /Success/);
  }
}); // prettier-ignore

/** From the two whole numbers of DER to 32 bytes each, and back. */
function numbersOf(der: Buffer): Buffer {
  const first = der.subarray(4, 4 + der[3]!);
  const second = der.subarray(6 + der[3]!);
  return Buffer.concat([first, second].map((each) => Buffer.concat([Buffer.alloc(32), each]).subarray(-32)));
}

function derOf(numbers: Buffer): Buffer {
  const whole = [numbers.subarray(0, 32), numbers.subarray(32)].map((each) => {
    let bytes = each.subarray(each.findIndex((byte) => byte !== 0));
    if (bytes[0]! > 127) bytes = Buffer.concat([Buffer.alloc(1), bytes]);
    return Buffer.concat([Buffer.from([2, bytes.length]), bytes]);
  });
  const body = Buffer.concat(whole);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}
