// What a hostile sender may try is refused early, by its rule, and the quick and the long way of reading always agree.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMessageReader, MAX_SINGLE_BYTES, readMessage, type ReadResult } from './message-reader.ts';
import { type Rule } from './rules.ts';
import { readingOf, sampleContent, sampleHeader, seededRandom } from './testing.ts';
import { type Element } from './tree.ts';
import { wrap, writeHeader, writeMessage } from './write-message.ts';

const kind = 'pacs.009.001.08';
const sample = writeMessage(kind, sampleContent(kind));
const header = writeHeader(sampleHeader(kind));
const inDocument = (text: string): string => sample.replace('>', `>${text}`);
const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>${sample}`;

const attacks: Record<string, [text: string | Uint8Array, rule: Rule]> = {
  'document type': [`<!DOCTYPE Document>${sample}`, 'xml.doctype'],
  'document type in small letters': [`<!doctype Document>${sample}`, 'xml.doctype'],
  'entities that multiply': [
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${inDocument('&b;')}`,
    'xml.doctype',
  ],
  'external entity': [
    `<!-- x --><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${inDocument('&a;')}`,
    'xml.doctype',
  ],
  'document type after the root begins': [inDocument('<!DOCTYPE x>'), 'xml.malformed'],
  'undeclared entity': [inDocument('&nbsp;'), 'xml.entity'],
  'reference to NUL': [inDocument('&#0;'), 'xml.entity'],
  instruction: [`<?xml-stylesheet href="x"?>${sample}`, 'xml.instruction'],
  'instruction inside': [inDocument('<?php x?>'), 'xml.instruction'],
  depth: ['<a>'.repeat(70) + '</a>'.repeat(70), 'xml.depth'],
  'depth inside a part not known': [inDocument('<a>'.repeat(70) + '</a>'.repeat(70)), 'xml.depth'],
  'depth without end': ['<a>'.repeat(100_000), 'xml.depth'],
  size: [inDocument(' '.repeat(MAX_SINGLE_BYTES)), 'xml.size'],
  'long name': [inDocument(`<${'a'.repeat(200)}/>`), 'xml.name'],
  'many attributes': [
    inDocument(`<a ${Array.from({ length: 40 }, (_, n) => `b${n}="1"`).join(' ')}/>`),
    'xml.attributes',
  ],
  'long attribute': [inDocument(`<a b="${'1'.repeat(5_000)}"/>`), 'xml.attributes'],
  'other encoding': [declared('ISO-8859-1'), 'xml.encoding'],
  'other version': [sample.replace('<', '<?xml version="1.1"?><'), 'xml.version'],
  'UTF-16': [Buffer.from(`\ufeff${sample}`, 'utf16le'), 'xml.encoding'],
  'UTF-16 without a mark': [Buffer.from(sample, 'utf16le'), 'xml.encoding'],
  'UTF-32': [Buffer.from([0, 0, 0, 0x3c, 0, 0, 0, 0x44]), 'xml.encoding'],
  'bytes that are not UTF-8': [Buffer.concat([Buffer.from(sample), Buffer.from([0xff])]), 'xml.encoding'],
  'overlong UTF-8': [Buffer.concat([Buffer.from(sample), Buffer.from([0xc0, 0xbc])]), 'xml.encoding'],
  'half a surrogate': [Buffer.concat([Buffer.from(sample), Buffer.from([0xed, 0xa0, 0x80])]), 'xml.encoding'],
  'cut character': [Buffer.concat([Buffer.from(sample), Buffer.from([0xe5, 0xa5])]), 'xml.encoding'],
  NUL: [inDocument('\0'), 'xml.malformed'],
  'second root': [sample + sample, 'xml.malformed'],
  'second document in an envelope': [wrap(header, sample + sample), 'document.repeated'],
  'second header': [wrap(header + header, sample), 'header.repeated'],
  'header after the document': [wrap(sample, header), 'header.order'],
  'header of another kind': [wrap(writeHeader(sampleHeader('pacs.008.001.08')), sample), 'header.kind'],
  'header alone in an envelope': [wrap(header, ''), 'document.missing'],
  nothing: ['', 'xml.malformed'],
  'no XML': ['{"a":1}', 'xml.malformed'],
  'cut short': [sample.slice(0, -12), 'xml.malformed'],
  'prefix not declared': [inDocument('<x:a/>'), 'xml.malformed'],
};

