// The business day as one bar on an honest axis: each phase named inside when there is room; one too short for its name
// has a number there, and stands under the bar with it. A line at now, its time above.
import { formatTime } from './format.ts';
import { useLocale, useWords } from './locale.tsx';

export interface PhaseBarPhase {
  code: string;
  title: string;
  startsAt: string;
  endsAt: string;
  state: 'past' | 'current' | 'coming';
}

/** Per cent of the bar below which a phase's name does not fit. */
const TOO_SHORT = 14;

export function PhaseBar({ phases, now }: { phases: PhaseBarPhase[]; now: string }) {
  const locale = useLocale();
  const words = useWords();
  const first = phases[0];
  const last = phases.at(-1);
  if (!first || !last) return null;
  const start = Date.parse(first.startsAt);
  const span = Math.max(1, Date.parse(last.endsAt) - start);
  const place = (at: string) => Math.min(100, Math.max(0, ((Date.parse(at) - start) / span) * 100));
  const time = (at: string) => formatTime(at, locale, 'minute');
  const placed = phases.map((phase) => ({
    ...phase,
    left: place(phase.startsAt),
    width: place(phase.endsAt) - place(phase.startsAt),
    times: `${time(phase.startsAt)}–${time(phase.endsAt)}`,
  }));
  const short = placed.filter(({ width }) => width < TOO_SHORT);
  const numberOf = (code: string) => short.findIndex((phase) => phase.code === code) + 1;
  const nowAt = place(now);
  return (
    <div className="fq-phases" role="img" aria-label={placed.map((p) => `${p.title} ${p.times}`).join(', ')}>
      <div className="fq-phases-bar">
        {placed.map((phase) => (
          <div
            key={phase.code}
            className={`fq-phase fq-phase-${phase.state}`}
            style={{ left: `${phase.left}%`, width: `${phase.width}%` }}
            title={`${phase.title} ${phase.times}`}
          >
            {numberOf(phase.code) > 0 ? (
              <span className="fq-phase-number">{numberOf(phase.code)}</span>
            ) : (
              <>
                <span className="fq-phase-title">{phase.title}</span>
                <span className="fq-phase-time">{phase.times}</span>
              </>
            )}
          </div>
        ))}
        <div className={`fq-phase-now ${nowAt > 90 ? 'fq-phase-now-late' : ''}`} style={{ left: `${nowAt}%` }}>
          <span>
            {words.now} {time(now)}
          </span>
        </div>
      </div>
      {short.length > 0 && (
        <ol className={`fq-phases-short ${short[0]!.left > 50 ? 'fq-phases-short-end' : ''}`}>
          {short.map((phase) => (
            <li key={phase.code} className={`fq-phase-note-${phase.state}`}>
              <span className="fq-phase-number">{numberOf(phase.code)}</span> {phase.title}{' '}
              <span className="fq-number">{phase.times}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
