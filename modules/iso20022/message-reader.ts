// Reads one message from bytes, whole or in chunks: refuses what is not plain UTF-8 XML, feeds the parser, and hands
// header, document tree and every violation back. Bulk messages keep only the transaction being read in memory.
import { isUtf8 } from 'node:buffer';
import { SaxesParser } from 'saxes';
import { scanPlainXml } from './plain-scanner.ts';
import { foreignEncoding, readProlog } from './prolog.ts';
import { type Rule, type Violation } from './rules.ts';
import { type Element } from './tree.ts';
import { ReadingStopped, Validator, type OnTransaction } from './validator.ts';

/** A message read at once, and one transaction of a bulk message, may have this many bytes. */
export const MAX_SINGLE_BYTES = 2 * 1024 * 1024;
export const MAX_BULK_BYTES = 64 * 1024 * 1024;

export interface ReadResult {
  /** Such as `pacs.008.001.08`; undefined when there is no document or its kind is not spoken here. */
  readonly kind: string | undefined;
  /** The `AppHdr` element (head.001), when there is one. */
  readonly header: Element | undefined;
  /** The `Document` element; without its transactions when they were handed over. */
  readonly document: Element | undefined;
  /**
   * Of a message read whole, each child of the message element that is a transaction, as its sender wrote it; empty when
   * it would not mean the same elsewhere. In step with the tree when there are no violations.
   */
  readonly transactionTexts: readonly string[];
  /** Ordered by place; empty when the message is valid. At most 1,000 are listed, then how many more there are. */
  readonly violations: readonly Violation[];
}

export interface ReaderOptions {
  /** When given, each transaction is handed over as it completes and dropped from the tree. */
  readonly onTransaction?: OnTransaction;
}

export interface MessageReader {
  write(chunk: Uint8Array): void;
  end(): ReadResult;
  /** What is known so far: with the first transaction, the kind, the header and the group header are. */
  readonly kind: string | undefined;
  readonly header: Element | undefined;
  readonly document: Element | undefined;
  /** Set once reading on makes no sense; later chunks are ignored. */
  readonly isStopped: boolean;
}

/** Reads and checks a whole message of up to 2 MB. Never throws for anything a sender can write. */
export function readMessage(bytes: Uint8Array): ReadResult {
  if (bytes.length <= MAX_SINGLE_BYTES) {
    const quick = readPlainMessage(bytes);
    if (quick !== undefined) return quick;
  }
  const reader = createMessageReader();
  reader.write(bytes);
  return reader.end();
}

/**
 * The quick way for the text nearly all messages are: declaration, tags, plain text, the five entities. Anything else
 * is undefined here and goes the long way from the start, so that one parser decides what is XML.
 */
function readPlainMessage(bytes: Uint8Array): ReadResult | undefined {
  if (!isUtf8(bytes) || bytes.length === 0) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (text.charCodeAt(0) === 0xfeff) return undefined;
  const prolog = readProlog(text, true);
  if (prolog === undefined || 'rule' in prolog) return undefined;
  // A carriage return alone ends a line too; the long way counts those.
  if (text.lastIndexOf('\r', prolog.start) >= 0) return undefined;
  const validator = new Validator();
  const transactions: string[] = [];
  try {
    if (!scanPlainXml(text, prolog.start, validator, transactions)) return undefined;
  } catch (error) {
    if (error instanceof ReadingStopped) return undefined;
    throw error;
  }
  return resultOf(validator, validator.usesPrefixes ? [] : transactions);
}

function resultOf(validator: Validator, transactionTexts: readonly string[] = []): ReadResult {
  const { kind, header, document, violations } = validator;
  return { kind, header, document, transactionTexts, violations };
}

/** Reads a message in chunks of any size: up to 64 MB with `onTransaction`, up to 2 MB without. */
export function createMessageReader(options: ReaderOptions = {}): MessageReader {
  return new ChunkReader(options);
}

class ChunkReader implements MessageReader {
  readonly #validator: Validator;
  readonly #parser: ReturnType<typeof createParser>;
  readonly #maxBytes: number;
  #bytes = 0;
  /** Bytes read when the last transaction was handed over. */
  #releasedAt = 0;
  #releasedCount = 0;
  /** Up to three bytes of a character cut by the end of a chunk. */
  #tail: Uint8Array = new Uint8Array(0);
  /** The text before the first element, until that has begun. */
  #prolog: string | undefined = '';
  #seen: Uint8Array | undefined = new Uint8Array(0);
  isStopped = false;

  constructor(options: ReaderOptions) {
    this.#validator = new Validator(options.onTransaction);
    this.#parser = createParser(this.#validator);
    this.#maxBytes = options.onTransaction ? MAX_BULK_BYTES : MAX_SINGLE_BYTES;
  }

  get kind(): string | undefined {
    return this.#validator.kind;
  }
  get header(): Element | undefined {
    return this.#validator.header;
  }
  get document(): Element | undefined {
    return this.#validator.document;
  }

