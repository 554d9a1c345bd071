// Samples of all kinds and real messages are valid; what is written reads back the same, by either way of reading.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createMessageReader, readMessage, type ReadResult } from './message-reader.ts';
import { isSpoken, kinds, spokenKinds } from './kinds.ts';
import { readingOf, sampleContent, sampleHeader } from './testing.ts';
import { type Content, type ContentMap, wrap, writeHeader, writeMessage } from './write-message.ts';

const realMessages = new URL('../../../shared/iso20022/messages/', import.meta.url);

const read = (xml: string): ReadResult => readMessage(Buffer.from(xml));
const summary = ({ violations }: ReadResult): string[] => violations.map((each) => `${each.path} ${each.rule}`);

/** Cut into chunks of this many bytes, which always goes the long way. */
export function readInChunks(xml: string, size: number): ReadResult {
  const bytes = Buffer.from(xml);
  const reader = createMessageReader();
  for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
  return reader.end();
}

test('the 29 kinds are the 29 described', () => {
  assert.equal(kinds.length, 29);
  assert.deepEqual(kinds.map(({ kind }) => kind).sort(), [...spokenKinds].sort());
});

test('real messages are valid', { skip: !existsSync(realMessages) && 'the messages are not here' }, () => {
  const files = readdirSync(realMessages).filter((name) => name.endsWith('.xml'));
  assert.ok(files.length > 0);
  for (const name of files) {
    const result = readMessage(readFileSync(new URL(name, realMessages)));
    assert.deepEqual(summary(result), [], name);
    assert.ok(isSpoken(result.kind!), name);
  }
});

for (const { kind } of kinds) {
  test(`${kind}: samples are valid, alone and in an envelope; written again they are the same`, () => {
    for (let seed = 1; seed <= 12; seed++) {
      const xml = writeMessage(kind, sampleContent(kind, { seed, isMaximal: seed > 6 }));
      const result = read(xml);
      assert.deepEqual(summary(result), [], `seed ${seed}`);
      assert.equal(result.kind, kind);
      assert.deepEqual(readingOf(readInChunks(xml, 61)), readingOf(result));
      const root = result.document ?? result.header!;
      const content: Record<string, Content> = {};
      for (const { name } of root.children) content[name] = root.children.filter((each) => each.name === name);
      assert.equal(writeMessage(kind, content as ContentMap), xml);
      if (kind.startsWith('head.')) continue;
      const enveloped = read(wrap(writeHeader(sampleHeader(kind)), xml));
      assert.deepEqual(summary(enveloped), []);
      assert.equal(enveloped.kind, kind);
      assert.ok(enveloped.header);
    }
  });
}

test('a fault of ours is not written', () => {
  const content = sampleContent('pacs.008.001.08');
  const [name] = Object.keys(content);
  assert.throws(() => writeMessage('pacs.008.001.08', {}), /missing/);
  assert.throws(() => writeMessage('pacs.008.001.08', { ...content, Extra: 'x' }), /not known/);
  assert.throws(() => writeMessage('pacs.008.001.08', { [name!]: [content[name!]!, content[name!]!] }), /2 times/);
  assert.throws(() => writeMessage('pacs.008.001.99', content), /not a kind/);
});
