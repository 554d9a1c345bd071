// The how-to pages of this repository as pages to read in a browser, in both languages: a closed list, read at the start.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Type } from '@sinclair/typebox';
import { Marked } from 'marked';
import { OneOf, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { DOCUMENT_STYLE } from './document-style.ts';
import { root } from './options.ts';

type Language = 'en' | 'zh';

const FOLDERS = { en: 'docs/how-to', zh: 'docs/zh' } as const;
const WORDS = { en: { other: '中文', back: 'Services' }, zh: { other: 'English', back: '服务' } } as const;

/** 'docs/how-to/connect-a-bank.md' is the document 'connect-a-bank'. */
export const documentName = (path: string): string => basename(path, '.md');

export function documentRoutes(): Route[] {
  const texts = { en: readTexts('en'), zh: readTexts('zh') };
  const pages = new Map<string, string>();
  return [
    route({
      method: 'GET',
      path: '/v1/documents/{name}',
      summary: { en: 'A how-to page to read', zh: '操作指南页面' },
      tag: 'services',
      may: ['nobody', 'operator', 'participant', 'organisation'],
      refuses: ['document_not_found'],
      query: Type.Object({ language: Type.Optional(OneOf(['en', 'zh'])) }),
      answer: 'html',
      handle: ({ params: { name }, query: { language = 'en' } }) => {
        // One that is not in Chinese is given in English.
        const shown = texts[language].has(name) ? language : 'en';
        const text = texts[shown].get(name);
        if (text === undefined) throw new Refusal('document_not_found', { field: '/name' });
        const key = `${name} ${shown}`;
        const page = pages.get(key) ?? pageOf(name, text, shown, (each, of) => texts[of].has(each));
        pages.set(key, page);
        return page;
      },
    }),
  ];
}

function readTexts(language: Language): Map<string, string> {
  const folder = join(root, FOLDERS[language]);
  const names = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return new Map(names.map((file) => [documentName(file), readFileSync(join(folder, file), 'utf8')]));
}

function pageOf(name: string, text: string, language: Language, isThere: (name: string, of: Language) => boolean): string {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
  const other = language === 'en' ? 'zh' : 'en';
  const switchTo = isThere(name, other) ? `<a href="/v1/documents/${name}?language=${other}">${WORDS[language].other}</a>` : '';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><title>${escape(title)} · 飞钱 Feiqian</title><style>${DOCUMENT_STYLE}</style></head><body>
<p class="soft"><span class="mark">飞钱 Feiqian</span> · <a href="/services">${WORDS[language].back}</a> ${switchTo && '·'} ${switchTo}</p>
${htmlOf(text, language, isThere)}
</body></html>
`;
} // prettier-ignore

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Links between documents lead to their pages; those to other files of the repository are left as their words. */
function htmlOf(text: string, language: Language, isThere: (name: string, of: Language) => boolean): string {
  const marked = new Marked({
    renderer: {
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        if (/^(https?:|#|\/)/.test(href)) return `<a href="${escape(href)}">${words}</a>`;
        const [file = '', anchor] = href.split('#');
        const name = documentName(file);
        if (!file.endsWith('.md') || !isThere(name, 'en')) return words;
        const of = file.includes('/zh/') || (language === 'zh' && !file.includes('how-to/')) ? 'zh' : 'en';
        return `<a href="/v1/documents/${name}?language=${of}${anchor ? `#${anchor}` : ''}">${words}</a>`;
      },
    },
  });
  return marked.parse(text, { async: false });
}
