// The design system's counter: what a console may use. Nobody outside this folder imports Mantine or ECharts.
export { ActButton, type ActButtonProps } from './act-button.tsx';
export { Bars, Sparkline } from './bars.tsx';
export { CommandPalette, type Command } from './command-palette.tsx';
export { ConfirmAction, type ConfirmActionProps } from './confirm-action.tsx';
export { CopyableId, copyText, shortened } from './copyable-id.tsx';
export { DataTable, SmallTable, type Column, type DataTableProps, type ListView } from './data-table.tsx';
export { EnvironmentTag, type EnvironmentName } from './environment-tag.tsx';
export { saveFile } from './export-csv.ts';
export {
  AmountField,
  ChoicesField,
  CountField,
  DateField,
  LongTextField,
  MomentField,
  SearchField,
  SelectField,
  TextField,
  type Choice,
} from './fields.tsx';
export { Amount, BusinessDate, Duration, Moment } from './figures.tsx';
export { FileDrop, type ChosenFile } from './file-drop.tsx';
export * from './format.ts';
export { Frame, type Place } from './frame.tsx';
export { HeatMap, type HeatMapCell } from './heat-map.tsx';
export { KeyFigure, KeyFigures } from './key-figure.tsx';
export { Anchor } from './link.tsx';
export { LiquidityChart } from './liquidity-chart.tsx';
export { useLocale, type Language, type Locale } from './locale.tsx';
export { EmptyState, ProblemNotice, Waiting, type ProblemShape } from './notices.tsx';
export { Facts, PageHeader, Section } from './page-header.tsx';
export { PersonMenu } from './person-menu.tsx';
export { PhaseBar } from './phase-bar.tsx';
export { UiProvider } from './provider.tsx';
export { Note, Sheet } from './sheet.tsx';
export { StatusBadge, type Tone } from './status-badge.tsx';
export { ActMenu, ChoiceSwitch, LanguageSwitch, Tabs, ThemeSwitch } from './switches.tsx';
export { TimeChart, type TimeSeries } from './time-chart.tsx';
export { AuditTrail, Timeline, type TimelineItem } from './timeline.tsx';
export { XmlView, type MarkedLine } from './xml-view.tsx';