  write(chunk: Uint8Array): void {
    if (this.isStopped) return;
    this.#guarded(() => {
      this.#bytes += chunk.length;
      if (this.#bytes > this.#maxBytes) this.#refuse('xml.size', this.#maxBytes, { en: 'a message', zh: '一份报文' });
      // Parsed in pieces, so that one write of 64 MB does not outrun the limit on a single transaction.
      for (let at = 0; at < chunk.length; at += 65_536) this.#feed(chunk.subarray(at, at + 65_536), false);
    });
  }

  end(): ReadResult {
    if (!this.isStopped) {
      this.#guarded(() => {
        this.#feed(new Uint8Array(0), true);
        this.#parser.close();
      });
    }
    this.isStopped = true;
    this.#validator.finish(this.#parser.line, this.#parser.columnIndex + 1);
    return resultOf(this.#validator);
  }

  #guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof ReadingStopped)) throw error;
      this.isStopped = true;
    }
  }

  #refuse(rule: Rule, allowed: number, found: { en: string; zh: string } | string): never {
    return this.#validator.stop(rule, this.#parser.line, this.#parser.columnIndex + 1, { allowed, found });
  }

  #feed(bytes: Uint8Array, isLast: boolean): void {
    if (this.#seen !== undefined) {
      const first = joined(this.#seen, bytes);
      const foreign = foreignEncoding(first);
      if (foreign !== undefined) this.#refuse('xml.encoding', 0, foreign);
      this.#seen = first.length < 4 && !isLast ? first : undefined;
      if (this.#seen !== undefined) return;
      bytes = first;
    }
    const text = this.#decode(bytes, isLast);
    if (this.#prolog === undefined) this.#parser.write(text);
    else this.#passProlog(text, isLast);
    if (this.#validator.releasedCount > this.#releasedCount) {
      this.#releasedCount = this.#validator.releasedCount;
      this.#releasedAt = this.#bytes;
    } else if (this.#bytes - this.#releasedAt > MAX_SINGLE_BYTES + 65_536 && this.#bytes > MAX_SINGLE_BYTES) {
      this.#pastSingle();
    }
  }

  #pastSingle(): void {
    const found = {
      en: 'a single message, or one transaction of a bulk message',
      zh: '单份报文或批量报文中的一笔交易',
    };
    this.#refuse('xml.size', MAX_SINGLE_BYTES, found);
  }

  #decode(bytes: Uint8Array, isLast: boolean): string {
    const whole = this.#tail.length > 0 ? joined(this.#tail, bytes) : bytes;
    const cut = isLast ? whole.length : whole.length - incompleteTail(whole);
    const ready = whole.subarray(0, cut);
    this.#tail = whole.slice(cut);
    if (!isUtf8(ready)) this.#refuse('xml.encoding', 0, { en: 'bytes that are not UTF-8', zh: '非 UTF-8 字节' });
    return Buffer.from(ready.buffer, ready.byteOffset, ready.length).toString('utf8');
  }

  #passProlog(text: string, isLast: boolean): void {
    this.#prolog += text;
    const whole = this.#prolog!.charCodeAt(0) === 0xfeff ? this.#prolog!.slice(1) : this.#prolog!;
    const result = readProlog(whole, isLast);
    if (result === undefined) return;
    if ('rule' in result) {
      const before = whole.slice(0, result.at).split('\n');
      const filling = { found: result.found, allowed: MAX_SINGLE_BYTES, detail: result.found };
      this.#validator.stop(result.rule, before.length, before.at(-1)!.length + 1, filling);
    }
    this.#prolog = undefined;
    this.#parser.write(whole);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** How many bytes at the end begin a character that is not finished. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** saxes, telling the validator. Its namespace handling is left off: ours costs nothing where no namespace is declared. */
function createParser(validator: Validator) {
  const parser = new SaxesParser({ position: false });
  // Where the next tag begins: noted as what stands before it ends, because a name may be followed by a line end.
  let nextLine = 1;
  let nextColumn = 1;
  let line = 1;
  let column = 1;
  let attributes: string[] = [];
  const noteEnd = (): void => {
    nextLine = parser.line;
    nextColumn = parser.columnIndex + 1;
  };
  parser.on('opentagstart', () => {
    line = nextLine;
    column = nextColumn;
    if (attributes.length > 0) attributes = [];
  });
  parser.on('attribute', ({ name, value }) => void attributes.push(name, value));
  parser.on('opentag', (tag) => {
    noteEnd();
    validator.open(tag.name, attributes, line, column);
  });
  parser.on('text', (text) => {
    // The `<` behind the text has been read.
    nextLine = parser.line;
    nextColumn = parser.columnIndex;
    validator.text(text);
  });
  parser.on('cdata', (text) => {
    noteEnd();
    validator.text(text);
  });
  parser.on('comment', noteEnd);
  parser.on('closetag', () => {
    noteEnd();
    validator.close();
  });
  parser.on('processinginstruction', () => validator.stop('xml.instruction', parser.line, parser.columnIndex + 1, {}));
  parser.on('doctype', () => validator.stop('xml.doctype', parser.line, parser.columnIndex + 1, {}));
  parser.on('error', ({ message }) => {
    const isEntity = /entity/.test(message);
    const filling = isEntity ? { found: message } : { detail: message };
    validator.stop(isEntity ? 'xml.entity' : 'xml.malformed', parser.line, parser.columnIndex + 1, filling);
  });
  return parser;
}
