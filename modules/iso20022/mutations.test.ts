// Every kind of mistake, in every kind of message, is answered by one violation with the right path and rule, and by the
// quick and the long way of reading alike. Where the official schemas are at hand, libxml2 must give the same verdict.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { kinds } from './kinds.ts';
import { createMessageReader, readMessage } from './message-reader.ts';
import { mutationsOf, sampleTree, treeXml } from './testing-mutations.ts';
import { readingOf, seededRandom } from './testing.ts';

const schemas = new URL('../../../shared/iso20022/xsd/', import.meta.url);
const MOST_PER_SAMPLE = 90;

for (const { kind } of kinds) {
  test(`${kind}: each mistake is found where it is`, () => {
    const judge = libxmlJudge(kind);
    const rules = new Set<string>();
    try {
      for (let seed = 1; seed <= 4; seed++) {
        const root = sampleTree(kind, { seed, isMaximal: seed > 2 });
        const sample = treeXml(root);
        assert.deepEqual(readMessage(Buffer.from(sample)).violations, []);
        if (judge) assert.ok(judge.isValid(sample), `sample ${seed}`);
        const random = seededRandom(seed);
        const mutations = mutationsOf(root);
        const share = MOST_PER_SAMPLE / mutations.length;
        for (const { label, path, rule, xml: make } of mutations) {
          if (random() > share) continue;
          const xml = make();
          const result = readMessage(Buffer.from(xml));
          const found = result.violations.map((each) => `${each.path} ${each.rule}`);
          assert.deepEqual(found, [`${path} ${rule}`], `seed ${seed}, ${label}`);
          const reader = createMessageReader();
          reader.write(Buffer.from(xml));
          assert.deepEqual(readingOf(reader.end()), readingOf(result), `seed ${seed}, ${label}: two ways`);
          if (judge) assert.ok(!judge.isValid(xml), `seed ${seed}, ${label} at ${path}: libxml2 takes it`);
          rules.add(rule);
        }
      }
    } finally {
      judge?.dispose();
    }
    for (const rule of ['element.missing', 'element.repeated', 'element.unknown', 'namespace.wrong'])
      assert.ok(rules.has(rule), rule);
  });

  test(`${kind}: in a foreign namespace it is not a kind spoken here`, () => {
    const xml = treeXml(sampleTree(kind, {})).replace(
      /xmlns="[^"]*"/,
      'xmlns="urn:iso:std:iso:20022:tech:xsd:zzzz.001"',
    );
    const rules = readMessage(Buffer.from(xml)).violations.map((each) => each.rule);
    assert.ok(rules.includes('kind.unknown'));
  });
}

/** libxml2 on the official schema; undefined where that is not at hand. */
function libxmlJudge(kind: string): { isValid: (xml: string) => boolean; dispose: () => void } | undefined {
  const file = new URL(`${kind}.xsd`, schemas);
  if (!existsSync(file)) return undefined;
  const schema = XmlDocument.fromBuffer(readFileSync(file));
  const validator = XsdValidator.fromDoc(schema);
  const isValid = (xml: string): boolean => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return true;
    } catch {
      return false;
    } finally {
      document.dispose();
    }
  };
  const dispose = (): void => {
    validator.dispose();
    schema.dispose();
  };
  return { isValid, dispose };
}
