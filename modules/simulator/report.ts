// The report of a simulated day: one HTML file that needs nothing else, fit for the appendix of a paper.
import { barChart, timeChart } from './report-charts.ts';
import { escaped, type Figures, figuresOf } from './report-figures.ts';
import { REPORT_STYLE } from './report-style.ts';
import { type Language, REPORT_WORDS, type ReportWords } from './report-words.ts';
import { DELAY_CLASSES, type ParticipantResult, type Result } from './result.ts';

export interface ReportOptions {
  /** What people call the study: the name of the run or of the payments file. */
  readonly title: string;
  readonly language: Language;
}

/** Participants drawn one by one; the table has all of them. */
const MOST_BARS = 20;

interface Sheet {
  readonly result: Result;
  readonly words: ReportWords;
  readonly figures: Figures;
}

export function renderReport(result: Result, { title, language }: ReportOptions): string {
  const words = REPORT_WORDS[language];
  const sheet = { result, words, figures: figuresOf(words, result.minorDigits) };
  const body = [heading(sheet, title), keyFigures(sheet), overTheDay(sheet), liquidity(sheet), settlement(sheet), participants(sheet), method(sheet)]; // prettier-ignore
  return (
    `<!doctype html>\n<html lang="${words.locale}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escaped(title)} · ${words.kind}</title>` +
    `<link rel="icon" href="data:,"><style>${REPORT_STYLE}</style></head>\n<body><main>\n${body.join('\n')}\n</main></body></html>\n`
  );
}

function heading({ result, words, figures }: Sheet, title: string): string {
  const span = `${result.firstEntry} – ${result.lastEntry}`;
  const parts = [
    words.lsm[result.lsm],
    words.participantsOf(figures.count(result.participants.length)),
    words.payments(figures.count(result.paymentCount)),
    `${result.hasTimes ? words.timeAxis : words.entriesAxis} ${span}`,
    words.inMajor(result.currency),
  ];
  return (
    `<header><div class="mark" lang="zh">飞钱</div><p class="soft">${words.kind}</p><h1>${escaped(title)}</h1>` +
    `<p class="soft">${escaped(parts.join(' · '))}</p></header>`
  );
}

function keyFigures({ result, words, figures }: Sheet): string {
  const key = (label: string, figure: string, note: string, tone = '') =>
    `<div><span>${label}</span><b class="${tone}">${figure}</b><span>${note}</span></div>`;
  const counted = (count: number, value: string) =>
    `${words.payments(figures.count(count))} · ${words.ofValue(figures.share(value, result.paymentValue))}`;
  const { turnoverRatio, unsettledCount } = result;
  return `<section class="keys">${[
    key(words.settled, figures.amount(result.settledValue), counted(result.settledCount, result.settledValue), 'tone-settled'),
    key(words.unsettled, figures.amount(result.unsettledValue), counted(unsettledCount, result.unsettledValue), unsettledCount > 0 ? 'tone-refused' : ''),
    key(words.liquidityUsed, figures.amount(result.liquidityUsed), words.ofAvailable(figures.share(result.liquidityUsed, result.liquidityAvailable))),
    key(words.turnover, turnoverRatio === null ? '–' : figures.decimal(turnoverRatio, 2), words.turnoverNote),
    key(words.meanDelay, figures.duration(result.meanDelaySeconds), words.byValue(figures.duration(result.meanDelayByValueSeconds))),
    key(words.longestQueue, words.payments(figures.count(result.longestQueue)), result.longestQueue > 0 ? words.at(result.longestQueueAt) : '&nbsp;'),
  ].join('')}</section>`; // prettier-ignore
}

function overTheDay({ result, words, figures }: Sheet): string {
  const { series } = result;
  const labels = series.map(({ time }) => time);
  const values = (key: 'enteredValue' | 'settledValue' | 'queuedValue') =>
    series.map((point) => figures.major(point[key]));
  const format = figures.compact;
  return [
    `<h2>${words.overDay}</h2>`,
    timeChart({ title: words.flows, height: 200, labels, format, series: [
      { name: words.settled, tone: 'settled', kind: 'bars', values: values('settledValue') },
      { name: words.entered, tone: 'ink', kind: 'line', values: values('enteredValue') },
    ] }),
    timeChart({ title: words.queuedValue, height: 160, labels, format, series: [
      { name: words.queuedValue, tone: 'queued', kind: 'area', values: values('queuedValue') },
    ] }),
    timeChart({ title: words.queuedCount, height: 140, labels, format, isCount: true, series: [
      { name: words.queuedCount, tone: 'queued', kind: 'line', values: series.map(({ queuedCount }) => queuedCount) },
    ] }),
  ].join('\n'); // prettier-ignore
}

function liquidity({ result, words, figures }: Sheet): string {
  const { series, lowerBound, upperBound, liquidityUsed, liquidityAvailable } = result;
  const bar = (label: string, minor: string, tone: 'soft' | 'settled' | 'ink') => ({
    label,
    value: figures.major(minor),
    text: figures.amount(minor),
    tone,
  });
  return [
    `<h2>${words.liquidityHeading}</h2>`,
    timeChart({
      title: words.liquidity,
      height: 180,
      labels: series.map(({ time }) => time),
      format: figures.compact,
      series: [
        {
          name: words.liquidity,
          tone: 'settled',
          kind: 'area',
          values: series.map((point) => figures.major(point.liquidityInUse)),
        },
      ],
    }),
    barChart(words.bounds, [
      bar(words.lower, lowerBound, 'soft'),
      bar(words.used, liquidityUsed, 'settled'),
      bar(words.upper, upperBound, 'soft'),
      bar(words.available, liquidityAvailable, 'ink'),
    ]),
    `<p class="soft small">${words.boundsNote}</p>`,
  ].join('\n');
}

