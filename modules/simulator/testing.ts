// For tests: a day from short texts, and what came of it.
import { type LiquiditySaving } from '../settlement/index.ts';
import { InputProblems } from './input-problems.ts';
import { readInput } from './read-input.ts';
import { type Result } from './result.ts';
import { runDay } from './run-day.ts';

export const csv = (header: string, rows: readonly string[]): string => [header, ...rows, ''].join('\n');

/** `balances` as `A,10` or `A,10,5`; `payments` as `A,B,5`, with a priority and a time where given. */
export function aDay(balances: readonly string[], payments: readonly string[]) {
  const columns = ['sender', 'receiver', 'amount', 'priority', 'time'];
  const width = Math.max(...payments.map((row) => row.split(',').length));
  const credit = balances.some((row) => row.split(',').length === 3) ? ',credit_line' : '';
  return {
    balancesCsv: csv(`participant,balance${credit}`, balances),
    paymentsCsv: csv(columns.slice(0, width).join(','), payments),
    currency: 'CNY',
  };
}

export function runOf(day: ReturnType<typeof aDay>, lsm: LiquiditySaving): Result {
  const input = readInput(day);
  if (input instanceof InputProblems) throw new Error(`The day is wrong: ${JSON.stringify(input.kept)}`);
  return runDay(input, lsm);
}
