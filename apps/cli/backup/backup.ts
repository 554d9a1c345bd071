// `feiqian backup --to FILE`: the whole platform as one encrypted file, taken while the server runs. `feiqian backup verify`
// reads such a file to its end; `feiqian backup key` makes the pair that locks and opens backups.
import { parseArgs } from 'node:util';
import { makeKey } from './make-key.ts';
import { takeBackup } from './take-backup.ts';
import { verifyBackup } from './verify-backup.ts';

export const BACKUP_USAGE =
  'npx feiqian backup --to FILE|FOLDER|s3://BUCKET/PREFIX (--recipient age1… | --passphrase-file FILE) [--data ./data] ' +
  '[--config feiqian.yaml] [--keep-wal-days 14] [--lang en|zh]\n' +
  '       npx feiqian backup verify FILE (--identity-file FILE | --passphrase-file FILE) [--lang en|zh]\n' +
  '       npx feiqian backup key FILE';

export async function backup(args: string[]): Promise<number> {
  try {
    const { values, positionals } = readArguments(args);
    const language = values.lang;
    if (language !== 'en' && language !== 'zh') throw new WrongUse(`--lang is en or zh, not "${language}".`);
    const [act, file, ...more] = positionals;
    if (more.length > 0) throw new WrongUse('That is one word too many.');
    if (act === 'key' && file !== undefined) return await makeKey(file);
    if (act === 'verify' && file !== undefined) return await verifyBackup(file, values, language);
    if (act !== undefined) throw new WrongUse(`"backup ${positionals.join(' ')}" is not known.`);
    if (values.to === undefined) throw new WrongUse('Name where the backup goes with --to.');
    const keepWalDays = Number(values['keep-wal-days']);
    if (!Number.isSafeInteger(keepWalDays) || keepWalDays < 0)
      throw new WrongUse(`--keep-wal-days is a number of days, not "${values['keep-wal-days']}".`);
    return await takeBackup({ ...values, to: values.to, keepWalDays, language });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (!(error instanceof WrongUse)) return 1;
    console.error(`Usage: ${BACKUP_USAGE}`);
    return 2;
  }
}

class WrongUse extends Error {}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        to: { type: 'string' },
        data: { type: 'string' },
        config: { type: 'string' },
        recipient: { type: 'string', multiple: true },
        'passphrase-file': { type: 'string' },
        'identity-file': { type: 'string' },
        'keep-wal-days': { type: 'string', default: '14' },
        lang: { type: 'string', default: 'en' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}
