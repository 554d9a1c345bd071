// The business day as one bar: phases in proportion, cut-offs between them, and a line at now.
import { Moment } from './figures.tsx';
import { formatTime } from './format.ts';
import { useLocale, useWords } from './locale.tsx';

export interface PhaseBarPhase {
  code: string;
  title: string;
  startsAt: string;
  endsAt: string;
  state: 'past' | 'current' | 'coming';
}

export function PhaseBar({ phases, now }: { phases: PhaseBarPhase[]; now: string }) {
  const locale = useLocale();
  const words = useWords();
  const first = phases[0];
  const last = phases.at(-1);
  if (!first || !last) return null;
  const start = Date.parse(first.startsAt);
  const span = Math.max(1, Date.parse(last.endsAt) - start);
  const place = (at: string) => Math.min(100, Math.max(0, ((Date.parse(at) - start) / span) * 100));
  return (
    <div
      className="fq-phases"
      role="img"
      aria-label={phases.map((p) => `${p.title} ${formatTime(p.startsAt, locale, 'minute')}`).join(', ')}
    >
      <div className="fq-phases-bar">
        {phases.map((phase) => (
          <div
            key={phase.code}
            className={`fq-phase fq-phase-${phase.state}`}
            style={{ left: `${place(phase.startsAt)}%`, width: `${place(phase.endsAt) - place(phase.startsAt)}%` }}
            title={`${phase.title} ${formatTime(phase.startsAt, locale, 'minute')}–${formatTime(phase.endsAt, locale, 'minute')}`}
          >
            <span className="fq-phase-title">{phase.title}</span>
            <span className="fq-phase-time">
              <Moment at={phase.startsAt} precision="minute" />
            </span>
          </div>
        ))}
        <div className="fq-phase-now" style={{ left: `${place(now)}%` }}>
          <span>
            {words.now} {formatTime(now, locale, 'minute')}
          </span>
        </div>
      </div>
    </div>
  );
}
