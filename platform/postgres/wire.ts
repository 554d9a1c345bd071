// Values as PostgreSQL's binary COPY takes them: each with its length before it, written straight into one buffer.
// Format: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
import { assert } from '../refusal.ts';

const OID_INT8 = 20;
const OID_TEXT = 25;
/** Up to this many characters are written one by one. */
const SHORT_TEXT = 36;
const NUMERIC_BASE = 10_000;
const NUMERIC_NEGATIVE = 0x4000;
const MICROS_TO_2000 = 946_684_800_000_000;
const MS_PER_DAY = 86_400_000;
const DAYS_TO_2000 = 10_957;
const TWO_TO_32 = 0x1_0000_0000;
const LARGEST_SMALL = BigInt(Number.MAX_SAFE_INTEGER);
/** Value of a hexadecimal digit by its character code, letters of either case; 255 for any other. */
const HEX_DIGIT = Uint8Array.from({ length: 256 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return digit < 0 ? 255 : digit;
});
/** Where the 16 pairs of digits begin in a UUID's text. */
const UUID_PAIRS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/** Buffers whose bytes have arrived. New ones for every copy would have the garbage collector run many times as often. */
const spare: Buffer[] = [];
const MAX_SPARE = 64;
const MAX_SPARE_BYTES = 2 ** 21;

/** A buffer that grows as values are written to it. */
export class Wire {
  readonly #chunkBytes: number;
  readonly #taken: Buffer[] = [];
  #buffer!: Buffer;
  #view!: DataView;
  length = 0;

  constructor(chunkBytes: number) {
    this.#chunkBytes = chunkBytes;
    this.#begin();
  }

