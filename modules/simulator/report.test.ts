// The report: one file that needs nothing else, in both languages, and safe whatever the names are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderReport } from './report.ts';
import { aDay, runOf } from './testing.ts';

const evil = '<script>alert(1)</script>';
const result = runOf(aDay([`${evil},10`, 'B,0'], [`${evil},B,6`, 'B,A<,1'].slice(0, 1)), 'full');

test('a report asks for nothing from anywhere and runs no program', () => {
  for (const language of ['en', 'zh'] as const) {
    const html = renderReport(result, { title: evil, language });
    assert.doesNotMatch(html, /<script|src=|href="(?!data:,")|url\(|@import|NaN|undefined|Infinity/);
    assert.match(html, /<svg/);
    assert.match(html, /&lt;script&gt;/);
    assert.equal(renderReport(result, { title: evil, language }), html);
  }
  assert.match(renderReport(result, { title: 'x', language: 'zh' }), /<html lang="zh-CN">.*资金周转率/s);
  assert.match(renderReport(result, { title: 'x', language: 'en' }), /Turnover ratio/);
});
