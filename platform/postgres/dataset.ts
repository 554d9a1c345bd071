// What of a module's tables belongs to an organisation, as data: which rows, which columns, and in which open format they are
// taken away. Rows are read a few at a time, so that memory does not grow with them.
import { type ClientBase } from 'pg';

/** Whose rows: `:organisation`, `:participant`, `:book` and `:accounts` in a dataset's SQL. */
export interface DatasetOf {
  readonly organisation: string;
  /** Empty when it takes no part in settlement. */
  readonly participant: string;
  readonly book: number;
  /** Its accounts in the ledger. */
  readonly accounts: readonly number[];
}

export interface Dataset {
  /** Of the file, without its ending: `people/sessions`. */
  readonly name: string;
  readonly table: string;
  /** `xml`: a file a row, of its columns `name` and `xml`. */
  readonly format: 'jsonl' | 'csv' | 'xml';
  /** Columns that are named, or are SQL with a name; no secret is among them. */
  readonly columns: string;
  /** `where …` and `order by …`, of the table as `t`. */
  readonly rest: string;
}

const TYPES = { organisation: 'text', participant: 'text', book: 'int4', accounts: 'int8[]' } as const;

const ROWS_A_READ = 200;
/** Two bodies of 64 MB at most. */
const BODIES_A_READ = 2;

const JSON_TYPES = new Set([114, 3802]);
const BOOLEAN = 16;
const SMALL_NUMBERS = new Set([21, 23]);
const MOMENTS = new Set([1184]);

/** Numbers that may be large, and moments, stay texts. */
function parserOf(type: number): (text: string) => unknown {
  if (JSON_TYPES.has(type)) return (text) => JSON.parse(text) as unknown;
  if (type === BOOLEAN) return (text) => text === 't';
  if (SMALL_NUMBERS.has(type)) return Number;
  if (MOMENTS.has(type)) return (text) => text.replace(' ', 'T').replace(/\+00$/, 'Z');
  return (text) => text;
}

/** Within a transaction of the client's; its rows in their order, each as an object. */
export async function* readDataset(
  client: ClientBase,
  { table, columns, rest, format }: Dataset,
  of: DatasetOf,
): AsyncGenerator<Record<string, unknown>> {
  const values: unknown[] = [];
  const text = `select ${columns} from ${table} t ${rest}`.replace(/:(organisation|participant|book|accounts)\b/g, (_, name: keyof DatasetOf) => {
    values.push(of[name]);
    return `$${values.length}::${TYPES[name]}`;
  }); // prettier-ignore
  await client.query(`set local timezone to 'UTC'`);
  await client.query(`declare taken no scroll cursor for ${text}`, values);
  const atOnce = format === 'xml' ? BODIES_A_READ : ROWS_A_READ;
  for (;;) {
    const { rows } = await client.query<Record<string, unknown>>({
      text: `fetch ${atOnce} from taken`,
      types: { getTypeParser: parserOf as never },
    });
    yield* rows;
    if (rows.length < atOnce) break;
  }
  await client.query('close taken');
}
