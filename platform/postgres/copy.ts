// Bulk rows into a table by binary COPY, the fastest way PostgreSQL takes them: each value is encoded straight into the
// wire's buffer. Format: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
import { type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { assert } from '../refusal.ts';

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
/** A chunk ends with the row that makes it longer than this. */
const CHUNK_BYTES = 1 << 18;
const MICROS_TO_2000 = 946_684_800_000_000;
const MS_PER_DAY = 86_400_000;
const DAYS_TO_2000 = 10_957;

/**
 * Copies the rows in their order, in the transaction the client is in. Rows are encoded before the first byte is sent,
 * so a value of the wrong shape is a fault that leaves the connection as it was.
 */
export async function copyRows<Row>(
  client: ClientBase,
  table: string,
  columns: readonly ColumnSpec<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const chunks = encode(columns, rows);
  const names = columns.map((column) => column.name).join(', ');
  const stream = client.query(copyFrom(`copy ${table} (${names}) from stdin (format binary)`));
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject).once('finish', resolve);
    for (const chunk of chunks) stream.write(chunk);
    stream.end();
  });
}

function encode<Row>(columns: readonly ColumnSpec<Row>[], rows: readonly Row[]): Buffer[] {
  const chunks: Buffer[] = [];
  const wire = new Wire();
  wire.bytes(SIGNATURE);
  for (const row of rows) {
    wire.int16(columns.length);
    for (const column of columns) writeValue(wire, column, row);
    if (wire.length > CHUNK_BYTES) chunks.push(wire.take());
  }
  wire.bytes(TRAILER);
  chunks.push(wire.take());
  return chunks;
}

function writeValue<Row>(wire: Wire, column: ColumnSpec<Row>, row: Row): void {
  const value = column.value(row);
  if (value === undefined || value === null) {
    wire.int32(-1);
    return;
  }
  switch (column.type) {
    case 'int2':
      wire.int32(2);
      wire.int16(value as number);
      break;
    case 'int4':
      wire.int32(4);
      wire.int32(value as number);
      break;
    case 'int8':
      wire.int32(8);
      wire.int64(value as number);
      break;
    case 'bool':
      wire.int32(1);
      wire.int8(value ? 1 : 0);
      break;
    case 'numeric':
      wire.numeric(value as bigint);
      break;
    case 'uuid':
      wire.uuid(value as string);
      break;
    case 'text':
      wire.text(value as string);
      break;
    case 'bytea':
      wire.int32((value as Uint8Array).length);
      wire.bytes(value as Uint8Array);
      break;
    case 'timestamptz':
      wire.int32(8);
      wire.int64((value as number) - MICROS_TO_2000);
      break;
    case 'date':
      wire.int32(4);
      wire.int32(Date.parse(`${value as string}T00:00:00Z`) / MS_PER_DAY - DAYS_TO_2000);
      break;
    case 'jsonb':
      wire.jsonb(JSON.stringify(value));
      break;
    case 'int8[]':
      wire.int64Array(value as readonly number[]);
      break;
    case 'text[]':
      wire.textArray(value as readonly string[]);
      break;
  }
}

const OID_INT8 = 20;
const OID_TEXT = 25;
const NUMERIC_BASE = 10_000n;
const NUMERIC_NEGATIVE = 0x4000;

/** A buffer that grows as values are written to it. */
class Wire {
  #buffer = Buffer.allocUnsafe(CHUNK_BYTES + 65_536);
  length = 0;

