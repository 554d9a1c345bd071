// generated/ is what the program says now; the API's description is valid; refusals are declared, worded and used.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { makeDocuments, readRefusals } from '../../scripts/documents.ts';
import { root, sourceFiles } from './source-files.ts';

const committed = (name: string): string => readFileSync(join(root, 'generated', name), 'utf8');

test('the documents in generated/ are current', async (t) => {
  const { url } = await testDatabase(t);
  for (const [name, text] of await makeDocuments(url)) {
    assert.ok(committed(name) === text, `generated/${name} is not current: run npm run generate`);
  }
});

test('the description of the API is valid OpenAPI 3.1, its examples too', async () => {
  const rules = {
    struct: 'error',
    'no-unresolved-refs': 'error',
    'no-invalid-media-type-examples': 'error',
    'no-invalid-parameter-examples': 'error',
    'no-invalid-schema-examples': 'error',
    'operation-operationId-unique': 'error',
    'operation-summary': 'error',
    'operation-4xx-response': 'error',
    'path-parameters-defined': 'error',
    'no-ambiguous-paths': 'off',
    'security-defined': 'error',
    'tag-description': 'error',
  } as const;
  const config = await createConfig({ rules });
  const problems = await lintFromString({ source: committed('openapi.json'), absoluteRef: 'openapi.json', config });
  assert.deepEqual(
    problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} at ${location[0]?.pointer ?? ''}`),
    [],
  );
});

interface Operation {
  'x-summary-zh'?: string;
  'x-codes'?: string[];
  responses: Record<string, { content?: Record<string, { schema: Record<string, unknown> }>; 'x-codes'?: string[] }>;
}

test('every route says what it answers, in a shape with a name, and is worded in Chinese too', () => {
  const { paths } = JSON.parse(committed('openapi.json')) as { paths: Record<string, Record<string, Operation>> };
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const name = `${method} ${path}`;
      assert.match(operation['x-summary-zh'] ?? '', /[\u4e00-\u9fff]/, name);
      const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
      const schema = good?.[1].content?.['application/json']?.schema;
      assert.ok(good, name);
      if (schema) assert.ok(typeof schema.$ref === 'string', `${name} answers a shape without a name`);
    }
  }
});

test('every refusal is declared with its words, and every declared one is used', async () => {
  const lists = await readRefusals();
  const declared = new Set([...lists.values()].flatMap((list) => Object.keys(list)));
  const code = sourceFiles().filter(
    ({ path }) =>
      /^(platform|modules|apps\/(server|cli))\/.*\.ts$/.test(path) && !/refusals\.ts$|\.test\.ts$|testing/.test(path),
  );
  const thrown = code.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:new Refusal|\brefuse)\(\s*'([a-z_]+)'/g)].map((match) => ({ path, code: match[1]! })),
  );
  assert.ok(thrown.length > 50);
  assert.deepEqual(
    thrown.filter(({ code }) => !declared.has(code)),
    [],
    'a refusal without words in a refusals.ts',
  );
  const text = code.map((file) => file.text).join('\n');
  const unused = [...declared].filter((each) => !new RegExp(`['.]${each}\\b`).test(text));
  assert.deepEqual(unused, [], 'declared and never thrown');
  for (const [part, list] of lists) {
    for (const [name, { en, zh, status }] of Object.entries(list)) {
      assert.match(en, /^[A-Z].*[.]$/, `${part} ${name}`);
      assert.match(zh, /[\u4e00-\u9fff].*。$/, `${part} ${name}`);
      assert.ok(status >= 400 && status < 600, `${part} ${name}`);
    }
  }
});
