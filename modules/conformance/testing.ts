// For tests that are not about passing it: a run that was passed, with its certificate; its signature is nobody's.
import { formatInstant, systemClock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Statement } from './certificate.ts';
import { saveCertificate } from './runs.ts';
import { SERVICES } from './script.ts';

export async function givenCertificate(
  pool: Pool,
  organisationId: string,
  run: string,
  version = SERVICES[0]!.version,
): Promise<void> {
  const at = systemClock.now();
  await pool.query(
    `insert into conformance.runs (run_id, organisation_id, service, started_at, after_outbox, after_sent)
     values ($1, $2, $3, $4, 0, 0)`,
    [run, organisationId, SERVICES[0]!.code, formatInstant(at)],
  );
  const statement: Statement = {
    type: 'feiqian-certificate',
    id: run,
    issuer: { bic: 'CBDECNBJ', name: { en: 'Central Bank', zh: '中央银行' } },
    organisationId,
    environment: 'certification',
    service: SERVICES[0]!.code,
    version,
    startedAt: formatInstant(at),
    passedAt: formatInstant(at),
    steps: SERVICES[0]!.steps.map(({ code }) => ({ code, shownBy: ['M1'] })),
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  await saveCertificate(pool, run, `${part({ alg: 'EdDSA', kid: 'none' })}.${part(statement)}.AAAA`, at);
}
