// Small drawings without a chart library: bars in a list, a spark of a series.
import { type ReactNode } from 'react';

/** Rows of a name, a bar and figures: part filled from what is covered, the rest in the tone of what is short. */
export function Bars(props: {
  rows: { key: string; name: ReactNode; covered: number; short: number; figures: ReactNode; title?: string }[];
}) {
  const most = Math.max(1, ...props.rows.map((row) => row.covered + row.short));
  return (
    <ul className="fq-bars">
      {props.rows.map((row) => (
        <li key={row.key} title={row.title}>
          <span className="fq-bars-name">{row.name}</span>
          <span className="fq-bars-track" aria-hidden="true">
            <span className="fq-bars-covered" style={{ width: `${(row.covered / most) * 100}%` }} />
            <span className="fq-bars-short" style={{ width: `${(row.short / most) * 100}%` }} />
          </span>
          <span className="fq-bars-figures">{row.figures}</span>
        </li>
      ))}
    </ul>
  );
}

export function Sparkline({ values, label }: { values: number[]; label: string }) {
  const most = Math.max(1, ...values);
  const step = values.length > 1 ? 100 / (values.length - 1) : 100;
  const points = values.map((value, index) => `${(index * step).toFixed(2)},${(24 - (value / most) * 22).toFixed(2)}`);
  return (
    <svg className="fq-spark" viewBox="0 0 100 26" preserveAspectRatio="none" role="img" aria-label={label}>
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
