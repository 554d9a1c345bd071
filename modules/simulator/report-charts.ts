// The report's charts as inline SVG: no program runs in a report, and it prints as it shows.
import { escaped } from './report-figures.ts';

export interface Series {
  readonly name: string;
  /** A colour of report-style.ts. */
  readonly tone: 'settled' | 'queued' | 'refused' | 'seal' | 'soft' | 'ink';
  readonly kind: 'area' | 'line' | 'bars';
  readonly values: readonly number[];
}

interface Level {
  readonly name: string;
  readonly value: number;
}

const WIDTH = 720;
const LEFT = 64;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 22;

/** Series over the spans of the day, with levels as dashed lines across. */
export function timeChart(chart: {
  readonly title: string;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly levels?: readonly Level[];
  readonly format: (value: number) => string;
  /** Whole numbers only on the axis. */
  readonly isCount?: boolean;
}): string {
  const { labels, series, levels = [], height, format } = chart;
  const top = Math.max(...series.flatMap(({ values }) => values), ...levels.map(({ value }) => value), 0);
  const steps = niceSteps(top, chart.isCount ? 1 : 0);
  const most = steps.at(-1)!;
  const base = height - BOTTOM;
  const y = (value: number) => round(base - (value / most) * (base - TOP));
  const slot = (WIDTH - LEFT - RIGHT) / labels.length;
  const x = (index: number) => round(LEFT + slot * (index + 0.5));
  const grid = steps.map(
    (step) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(step)}" y2="${y(step)}"/>` +
      `<text class="axis" x="${LEFT - 8}" y="${y(step) + 4}" text-anchor="end">${format(step)}</text>`,
  );
  const every = Math.ceil(labels.length / 10);
  const ticks = labels.flatMap((label, index) =>
    index % every === 0
      ? [`<text class="axis" x="${x(index)}" y="${height - 4}" text-anchor="middle">${escaped(label)}</text>`]
      : [],
  );
  const drawn = series.map((each) => drawSeries(each, { x, y, base, slot }));
  const lines = levels.map(
    ({ name, value }) =>
      `<line class="level" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value)}" y2="${y(value)}"/>` +
      `<text class="axis" x="${WIDTH - RIGHT}" y="${y(value) - 4}" text-anchor="end">${escaped(name)} ${format(value)}</text>`,
  );
  const svg = `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(chart.title)}">${[...grid, ...drawn, ...lines, ...ticks].join('')}</svg>`;
  return `<figure><figcaption>${escaped(chart.title)}${legend(series)}</figcaption>${svg}</figure>`;
}

interface Plane {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly base: number;
  readonly slot: number;
}

function drawSeries({ kind, tone, values }: Series, { x, y, base, slot }: Plane): string {
  if (kind === 'bars') {
    const width = round(Math.min(slot * 0.7, 40));
    return values
      .map((value, index) =>
        value === 0
          ? ''
          : `<rect class="fill-${tone}" x="${round(x(index) - width / 2)}" y="${y(value)}" width="${width}" height="${round(base - y(value))}"/>`,
      )
      .join('');
  }
  // One span has no line to draw: a mark across it stands for it.
  const ends = values.length === 1 ? [x(0) - 20, x(0) + 20] : values.map((_value, index) => x(index));
  const points = ends.map((at, index) => `${at},${y(values[Math.min(index, values.length - 1)]!)}`).join(' ');
  const area = `<polygon class="wash-${tone}" points="${ends[0]},${base} ${points} ${ends.at(-1)},${base}"/>`;
  return `${kind === 'area' ? area : ''}<polyline class="line-${tone}" points="${points}"/>`;
}

function legend(series: readonly Series[]): string {
  if (series.length < 2) return '';
  return series
    .map(({ name, tone }) => ` <span class="key"><i class="back-${tone}"></i>${escaped(name)}</span>`)
    .join('');
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly tone: Series['tone'];
}

/** Horizontal bars with their figures beside them. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const share = (value: number) => (most === 0 ? 0 : round((value / most) * 100));
  const rows = bars.map(
    ({ label, value, text, tone }) =>
      `<tr><th scope="row">${escaped(label)}</th><td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">` +
      `<rect class="fill-${tone}" width="${share(value)}" height="10"/></svg></td><td class="number">${escaped(text)}</td></tr>`,
  );
  return `<figure><figcaption>${escaped(title)}</figcaption><table class="bars"><tbody>${rows.join('')}</tbody></table></figure>`;
}

/** 0 and up to five even steps that reach the value: 1, 2, 2.5 or 5 times a power of ten. */
function niceSteps(most: number, least: number): number[] {
  if (most <= 0) return [0, 1];
  const raw = Math.max(most / 4, least);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10]
    .map((each) => each * power)
    .find((each) => each >= raw * 0.999 && (least === 0 || Number.isInteger(each)))!;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_unused, index) => index * step);
}

const round = (value: number): number => Math.round(value * 10) / 10;
