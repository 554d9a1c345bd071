// Reads one CSV file that people made: columns by name in any order, or without a header in the documented one; quoted fields, a byte order mark, any line ends,
// blank lines. What is wrong is reported with its line and the reading goes on where it can.
import { CsvError, parse } from 'csv-parse/sync';
import { type InputFile, type InputProblems, SAY } from './input-problems.ts';

export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** A row's cells by the column's name; a column the file lacks reads as an empty text. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface RawRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

export function readTable(text: string, file: InputFile, columns: Columns, problems: InputProblems): TableRow[] {
  const garbled = text.indexOf('\uFFFD');
  if (garbled >= 0) {
    problems.add(file, text.slice(0, garbled).split('\n').length, '', SAY.notUtf8());
    return [];
  }
  const rows = parseRows(text, file, problems);
  if (!rows) return [];
  const known = [...columns.required, ...columns.optional];
  const given = rows[0]?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const hasHeader = given.some((name) => known.includes(name));
  const body = hasHeader ? rows.slice(1) : rows;
  if (body.length === 0) {
    problems.add(file, rows[0]?.info.lines ?? 1, '', SAY.empty(known.join(', ')));
    return [];
  }
  // Without a header the columns are in the documented order.
  const names = hasHeader ? given : known;
  if (hasHeader && !isHeaderGood(names, rows[0]!.info.lines, file, columns, problems)) return [];
  const blank = Object.fromEntries(known.map((name) => [name, '']));
  return body.flatMap(({ record, info }) => {
    // Optional cells at the end of a row may be left out.
    const isWhole = names.every((name, index) => index < record.length || columns.optional.includes(name));
    if (!isWhole || record.length > names.length) {
      problems.add(file, info.lines, '', SAY.cells(record.length, names.length));
      return [];
    }
    const cells: Record<string, string> = { ...blank };
    for (const [index, name] of names.entries()) cells[name] = record[index]?.trim() ?? '';
    return [{ line: info.lines, cells }];
  });
}

function parseRows(text: string, file: InputFile, problems: InputProblems): RawRow[] | undefined {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 100_000,
    }) as unknown as RawRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as unknown as { lines?: number };
    problems.add(file, lines ?? 1, '', SAY.notCsv(error.message));
    return undefined;
  }
}

function isHeaderGood(
  names: readonly string[],
  line: number,
  file: InputFile,
  { required, optional }: Columns,
  problems: InputProblems,
): boolean {
  const before = problems.count;
  const known = [...required, ...optional];
  for (const name of required) if (!names.includes(name)) problems.add(file, line, name, SAY.columnMissing(name));
  for (const [index, name] of names.entries()) {
    if (!known.includes(name)) problems.add(file, line, name, SAY.columnUnknown(name, known.join(', ')));
    else if (names.indexOf(name) !== index) problems.add(file, line, name, SAY.columnTwice(name));
  }
  return problems.count === before;
}
