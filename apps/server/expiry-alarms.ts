// Alarms before anything expires that lets machines in or proves who we are: keys and client certificates, our server's
// certificate, and the authorities. Told at 90, 30 and 7 days.
import { type X509Certificate } from 'node:crypto';
import { type Access, type ExpiringKey, readExpiringKeys } from '../../modules/access/index.ts';
import { type Condition } from '../../modules/alarms/index.ts';
import { type Instant, MICROS_PER_SECOND, parseInstant } from '../../platform/instant.ts';

const DAY = 86_400 * MICROS_PER_SECOND;
const STEPS = [
  { days: 7, severity: 'high' },
  { days: 30, severity: 'medium' },
  { days: 90, severity: 'low' },
] as const;

export interface Expiring {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/**
 * What is made for a short life would be in alarm from its first day: a step counts for what lives twice as long at least,
 * the last one for everything.
 */
export function expiryConditions(expiring: readonly Expiring[], at: Instant): Condition[] {
  return expiring.flatMap(({ id, name, startsAt, endsAt }) => {
    const life = endsAt - startsAt;
    const step = STEPS.find(({ days }) => endsAt - at <= days * DAY && (days === 7 || life >= 2 * days * DAY));
    if (!step) return [];
    const { days, severity } = step;
    const isOver = endsAt <= at;
    const text = isOver
      ? { en: `${name.en} has expired`, zh: `${name.zh}已过期` }
      : { en: `${name.en} expires within ${days} days`, zh: `${name.zh}将在 ${days} 天内到期` };
    const code = isOver ? 'expired' : `expires-within-${days}-days`;
    return [{ severity, code, text, subject: { kind: 'system', id } }];
  });
}

export async function readExpiring(
  { pool, clock, certificates }: Access,
  server: X509Certificate | undefined,
): Promise<Expiring[]> {
  const now = clock.now();
  const { authority, others } = certificates;
  return [
    ...(await readExpiringKeys(pool, now, now + 90 * DAY)).map(ofKey),
    ofCertificate(authority.root, { en: 'The root of the certificate authority', zh: '内置证书机构的根证书' }),
    ...others.map((each) =>
      ofCertificate(each, {
        en: `The authority ${shortName(each)}, whose client certificates are let in,`,
        zh: `受信任的客户端证书机构 ${shortName(each)} 的证书`,
      }),
    ),
    ...(server ? [ofCertificate(server, { en: 'The certificate of the TLS port', zh: 'TLS 端口的服务器证书' })] : []),
  ];
}

function ofKey({ id, kind, label, organisationId, createdAt, expiresAt }: ExpiringKey): Expiring {
  const of = `${organisationId} (${label}, ${id})`;
  const name =
    kind === 'certificate'
      ? { en: `A client certificate of ${of}`, zh: `${of} 的客户端证书` }
      : { en: `A key of ${of}`, zh: `${of} 的密钥` };
  return { id, name, startsAt: parseInstant(createdAt)!, endsAt: parseInstant(expiresAt)! };
}

function ofCertificate(certificate: X509Certificate, name: Expiring['name']): Expiring {
  const [startsAt, endsAt] = [certificate.validFrom, certificate.validTo].map((text) => Date.parse(text) * 1_000);
  return { id: `certificate ${certificate.serialNumber}`, name, startsAt: startsAt!, endsAt: endsAt! };
}

const shortName = ({ subject }: X509Certificate): string => /CN=([^\n]*)/.exec(subject)?.[1] ?? subject;
