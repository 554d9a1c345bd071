// The trail of an object's acts; for those who read the evidence each one leads to its proof.
import { type Act } from '../../../client/index.ts';
import { AuditTrail } from '../../../ui/index.ts';
import { useTitle } from '../language.tsx';
import { seesEvidence, useMe } from '../signed-in.tsx';

export function ActTrail({ acts }: { acts: readonly Act[] }) {
  const title = useTitle();
  const isReader = seesEvidence(useMe());
  return (
    <AuditTrail
      acts={acts.map(({ text, recorded, ...act }) => ({
        ...act,
        text: title(text),
        proof: isReader && recorded ? `/evidence/acts/${recorded.commit}/${recorded.number}` : undefined,
      }))}
    />
  );
}
