// A chart: ECharts loaded when first needed, in the house's colours for the current appearance, resized with its box.
// It is redrawn in place when its data change, so nothing flickers.
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { type ChartOption, type DrawnChart } from './echarts.ts';
import { dark, light, type Palette } from './tokens.ts';

export type { ChartOption };

export function Chart(props: { label: string; height: number; option: (palette: Palette) => ChartOption }) {
  const scheme = useComputedColorScheme('light');
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<DrawnChart | null>(null);
  const option = props.option(scheme === 'dark' ? dark : light);
  const latest = useRef(option);
  latest.current = option;

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let isGone = false;
    const observer = new ResizeObserver(() => chart.current?.resize());
    void import('./echarts.ts').then(({ draw }) => {
      if (isGone) return;
      chart.current = draw(element);
      chart.current.setOption(latest.current);
      observer.observe(element);
    });
    return () => {
      isGone = true;
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(latest.current, { notMerge: false });
  });

  return <div ref={box} className="fq-chart" style={{ height: props.height }} role="img" aria-label={props.label} />;
}
