// `npm run generate`: writes the files in generated/ anew from the program itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure-deps.mjs';

ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
const { generatedFiles } = await import('../tests/contract/generated-files.ts');
mkdirSync(join(root, 'generated'), { recursive: true });
for (const [name, text] of Object.entries(await generatedFiles())) {
  writeFileSync(join(root, 'generated', name), text);
  console.log(`generated/${name}`);
}
