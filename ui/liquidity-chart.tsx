// A participant's day: balance as an area with credit line and reserve as lines and the projection dashed; below it,
// what came in above the axis and what went out mirrored under it.
import { majorNumber } from './format.ts';
import { useLocale, useWords } from './locale.tsx';
import { TimeChart } from './time-chart.tsx';

export interface LiquidityChartDay {
  opensAt: string;
  closesAt: string;
  now: string;
  points: { at: string; balance: string; creditLine: string; reserve: string; paidIn: string; paidOut: string }[];
  projection: { at: string; balance: string }[];
}

export function LiquidityChart({ day, label }: { day: LiquidityChartDay; label: string }) {
  const { minorDigits } = useLocale();
  const words = useWords();
  const figure = (minor: string) => majorNumber(minor, minorDigits);
  const last = day.points.at(-1);
  const bridge: [string, number][] = last ? [[last.at, figure(last.balance)]] : [];
  const time = { from: day.opensAt, to: day.closesAt, now: day.now };
  return (
    <div>
      <TimeChart
        label={label}
        height={260}
        {...time}
        series={[
          {
            name: words.balance,
            tone: 'settled',
            kind: 'area',
            points: day.points.map((p) => [p.at, figure(p.balance)]),
          },
          {
            name: words.creditLine,
            tone: 'refused',
            kind: 'step',
            points: day.points.map((p) => [p.at, -figure(p.creditLine)]),
          },
          {
            name: words.reserve,
            tone: 'queued',
            kind: 'step',
            points: day.points.map((p) => [p.at, figure(p.reserve)]),
          },
          {
            name: words.projected,
            tone: 'settled',
            kind: 'line',
            isDashed: true,
            points: [...bridge, ...day.projection.map((p): [string, number] => [p.at, figure(p.balance)])],
          },
        ]}
      />
      <TimeChart
        label={`${words.paidIn} / ${words.paidOut}`}
        height={150}
        {...time}
        series={[
          { name: words.paidIn, tone: 'settled', kind: 'bar', points: day.points.map((p) => [p.at, figure(p.paidIn)]) },
          {
            name: words.paidOut,
            tone: 'queued',
            kind: 'bar',
            points: day.points.map((p) => [p.at, -figure(p.paidOut)]),
          },
        ]}
      />
    </div>
  );
}
