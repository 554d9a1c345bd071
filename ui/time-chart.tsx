// Series over time with the house's axes: the one chart most pages need.
import { Chart, type ChartOption } from './chart.tsx';
import { compactNumber, formatRatio, formatTime } from './format.ts';
import { useLocale, type Locale } from './locale.tsx';
import { faded, type Palette } from './tokens.ts';

export interface TimeSeries {
  name: string;
  /** [moment or label, value]; null leaves a gap. */
  points: [string, number | null][];
  tone: keyof Palette;
  kind: 'bar' | 'line' | 'area' | 'step';
  isDashed?: boolean;
  /** 1 draws against the right-hand axis. */
  axis?: 0 | 1;
}

export function TimeChart(props: {
  label: string;
  height: number;
  series: TimeSeries[];
  /** Moments on a time axis, or labels in their order. */
  isLabelled?: boolean;
  now?: string;
  from?: string;
  to?: string;
  unit?: string;
}) {
  const locale = useLocale();
  return <Chart label={props.label} height={props.height} option={(palette) => optionOf(props, palette, locale)} />;
}

type Props = Parameters<typeof TimeChart>[0];

function optionOf(props: Props, palette: Palette, locale: Locale): ChartOption {
  const hasRightAxis = props.series.some((series) => series.axis === 1);
  const text = { color: palette.soft, fontFamily: 'Inter Variable, Noto Sans CJK SC, sans-serif', fontSize: 11 };
  const valueAxis = (position: 'left' | 'right') => ({
    type: 'value',
    position,
    axisLabel: { ...text, formatter: (value: number) => compactNumber(value, locale.language) },
    splitLine: { show: position === 'left', lineStyle: { color: palette.faint } },
    splitNumber: 4,
  });
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: hasRightAxis ? 8 : 16, top: 28, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'rect', itemWidth: 10, itemHeight: 3, textStyle: { ...text, fontSize: 12 } },
    tooltip: {
      trigger: 'axis',
      backgroundColor: palette.raised,
      borderColor: palette.faint,
      textStyle: { ...text, color: palette.ink, fontSize: 12 },
      axisPointer: { lineStyle: { color: palette.soft }, label: { show: false } },
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? formatRatio(value, locale.language, locale.minorDigits) : '–',
    },
    xAxis: props.isLabelled
      ? {
          type: 'category',
          axisLabel: text,
          axisLine: { lineStyle: { color: palette.faint } },
          axisTick: { show: false },
        }
      : {
          type: 'time',
          ...(props.from ? { min: Date.parse(props.from) } : {}),
          ...(props.to ? { max: Date.parse(props.to) } : {}),
          axisLabel: {
            ...text,
            hideOverlap: true,
            formatter: (value: number) => formatTime(new Date(value).toISOString(), locale, 'minute'),
          },
          axisLine: { lineStyle: { color: palette.faint } },
          axisTick: { show: false },
          splitLine: { show: false },
        },
    yAxis: hasRightAxis ? [valueAxis('left'), valueAxis('right')] : [valueAxis('left')],
    series: props.series.map((series, index) =>
      seriesOf(series, palette, index === 0 ? props.now : undefined, props.isLabelled),
    ),
  };
}

function seriesOf(series: TimeSeries, palette: Palette, now: string | undefined, isLabelled = false) {
  const colour = palette[series.tone];
  const data = series.points.map(([at, value]) => [isLabelled ? at : Date.parse(at), value]);
  const common = { name: series.name, data, yAxisIndex: series.axis ?? 0, itemStyle: { color: colour } };
  const markLine = now
    ? {
        silent: true,
        symbol: 'none',
        label: { show: false },
        lineStyle: { color: palette.ink, width: 1, type: 'solid' },
        data: [{ xAxis: Date.parse(now) }],
      }
    : undefined;
  if (series.kind === 'bar') return { ...common, type: 'bar', barCategoryGap: '20%', barGap: '-100%', markLine };
  return {
    ...common,
    type: 'line',
    showSymbol: false,
    step: series.kind === 'step' ? 'end' : false,
    lineStyle: { color: colour, width: 1.5, type: series.isDashed ? 'dashed' : 'solid' },
    areaStyle: series.kind === 'area' ? { color: faded(colour, 0.16) } : undefined,
    markLine,
  };
}