  /** What was written so far; the next value starts a new buffer, because the socket may still hold this one. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.length);
    this.#buffer = Buffer.allocUnsafe(CHUNK_BYTES + 65_536);
    this.length = 0;
    return taken;
  }

  #room(bytes: number): number {
    const at = this.length;
    this.length = at + bytes;
    if (this.length > this.#buffer.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.length, this.#buffer.length * 2));
      this.#buffer.copy(grown, 0, 0, at);
      this.#buffer = grown;
    }
    return at;
  }

  int8(value: number): void {
    const at = this.#room(1);
    this.#buffer[at] = value;
  }
  int16(value: number): void {
    const at = this.#room(2);
    this.#buffer.writeInt16BE(value, at);
  }
  int32(value: number): void {
    const at = this.#room(4);
    this.#buffer.writeInt32BE(value, at);
  }
  /** Two halves: a BigInt per value would cost more than all the rest. */
  int64(value: number): void {
    assert(Number.isSafeInteger(value), 'an int8 on its way to the database is a safe integer');
    const at = this.#room(8);
    const high = Math.floor(value / 0x1_0000_0000);
    this.#buffer.writeInt32BE(high, at);
    this.#buffer.writeUInt32BE(value - high * 0x1_0000_0000, at + 4);
  }
  bytes(value: Uint8Array): void {
    const at = this.#room(value.length);
    this.#buffer.set(value, at);
  }
  text(value: string): void {
    const start = this.#room(4);
    const at = this.#room(value.length * 3);
    const written = this.#buffer.write(value, at, 'utf8');
    this.length = at + written;
    this.#buffer.writeInt32BE(written, start);
  }
  jsonb(json: string): void {
    const start = this.#room(5);
    const at = this.#room(json.length * 3);
    const written = this.#buffer.write(json, at, 'utf8');
    this.length = at + written;
    this.#buffer.writeInt32BE(written + 1, start);
    this.#buffer[start + 4] = 1;
  }
  uuid(value: string): void {
    assert(value.length === 36, 'a uuid has 36 characters');
    const at = this.#room(20);
    const buffer = this.#buffer;
    buffer.writeInt32BE(16, at);
    let digit = 0;
    for (let byte = 0; byte < 16; byte++) {
      if (value.charCodeAt(digit) === 0x2d) digit++;
      buffer[at + 4 + byte] = (hexDigit(value.charCodeAt(digit)) << 4) | hexDigit(value.charCodeAt(digit + 1));
      digit += 2;
    }
  }
  /** A whole number: groups of four decimal digits, highest first, with the weight of the first. */
  numeric(value: bigint): void {
    const isNegative = value < 0n;
    const groups: number[] = [];
    let rest = isNegative ? -value : value;
    while (rest > BigInt(Number.MAX_SAFE_INTEGER)) {
      groups.push(Number(rest % NUMERIC_BASE));
      rest /= NUMERIC_BASE;
    }
    for (let small = Number(rest); small > 0; small = Math.floor(small / 10_000)) groups.push(small % 10_000);
    this.int32(8 + groups.length * 2);
    this.int16(groups.length);
    this.int16(Math.max(groups.length - 1, 0));
    this.int16(isNegative ? NUMERIC_NEGATIVE : 0);
    this.int16(0);
    for (let index = groups.length - 1; index >= 0; index--) this.int16(groups[index]!);
  }
  int64Array(values: readonly number[]): void {
    this.int32(values.length === 0 ? 12 : 20 + values.length * 12);
    this.#arrayHead(OID_INT8, values.length);
    for (const value of values) {
      this.int32(8);
      this.int64(value);
    }
  }
  textArray(values: readonly string[]): void {
    const start = this.#room(4);
    this.#arrayHead(OID_TEXT, values.length);
    for (const value of values) this.text(value);
    this.#buffer.writeInt32BE(this.length - start - 4, start);
  }
  #arrayHead(elementOid: number, length: number): void {
    this.int32(length === 0 ? 0 : 1);
    this.int32(0);
    this.int32(elementOid);
    if (length === 0) return;
    this.int32(length);
    this.int32(1);
  }
}

/** Value of a hexadecimal digit's character code; letters of either case. */
function hexDigit(code: number): number {
  const value = code < 0x3a ? code - 0x30 : (code | 0x20) - 0x57;
  assert(value >= 0 && value < 16, 'a uuid is hexadecimal');
  return value;
}
