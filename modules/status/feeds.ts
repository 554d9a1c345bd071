// What one may subscribe to without being known here: notices as an Atom feed, and maintenance as a calendar. Of memory alone.
import { Feed } from 'feed';
import ical, { ICalEventStatus } from 'ical-generator';
import { type Text } from '../../platform/http/index.ts';
import { type NoticeJson } from './notice.ts';

const both = ({ en, zh }: Text): string => `${plain(en)} · ${plain(zh)}`;

/** What XML and calendars have no sign for, as a space: one notice that holds it would make the whole feed unreadable. */
const plain = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]/g, ' ');

/** The feed's texts are HTML to its readers. */
const html = (text: Text): string => both(text).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** RFC 4287; an entry for each update. `address` is where this server is found. */
export function atomOf(notices: readonly NoticeJson[], name: Text, address: string): string {
  const page = `${address}/status`;
  const updates = notices.flatMap((notice) =>
    notice.updates.map((update, index) => ({ notice, update, version: notice.updates.length - index })),
  );
  updates.sort((a, b) => (a.update.at < b.update.at ? 1 : -1));
  const feed = new Feed({
    id: page,
    title: `${both(name)} · Status 运行状态`,
    link: page,
    feedLinks: { atom: `${address}/status/notices.atom` },
    copyright: '',
    // A feed says when it changed; one that never had anything to say began with the first of days.
    updated: new Date(updates[0]?.update.at ?? 0),
  });
  for (const { notice, update, version } of updates) {
    feed.addItem({
      id: `urn:uuid:${notice.id}:${version}`,
      title: html(notice.title),
      link: page,
      date: new Date(update.at),
      content: `[${update.state}] ${html(update.text)}`,
      category: [...notice.services].map((service) => ({ name: service })),
    });
  }
  return feed.atom1();
}

/** RFC 5545. What is called off stays in it, cancelled, so that subscribed calendars drop it. */
export function calendarOf(notices: readonly NoticeJson[], name: Text, address: string): string {
  const calendar = ical({
    name: `${both(name)} · Maintenance 维护`,
    prodId: { company: 'Feiqian', product: 'Status' },
  });
  for (const { id, kind, state, title, services, startsAt, endsAt, updates } of notices) {
    if (kind !== 'maintenance') continue;
    calendar.createEvent({
      id,
      sequence: updates.length - 1,
      stamp: new Date(updates[0]!.at),
      start: new Date(startsAt),
      end: new Date(endsAt!),
      summary: both(title),
      description: `${both(updates[0]!.text)}\n${services.join(', ')}`,
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: `${address}/status`,
    });
  }
  return calendar.toString();
}
