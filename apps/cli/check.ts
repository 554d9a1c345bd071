// `feiqian check FILE…`: says of each file whether it is a valid ISO 20022 message, and if not, everything that is wrong.
// Files are streamed, so bulk messages of up to 64 MB are checked in little memory. Exit code 0 only if all are valid.
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { createMessageReader, isSpoken, type Violation } from '../../modules/iso20022/index.ts';

type Language = 'en' | 'zh';

/** What `--json` prints of each file, as an array. */
interface FileReport {
  readonly file: string;
  readonly valid: boolean;
  readonly kind: string | null;
  readonly violations: readonly Violation[];
  /** Why the file could not be read. */
  readonly error?: string;
}

export async function check(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(`${options}\nUsage: npx feiqian check FILE… [--json] [--lang en|zh]`);
    return 2;
  }
  const reports: FileReport[] = [];
  let areAllValid = true;
  for (const file of options.files) {
    const report = await checkFile(file, options.language);
    areAllValid &&= report.valid;
    if (options.json) reports.push(report);
    else process.stdout.write(reportText(report, options.language));
  }
  if (options.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
  return areAllValid ? 0 : 1;
}

/** The options, or a sentence that says what is wrong with them. */
function readOptions(args: string[]): { files: string[]; json: boolean; language: Language } | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false }, lang: { type: 'string', default: 'en' } },
      allowPositionals: true,
    });
    const { json, lang } = values;
    if (positionals.length === 0) return 'Name at least one file.';
    if (lang !== 'en' && lang !== 'zh') return `--lang is en or zh, not "${lang}".`;
    return { files: positionals, json, language: lang };
  } catch (error) {
    return (error as Error).message;
  }
}

async function checkFile(file: string, language: Language): Promise<FileReport> {
  const reader = createMessageReader({ onTransaction: () => {} });
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 65_536 })) {
      reader.write(chunk as Uint8Array);
      if (reader.isStopped) break;
    }
  } catch (error) {
    return { file, valid: false, kind: null, violations: [], error: whyUnreadable(error, language) };
  }
  const { kind, violations } = reader.end();
  const valid = violations.length === 0 && kind !== undefined && isSpoken(kind);
  return { file, valid, kind: kind ?? null, violations };
}

const reasons: Record<string, Record<Language, string>> = {
  ENOENT: { en: 'there is no such file', zh: '文件不存在' },
  EISDIR: { en: 'this is a folder, not a file', zh: '这是文件夹，不是文件' },
  EACCES: { en: 'this user may not read it', zh: '当前用户无权读取' },
};

function whyUnreadable(error: unknown, language: Language): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = reasons[code]?.[language] ?? message;
  return language === 'zh' ? `无法读取：${reason}` : `cannot be read: ${reason}`;
}

function reportText({ file, valid, violations, error }: FileReport, language: Language): string {
  if (error !== undefined) return `${file}: ${error}\n`;
  if (valid) return `${file}: ${language === 'zh' ? '有效' : 'valid'}\n`;
  const count = violations.length;
  const heading = language === 'zh' ? `${count} 处违规` : `${count} violation${count === 1 ? '' : 's'}`;
  const lines = violations.map(
    (each) => `  ${each.line}:${each.column}  ${each.path}  ${each.rule}  ${each[language]}\n`,
  );
  return `${file}: ${heading}\n${lines.join('')}`;
}
