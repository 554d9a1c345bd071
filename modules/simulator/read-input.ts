// The two files of a simulated day as balances and payments, or everything that is wrong with them.
import { createHash } from 'node:crypto';
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { minorDigits, parseMinor } from '../../platform/money.ts';
import { Refusal } from '../../platform/refusal.ts';
import { PRIORITIES, type Priority } from '../settlement/index.ts';
import { type InputFile, InputProblems, SAY, type Sentence } from './input-problems.ts';
import { readTable, type TableRow } from './read-table.ts';

export interface DayInput {
  readonly currency: string;
  readonly participants: readonly GivenBalance[];
  /** In the order they enter. */
  readonly payments: readonly GivenPayment[];
  readonly hasTimes: boolean;
  readonly reorderedCount: number;
  readonly sha256: { readonly balances: string; readonly payments: string };
}

export interface GivenBalance {
  readonly name: string;
  readonly balanceMinor: bigint;
  readonly creditLineMinor: bigint;
}

export interface GivenPayment {
  readonly sender: string;
  readonly receiver: string;
  readonly amountMinor: bigint;
  readonly priority: Priority;
  /** Microseconds since midnight; without times, one second for each payment. */
  readonly enteredAt: Instant;
}

export interface InputTexts {
  readonly balancesCsv: string;
  readonly paymentsCsv: string;
  readonly currency: string;
}

const BALANCE_COLUMNS = { required: ['participant', 'balance'], optional: ['credit_line'] };
const PAYMENT_COLUMNS = { required: ['sender', 'receiver', 'amount'], optional: ['priority', 'time'] };
/** So that tables stay readable. */
const MAX_NAME = 60;
const MAX_DIGITS = 20;

/** Answers the input, or the problems when there is a single one. */
export function readInput(texts: InputTexts): DayInput | InputProblems {
  const problems = new InputProblems();
  const reader = { problems, currency: texts.currency };
  const participants = readBalances(reader, texts.balancesCsv);
  const known = new Set(participants.map(({ name }) => name));
  const rows = readTable(texts.paymentsCsv, 'payments', PAYMENT_COLUMNS, problems);
  const hasTimes = rows.some(({ cells }) => cells.time !== '');
  // Names cannot be held against balances that could not be read.
  const isKnown = (name: string) => known.size === 0 || known.has(name);
  const given = rows.map((row, index) => readPayment(reader, row, hasTimes, index, isKnown));
  if (problems.count > 0) return problems;
  const payments = [...given].sort((a, b) => a.enteredAt - b.enteredAt);
  const { currency, balancesCsv, paymentsCsv } = texts;
  const sha256 = { balances: hashOf(balancesCsv), payments: hashOf(paymentsCsv) };
  return { currency, participants, payments, hasTimes, reorderedCount: countLate(given), sha256 };
}

interface Reader {
  readonly problems: InputProblems;
  readonly currency: string;
}

function readBalances(reader: Reader, text: string): GivenBalance[] {
  const lineByName = new Map<string, number>();
  return readTable(text, 'balances', BALANCE_COLUMNS, reader.problems).map(({ line, cells }) => {
    const name = cells.participant!;
    const wrong = wrongName(name, lineByName.get(name));
    if (wrong) reader.problems.add('balances', line, 'participant', wrong);
    else lineByName.set(name, line);
    const amount = (column: string, cell: string) => readAmount(reader, 'balances', line, column, cell);
    const creditLine = cells.credit_line!;
    return {
      name,
      balanceMinor: amount('balance', cells.balance!),
      creditLineMinor: creditLine === '' ? 0n : amount('credit_line', creditLine),
    };
  });
}

function wrongName(name: string, lineBefore: number | undefined): Sentence | undefined {
  if (name === '') return SAY.nameEmpty();
  if (name.length > MAX_NAME) return SAY.nameLong();
  return lineBefore === undefined ? undefined : SAY.nameTwice(name, lineBefore);
}

function readPayment(
  reader: Reader,
  { line, cells }: TableRow,
  hasTimes: boolean,
  index: number,
  isKnown: (name: string) => boolean,
): GivenPayment {
  const { sender = '', receiver = '' } = cells;
  const wrong = (column: string, sentence: Sentence) => reader.problems.add('payments', line, column, sentence);
  for (const [column, name] of [['sender', sender], ['receiver', receiver]] as const) {
    if (name === '') wrong(column, SAY.nameEmpty());
    else if (!isKnown(name)) wrong(column, SAY.participantUnknown(name));
  } // prettier-ignore
  if (sender === receiver && sender !== '') wrong('receiver', SAY.sameParty());
  const before = reader.problems.count;
  const amountMinor = readAmount(reader, 'payments', line, 'amount', cells.amount!);
  if (amountMinor === 0n && reader.problems.count === before) wrong('amount', SAY.amountZero());
  const priority = priorityOf(cells.priority!);
  if (!priority) wrong('priority', SAY.priorityUnknown(cells.priority!));
  let enteredAt = index * MICROS_PER_SECOND;
  if (hasTimes) {
    const time = timeOf(cells.time!);
    if (time === undefined) wrong('time', cells.time === '' ? SAY.timeMissing() : SAY.timeMalformed(cells.time!));
    else enteredAt = time;
  }
  return { sender, receiver, amountMinor, priority: priority ?? 'normal', enteredAt };
}

/** Zero when it is not one; the problem is kept. */
function readAmount({ problems, currency }: Reader, file: InputFile, line: number, column: string, cell: string) {
  const sentence = (): Sentence => {
    if (/^-\d+(\.\d*)?$/.test(cell)) return SAY.amountNegative(cell);
    return SAY.amountMalformed(cell);
  };
  try {
    const amount = parseMinor(cell, currency);
    if (cell.split('.')[0]!.length <= MAX_DIGITS) return amount;
    problems.add(file, line, column, SAY.amountLong());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isPrecise = error.code === 'amount_too_precise';
    const precise = SAY.amountPrecise(cell, currency, minorDigits(currency));
    problems.add(file, line, column, isPrecise ? precise : sentence());
  }
  return 0n;
}

function priorityOf(cell: string): Priority | undefined {
  if (cell === '') return 'normal';
  const word = cell.toLowerCase().replace(/[\s_]+/g, '-');
  return PRIORITIES.find((priority) => priority === word);
}

/** Microseconds since midnight. */
function timeOf(cell: string): Instant | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(cell);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  return (hours * 3_600 + minutes * 60 + seconds) * MICROS_PER_SECOND;
}

/** Payments that stand after one with a later time. */
function countLate(payments: readonly GivenPayment[]): number {
  let latest = 0;
  let count = 0;
  for (const { enteredAt } of payments) {
    if (enteredAt < latest) count += 1;
    else latest = enteredAt;
  }
  return count;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
