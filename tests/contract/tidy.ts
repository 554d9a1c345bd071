// The house rules a machine can hold; each answers what is wrong with a file, nothing when it is well.
import { type SourceFile } from './source-files.ts';

const MAX_LINES = 400;

/** Longer files, and why each is one thing. */
export const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {
  'client/contract.ts': 'the whole contract of the API, read from top to bottom',
  'platform/writer/writer.ts': 'one state machine; its parts make no sense apart',
  'modules/iso20022/validator.ts': 'one pass over a message',
  'apps/console/messages/en.ts': 'a list of texts',
  'apps/console/messages/zh-CN.ts': 'a list of texts',
};

const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);

type Rule = (file: SourceFile) => string | undefined;

export const RULES: Readonly<Record<string, Rule>> = {
  'a file is short, or says why it is not': ({ path, text }) => {
    const lines = text.split('\n').length - 1;
    if (!isCode(path) || lines <= MAX_LINES || LONG_FOR_A_REASON[path] !== undefined) return undefined;
    return `${lines} lines; at most ${MAX_LINES}`;
  },
  'a file opens with a comment that says what it is for': ({ path, text }) => {
    const first = text.replace(/^#!.*\n/, '');
    if (isCode(path)) return /^\/\/ \S/.test(first) ? undefined : 'does not open with a comment';
    if (path.endsWith('.sql')) return /^-- \S/.test(first) ? undefined : 'does not open with a comment';
    return undefined;
  },
  'nothing is left to do in the text': ({ path, text }) =>
    isCode(path) && /\b(TO[D]O|FIX[M]E|X[X]X:)/.test(text) ? 'leaves work in a comment; open an issue' : undefined,
  'no registry is named': ({ text }) =>
    /registry\.npm|npmjs\.(org|com)|registry\.yarn|npmmirror/.test(text) ? 'names a package registry' : undefined,
  'no path of one machine': ({ text }) =>
    /(^|[\s'"`(=])\/(home|Users|root|work|mnt)\/[\w.-]+/.test(text) ? 'names a place on one machine' : undefined,
  'no secret': ({ text }) =>
    /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{36}\b/.test(text) ? 'holds a secret' : undefined,
  'no test that always passes over': ({ path, text }) =>
    path.endsWith('.test.ts') && /\b(test|it|describe)\.(only|skip|todo)\(/.test(text)
      ? 'skips or singles out a test'
      : undefined,
  'suppressions give a reason': ({ path, text }) => {
    if (!isCode(path)) return undefined;
    const bare = /(eslint-disable(?!.* -- \S)|@ts-(ignore|nocheck|expect-error)(?! \S))/.exec(text);
    return bare ? `"${bare[0]}" gives no reason` : undefined;
  },
  'numbers of money are not floating': ({ path, text }) =>
    /^(modules|platform)\//.test(path) && isCode(path) && /parseFloat\([^)]*([Aa]mount|[Mm]inor)/.test(text)
      ? 'reads an amount as a floating number'
      : undefined,
};

/** `rule: path: what is wrong`, for every rule and file. */
export function untidy(files: readonly SourceFile[]): string[] {
  return Object.entries(RULES).flatMap(([name, rule]) =>
    files.flatMap((file) => {
      const wrong = rule(file);
      return wrong === undefined ? [] : [`${name}: ${file.path}: ${wrong}`];
    }),
  );
}
