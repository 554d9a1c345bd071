// What is pasted when a key is registered or replaced: a public key, or a certificate request; nothing for a reading key.
import { type KeyKind } from '../../../client/index.ts';
import { LongTextField } from '../../../ui/index.ts';
import { useTexts } from '../language.tsx';

export function PastedField(props: { kind: KeyKind; value: string; onChange: (value: string) => void }) {
  const { keys: words } = useTexts();
  if (props.kind === 'reading') return null;
  const { label, hint } = words.pasted[props.kind];
  return <LongTextField label={label} hint={hint} value={props.value} onChange={props.onChange} />;
}

export function pastedOf(kind: KeyKind, pasted: string): { publicKey?: string; certificateRequest?: string } {
  if (kind === 'signing') return { publicKey: pasted.trim() };
  return kind === 'certificate' ? { certificateRequest: pasted.trim() } : {};
}
