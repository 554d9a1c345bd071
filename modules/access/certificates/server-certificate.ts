// The certificate that our own TLS port shows when the operator brings none: issued by the built-in authority, kept in the
// data folder with its key, and issued anew a month before its end.
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { type Authority, pemOfCertificate } from './authority.ts';

const DAY = 86_400 * MICROS_PER_SECOND;
/** What renews itself may live short: 90 days, renewed at a third, as ACME clients do. */
const LIFE = 90 * DAY;
const RENEWED_BEFORE = 30 * DAY;

export interface ServerCertificate {
  /** PEM, with what issued it. */
  readonly certificate: string;
  readonly key: string;
}

/** The one in the data folder, or a new one when it nears its end, is for other names or of another authority. */
export async function serverCertificate(
  authority: Authority,
  dataFolder: string,
  names: readonly string[],
  at: Instant,
): Promise<ServerCertificate> {
  const file = join(dataFolder, 'server-certificate.pem');
  const kept = existsSync(file) ? readKept(readFileSync(file, 'utf8')) : undefined;
  if (kept && isGood(new X509Certificate(kept.certificate), authority, names, at)) return kept;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const { der } = await authority.issueServer(spki, names, at, at + LIFE);
  const made = {
    certificate: pemOfCertificate(der) + authority.root.toString(),
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
  // One file, so that a certificate never stands beside another's key.
  writeFileSync(file, made.key + made.certificate, { mode: 0o600 });
  return made;
}

function readKept(text: string): ServerCertificate | undefined {
  const end = text.indexOf('-----BEGIN CERTIFICATE-----');
  return end < 0 ? undefined : { key: text.slice(0, end), certificate: text.slice(end) };
}

function isGood(certificate: X509Certificate, authority: Authority, names: readonly string[], at: Instant): boolean {
  const isOurs = certificate.verify(authority.root.publicKey);
  const isLong = Date.parse(certificate.validTo) * 1_000 - at > RENEWED_BEFORE;
  const isFor = (name: string): boolean =>
    (certificate.checkHost(name, { subject: 'never' }) ?? certificate.checkIP(name)) !== undefined;
  return isOurs && isLong && names.every(isFor);
}
