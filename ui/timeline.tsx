// What happened to a thing, top to bottom: exact times, and how long each step took.
import { type ReactNode } from 'react';
import { formatDuration } from './format.ts';
import { Moment } from './figures.tsx';
import { Anchor } from './link.tsx';
import { useLocale, useWords } from './locale.tsx';

export interface TimelineItem {
  key: string;
  at: string;
  title: ReactNode;
  text?: ReactNode;
  tone?: 'settled' | 'queued' | 'refused' | 'plain';
}

/** Microseconds of a moment, so that steps within one millisecond still differ. */
function microsOf(moment: string): number {
  const micros = (/\.(\d+)/.exec(moment)?.[1] ?? '').padEnd(6, '0').slice(3, 6);
  return Date.parse(moment) * 1_000 + Number(micros);
}

export function Timeline({ items }: { items: TimelineItem[] }) {
  const { language } = useLocale();
  return (
    <ol className="fq-timeline">
      {items.map((item, index) => {
        const before = items[index - 1];
        const millis = before ? (microsOf(item.at) - microsOf(before.at)) / 1_000 : 0;
        return (
          <li key={item.key} className={`fq-step fq-step-${item.tone ?? 'plain'}`}>
            <span className="fq-step-time">
              <Moment at={item.at} precision="micro" />
              {before && millis > 0 && <span className="fq-soft fq-small">+{formatDuration(millis, language)}</span>}
            </span>
            <span className="fq-step-mark" aria-hidden="true" />
            <div className="fq-step-body">
              <span className="fq-step-title">{item.title}</span>
              {item.text && <span className="fq-soft"> {item.text}</span>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

export interface TrailItem {
  at: string;
  actor: string;
  text: string;
  reason: string | null;
  /** Where its proof is shown. */
  proof?: string | undefined;
}

/** Who did what, when and why. */
export function AuditTrail({ acts, withDate = false }: { acts: TrailItem[]; withDate?: boolean }) {
  const words = useWords();
  if (acts.length === 0) return <p className="fq-soft">{words.noActs}</p>;
  return (
    <ol className={withDate ? 'fq-trail fq-trail-dated' : 'fq-trail'}>
      {acts.map((act, index) => (
        <li key={`${act.at}${index}`}>
          <span className="fq-soft">
            <Moment at={act.at} withDate={withDate} />
          </span>
          <span className="fq-trail-actor">{act.actor}</span>
          <span>
            {act.text}
            {act.reason && <span className="fq-soft"> — {act.reason}</span>}{' '}
            {act.proof && <Anchor to={act.proof}>{words.proof}</Anchor>}
          </span>
        </li>
      ))}
    </ol>
  );
}
