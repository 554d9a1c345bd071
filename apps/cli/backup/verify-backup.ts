// Reads a backup to its end and holds every part against its digest, without restoring anything.
import { type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { programVersion } from '../../server/options.ts';
import { openKept } from './keep.ts';
import { megabytes, startProgress } from './progress.ts';
import { readArchive } from './read-archive.ts';
import { unlockOf, type UnlockOptions } from './secrets.ts';
import { headText } from './words.ts';

export async function verifyBackup(from: string, options: UnlockOptions, language: 'en' | 'zh'): Promise<number> {
  const unlock = unlockOf(options);
  const progress = startProgress(language === 'zh' ? '检查中：' : 'Checking:');
  const pass = async (_path: string, { size = 0 }: { size?: number }, content: Readable): Promise<void> => {
    progress.add(size);
    await finished(content.resume());
  };
  try {
    const { parts, begunAt, stoppedAt, feiqian, head } = await readArchive(openKept(from), unlock, programVersion(), { file: pass }); // prettier-ignore
    const content = megabytes(parts.reduce((sum, part) => sum + part.size, 0));
    console.log(
      language === 'zh'
        ? `${from}：完整无损。飞钱 ${feiqian}，${begunAt} 至 ${stoppedAt}，${parts.length} 个文件，${content}。`
        : `${from}: whole and as it was written. Feiqian ${feiqian}, ${begunAt} to ${stoppedAt}, ${parts.length} files, ${content}.`,
    );
    console.log(headText(head, language));
    return 0;
  } finally {
    progress.end();
  }
}
