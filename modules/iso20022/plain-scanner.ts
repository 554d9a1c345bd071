// A scanner for the plain part of XML that payment messages are written in: elements, quoted attributes, text and the
// five predefined entities. At the first thing beyond that (comment, CDATA, character reference, carriage return,
// anything malformed) it answers false, and the message is read again by saxes, which alone decides what is XML.
// It must never accept what saxes would refuse, nor see anything else in it; a property test holds the two together.
import { type Validator } from './validator.ts';

// Anything here sends the message the long way: control characters, CR, non-characters, `]]>`, `<!`, `<?`.
const notPlain = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\]\]>|<[!?]/;
const name = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const attributePart = /[ \t\n]+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)[ \t\n]*=[ \t\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const noAttributes: readonly string[] = [];
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Tells the validator what stands in the text from `start`, where the first element begins, and notes each transaction
 * as it is written.
 */
export function scanPlainXml(text: string, start: number, validator: Validator, transactions: string[]): boolean {
  const rest = start === 0 ? text : text.slice(start);
  if (notPlain.test(rest)) return false;
  let line = 1;
  let lineStart = 0;
  const { length } = text;
  // Looked for once each: most messages are one long line, and searching it at every tag would cost its length each time.
  let newline = newlineFrom(text, 0);
  const passLinesUntil = (end: number): void => {
    for (; newline < end; newline = newlineFrom(text, newline + 1)) {
      line++;
      lineStart = newline + 1;
    }
  };
  passLinesUntil(start);
  const open: string[] = [];
  let transactionAt = start;
  let at = start;
  if (text.charCodeAt(at) !== 60) return false;
  for (;;) {
    // At a `<`.
    if (text.charCodeAt(at + 1) === 47) {
      const expected = open.pop();
      if (expected === undefined || !text.startsWith(expected, at + 2)) return false;
      at += 2 + expected.length;
      if (text.charCodeAt(at) !== 62) return false;
      at++;
      validator.close();
      if (open.length === validator.transactionDepth && expected === validator.transactionName)
        transactions.push(text.slice(transactionAt, at));
    } else {
      name.lastIndex = at + 1;
      if (!name.test(text)) return false;
      let end = name.lastIndex;
      const tag = text.slice(at + 1, end);
      const column = at - lineStart + 1;
      const tagLine = line;
      let attributes = noAttributes;
      let code = text.charCodeAt(end);
      if (code !== 62 && code !== 47) {
        const list: string[] = [];
        end = readAttributes(text, end, list);
        if (end < 0) return false;
        passLinesUntil(end);
        attributes = list;
        code = text.charCodeAt(end);
      }
      if (open.length === validator.transactionDepth) transactionAt = at;
      validator.open(tag, attributes, tagLine, column);
      if (code === 47) {
        if (text.charCodeAt(end + 1) !== 62) return false;
        validator.close();
        if (open.length === validator.transactionDepth && tag === validator.transactionName)
          transactions.push(text.slice(at, end + 2));
        at = end + 2;
      } else if (code === 62) {
        open.push(tag);
        at = end + 1;
      } else return false;
    }
    if (open.length === 0) break;
    // Text up to the next `<`. Most of it is the white space between two tags.
    let next = at;
    let code = text.charCodeAt(next);
    while (code <= 32) code = text.charCodeAt(++next);
    if (code !== 60) {
      next = text.indexOf('<', next);
      if (next < 0) return false;
    }
    passLinesUntil(next);
    if (next > at) {
      const words = resolve(text.slice(at, next));
      if (words === undefined) return false;
      validator.text(words);
    }
    at = next;
  }
  if (/[^ \t\n]/.test(text.slice(at))) return false;
  passLinesUntil(length);
  validator.finish(line, length - lineStart + 1);
  return true;
}

/** Where the next line feed stands; the text's length when there is none. */
function newlineFrom(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

/** Where the tag's `>` or `/>` stands; -1 when it is not plain. White space in values goes the long way. */
function readAttributes(text: string, from: number, list: string[]): number {
  let at = from;
  for (;;) {
    attributePart.lastIndex = at;
    const match = attributePart.exec(text);
    if (match === null) break;
    const value = resolve(match[2] ?? match[3] ?? '');
    if (value === undefined || /[\t\n]/.test(value)) return -1;
    for (let each = 0; each < list.length; each += 2) if (list[each] === match[1]) return -1;
    list.push(match[1]!, value);
    at = attributePart.lastIndex;
  }
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 10 || text.charCodeAt(at) === 9) at++;
  return at;
}

function resolve(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isPlain = true;
  const resolved = text.replace(/&(\w*;?)/g, (_, reference: string) => {
    const entity = reference.endsWith(';') ? entities[reference.slice(0, -1)] : undefined;
    if (entity === undefined) isPlain = false;
    return entity ?? '';
  });
  return isPlain ? resolved : undefined;
}
