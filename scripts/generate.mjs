// `npm run generate`: writes generated/errors.md, every refusal of every part, from the lists the program itself uses.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, root } from './ensure-deps.mjs';

ensureDependencies();
const { register } = await import('tsx/esm/api');
register();

const lines = [
  '# Refusals',
  '',
  'Every code with which an answer may say no. Made by `npm run generate`; do not edit.',
  '',
];
for (const layer of ['platform', 'modules', 'apps']) {
  for (const part of readdirSync(join(root, layer)).sort()) {
    const path = join(root, layer, part, 'refusals.ts');
    if (existsSync(path)) lines.push(...(await tableOf(`${layer}/${part}`, path)));
  }
}
mkdirSync(join(root, 'generated'), { recursive: true });
writeFileSync(join(root, 'generated', 'errors.md'), lines.join('\n'));
console.log('Wrote generated/errors.md');

async function tableOf(title, path) {
  const lists = Object.values(await import(pathToFileURL(path).href)).filter(isRefusalList);
  const rows = lists
    .flatMap((list) => Object.entries(list))
    .map(([code, { status, en, zh }]) => `| \`${code}\` | ${status} | ${en} | ${zh} |`);
  return [`## ${title}`, '', '| Code | Status | English | 中文 |', '| --- | --- | --- | --- |', ...rows, ''];
}

function isRefusalList(value) {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => each?.en && each.zh && each.status)
  );
}
