// The door before the parser: what stands before the first element. A declaration of another encoding or version, a
// document type or an instruction is refused here, before anything is parsed.
import { type Rule } from './rules.ts';

export interface PrologFault {
  readonly rule: Rule;
  /** How far into the text. */
  readonly at: number;
  readonly found: string;
}

/** Where the first element begins; a fault; or undefined when more text is needed to tell. */
export type PrologResult = { readonly start: number } | PrologFault | undefined;

export const MAX_PROLOG = 65_536;
const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])([\w.:-]+)\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])([\w.-]+)\3)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\5)?[ \t\r\n]*\?>/;

export function readProlog(text: string, isWhole: boolean): PrologResult {
  let at = 0;
  if (text.startsWith('<?xml') && /^[ \t\r\n]/.test(text.slice(5, 6))) {
    const end = text.indexOf('?>');
    if (end < 0) return needMore(text, isWhole);
    const match = declaration.exec(text.slice(0, end + 2));
    if (!match) return { rule: 'xml.malformed', at: 0, found: text.slice(0, end + 2) };
    if (match[2] !== '1.0') return { rule: 'xml.version', at: 0, found: match[2]! };
    if (match[4] !== undefined && !/^utf-?8$/i.test(match[4])) return { rule: 'xml.encoding', at: 0, found: match[4] };
    at = end + 2;
  }
  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++;
    const next = text.slice(at, at + 9);
    if (next.length < 9 && !isWhole && '<!DOCTYPE'.startsWith(next.slice(0, 2))) return needMore(text, isWhole);
    if (/^<!doctype/i.test(next)) return { rule: 'xml.doctype', at, found: next };
    if (next.startsWith('<?')) return { rule: 'xml.instruction', at, found: next };
    if (!next.startsWith('<!--')) return { start: at };
    const end = text.indexOf('-->', at + 4);
    if (end < 0) return needMore(text, isWhole);
    at = end + 3;
  }
}

/** The parser will say what is wrong with a text that ends too early. */
function needMore(text: string, isWhole: boolean): PrologResult {
  if (text.length > MAX_PROLOG) return { rule: 'xml.size', at: 0, found: 'prolog' };
  return isWhole ? { start: 0 } : undefined;
}

/** The encoding the first bytes give away when it is not UTF-8. */
export function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe)) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0 || (a === 0x3c && b === 0)) return b === 0 || d === 0 ? 'UTF-32 or UTF-16' : 'UTF-16';
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return 'EBCDIC';
  return undefined;
}
