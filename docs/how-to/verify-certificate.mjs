// Verifies a conformance certificate with nothing but the central bank's public keys:
//   node docs/how-to/verify-certificate.mjs CERTIFICATE.json KEYS.json
// CERTIFICATE.json is the answer of GET …/certificate, KEYS.json that of GET /.well-known/feiqian-keys.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [{ jws }, { keys }] = process.argv.slice(2, 4).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const [header, payload, signature] = jws.split('.');
const textOf = (part) => Buffer.from(part, 'base64url').toString('utf8');
const { alg, kid, typ } = JSON.parse(textOf(header));
const jwk = keys.find((key) => key.kid === kid);
const isOurs = alg === 'EdDSA' && typ === 'feiqian-certificate' && jwk !== undefined;
const isRight =
  isOurs &&
  verify(
    null,
    Buffer.from(`${header}.${payload}`),
    createPublicKey({ key: jwk, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  );
console.log(isRight ? `Verified: ${textOf(payload)}` : 'NOT VERIFIED');
process.exitCode = isRight ? 0 : 1;
