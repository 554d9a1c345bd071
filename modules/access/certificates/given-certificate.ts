// What an engineer sends for a client certificate: a request to our authority (PKCS#10), or a certificate that an authority
// of the operator's choice has issued.
import 'reflect-metadata';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { type Instant } from '../../../platform/instant.ts';
import { Refusal } from '../../../platform/refusal.ts';

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const CURVES = ['prime256v1', 'secp384r1'];
/** 128 bits of strength, as P-256 has (NIST SP 800-57, part 1, table 2). */
const RSA_BITS = 3_072;

/**
 * The public key of a request, as SubjectPublicKeyInfo, once the request proves that its sender has the private half. What
 * else it asks for is not looked at: subject and uses are ours to say. Refuses `certificate_request_malformed`.
 */
export async function readRequest(pem: string): Promise<Buffer> {
  try {
    const request = new Pkcs10CertificateRequest(pem);
    const der = Buffer.from(request.publicKey.rawData);
    if (isStrong(der) && (await request.verify())) return der;
  } catch {
    // What cannot be read is refused as what is wrong.
  }
  throw new Refusal('certificate_request_malformed', { field: '/certificateRequest' });
}

export interface BroughtCertificate {
  readonly der: Buffer;
  readonly publicKey: Buffer;
  readonly endsAt: Instant;
}

/** Refuses `certificate_malformed`, `certificate_not_ours` and `expiry_past`. */
export function readBrought(pem: string, authorities: readonly X509Certificate[], at: Instant): BroughtCertificate {
  const certificate = asCertificate(pem);
  const isIssued = authorities.some((each) => certificate.checkIssued(each) && certificate.verify(each.publicKey));
  if (!isIssued) throw new Refusal('certificate_untrusted', { field: '/certificate' });
  const endsAt = Date.parse(certificate.validTo) * 1_000;
  if (endsAt <= at) throw new Refusal('expiry_past', { field: '/certificate' });
  return { der: certificate.raw, publicKey: certificate.publicKey.export({ format: 'der', type: 'spki' }), endsAt };
}

function asCertificate(pem: string): X509Certificate {
  try {
    const certificate = new X509Certificate(pem);
    const spki = certificate.publicKey.export({ format: 'der', type: 'spki' });
    if (!certificate.ca && (certificate.keyUsage ?? []).includes(CLIENT_AUTH) && isStrong(spki)) return certificate;
  } catch {
    // As below.
  }
  throw new Refusal('certificate_malformed', { field: '/certificate' });
}

function isStrong(spki: Buffer): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  if (asymmetricKeyType === 'ec') return CURVES.includes(asymmetricKeyDetails?.namedCurve ?? '');
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_BITS;
  return asymmetricKeyType === 'ed25519';
}
