// A certificate as both sides see it: what was shown, who says so, and the file that an outsider verifies.
import { type Certificate } from '../../../client/index.ts';
import { ActButton, CopyableId, Facts, Moment, saveFile, Section } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { QueryView } from './query-view.tsx';

export function CertificateOfRun({ organisationId, run }: { organisationId: string; run: string }) {
  return (
    <QueryView
      height={120}
      query={{
        queryKey: ['certificate', organisationId, run],
        queryFn: () => api.organisations.of(organisationId).conformance.certificate(run),
        staleTime: Infinity,
      }}
    >
      {(certificate) => <CertificateShown certificate={certificate} />}
    </QueryView>
  );
}

export function CertificateShown({ certificate }: { certificate: Certificate }) {
  const { conformance: words } = useTexts();
  const title = useTitle();
  const { statement, jws } = certificate;
  const save = () =>
    saveFile(
      `certificate-${statement.organisationId}-${statement.service}.json`,
      'application/json',
      JSON.stringify(certificate, null, 2),
    );
  return (
    <Section
      title={words.certificate}
      note={words.certificateLine(title(statement.issuer.name))}
      acts={<ActButton onClick={save}>{words.download}</ActButton>}
    >
      <Facts
        facts={[
          { term: words.issuer, value: `${title(statement.issuer.name)} · ${statement.issuer.bic}` },
          { term: words.passed, value: <Moment at={statement.passedAt} withDate precision="minute" /> },
          { term: words.version, value: `${statement.service} ${statement.version}` },
          { term: words.keyId, value: <CopyableId id={keyIdOf(jws)} length={24} /> },
          { term: words.id, value: <CopyableId id={statement.id} /> },
        ]}
      />
    </Section>
  );
}

/** Said by the signature's own head. */
function keyIdOf(jws: string): string {
  const head = atob((jws.split('.')[0] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
  return (JSON.parse(head) as { kid: string }).kid;
}
