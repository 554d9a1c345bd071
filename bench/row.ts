// A line of the benchmark's table, and the table as people and machines read it.

export interface Row {
  /** What was measured: `books, 10,000 accounts at random`. */
  readonly name: string;
  /** In `unit`. */
  readonly rate: number;
  /** `transfers/s`, `payments/s`, `s`. */
  readonly unit: string;
  /** Milliseconds from handing a command in to its answer. */
  readonly p50?: number;
  readonly p99?: number;
  /** Resident memory of the Node process at the end of the row, in MB. */
  readonly memoryMb?: number;
  /** The rate it is held against, from the same run on the same PostgreSQL. */
  readonly baseline?: number;
  /** rate ÷ baseline. */
  readonly ratio?: number;
  /** A remark in a few words. */
  readonly note?: string;
}

/** What a suite of rows is given. */
export interface BenchContext {
  /** A new migrated database on the benchmark's PostgreSQL; answers its address. */
  readonly freshDatabase: () => Promise<string>;
  /** The PostgreSQL server's process id, for memory. */
  readonly postgresPid: number;
  /** Everything, however long it takes: `--long`. */
  readonly isLong: boolean;
  /** Rates of the plain design: one transfer per transaction with row locks, 16 clients. */
  readonly baseline: { readonly random: number; readonly hot: number };
  /** Takes a row as soon as it is known. */
  readonly report: (row: Row) => void;
}

export type Suite = (context: BenchContext) => Promise<void>;

export const TABLE_HEAD = line(['', 'rate', 'unit', 'p50 ms', 'p99 ms', 'MB', 'baseline', 'ratio', '']);

export function tableLine(row: Row): string {
  return line([
    row.name,
    figure(row.rate),
    row.unit,
    row.p50 === undefined ? '' : row.p50.toFixed(1),
    row.p99 === undefined ? '' : row.p99.toFixed(1),
    row.memoryMb === undefined ? '' : figure(row.memoryMb),
    row.baseline === undefined ? '' : figure(row.baseline),
    row.ratio === undefined ? '' : `${row.ratio.toFixed(1)}×`,
    row.note ?? '',
  ]);
}

function line([name, rate, unit, p50, p99, memory, baseline, ratio, note]: readonly string[]): string {
  return [
    name!.padEnd(52),
    rate!.padStart(10),
    unit!.padEnd(12),
    p50!.padStart(8),
    p99!.padStart(8),
    memory!.padStart(7),
    baseline!.padStart(9),
    ratio!.padStart(8),
    note!,
  ]
    .join(' ')
    .trimEnd();
}

function figure(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
