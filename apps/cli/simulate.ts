// `feiqian simulate`: a settlement day from two CSV files on the real engine, offline. Prints what came of it and always
// writes the report. Exit code 0 when it ran, 1 when the data is wrong, 2 when it was asked wrongly.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  figuresOf, InputProblems, readInput, renderReport, REPORT_WORDS, type Result, runDay,
} from '../../modules/simulator/index.ts'; // prettier-ignore
import { LIQUIDITY_SAVING, type LiquiditySaving } from '../../modules/settlement/index.ts';

type Language = 'en' | 'zh';

interface Options {
  readonly balances: string;
  readonly payments: string;
  readonly lsm: LiquiditySaving;
  readonly json: boolean;
  readonly report: string;
  readonly currency: string;
  readonly language: Language;
}

const USAGE =
  'Usage: npx feiqian simulate --balances balances.csv --payments payments.csv [--lsm none|bilateral|gridlock|full]\n' +
  '         [--json] [--report report.html] [--currency CNY] [--lang en|zh]';

export function simulate(args: string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: string[]): number {
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(`${options}\n${USAGE}`);
    return 2;
  }
  const { currency, language } = options;
  const texts = {
    balancesCsv: readText(options.balances, language),
    paymentsCsv: readText(options.payments, language),
  };
  if (texts.balancesCsv === undefined || texts.paymentsCsv === undefined) return 1;
  const input = readInput({ balancesCsv: texts.balancesCsv, paymentsCsv: texts.paymentsCsv, currency });
  if (input instanceof InputProblems) {
    if (options.json) process.stdout.write(`${JSON.stringify(problemsJson(input, options), null, 2)}\n`);
    else process.stderr.write(problemsText(input, options));
    return 1;
  }
  const result = runDay(input, options.lsm);
  try {
    writeFileSync(options.report, renderReport(result, { title: basename(options.payments), language }));
  } catch (error) {
    const { message } = error as Error;
    console.error(language === 'zh' ? `无法写入报告：${message}` : `The report cannot be written: ${message}`);
    return 2;
  }
  process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : summary(result, language));
  console.error(language === 'zh' ? `报告：${options.report}` : `Report: ${options.report}`);
  return 0;
}

/** The options, or a sentence that says what is wrong with them. */
function readOptions(args: string[]): Options | string {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        ...{ balances: text, payments: text, report: text, json: { type: 'boolean', default: false } },
        ...{
          lsm: { ...text, default: 'full' },
          currency: { ...text, default: 'CNY' },
          lang: { ...text, default: 'en' },
        },
      },
    });
    const { balances, payments, lsm, json, currency, lang } = values;
    if (!balances || !payments) return 'Name both files: --balances and --payments.';
    const mode = LIQUIDITY_SAVING.find((each) => each === lsm);
    if (!mode) return `--lsm is none, bilateral, gridlock or full, not "${lsm}".`;
    if (!/^[A-Z]{3}$/.test(currency)) return `--currency is an ISO 4217 code such as CNY, not "${currency}".`;
    if (lang !== 'en' && lang !== 'zh') return `--lang is en or zh, not "${lang}".`;
    const report = values.report ?? `${payments.replace(/\.csv$/i, '')}.report.html`;
    return { balances, payments, lsm: mode, json, report, currency, language: lang };
  } catch (error) {
    return (error as Error).message;
  }
}

/** Undefined, after a sentence, when it cannot be read. */
function readText(file: string, language: Language): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    console.error(language === 'zh' ? `${file}：无法读取：${message}` : `${file}: cannot be read: ${message}`);
    return undefined;
  }
}

function problemsJson({ kept, count }: InputProblems, options: Options) {
  return { problemCount: count, problems: kept.map((each) => ({ ...each, file: options[each.file] })) };
}

function problemsText({ kept, count }: InputProblems, options: Options): string {
  const isChinese = options.language === 'zh';
  const lines = kept.map(({ file, line, column, ...texts }) => {
    const place = `${options[file]}:${line}${column === '' ? '' : `  ${column}`}`;
    return `${place}  ${texts[options.language]}\n`;
  });
  const more = count - kept.length;
  if (more > 0) lines.push(isChinese ? `另有 ${more} 处问题未列出。\n` : `${more} more problems are not shown.\n`);
  const heading = isChinese ? `共 ${count} 处问题：\n` : `${count} problem${count === 1 ? '' : 's'}:\n`;
  return heading + lines.join('');
}

function summary(result: Result, language: Language): string {
  const words = REPORT_WORDS[language];
  const figures = figuresOf(words, result.minorDigits);
  const counted = (count: number, value: string) =>
    `${figures.amount(value)} (${words.payments(figures.count(count))})`;
  const { settledHow: how, turnoverRatio } = result;
  const rows: [string, string][] = [
    [words.settled, counted(result.settledCount, result.settledValue)],
    [`  ${words.direct}`, counted(how.direct.count, how.direct.value)],
    [`  ${words.fromQueue}`, counted(how.queue.count, how.queue.value)],
    [`  ${words.bilateral}`, counted(how.bilateral.count, how.bilateral.value)],
    [`  ${words.gridlock}`, counted(how.gridlock.count, how.gridlock.value)],
    [`  ${words.multilateral}`, counted(how.multilateral.count, how.multilateral.value)],
    [words.unsettled, counted(result.unsettledCount, result.unsettledValue)],
    [words.liquidityUsed, figures.amount(result.liquidityUsed)],
    [`  ${words.lower}`, figures.amount(result.lowerBound)],
    [`  ${words.upper}`, figures.amount(result.upperBound)],
    [words.turnover, turnoverRatio === null ? '–' : figures.decimal(turnoverRatio, 2)],
    [words.meanDelay, `${figures.duration(result.meanDelaySeconds)} (${words.byValue(figures.duration(result.meanDelayByValueSeconds))})`],
    [words.longest, figures.duration(result.longestDelaySeconds)],
    [words.longestQueue, words.payments(figures.count(result.longestQueue))],
  ]; // prettier-ignore
  const width = Math.max(...rows.map(([label]) => widthOf(label))) + 2;
  const lines = rows.map(([label, figure]) => `${label}${' '.repeat(width - widthOf(label))}${figure}\n`);
  const heading = `${words.lsm[result.lsm]} · ${words.inMajor(result.currency)}\n`;
  const sorted = result.reorderedCount === 0 ? '' : `${words.sorted(figures.count(result.reorderedCount))}\n`;
  return heading + sorted + lines.join('') + participantsText(result, language);
}

function participantsText({ participants, minorDigits }: Result, language: Language): string {
  const words = REPORT_WORDS[language];
  const { amount } = figuresOf(words, minorDigits);
  const heads = [words.participant, words.opening, words.sent, words.received, words.unsettled, words.creditMost, words.liquidityMost, words.closing]; // prettier-ignore
  const rows = participants.map((each) => [
    each.participant,
    ...[each.opening, each.sent, each.received, each.unsettled].map(amount),
    ...[each.creditUsedMost, each.liquidityUsed, each.closing].map(amount),
  ]);
  const widths = heads.map((head, column) => Math.max(widthOf(head), ...rows.map((row) => widthOf(row[column]!))));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => padded(cell, widths[column]!, column > 0)).join('  ').trimEnd(); // prettier-ignore
  return `\n${[heads, ...rows].map(line).join('\n')}\n`;
}

function padded(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(width - widthOf(text));
  return isRight ? space + text : text + space;
}

/** Columns on a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffdc]/.test(character) ? 2 : 1), 0);
}
