// A state as a word with a shape: never colour alone.
export type Tone = 'settled' | 'queued' | 'refused' | 'seal' | 'plain';

const shapes: Record<Tone, string> = {
  settled: 'M2 5.5 4.2 8 8.5 2.5',
  queued: 'M5 1.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6M5 3v2.3l1.6 1',
  refused: 'M2 2l6 6M8 2 2 8',
  seal: 'M2 2h6v6H2z',
  plain: 'M2 5h6',
};

export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`fq-status fq-status-${tone}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <path d={shapes[tone]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      {children}
    </span>
  );
}
