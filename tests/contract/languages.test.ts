// Everything a person reads stands in English and in Chinese: refusals and the routes' summaries.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root, sourceFiles } from './source-files.ts';

const chinese = /[\u4e00-\u9fff]/;

interface Text {
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

function wrongText(code: string, { status, en, zh }: Text): string[] {
  return [
    ...(/^[a-z][a-z0-9_]*$/.test(code) ? [] : [`${code}: codes are words in small letters with underscores`]),
    ...(status >= 400 && status < 600 ? [] : [`${code}: ${status} is not the status of a problem`]),
    ...(/^[A-Z].*\.$/s.test(en) && !chinese.test(en) ? [] : [`${code}: no English sentence`]),
    ...(chinese.test(zh) && zh.endsWith('。') ? [] : [`${code}: no Chinese sentence`]),
  ];
}

test('every refusal has a code, a status, and a sentence in both languages', async () => {
  const lists = sourceFiles().filter(({ path }) => /^(platform|modules|apps)\/.*\/refusals\.ts$/.test(path));
  assert.ok(lists.length >= 3);
  const wrong: string[] = [];
  for (const { path } of lists) {
    const exported = (await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>;
    for (const [name, list] of Object.entries(exported)) {
      if (!/REFUSALS$/.test(name)) continue;
      for (const [code, text] of Object.entries(list as Record<string, Text>)) wrong.push(...wrongText(code, text));
    }
  }
  assert.deepEqual(wrong, []);
  assert.equal(wrongText('no_way', { status: 409, en: 'No way.', zh: '不行。' }).length, 0);
  assert.equal(wrongText('No-way', { status: 200, en: 'no way', zh: 'No way.' }).length, 4);
});

const summaryPattern = /summary: \{\s*en: (['"])(.*?)\1,\s*zh: (['"])(.*?)\3,?\s*\}/gs;

function wrongSummaries(text: string): string[] {
  return [...text.matchAll(summaryPattern)].flatMap(([whole, , en = '', , zh = '']) =>
    /[A-Za-z]/.test(en) && chinese.test(zh) ? [] : [whole],
  );
}

test('every summary of a route stands in both languages', () => {
  const routes = sourceFiles().filter(({ path }) => /routes\.ts$/.test(path));
  assert.ok(routes.flatMap(({ text }) => [...text.matchAll(summaryPattern)]).length >= 5);
  assert.deepEqual(
    routes.flatMap(({ text }) => wrongSummaries(text)),
    [],
  );
  assert.equal(wrongSummaries("summary: { en: 'Pause', zh: 'Pause' }").length, 1);
});