function settlement(sheet: Sheet): string {
  const { result, words, figures } = sheet;
  const { settledHow: how, unsettledCount, unsettledValue } = result;
  const row = (label: string, { count, value }: { count: number; value: string }) =>
    `<tr><th scope="row">${escaped(label)}</th><td class="number">${figures.count(count)}</td>` +
    `<td class="number">${figures.amount(value)}</td><td class="number">${figures.share(value, result.paymentValue)}</td></tr>`;
  const table = (label: string, rows: string[]) =>
    `<div><h2>${label}</h2><table><thead><tr><th>&nbsp;</th><th>${words.count}</th><th>${words.value}</th><th>${words.share}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  const ways = [
    row(words.direct, how.direct),
    row(words.fromQueue, how.queue),
    row(words.bilateral, how.bilateral),
    row(words.gridlock, how.gridlock),
    row(words.multilateral, how.multilateral),
    row(words.unsettled, { count: unsettledCount, value: unsettledValue }),
  ];
  const delays = result.delays.map((each, index) => row(delayLabel(sheet, index), each));
  const facts = [
    [words.meanDelay, figures.duration(result.meanDelaySeconds)],
    [words.meanByValue, figures.duration(result.meanDelayByValueSeconds)],
    [words.meanOfQueued, figures.duration(result.meanDelayOfQueuedSeconds)],
    [words.longest, figures.duration(result.longestDelaySeconds)],
    [words.indicator, figures.decimal(result.delayIndicator, 4)],
  ].map(([label, figure]) => `<dt>${label}</dt><dd>${figure}</dd>`);
  return (
    `<div class="columns">${table(words.how, ways)}${table(words.delays, delays)}</div>` +
    `<h2>${words.delayFigures}</h2><dl>${facts.join('')}</dl>`
  );
}

function delayLabel({ words, figures }: Sheet, index: number): string {
  if (index === 0) return words.delayAtOnce;
  const most = DELAY_CLASSES[index];
  return most === undefined
    ? words.delayLonger(figures.duration(DELAY_CLASSES.at(-1)!))
    : words.delayUpTo(figures.duration(most));
}

function participants({ result, words, figures }: Sheet): string {
  const rows = result.participants;
  const amounts = ['opening', 'creditLine', 'sent', 'received', 'unsettled', 'creditUsedMost', 'liquidityUsed', 'closing'] as const; // prettier-ignore
  const heads = [words.participant, words.opening, words.creditLine, words.sent, words.received, words.unsettled, words.creditMost, words.liquidityMost, words.closing]; // prettier-ignore
  const cells = (cell: (key: (typeof amounts)[number]) => string) =>
    amounts.map((key) => `<td class="number">${figures.amount(cell(key))}</td>`).join('');
  const total = (key: (typeof amounts)[number]) => String(rows.reduce((sum, row) => sum + BigInt(row[key]), 0n));
  return (
    `<h2>${words.participants}</h2>${barChart(words.usedBy, usedBars(rows, words, figures))}` +
    `<div class="wide"><table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead>` +
    `<tbody>${rows.map((row) => `<tr><th scope="row">${escaped(row.participant)}</th>${cells((key) => row[key])}</tr>`).join('')}</tbody>` +
    `<tfoot><tr><th scope="row">${words.total}</th>${cells(total)}</tr></tfoot></table></div>`
  );
}

function usedBars(rows: readonly ParticipantResult[], words: ReportWords, figures: Figures) {
  const sorted = [...rows].sort((a, b) => Number(BigInt(b.liquidityUsed) - BigInt(a.liquidityUsed)));
  const rest = sorted.slice(MOST_BARS);
  const bar = (label: string, minor: string) => ({
    label,
    value: figures.major(minor),
    text: figures.amount(minor),
    tone: 'settled' as const,
  });
  const shown = sorted.slice(0, MOST_BARS).map((row) => bar(row.participant, row.liquidityUsed));
  if (rest.length === 0) return shown;
  const sum = rest.reduce((total, row) => total + BigInt(row.liquidityUsed), 0n);
  const others = { ...bar(words.others(figures.count(rest.length)), String(sum)), tone: 'soft' as const };
  return [...shown, others];
}

function method({ result, words, figures }: Sheet): string {
  const { lsm, hasTimes, reorderedCount, inputs } = result;
  const reordered = reorderedCount > 0 ? figures.count(reorderedCount) : undefined;
  const day = { hasTimes, reordered, isFull: lsm === 'full', optimises: lsm === 'gridlock' || lsm === 'full' };
  const file = (label: string, { rows, sha256 }: { rows: number; sha256: string }) =>
    `<dt>${label}</dt><dd>${words.rows(figures.count(rows))} · <code>SHA-256 ${sha256}</code></dd>`;
  return (
    `<h2>${words.method}</h2>${words.methodText(day).map((text) => `<p>${text}</p>`).join('')}` +
    `<dl>${words.definitions.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join('')}</dl>` +
    `<h2>${words.inputs}</h2><dl>${file(words.balancesFile, inputs.balances)}${file(words.paymentsFile, inputs.payments)}</dl>`
  ); // prettier-ignore
}
