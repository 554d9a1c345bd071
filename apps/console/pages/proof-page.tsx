// The leaf of one act in the evidence, with its inclusion proof checked here, in the browser, against the signed tree head.
import { useParams } from 'react-router';
import { CopyableId, Facts, Moment, PageHeader, Section, StatusBadge } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { checkProof } from '../check-proof.ts';
import { useTexts } from '../language.tsx';
import { QueryView } from '../parts/query-view.tsx';

async function readProof(commit: number, number: number) {
  const [{ items }, { keys }] = await Promise.all([api.evidence.acts(commit), api.evidence.keys()]);
  const found = items.find(({ record }) => (JSON.parse(record) as { number?: number }).number === number);
  if (!found) return undefined;
  const { leaf, record, at } = found;
  const { proof, head } = await api.evidence.inclusion(leaf);
  return { leaf, record, at, head, proof, checked: await checkProof({ leaf, record, proof, note: head.note, keys }) };
}

export function ProofPage() {
  const texts = useTexts();
  const words = texts.proof;
  const { commit = '', number = '' } = useParams();
  return (
    <>
      <PageHeader title={words.title} line={words.line} />
      <QueryView
        query={{
          queryKey: ['proof', commit, number],
          queryFn: async () => (await readProof(Number(commit), Number(number))) ?? null,
          staleTime: Infinity,
        }}
      >
        {(found) => (found ? <Proof found={found} /> : <p className="fq-soft">{words.none}</p>)}
      </QueryView>
    </>
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof readProof>>>;

function Proof({ found: { leaf, record, at, head, proof, checked } }: { found: Found }) {
  const words = useTexts().proof;
  const { isIncluded, isSigned, hash } = checked;
  const badge = (isRight: boolean | undefined, right: string, wrong: string) => (
    <StatusBadge tone={isRight === undefined ? 'plain' : isRight ? 'settled' : 'refused'}>
      {isRight === undefined ? words.cannot : isRight ? right : wrong}
    </StatusBadge>
  );
  return (
    <div className="fq-stack">
      <Section title={words.checked} note={words.checkedNote}>
        <Facts
          facts={[
            { term: words.inclusion, value: badge(isIncluded, words.included, words.notIncluded) },
            { term: words.signature, value: badge(isSigned, words.signed, words.notSigned) },
            { term: words.leaf, value: words.ofLeaves(leaf, head.size) },
            { term: words.at, value: <Moment at={at} withDate precision="micro" /> },
            { term: words.hash, value: <CopyableId id={hash} length={44} /> },
            { term: words.key, value: <CopyableId id={head.keyId} /> },
          ]}
        />
      </Section>
      <Section title={words.record} note={words.recordNote}>
        <pre className="fq-exact">{record}</pre>
      </Section>
      <Section title={words.path} note={words.pathNote(proof.length)}>
        <pre className="fq-exact">{proof.join('\n')}</pre>
      </Section>
      <Section title={words.head} note={words.headNote}>
        <pre className="fq-exact">{head.note}</pre>
      </Section>
    </div>
  );
}
