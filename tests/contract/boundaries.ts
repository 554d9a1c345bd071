// The map of the house: which part may use which. A part is an office of `modules`, or a folder at the root.
import { importsOf, type SourceFile } from './source-files.ts';

/** What each part may import besides itself. Of a module only its `index.ts`, and its `testing.ts` and `testing-….ts` in tests. */
export const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  // Reads and writes signatures for both ends, in a browser too: it stands on nothing.
  'platform/signatures': [],
  'modules/ledger': ['platform'],
  'modules/settlement': ['platform', 'modules/ledger'],
  'modules/iso20022': ['platform'],
  'modules/messages': ['platform', 'platform/signatures', 'modules/ledger', 'modules/settlement', 'modules/iso20022'],
  'modules/alarms': ['platform'],
  'modules/approvals': ['platform'],
  'modules/access': ['platform', 'platform/signatures'],
  'modules/people': ['platform', 'modules/access'],
  'modules/environments': ['platform', 'modules/access', 'modules/iso20022', 'modules/messages', 'modules/settlement'],
  'modules/conformance': ['platform', 'modules/access', 'modules/messages'],
  'modules/quotas': ['platform', 'modules/access', 'modules/settlement', 'modules/messages'],
  'modules/request-log': ['platform', 'modules/access'],
  'modules/subscriptions': ['platform', 'modules/access'],
  'modules/support': ['platform', 'modules/access'],
  'modules/leaving': [
    'platform',
    ...['access', 'environments', 'evidence', 'people', 'settlement', 'subscriptions', 'support', 'webhooks'].map(
      (name) => `modules/${name}`,
    ),
  ],
  'modules/simulator': ['platform', 'modules/ledger', 'modules/settlement'],
  'modules/evidence': ['platform', 'modules/ledger', 'modules/settlement', 'modules/messages'],
  'modules/status': ['platform'],
  'modules/webhooks': ['platform', 'modules/access', 'modules/evidence', 'modules/messages', 'modules/settlement'],
  'apps/server': ['platform', 'modules/*', 'client'],
  'apps/cli': ['platform', 'modules/*', 'client', 'apps/server', 'scripts'],
  'apps/console': ['client', 'ui'],
  client: ['generated', 'platform/signatures'],
  ui: [],
  bench: ['platform', 'platform/signatures', 'modules/*', 'apps/server', 'client'],
  tests: ['platform', 'modules/*', 'apps/server', 'apps/cli', 'client', 'scripts', 'bench', 'docs'],
  scripts: ['platform', 'apps/server', 'tests'],
  docs: ['client'],
};

export function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  const isOwnPart = first === 'modules' || first === 'apps' || path.startsWith('platform/signatures/');
  return isOwnPart ? `${first}/${second}` : first;
}

/** Each import that crosses a boundary it may not, as a sentence. */
export function wrongImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => importsOf(file).flatMap((target) => wrongImport(file.path, target) ?? []));
}

function wrongImport(from: string, target: string): string | undefined {
  const [part, other] = [partOf(from), partOf(target)];
  if (part === other || !from.includes('/')) return undefined;
  const allowed = MAY_USE[part];
  if (!allowed) return `${part} has no place on the map in tests/contract/boundaries.ts`;
  const isAllowed = allowed.includes(other) || (other.startsWith('modules/') && allowed.includes('modules/*'));
  if (!isAllowed) return `${from} imports ${target}, but ${part} may not use ${other}`;
  const isTest = /\.test\.ts$|\/testing\.ts$/.test(from) || ['tests', 'bench'].includes(part);
  const isCounter = target === `${other}/index.ts` || (isTest && /\/testing(-[a-z]+)?\.ts$/.test(target));
  return other.startsWith('modules/') && !isCounter
    ? `${from} imports ${target} past the counter of ${other}`
    : undefined;
}

/** Circles of files that import each other, types aside; each as `a → b → a`. */
export function circles(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, importsOf(withoutTypes(file))]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const trail: string[] = [];
  const visit = (path: string): void => {
    if (state.get(path) === 'done' || !graph.has(path)) return;
    if (state.get(path) === 'open') return void found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    state.set(path, 'open');
    trail.push(path);
    for (const target of graph.get(path)!) visit(target);
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path);
  return found;
}

/** Imports of types alone are gone at run time and may go in circles. */
function withoutTypes({ path, text }: SourceFile): SourceFile {
  const runtime = text
    .replace(/^\s*(import|export) type [^;]*;/gm, '')
    .replace(/^\s*(import|export) \{([^}]*)\} from [^;]*;/gm, (whole, _word, names: string) =>
      names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ? '' : whole,
    );
  return { path, text: runtime };
}
