// What operators write goes out as text and as nothing else, whatever is in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XmlDocument } from 'libxml2-wasm';
import { atomOf, calendarOf } from './feeds.ts';
import { type NoticeJson } from './notice.ts';

const hostile = 'x ]]> <script>a&b</script>\u0001\u000b\u0008 \r\nBEGIN:VEVENT\rATTENDEE:mailto:a@b';
const text = { en: hostile, zh: '维护' };
const at = '2027-04-15T20:00:00.000000Z';
const notice: NoticeJson = {
  ...{ id: '0190aaaa-0000-7000-8000-000000000000', kind: 'maintenance', state: 'planned', services: ['database'] },
  ...{ title: text, startsAt: at, endsAt: '2027-04-15T21:00:00.000000Z', updates: [{ at, state: 'planned', text }] },
};
const name = { en: 'Bank & Co', zh: '银行' };

test('a notice with markup and control characters is text in the feed, which stays well-formed', () => {
  const document = XmlDocument.fromString(atomOf([notice], name, 'http://localhost'));
  try {
    for (const element of ['title', 'content']) {
      const told = document.get(`//a:entry/a:${element}`, { a: 'http://www.w3.org/2005/Atom' })?.content ?? '';
      assert.match(told, /&#60;script&#62;a&#38;b/);
      assert.doesNotMatch(told, /<script/);
    }
  } finally {
    document.dispose();
  }
});

test('a notice with line ends of any kind adds nothing to the calendar', () => {
  const lines = calendarOf([notice], name, 'http://localhost').split(/\r\n|\r|\n/);
  assert.deepEqual(lines.filter((line) => line.startsWith('BEGIN:')), ['BEGIN:VCALENDAR', 'BEGIN:VEVENT']);
  assert.deepEqual(lines.filter((line) => line.startsWith('ATTENDEE')), []);
}); // prettier-ignore
