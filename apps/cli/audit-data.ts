// `feiqian audit verify-data ARCHIVE --key KEY`: is this export of an organisation's data what the house signed, every file of it?
// Needs the archive and the public key alone: the JSON of /.well-known/feiqian-keys, or a PEM. Exit codes as of `audit verify`.
import { createHash, createPublicKey, type JsonWebKeyInput, type KeyObject, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { MANIFEST, MANIFEST_TYPE, SIGNATURE, SUMS } from '../../modules/leaving/index.ts';

const USAGE = 'npx feiqian audit verify-data ARCHIVE.tar.gz --key KEYS.json|PUBLIC.pem [--json] [--lang en|zh]';

interface Finding {
  readonly place: string;
  readonly en: string;
  readonly zh: string;
}

interface Read {
  /** SHA-256 by file, in the order of the archive. */
  readonly files: Map<string, string>;
  readonly own: Map<string, string>;
}

export async function verifyData(args: string[]): Promise<number> {
  try {
    const options = { key: { type: 'string' }, json: { type: 'boolean' }, lang: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1 || values.key === undefined) throw new Error(`Usage: ${USAGE}`);
    const read = await readArchive(file);
    const findings = findingsOf(read, readKeys(readFileSync(values.key, 'utf8')));
    report(read, findings, values);
    return findings.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

/** One after another; only the list, the manifest and its signature are kept. */
async function readArchive(path: string): Promise<Read> {
  const tar = extract();
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => tar.destroy(error));
  gunzip.on('error', () => tar.destroy(new Error(`${path} is not whole, or no export.`)));
  source.pipe(gunzip).pipe(tar);
  const [files, own] = [new Map<string, string>(), new Map<string, string>()];
  for await (const entry of tar) {
    const { name, type } = entry.header;
    if (type === 'directory') {
      entry.resume();
      continue;
    }
    if ([SUMS, MANIFEST, SIGNATURE].includes(name)) own.set(name, await text(entry));
    else {
      const hash = createHash('sha256');
      for await (const chunk of entry) hash.update(chunk as Buffer);
      // A name that comes twice is not what was signed, whichever of the two it is.
      files.set(name, files.has(name) ? '' : hash.digest('hex'));
    }
  }
  return { files, own };
}

function readKeys(given: string): KeyObject[] {
  if (!given.trimStart().startsWith('{')) return [createPublicKey(given)];
  const { keys = [] } = JSON.parse(given) as { keys?: JsonWebKeyInput['key'][] };
  return keys.map((key) => createPublicKey({ key, format: 'jwk' }));
}

function findingsOf({ files, own }: Read, keys: readonly KeyObject[]): Finding[] {
  const findings: Finding[] = [];
  const find = (place: string, en: string, zh: string): number => findings.push({ place, en, zh });
  const [sums = '', manifest = '', signature = ''] = [SUMS, MANIFEST, SIGNATURE].map((name) => own.get(name));
  const [head = '', body = '', signed = ''] = signature.trim().split('.');
  const isOurs = keys.some((key) =>
    verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signed, 'base64url')),
  );
  if (!isOurs) find(SIGNATURE, 'The manifest is not signed by this key.', '清单并非由此公钥签名。');
  else if (Buffer.from(body, 'base64url').toString() !== manifest) {
    find(MANIFEST, 'The manifest is not the one that was signed.', '清单与所签名的内容不符。');
  }
  const said = isOurs ? saidBy(body) : {};
  if (isOurs && said.type !== MANIFEST_TYPE) {
    find(MANIFEST, 'What was signed is no export of data.', '所签名的内容不是数据导出。');
  }
  if (isOurs && said.sha256sums !== createHash('sha256').update(sums).digest('hex')) {
    find(SUMS, 'The list of files is not the one that was signed.', '文件列表与所签名的不符。');
  }
  const listed = new Map(sums.split('\n').flatMap((line) => (line ? [[line.slice(66), line.slice(0, 64)]] : [])));
  for (const [name, sha256] of listed) {
    const now = files.get(name);
    if (now === undefined) find(name, 'The file was removed.', '文件已被删除。');
    else if (now !== sha256) find(name, 'The file was changed.', '文件已被改动。');
  }
  for (const name of files.keys()) if (!listed.has(name)) find(name, 'The file was added.', '文件是后来添加的。');
  return findings;
}

function saidBy(body: string): { type?: string; sha256sums?: string } {
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as { type?: string; sha256sums?: string };
  } catch {
    return {};
  }
}

function report(
  { files }: Read,
  findings: readonly Finding[],
  { json, lang }: { json?: boolean; lang?: string },
): void {
  if (json) return console.log(JSON.stringify({ files: files.size, valid: findings.length === 0, findings }, null, 2));
  for (const { place, en, zh } of findings) console.log(`${place}: ${lang === 'zh' ? zh : en}`);
  console.log(
    lang === 'zh'
      ? `${files.size} 个文件；${findings.length} 处不符。`
      : `${files.size} files; ${findings.length} not as they were signed.`,
  );
}
