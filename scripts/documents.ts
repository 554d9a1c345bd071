// The documents in generated/, made of what the program itself uses: the API, who may call what, every refusal, the
// database's schema. Pure texts; scripts/generate.mjs writes them and a test holds them current.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTs, { astToString } from 'openapi-typescript';
import { type ClientBase } from 'pg';
import { openApiOn } from '../apps/server/api-on.ts';
import { describeApi } from '../platform/http/index.ts';
import { systemClock } from '../platform/instant.ts';
import { readSchema } from '../platform/postgres/read-schema.ts';
import { type RefusalTexts } from '../platform/refusal.ts';
import { permissionsText } from './permissions-text.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Every document by its file name, from a database that is empty or migrated. */
export async function makeDocuments(databaseUrl: string): Promise<Map<string, string>> {
  const { house, api } = await openApiOn(databaseUrl, systemClock);
  try {
    const client = await house.pool.connect();
    const schema = await readSchema(client as unknown as ClientBase).finally(() => client.release());
    const openapi = describeApi(api);
    return new Map([
      ['openapi.json', `${JSON.stringify(openapi, null, 2)}\n`],
      ['api.ts', await typesOf(openapi)],
      ['permissions.txt', permissionsText(api.routes, api.permissions!)],
      ['errors.md', await errorsOf()],
      ['schema.sql', schema],
    ]);
  } finally {
    await house.close();
  }
}

async function typesOf(openapi: ReturnType<typeof describeApi>): Promise<string> {
  const nodes = await openapiTs(openapi as never, { alphabetize: false, defaultNonNullable: false });
  return `// The API as types, made of generated/openapi.json by \`npm run generate\`; do not edit.\n${astToString(nodes)}`;
}

/** Every list of refusals, by the part that declares it. */
export async function readRefusals(): Promise<Map<string, RefusalTexts>> {
  const lists = new Map<string, RefusalTexts>();
  for (const layer of ['platform', 'modules', 'apps']) {
    for (const part of readdirSync(join(root, layer)).sort()) {
      const path = join(root, layer, part, 'refusals.ts');
      if (!existsSync(path)) continue;
      const found = Object.values((await import(pathToFileURL(path).href)) as object).filter(isRefusalList);
      lists.set(`${layer}/${part}`, Object.assign({}, ...found) as RefusalTexts);
    }
  }
  return lists;
}

function isRefusalList(value: unknown): value is RefusalTexts {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value as RefusalTexts).every(({ en, zh, status }) => Boolean(en && zh && status));
}

async function errorsOf(): Promise<string> {
  const tables = [...(await readRefusals())].flatMap(([title, list]) => [
    `## ${title}`,
    '',
    '| Code | Status | English | 中文 |',
    '| --- | --- | --- | --- |',
    ...Object.entries(list).map(([code, { status, en, zh }]) => `| \`${code}\` | ${status} | ${en} | ${zh} |`),
    '',
  ]);
  const about = 'Every code with which an answer may say no. Made by `npm run generate`; do not edit.';
  return ['# Refusals', '', about, '', ...tables].join('\n');
}
