// Which environment this is, impossible to overlook: LIVE in ink on seal, sandbox striped.
import { useWords } from './locale.tsx';

export function EnvironmentTag({ environment }: { environment: 'live' | 'sandbox' }) {
  const words = useWords();
  return <span className={`fq-environment fq-environment-${environment}`}>{words[environment]}</span>;
}
