// Writes description/*.txt from a folder of official schemas: node --import tsx modules/iso20022/tools/describe-schema.ts FOLDER
// Types are written once for all messages; a type whose name means something else in one message is written `Name~kind`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSchema, type SchemaLines } from './read-schema.ts';

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder of the schemas.');

const values = new Map<string, string>();
const parts = new Map<string, string>();
const messages = new Map<string, string>();
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.xsd')) continue;
  const kind = file.replace('.xsd', '');
  const schema = readSchema(readFileSync(join(folder, file), 'utf8'));
  const rename = namesThatDiffer(schema, kind);
  for (const [name, line] of schema.values) values.set(rename(name), line);
  for (const [name, line] of schema.parts) parts.set(rename(name), renameTypes(line, rename));
  messages.set(kind, `${schema.namespace} ${schema.rootName} ${renameTypes(schema.rootLine, rename)}`);
}
write(
  'values.txt',
  'What a text may be: base, length, from (least value), digits, fraction digits, |codes, /pattern/.',
  values,
);
write(
  'parts.txt',
  'What an element may contain: members in order; `|` a choice; `value` a text with attributes; `any`.',
  parts,
);
write('messages.txt', 'The messages: namespace, root element, what it contains.', messages);

/** A name differs when its line differs from the one already described, or when it leads to a name that differs. */
function namesThatDiffer(schema: SchemaLines, kind: string): (name: string) => string {
  const differing = new Set<string>();
  for (const [name, line] of schema.values) if ((values.get(name) ?? line) !== line) differing.add(name);
  for (const [name, line] of schema.parts) if ((parts.get(name) ?? line) !== line) differing.add(name);
  for (let before = -1; before !== differing.size;) {
    before = differing.size;
    for (const [name, line] of schema.parts) {
      if (line.split(/[ ,]+/).some((word) => differing.has(word))) differing.add(name);
    }
  }
  return (name) => (differing.has(name) ? `${name}~${kind}` : name);
}

/** Only the words in a type's place are renamed: an element may bear the name of a type. */
function renameTypes(line: string, rename: (name: string) => string): string {
  return line.startsWith('any ')
    ? line
    : line.replace(/ ([\w.]+)(?=$|,| \||  *@)/g, (_, name: string) => ` ${rename(name)}`);
}

function write(file: string, title: string, entries: Map<string, string>): void {
  const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, line]) => wrap(`${name} = ${line}`));
  const note = 'Facts of the ISO 20022 schemas in our own form, written by tools/describe-schema.ts.';
  writeFileSync(new URL(`../description/${file}`, import.meta.url), `# ${title}\n# ${note}\n${lines.join('\n')}\n`);
}

/** Breaks after spaces only, and never before or inside a pattern, so that joining with one space gives the line back. */
function wrap(line: string): string {
  const patternAt = line.indexOf(' /');
  const words = (patternAt < 0 ? line : line.slice(0, patternAt)).split(' ');
  let text = '';
  let width = 0;
  for (const word of words) {
    if (width > 0 && width + word.length > 118) {
      text += '\n ';
      width = 1;
    }
    text += (width > 0 ? ' ' : '') + word;
    width += word.length + 1;
  }
  return text + (patternAt < 0 ? '' : line.slice(patternAt));
}
