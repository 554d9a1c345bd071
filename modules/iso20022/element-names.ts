// What elements and codes are called, in English and 中文: a name of its own, or one put together from what its
// abbreviations stand for ("CdtTrfTxInf"). The words are ours, in description/.
import { readFileSync } from 'node:fs';

export interface Name {
  readonly en: string;
  readonly zh: string;
}

const words = readNames('words');
const names = readNames('names');
const codes = readNames('codes');

/** One entry a line: key, English of any number of words, 中文 without a space. */
function readNames(file: string): ReadonlyMap<string, Name> {
  const lines = readFileSync(new URL(`description/${file}.txt`, import.meta.url), 'utf8').split('\n');
  return new Map(
    lines.flatMap((line): [string, Name][] => {
      const match = /^(\w+) (.+) (\S+)$/.exec(line);
      return match ? [[match[1]!, { en: match[2]!, zh: match[3]! }]] : [];
    }),
  );
}

/** The tag's parts: "OrgnlUETR" is Orgnl, UETR; a trailing figure is a part. */
function partsOf(tag: string): string[] {
  return (
    tag.match(/UETR|IntrBk|BICFI|BIC|LEI|IBAN|ISIN|XML|CLS|CSC|ICC|PAN|POI|AML|FINMT|NEQ|EQ|FI|[A-Z][a-z]*|\d+/g) ?? [
      tag,
    ]
  );
}

/** Undefined when a part of the tag is not in the dictionary. */
export function elementName(tag: string): Name | undefined {
  const whole = names.get(tag);
  if (whole) return whole;
  const found: Name[] = [];
  for (const part of partsOf(tag)) {
    const word = words.get(part) ?? (/^\d+$/.test(part) ? { en: part, zh: part } : undefined);
    if (!word) return undefined;
    found.push(word);
  }
  const english = found
    .map(({ en }) => en)
    .join(' ')
    .replace('- ', '');
  return { en: english.charAt(0).toUpperCase() + english.slice(1), zh: inChineseOrder(found) };
}

/** 中文 says what a thing is of before the thing: "date of signature" is 签名日期. */
function inChineseOrder(parts: readonly Name[]): string {
  const at = parts.findIndex(({ en }) => en === 'of');
  const ordered = at < 0 ? parts : [...parts.slice(at + 1), ...parts.slice(0, at)];
  return ordered.map(({ zh }) => zh).join('');
}

/** What a code means; undefined for those that are not ours to explain. */
export function codeName(code: string): Name | undefined {
  return codes.get(code);
}
