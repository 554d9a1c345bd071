// Who may use whom, read from the imports themselves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circles, wrongImports } from './boundaries.ts';
import { packagesOf, root, sourceFiles } from './source-files.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const files = sourceFiles().filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path));

test('parts use only what the map allows, and of a module only its counter', () => {
  assert.deepEqual(wrongImports(files), []);
});

test('the map is held: planted violations are found', () => {
  const planted = [
    { path: 'platform/clock.ts', text: "import { Books } from '../modules/ledger/index.ts';" },
    { path: 'modules/ledger/books.ts', text: "import { type Payment } from '../settlement/index.ts';" },
    { path: 'modules/settlement/day.ts', text: "import {\n  Books,\n} from '../ledger/books.ts';" },
    { path: 'modules/settlement/day.ts', text: "const books = await import('../ledger/books.ts');" },
    { path: 'modules/settlement/day.ts', text: "import { aBook } from '../ledger/testing.ts';" },
    { path: 'apps/console/page.tsx', text: "import { BookWriter } from '../../platform/writer/writer.ts';" },
    { path: 'modules/unheard/of.ts', text: "import { assert } from '../../platform/refusal.ts';" },
  ];
  for (const file of planted) assert.equal(wrongImports([file]).length, 1, file.path + file.text);
  const fine = [
    { path: 'modules/settlement/day.ts', text: "import { Books } from '../ledger/index.ts';" },
    { path: 'modules/settlement/day.test.ts', text: "import { aBook } from '../ledger/testing.ts';" },
  ];
  assert.deepEqual(wrongImports(fine), []);
});

test('no file needs itself to be loaded first', () => {
  assert.deepEqual(circles(files), []);
  const planted = [
    { path: 'a/one.ts', text: "import { two } from './two.ts';" },
    { path: 'a/two.ts', text: "export { one } from './one.ts';" },
  ];
  assert.deepEqual(circles(planted), ['a/one.ts → a/two.ts → a/one.ts']);
  assert.deepEqual(circles([planted[0]!, { path: 'a/two.ts', text: "import { type One } from './one.ts';" }]), []);
});

test('only packages that package.json names are imported', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const known = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  const unknown = files.flatMap((file) =>
    packagesOf(file)
      .filter((name) => !known.has(name))
      .map((name) => `${file.path}: ${name}`),
  );
  assert.deepEqual(unknown, []);
  const isServed = ({ path }: { path: string }) => /^(apps\/(server|cli)|modules|platform)\//.test(path);
  const onlyForWork = files
    .filter((file) => isServed(file) && !/\.test\.ts$|testing(-\w+)?\.ts$|\/tools\//.test(file.path))
    .flatMap((file) => packagesOf(file).filter((name) => !dependencies[name] && known.has(name)));
  assert.deepEqual(onlyForWork, [], 'what runs in production is a dependency, not a devDependency');
});
