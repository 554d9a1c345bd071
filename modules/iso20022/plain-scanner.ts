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

/** Tells the validator what stands in the text from `start`, where the first element begins. */
export function scanPlainXml(text: string, start: number, validator: Validator): boolean {
  const rest = start === 0 ? text : text.slice(start);
  if (notPlain.test(rest)) return false;
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  const open: string[] = [];
  let at = start;
  const { length } = text;
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
        for (let nl = text.indexOf('\n', at); nl >= 0 && nl < end; nl = text.indexOf('\n', nl + 1)) {
          line++;
          lineStart = nl + 1;
        }
        attributes = list;
        code = text.charCodeAt(end);
      }
      validator.open(tag, attributes, tagLine, column);
      if (code === 47) {
        if (text.charCodeAt(end + 1) !== 62) return false;
        validator.close();
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
    while (code <= 32) {
      if (code === 10) {
        line++;
        lineStart = next + 1;
      }
      code = text.charCodeAt(++next);
    }
    if (code !== 60) {
      const from = next;
      next = text.indexOf('<', from);
      if (next < 0) return false;
      for (let nl = text.indexOf('\n', from); nl >= 0 && nl < next; nl = text.indexOf('\n', nl + 1)) {
        line++;
        lineStart = nl + 1;
      }
    }
    if (next > at) {
      const words = resolve(text.slice(at, next));
      if (words === undefined) return false;
      validator.text(words);
    }
    at = next;
  }
  if (/[^ \t\n]/.test(text.slice(at))) return false;
  for (let nl = text.indexOf('\n', at); nl >= 0; nl = text.indexOf('\n', nl + 1)) {
    line++;
    lineStart = nl + 1;
  }
  validator.finish(line, length - lineStart + 1);
  return true;
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
