// The built-in certificate authority: a P-384 pair and its self-signed root, made at the first start and kept in the data
// folder for their owner alone. It issues client certificates, our own server's, and the list of revoked ones.
import 'reflect-metadata';
import { randomBytes, webcrypto, X509Certificate as Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { type Instant } from '../../../platform/instant.ts';

const { subtle } = webcrypto;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' };
const DAY = 86_400_000;
const ROOT_DAYS = 3_653;
/** Of a list of revoked certificates: whoever caches it asks again within the minute, whoever cannot has a day. */
const LIST_LIFE = DAY;
/** Clocks of others may be behind ours. */
const BACKDATE = 5 * 60_000;
const CRL_NUMBER = '2.5.29.20';

export interface IssuedCertificate {
  readonly der: Buffer;
  readonly serial: string;
  readonly endsAt: Instant;
}

export interface Revoked {
  readonly serial: string;
  readonly at: Instant;
}

const dateOf = (at: Instant): Date => new Date(Math.floor(at / 1_000));
/** X.509 counts in seconds. */
const instantOf = (date: Date): Instant => date.getTime() * 1_000;
export const pemOfCertificate = (der: Uint8Array): string =>
  x509.PemConverter.encode(new Uint8Array(der), 'CERTIFICATE') + '\n';

export class Authority {
  readonly root: Certificate;
  readonly #root: x509.X509Certificate;
  readonly #key: webcrypto.CryptoKey;

  constructor(rootPem: string, key: webcrypto.CryptoKey) {
    this.root = new Certificate(rootPem);
    this.#root = new x509.X509Certificate(rootPem);
    this.#key = key;
  }

  static async load(dataFolder: string, at: Instant, name: string): Promise<Authority> {
    const [keyFile, rootFile] = ['authority-key.pem', 'authority.pem'].map((each) => join(dataFolder, each));
    if (!existsSync(keyFile!)) {
      const { keyPem, rootPem } = await newRoot(at, name);
      writeFileSync(rootFile!, rootPem, { mode: 0o644 });
      writeFileSync(keyFile!, keyPem, { mode: 0o600, flag: 'wx' });
    }
    return Authority.#of(readFileSync(keyFile!, 'utf8'), readFileSync(rootFile!, 'utf8'));
  }

  /** In memory alone: for tests. */
  static async generate(at: Instant): Promise<Authority> {
    const { keyPem, rootPem } = await newRoot(at, 'Test');
    return Authority.#of(keyPem, rootPem);
  }

  static async #of(keyPem: string, rootPem: string): Promise<Authority> {
    const der = x509.PemConverter.decodeFirst(keyPem);
    return new Authority(rootPem, await subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']));
  }

  /** For a machine: its subject is the organisation and the id of the key. */
  issueClient(publicKey: Uint8Array, organisationId: string, keyId: string, at: Instant, endsAt: Instant) {
    const subject = nameOf({ O: organisationId, CN: keyId });
    return this.#issue(publicKey, subject, at, endsAt, [
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
    ]);
  }

  /** `names` are DNS names and IP addresses. */
  issueServer(publicKey: Uint8Array, names: readonly string[], at: Instant, endsAt: Instant) {
    return this.#issue(publicKey, nameOf({ CN: names[0]! }), at, endsAt, [
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
      ),
    ]);
  }

  /** The list of revoked certificates (RFC 5280, section 5), as DER. Its number is the second it was made. */
  async listRevoked(revoked: readonly Revoked[], at: Instant): Promise<Buffer> {
    const thisUpdate = dateOf(at);
    const list = await x509.X509CrlGenerator.create({
      issuer: this.#root.subjectName,
      thisUpdate,
      nextUpdate: new Date(thisUpdate.getTime() + LIST_LIFE),
      entries: revoked.map(({ serial, at: revokedAt }) => ({
        serialNumber: serial,
        revocationDate: dateOf(revokedAt),
      })),
      extensions: [
        await x509.AuthorityKeyIdentifierExtension.create(this.#root.publicKey),
        new x509.Extension(CRL_NUMBER, false, new Uint8Array(derInteger(Math.floor(thisUpdate.getTime() / 1_000)))),
      ],
      signingAlgorithm: ALGORITHM,
      signingKey: this.#key,
    });
    return Buffer.from(list.rawData);
  }

  async #issue(
    publicKey: Uint8Array,
    subject: x509.Name,
    at: Instant,
    endsAt: Instant,
    extensions: x509.Extension[],
  ): Promise<IssuedCertificate> {
    const spki = new x509.PublicKey(new Uint8Array(publicKey));
    // Nothing outlives what it is issued by.
    const notAfter = new Date(Math.min(dateOf(endsAt).getTime(), this.#root.notAfter.getTime()));
    const issued = await x509.X509CertificateGenerator.create({
      // 127 random bits: positive, and never the same twice (RFC 5280, section 4.1.2.2).
      serialNumber: positive(randomBytes(16)).toString('hex'),
      issuer: this.#root.subjectName,
      subject,
      notBefore: new Date(dateOf(at).getTime() - BACKDATE),
      notAfter,
      publicKey: spki,
      signingKey: this.#key,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        await x509.AuthorityKeyIdentifierExtension.create(this.#root.publicKey),
        await x509.SubjectKeyIdentifierExtension.create(spki),
        ...extensions,
      ],
    });
    return { der: Buffer.from(issued.rawData), serial: issued.serialNumber, endsAt: instantOf(issued.notAfter) };
  }
}

async function newRoot(at: Instant, name: string): Promise<{ keyPem: string; rootPem: string }> {
  const keys = (await subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: positive(randomBytes(16)).toString('hex'),
    name: nameOf({ O: name.slice(0, 64), CN: 'Feiqian certificate authority' }),
    notBefore: new Date(dateOf(at).getTime() - BACKDATE),
    notAfter: new Date(dateOf(at).getTime() + ROOT_DAYS * DAY),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const keyPem = x509.PemConverter.encode(await subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY') + '\n';
  return { keyPem, rootPem: root.toString('pem') + '\n' };
}

const nameOf = (parts: Record<string, string>): x509.Name =>
  new x509.Name(Object.entries(parts).map(([type, text]) => ({ [type]: [{ utf8String: text }] })));

function positive(bytes: Buffer): Buffer {
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes;
}

/** DER of a whole number of at most six bytes. */
function derInteger(value: number): Uint8Array {
  const bytes = Buffer.alloc(7);
  bytes.writeUIntBE(value, 1, 6);
  const first = bytes.findIndex((byte, index) => byte !== 0 || index === 6);
  const start = bytes[first]! >= 0x80 ? first - 1 : first;
  const content = bytes.subarray(start);
  return Buffer.concat([Buffer.from([0x02, content.length]), content]);
}