  #begin(): void {
    const kept = spare.pop();
    this.#buffer = kept && kept.length >= this.#chunkBytes ? kept : Buffer.allocUnsafe(this.#chunkBytes);
    this.#view = viewOf(this.#buffer);
    this.length = 0;
  }

  /** What was written so far; the next value starts a new buffer, because the socket may still hold this one. */
  take(): Buffer {
    const taken = this.takeLast();
    this.#begin();
    return taken;
  }

  /** What was written so far, when nothing more will be. */
  takeLast(): Buffer {
    if (this.#taken.length < MAX_SPARE) this.#taken.push(this.#buffer);
    return this.#buffer.subarray(0, this.length);
  }

  /** Once the other side has said that it has everything: the buffers taken may be written to again. */
  reuse(): void {
    for (const buffer of this.#taken) {
      if (spare.length < MAX_SPARE && buffer.length <= MAX_SPARE_BYTES) spare.push(buffer);
    }
  }

  #room(bytes: number): number {
    const at = this.length;
    this.length = at + bytes;
    if (this.length > this.#buffer.length) this.#grow(at);
    return at;
  }

  #grow(used: number): void {
    const grown = Buffer.allocUnsafe(Math.max(this.length, this.#buffer.length * 2));
    this.#buffer.copy(grown, 0, 0, used);
    this.#buffer = grown;
    this.#view = viewOf(grown);
  }

  raw(bytes: Uint8Array): void {
    const at = this.#room(bytes.length);
    this.#buffer.set(bytes, at);
  }
  /** How many columns follow. */
  rowHead(columns: number): void {
    const at = this.#room(2);
    this.#view.setInt16(at, columns);
  }
  null(): void {
    const at = this.#room(4);
    this.#view.setInt32(at, -1);
  }
  bool(value: boolean): void {
    const at = this.#room(5);
    this.#view.setInt32(at, 1);
    this.#buffer[at + 4] = value ? 1 : 0;
  }
  int2(value: number): void {
    const at = this.#room(6);
    this.#view.setInt32(at, 2);
    this.#view.setInt16(at + 4, value);
  }
  int4(value: number): void {
    const at = this.#room(8);
    this.#view.setInt32(at, 4);
    this.#view.setInt32(at + 4, value);
  }
  /** Two halves: a BigInt per value would cost more than all the rest. */
  int8(value: number): void {
    assert(Number.isSafeInteger(value), 'an int8 on its way to the database is a safe integer');
    const at = this.#room(12);
    const high = Math.floor(value / TWO_TO_32);
    this.#view.setInt32(at, 8);
    this.#view.setInt32(at + 4, high);
    this.#view.setUint32(at + 8, value - high * TWO_TO_32);
  }
  timestamptz(micros: number): void {
    this.int8(micros - MICROS_TO_2000);
  }
  date(value: string): void {
    this.int4(Date.parse(`${value}T00:00:00Z`) / MS_PER_DAY - DAYS_TO_2000);
  }
  bytea(value: Uint8Array): void {
    const at = this.#room(4);
    this.#view.setInt32(at, value.length);
    this.raw(value);
  }
  text(value: string): void {
    if (value.length <= SHORT_TEXT && this.#shortText(value)) return;
    const start = this.#room(4);
    // It may grow the buffer, so it comes before the view is taken.
    const written = this.#utf8(value);
    this.#view.setInt32(start, written);
  }
  /** Codes and names of a few ASCII letters: calling out to encode them costs more than the letters. */
  #shortText(value: string): boolean {
    const { length } = value;
    const start = this.length;
    const at = this.#room(4 + length);
    const buffer = this.#buffer;
    for (let index = 0; index < length; index++) {
      const code = value.charCodeAt(index);
      if (code > 127) {
        this.length = start;
        return false;
      }
      buffer[at + 4 + index] = code;
    }
    this.#view.setInt32(at, length);
    return true;
  }
  jsonb(value: unknown): void {
    const start = this.#room(5);
    const written = this.#utf8(JSON.stringify(value));
    this.#view.setInt32(start, written + 1);
    this.#buffer[start + 4] = 1;
  }
  #utf8(value: string): number {
    const most = value.length * 3;
    // A long text gets the room it needs, counted; for a short one counting would cost more than the room.
    const at = this.#room(most > this.#chunkBytes / 8 ? Buffer.byteLength(value, 'utf8') : most);
    const written = this.#buffer.write(value, at, 'utf8');
    this.length = at + written;
    return written;
  }
  uuid(value: string): void {
    assert(value.length === 36, 'a uuid has 36 characters');
    const at = this.#room(20);
    const buffer = this.#buffer;
    this.#view.setInt32(at, 16);
    let seen = 0;
    for (let byte = 0; byte < 16; byte++) {
      const digit = UUID_PAIRS[byte]!;
      const high = HEX_DIGIT[value.charCodeAt(digit) & 255]!;
      const low = HEX_DIGIT[value.charCodeAt(digit + 1) & 255]!;
      seen |= high | low;
      buffer[at + 4 + byte] = (high << 4) | low;
    }
    assert(seen < 16, 'a uuid is hexadecimal');
  }
  /** A whole number: groups of four decimal digits, highest first, with the weight of the first. */
  numeric(value: bigint): void {
    if (value < 0n) this.#groups(-value, NUMERIC_NEGATIVE);
    else this.#groups(value, 0);
  }
  #groups(value: bigint, sign: number): void {
    const low: number[] = [];
    let rest = value;
    for (; rest > LARGEST_SMALL; rest /= 10_000n) low.push(Number(rest % 10_000n));
    const small = Number(rest);
    let high = 0;
    for (let left = small; left >= 1; left = Math.floor(left / NUMERIC_BASE)) high += 1;
    const count = high + low.length;
    const at = this.#room(12 + count * 2);
    const view = this.#view;
    view.setInt32(at, 8 + count * 2);
    view.setInt16(at + 4, count);
    view.setInt16(at + 6, Math.max(count - 1, 0));
    view.setInt16(at + 8, sign);
    view.setInt16(at + 10, 0);
    let left = small;
    for (let group = high - 1; group >= 0; group--) {
      const above = Math.floor(left / NUMERIC_BASE);
      view.setInt16(at + 12 + group * 2, left - above * NUMERIC_BASE);
      left = above;
    }
    for (let group = 0; group < low.length; group++) {
      view.setInt16(at + 12 + (count - 1 - group) * 2, low[group]!);
    }
  }
  int8Array(values: readonly number[]): void {
    const at = this.#room(4);
    this.#view.setInt32(at, values.length === 0 ? 12 : 20 + values.length * 12);
    this.#arrayHead(OID_INT8, values.length);
    for (let index = 0; index < values.length; index++) this.int8(values[index]!);
  }
  textArray(values: readonly string[]): void {
    const start = this.#room(4);
    this.#arrayHead(OID_TEXT, values.length);
    for (const value of values) this.text(value);
    this.#view.setInt32(start, this.length - start - 4);
  }
  #arrayHead(elementOid: number, length: number): void {
    const at = this.#room(length === 0 ? 12 : 20);
    const view = this.#view;
    view.setInt32(at, length === 0 ? 0 : 1);
    view.setInt32(at + 4, 0);
    view.setInt32(at + 8, elementOid);
    if (length === 0) return;
    view.setInt32(at + 12, length);
    view.setInt32(at + 16, 1);
  }
}

function viewOf(buffer: Buffer): DataView {
  return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
