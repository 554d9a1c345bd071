// `npm run generate`: writes generated/, the documents that are made of the program itself, from an empty database.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure-deps.mjs';

ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
const { startEmbedded } = await import('../platform/postgres/embedded.ts');
const { makeDocuments } = await import('./documents.ts');

const folder = mkdtempSync(join(tmpdir(), 'feiqian generate '));
chmodSync(folder, 0o755);
const server = await startEmbedded(folder, { settings: { fsync: 'off' } });
try {
  mkdirSync(join(root, 'generated'), { recursive: true });
  for (const [name, text] of await makeDocuments(server.url)) {
    writeFileSync(join(root, 'generated', name), text);
    console.log(`Wrote generated/${name}`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
