// What backup and restore say of the evidence.
import { parseHead } from '../../../modules/evidence/index.ts';

export function headText(note: string | null, language: 'en' | 'zh'): string {
  const head = note === null ? undefined : parseHead(note);
  if (!head) return language === 'zh' ? '证据：尚无任何叶。' : 'Evidence: no leaf yet.';
  const root = Buffer.from(head.root).toString('base64');
  return language === 'zh'
    ? `证据 ${head.origin}：${head.size} 片叶，树根 ${root}，至 ${head.at} 的第 ${head.commit} 次提交。`
    : `Evidence ${head.origin}: ${head.size} leaves, root ${root}, to commit ${head.commit} of ${head.at}.`;
}
