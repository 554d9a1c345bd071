// The public page: plain HTML in both languages, without a script, made of memory alone.
import { type Text } from '../../platform/http/index.ts';
import { parseInstant } from '../../platform/instant.ts';
import { isUnderWay, type NoticeJson, type NoticeState } from './notice.ts';
import { SERVICES } from './service.ts';
import { type State, type StatusJson } from './status.ts';

/** Older than this, what stands on the page may not be so any more. */
const OLD_SECONDS = 180;

const WORDS: Readonly<Record<State, { readonly text: Text; readonly sign: string }>> = {
  working: { text: { en: 'Working', zh: '正常' }, sign: '●' },
  failing: { text: { en: 'Failing', zh: '异常' }, sign: '▲' },
  unknown: { text: { en: 'Not known yet', zh: '尚未检测' }, sign: '○' },
};
const HEADLINES: Readonly<Record<State, Text>> = {
  working: { en: 'Everything works.', zh: '各项服务运行正常。' },
  failing: { en: 'Something does not work.', zh: '部分服务出现异常。' },
  unknown: { en: 'Not everything has been looked at yet.', zh: '部分服务尚未检测。' },
};

const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--raised:#fff;--ink:#1d2127;--soft:#59606b;--faint:#e4e1da;--seal:#b3302a;--settled:#20715f;--refused:#7a2e5d}
@media(prefers-color-scheme:dark){:root{--paper:#14161a;--raised:#1c1f25;--ink:#e9e7e2;--soft:#9aa1ac;--faint:#2c3038;--seal:#e0675f;--settled:#58b29b;--refused:#c982ae}}
body{margin:0 auto;max-width:52rem;padding:2rem 1rem;background:var(--paper);color:var(--ink);font:14px/1.5 Inter,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:1.5rem;margin:1.5rem 0 .25rem}h2{font-size:1rem;margin:2rem 0 .5rem}p{margin:.25rem 0}.soft{color:var(--soft)}
.mark{color:var(--seal);font-weight:600}table{width:100%;border-collapse:collapse;background:var(--raised)}
th,td{text-align:left;padding:6px 8px;border-bottom:1px solid var(--faint);font-weight:400}th{color:var(--soft)}.figure{text-align:right}
.working{color:var(--settled)}.failing{color:var(--refused)}.unknown{color:var(--soft)}.notice{background:var(--raised);border-left:3px solid var(--seal);padding:8px 12px;margin:1rem 0}.notice h2{margin:0 0 .25rem}.notice dl{margin:.5rem 0 0;display:grid;grid-template-columns:auto 1fr;gap:2px 12px}.notice dt{color:var(--soft);white-space:nowrap}.notice dd{margin:0;overflow-wrap:anywhere}
.old{border-left:3px solid var(--refused);padding-left:8px}`;

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const both = ({ en, zh }: Text): string => `${escape(en)} <span lang="zh-CN">${escape(zh)}</span>`;
const minute = (moment: string | null): string =>
  moment === null ? '–' : `${moment.slice(0, 16).replace('T', ' ')} UTC`;

const NOTICE_WORDS: Readonly<Record<NoticeState | 'under-way' | 'late', Text>> = {
  investigating: { en: 'Being looked into', zh: '调查中' },
  identified: { en: 'Cause known', zh: '已查明原因' },
  monitoring: { en: 'Mended, being watched', zh: '已修复，观察中' },
  resolved: { en: 'Resolved', zh: '已解决' },
  planned: { en: 'Planned', zh: '已计划' },
  'under-way': { en: 'Under way', zh: '进行中' },
  late: { en: 'Under way, later than planned', zh: '进行中，已超出计划时间' },
  done: { en: 'Done', zh: '已完成' },
  cancelled: { en: 'Called off', zh: '已取消' },
};

/** `name` is of the institution; `past` are notices that are over, newest first. */
export function statusPage(status: StatusJson, past: readonly NoticeJson[], name: Text): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="60"><link rel="icon" href="data:,"><link rel="alternate" type="application/atom+xml" href="/status/notices.atom"><title>${escape(name.en)} · Status 运行状态</title><style>${STYLE}</style></head><body>
<p><span class="mark">飞钱 Feiqian</span> · ${both(name)}</p>
${headline(status)}
${ageLine(status)}
${status.notices.map((notice) => noticeBlock(notice, status)).join('\n')}
<h2>${both({ en: 'Services', zh: '服务' })}</h2>
<table><thead><tr>${['Service 服务', 'State 状态', 'Since 起始'].map((each) => `<th>${each}</th>`).join('')}
<th class="figure">Today 今日</th><th class="figure">90 days 近 90 天</th></tr></thead><tbody>
${status.services.map(serviceRow).join('\n')}
</tbody></table>
<h2>${both({ en: 'Failures the probes saw', zh: '检测到的故障' })}</h2>
${failureList(status)}
<h2>${both({ en: 'Past notices', zh: '历史公告' })}</h2>
${pastList(past)}
<p class="soft">${both({ en: 'Each service is probed once a minute by doing something small with it. The same as data:', zh: '每分钟对各服务进行一次实际探测。数据接口：' })} <a href="/v1/status">/v1/status</a></p>
<p class="soft">${both({ en: 'Subscribe:', zh: '订阅：' })} <a href="/status/notices.atom">Atom</a> · <a href="/status/maintenance.ics">${both({ en: 'Calendar of maintenance', zh: '维护日历' })}</a></p>
</body></html>
`;
} // prettier-ignore

/** A probe may see nothing of what operators know. */
function headline({ state, notices }: StatusJson): string {
  const isIncident = state !== 'failing' && notices.some(({ kind }) => kind === 'incident');
  const text = isIncident ? { en: 'There is an incident.', zh: '有事件正在处理。' } : HEADLINES[state];
  const tone = isIncident ? 'failing' : state;
  return `<h1 class="${tone}">${WORDS[tone].sign} ${both(text)}</h1>`;
}

function ageLine({ ageSeconds, checkedAt }: StatusJson): string {
  if (ageSeconds === null) return `<p class="soft">${both({ en: 'Nothing has been looked at yet.', zh: '尚未进行检测。' })}</p>`;
  const age = { en: `Looked at ${ageSeconds} seconds ago, ${minute(checkedAt)}.`, zh: `${ageSeconds} 秒前检测。` };
  if (ageSeconds <= OLD_SECONDS) return `<p class="soft">${both(age)}</p>`;
  const old = { en: 'This is old: it may not be so any more.', zh: '以下内容已过时，可能与当前情况不符。' };
  return `<p class="old">${both(age)} <strong>${both(old)}</strong></p>`;
} // prettier-ignore

function serviceRow({ title, state, since, days }: StatusJson['services'][number]): string {
  const { sign, text } = WORDS[state];
  const cells = [`<td>${both(title)}</td>`, `<td class="${state}">${sign} ${both(text)}</td>`, `<td>${minute(since)}</td>`];
  return `<tr>${cells.join('')}<td class="figure">${uptime(days.slice(-1))}</td><td class="figure">${uptime(days)}</td></tr>`;
} // prettier-ignore

/** Rounded down: 100.00 % is said of nothing less. */
function uptime(days: StatusJson['services'][number]['days']): string {
  const [probed, worked] = [days.reduce((sum, day) => sum + day.probed, 0), days.reduce((sum, day) => sum + day.worked, 0)];
  return probed === 0 ? '–' : `${(Math.floor((worked * 10_000) / probed) / 100).toFixed(2)} %`;
} // prettier-ignore

function failureList({ failures, services }: StatusJson): string {
  if (failures.length === 0) return `<p class="soft">${both({ en: 'None.', zh: '无。' })}</p>`;
  const rows = failures.map(({ service, openedAt, closedAt }) => {
    const { title } = services.find(({ id }) => id === service)!;
    const end = closedAt === null ? both({ en: 'not over', zh: '未结束' }) : minute(closedAt);
    return `<tr><td>${both(title)}</td><td>${minute(openedAt)}</td><td>${end}</td></tr>`;
  });
  return `<table><tbody>${rows.join('\n')}</tbody></table>`;
}

function noticeBlock(notice: NoticeJson, { checkedAt }: StatusJson): string {
  const { title, services, startsAt, endsAt, updates } = notice;
  const state = shownState(notice, parseInstant(checkedAt ?? startsAt)!);
  const about = services.map((id) => both(SERVICES[id])).join(', ');
  const time = endsAt === null ? `${both({ en: 'since', zh: '起始' })} ${minute(startsAt)}` : `${minute(startsAt)} – ${minute(endsAt)}`;
  const story = updates.map(({ at, state: then, text }) => `<dt>${minute(at)}</dt><dd>${both(NOTICE_WORDS[then])}: ${both(text)}</dd>`);
  return `<section class="notice"><h2>${both(title)}</h2><p><strong>${both(NOTICE_WORDS[state])}</strong> · ${about} · ${time}</p><dl>${story.join('')}</dl></section>`;
} // prettier-ignore

/** Maintenance begins by the clock of the last look, and is late when its end is past and nobody said that it is done. */
function shownState(notice: NoticeJson, now: number): keyof typeof NOTICE_WORDS {
  if (!isUnderWay(notice, now)) return notice.state;
  return parseInstant(notice.endsAt!)! < now ? 'late' : 'under-way';
}

function pastList(past: readonly NoticeJson[]): string {
  if (past.length === 0) return `<p class="soft">${both({ en: 'None.', zh: '无。' })}</p>`;
  const rows = past.map(({ title, state, startsAt, updates }) => {
    const cells = [both(title), both(NOTICE_WORDS[state]), minute(startsAt), minute(updates[0]!.at)];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table><tbody>${rows.join('\n')}</tbody></table>`;
} // prettier-ignore
