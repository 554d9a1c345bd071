// Bulk rows into a table by binary COPY, the fastest way PostgreSQL takes them. It works on the first rows while the
// later ones are still being encoded.
import { type ClientBase } from 'pg';
import { CopyIn } from './copy-in.ts';
import { Wire } from './wire.ts';

/** What each column type takes; undefined (and null) is NULL. A timestamptz is an Instant, a date `2027-04-14`. */
interface ValueByType {
  int2: number;
  int4: number;
  int8: number;
  numeric: bigint;
  bool: boolean;
  uuid: string;
  text: string;
  bytea: Uint8Array;
  timestamptz: number;
  date: string;
  /** Anything JSON can say; bigints must be strings already. */
  jsonb: unknown;
  'int8[]': readonly number[];
  'text[]': readonly string[];
}

export type ColumnType = keyof ValueByType;

/** One column of one table: its name, its type, and how a row tells its value. */
export type ColumnSpec<Row> = {
  [Type in ColumnType]: {
    readonly name: string;
    readonly type: Type;
    readonly value: (row: Row) => ValueByType[Type] | undefined | null;
  };
}[ColumnType];

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const TRAILER = Buffer.from([0xff, 0xff]);
/** A chunk ends with the row that makes it longer than this: about what a socket takes at once. */
const CHUNK_BYTES = 1 << 17;

type Write = (wire: Wire, value: never) => void;

const WRITE_BY_TYPE: { readonly [Type in ColumnType]: (wire: Wire, value: ValueByType[Type]) => void } = {
  int2: (wire, value) => wire.int2(value),
  int4: (wire, value) => wire.int4(value),
  int8: (wire, value) => wire.int8(value),
  numeric: (wire, value) => wire.numeric(value),
  bool: (wire, value) => wire.bool(value),
  uuid: (wire, value) => wire.uuid(value),
  text: (wire, value) => wire.text(value),
  bytea: (wire, value) => wire.bytea(value),
  timestamptz: (wire, value) => wire.timestamptz(value),
  date: (wire, value) => wire.date(value),
  jsonb: (wire, value) => wire.jsonb(value),
  'int8[]': (wire, value) => wire.int8Array(value),
  'text[]': (wire, value) => wire.textArray(value),
};

/**
 * Copies the rows in their order, in the transaction the client is in. A value of the wrong shape is a fault; the copy
 * is called off, and nothing of it stands.
 */
export function copyRows<Row>(
  client: ClientBase,
  table: string,
  columns: readonly ColumnSpec<Row>[],
  rows: readonly Row[],
): Promise<void> {
  return copyIn(client, table, columns, rows).done;
}

/** The same in two steps: `sent` resolves when nothing more is to be sent, whatever comes of it; `done` with the answer. */
export function copyIn<Row>(
  client: ClientBase,
  table: string,
  columns: readonly ColumnSpec<Row>[],
  rows: readonly Row[],
): { readonly sent: Promise<void>; readonly done: Promise<void> } {
  const names = columns.map((column) => column.name).join(', ');
  const text = `copy ${table} (${names}) from stdin (format binary)`;
  const wire = new Wire(CHUNK_BYTES + 65_536);
  const copy = new CopyIn(text, chunksOf(wire, columns, rows));
  client.query(copy);
  return { sent: copy.sent, done: copy.done.then(() => wire.reuse()) };
}

/** Each is encoded when the one before it has left. */
function* chunksOf<Row>(wire: Wire, columns: readonly ColumnSpec<Row>[], rows: readonly Row[]): Generator<Buffer> {
  const values = columns.map((column) => column.value as (row: Row) => unknown);
  const writes = columns.map((column) => WRITE_BY_TYPE[column.type] as Write);
  wire.raw(SIGNATURE);
  for (const row of rows) {
    wire.rowHead(values.length);
    for (let index = 0; index < values.length; index++) {
      const value = values[index]!(row);
      if (value === undefined || value === null) wire.null();
      else writes[index]!(wire, value as never);
    }
    if (wire.length > CHUNK_BYTES) yield wire.take();
  }
  wire.raw(TRAILER);
  yield wire.takeLast();
}