function bothWays(bytes: Uint8Array): ReadResult {
  const whole = readMessage(bytes);
  for (const size of [7, 4_096]) {
    const reader = createMessageReader();
    for (let at = 0; at < bytes.length && !reader.isStopped; at += size) reader.write(bytes.subarray(at, at + size));
    const cut = reader.end();
    assert.deepEqual(
      cut.violations.map((each) => each.rule),
      whole.violations.map((each) => each.rule),
      `in chunks of ${size}`,
    );
  }
  return whole;
}

for (const [name, [text, rule]] of Object.entries(attacks)) {
  test(`refused: ${name}`, () => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    const { violations } = bothWays(bytes);
    const rules = violations.map((each) => each.rule);
    assert.ok(rules.includes(rule), `found ${rules.join(', ') || 'nothing'}`);
    for (const each of violations) assert.ok(each.en.length < 2_000 && each.zh.length > 0 && each.line > 0);
  });
}

test('plain variants of the same message are valid', () => {
  const variants = [
    declared('utf-8'),
    declared('UTF8'),
    `\ufeff${sample}`,
    `<!-- a remark -->\r\n${sample}\n<!-- and one behind -->`,
    sample.replaceAll('><', '>\n  <'),
    sample.replaceAll('><', '>\r\n\t<'),
    sample.replaceAll(/>([^<]+)</g, '><![CDATA[$1]]><'),
    sample.replaceAll(/<(\/?)/g, '<$1p:').replace('xmlns=', 'xmlns:p='),
    wrap(header, sample),
  ];
  for (const each of variants) assert.deepEqual(bothWays(Buffer.from(each)).violations, [], each.slice(0, 80));
});

test('a thousand mistakes are listed, then counted', () => {
  const { violations } = bothWays(Buffer.from(inDocument('<a/>'.repeat(3_000))));
  assert.equal(violations.filter((each) => each.rule === 'element.unknown').length, 1_000);
  assert.equal(violations.at(-1)!.rule, 'violations.more');
});

test('random damage never throws, and both ways say the same of it', () => {
  const random = seededRandom(7);
  const pieces = ['<', '>', '/', '&', '&amp;', '"', "'", ']]>', '<!--', '-->', '<![CDATA[', '\r', '\n', '\t', ' ', '=', 'a', '好', '😀', '&#65;', ':', 'xmlns=""', '<a>', '</a>']; // prettier-ignore
  const base = wrap(header, sample);
  for (let round = 0; round < 3_000; round++) {
    let text = base;
    for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
      const at = Math.floor(random() * text.length);
      const piece = pieces[Math.floor(random() * pieces.length)]!;
      text = text.slice(0, at) + piece + text.slice(at + Math.floor(random() * 4));
    }
    const bytes = Buffer.from(text);
    const reader = createMessageReader();
    reader.write(bytes);
    assert.deepEqual(readingOf(readMessage(bytes)), readingOf(reader.end()), text);
  }
});

test('the text of a transaction reads, in a message of ours, as the transaction itself; leaning on a prefix it has none', () => {
  const read = (xml: string) => readMessage(Buffer.from(xml));
  const lines = sample.replaceAll('><', '>\n  <');
  for (const xml of [sample, lines, wrap(header, lines), sample.replace('<Document', "<Document a='b'")]) {
    const { transactionTexts, document } = read(xml);
    const transactions = document!.children[0]!.children.filter(({ name }) => name === 'CdtTrfTxInf');
    assert.equal(transactionTexts.length, transactions.length);
    const whole = sample.replace(/<CdtTrfTxInf>.*<\/CdtTrfTxInf>/, () => transactionTexts.join(''));
    const again = read(whole).document!.children[0]!.children.filter(({ name }) => name === 'CdtTrfTxInf');
    assert.deepEqual(withoutLines(again), withoutLines(transactions));
  }
  const prefixed = sample.replaceAll(/<(\/?)/g, '<$1p:').replace('xmlns=', 'xmlns:p=');
  const declaredOutside = sample
    .replace('xmlns=', 'xmlns:x="http://www.w3.org/2001/XMLSchema-instance" xmlns=')
    .replace('<PmtId>', '<PmtId x:schemaLocation="a b">');
  for (const xml of [prefixed, declaredOutside]) {
    assert.deepEqual(read(xml).violations, []);
    assert.deepEqual(read(xml).transactionTexts, []);
  }
});

const withoutLines = (elements: readonly Element[]): unknown =>
  elements.map(({ line: _, children, ...rest }) => ({ ...rest, children: withoutLines(children) }));
