// What can be wrong with the two files, each with its sentence in both languages. All of it is reported, not the first
// mistake alone: whoever mends a file wants to mend it once.
import { type Static, Type } from '@sinclair/typebox';
import { OneOf } from '../../platform/http/index.ts';

export const InputProblemSchema = Type.Object({
  file: OneOf(['balances', 'payments']),
  line: Type.Integer({ description: 'From 1; the line the row ends on' }),
  column: Type.String({ description: 'The name in the header; empty when the whole row is meant' }),
  en: Type.String(),
  zh: Type.String(),
});
export type InputProblem = Static<typeof InputProblemSchema>;
export type InputFile = InputProblem['file'];

/** Problems beyond these are counted, not kept. */
export const MAX_PROBLEMS = 100;

export class InputProblems {
  readonly kept: InputProblem[] = [];
  count = 0;

  add(file: InputFile, line: number, column: string, [en, zh]: Sentence): void {
    this.count += 1;
    if (this.kept.length < MAX_PROBLEMS) this.kept.push({ file, line, column, en, zh });
  }
}

export type Sentence = readonly [en: string, zh: string];

/** A cell of any length and content, fit to stand in a sentence. */
function quoted(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}]/gu, '·');
  return visible.length > 40 ? `${visible.slice(0, 40)}…` : visible;
}

export const SAY = {
  notCsv: (reason: string): Sentence => [`This is not CSV: ${reason}`, `不是有效的 CSV：${reason}`],
  notUtf8: (): Sentence => [
    'The file is not UTF-8. Save it as "CSV UTF-8" and try again.',
    '文件不是 UTF-8 编码。请另存为“CSV UTF-8”后重试。',
  ],
  empty: (columns: string): Sentence => [
    `There is nothing under a header. The columns are ${columns}.`,
    `表头下没有内容。列为 ${columns}。`,
  ],
  columnMissing: (name: string): Sentence => [`The header has no column "${name}".`, `表头缺少“${name}”列。`],
  columnUnknown: (name: string, known: string): Sentence => [
    `The header has a column "${quoted(name)}", which is not known here. The columns are ${known}.`,
    `表头有未知的列“${quoted(name)}”。可用的列为 ${known}。`,
  ],
  columnTwice: (name: string): Sentence => [`The header names "${name}" twice.`, `表头重复出现“${name}”列。`],
  cells: (found: number, wanted: number): Sentence => [
    `The row has ${found} cells, the header ${wanted}.`,
    `该行有 ${found} 个单元格，表头有 ${wanted} 个。`,
  ],
  nameEmpty: (): Sentence => ['The name of a participant is missing.', '缺少参与者名称。'],
  nameLong: (): Sentence => ['The name has more than 60 characters.', '名称超过 60 个字符。'],
  nameTwice: (name: string, line: number): Sentence => [
    `"${quoted(name)}" stands already on line ${line}.`,
    `“${quoted(name)}”已在第 ${line} 行出现。`,
  ],
  amountMalformed: (text: string): Sentence => [
    `"${quoted(text)}" is not an amount. Write it like 1234.56, without separators or a currency.`,
    `“${quoted(text)}”不是金额。请写成 1234.56 的形式，不带千分位与币种。`,
  ],
  amountLong: (): Sentence => ['The amount has more than 20 digits before the point.', '金额整数部分超过 20 位。'],
  amountPrecise: (text: string, currency: string, digits: number): Sentence => [
    `"${quoted(text)}" has more decimals than ${currency} has (${digits}).`,
    `“${quoted(text)}”的小数位多于 ${currency} 允许的 ${digits} 位。`,
  ],
  amountNegative: (text: string): Sentence => [`"${quoted(text)}" is negative.`, `“${quoted(text)}”为负数。`],
  amountZero: (): Sentence => ['A payment has an amount above zero.', '支付金额须大于零。'],
  participantUnknown: (name: string): Sentence => [
    `"${quoted(name)}" is not among the participants of the balances file.`,
    `期初头寸文件中没有参与者“${quoted(name)}”。`,
  ],
  sameParty: (): Sentence => ['Sender and receiver are the same.', '付款方与收款方相同。'],
  priorityUnknown: (text: string): Sentence => [
    `"${quoted(text)}" is not a priority. It is highly-urgent, urgent, normal, or empty for normal.`,
    `“${quoted(text)}”不是优先级。应为 highly-urgent、urgent、normal，留空即 normal。`,
  ],
  timeMalformed: (text: string): Sentence => [
    `"${quoted(text)}" is not a time of day. Write it like 09:30 or 09:30:15.`,
    `“${quoted(text)}”不是时刻。请写成 09:30 或 09:30:15。`,
  ],
  timeMissing: (): Sentence => [
    'The time is missing, while other payments have one.',
    '缺少时刻，而其他支付业务有时刻。',
  ],
} as const;
