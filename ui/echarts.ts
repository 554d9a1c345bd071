// The parts of ECharts we draw with, as one lazy chunk. Nothing else imports ECharts.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = EChartsCoreOption;
export type DrawnChart = EChartsType;

export function draw(element: HTMLElement): DrawnChart {
  return init(element, null, { renderer: 'svg' });
}
