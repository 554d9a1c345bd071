// Which environment this is, impossible to overlook: LIVE in ink on seal, sandbox striped, certification
// striped the other way.
import { useWords } from './locale.tsx';

export type EnvironmentName = 'live' | 'certification' | 'sandbox';

export function EnvironmentTag({ environment }: { environment: EnvironmentName }) {
  const words = useWords();
  return <span className={`fq-environment fq-environment-${environment}`}>{words[environment]}</span>;
}
