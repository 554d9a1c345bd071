// The public page: plain HTML in both languages, without a script, made of memory alone.
import { type Text } from '../../platform/http/index.ts';
import { type State, type StatusJson } from './service.ts';

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
.working{color:var(--settled)}.failing{color:var(--refused)}.unknown{color:var(--soft)}.old{border-left:3px solid var(--refused);padding-left:8px}`;

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const both = ({ en, zh }: Text): string => `${escape(en)} <span lang="zh-CN">${escape(zh)}</span>`;
const minute = (moment: string | null): string =>
  moment === null ? '–' : `${moment.slice(0, 16).replace('T', ' ')} UTC`;

/** `name` is of the institution. */
export function statusPage(status: StatusJson, name: Text): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="60"><link rel="icon" href="data:,"><title>${escape(name.en)} · Status 运行状态</title><style>${STYLE}</style></head><body>
<p><span class="mark">飞钱 Feiqian</span> · ${both(name)}</p>
<h1 class="${status.state}">${WORDS[status.state].sign} ${both(HEADLINES[status.state])}</h1>
${ageLine(status)}
<h2>${both({ en: 'Services', zh: '服务' })}</h2>
<table><thead><tr>${['Service 服务', 'State 状态', 'Since 起始'].map((each) => `<th>${each}</th>`).join('')}
<th class="figure">Today 今日</th><th class="figure">90 days 近 90 天</th></tr></thead><tbody>
${status.services.map(serviceRow).join('\n')}
</tbody></table>
<h2>${both({ en: 'Incidents', zh: '事件记录' })}</h2>
${incidentList(status)}
<p class="soft">${both({ en: 'Each service is probed once a minute by doing something small with it. The same as data:', zh: '每分钟对各服务进行一次实际探测。数据接口：' })} <a href="/v1/status">/v1/status</a></p>
</body></html>
`;
} // prettier-ignore

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

function incidentList({ incidents, services }: StatusJson): string {
  if (incidents.length === 0) return `<p class="soft">${both({ en: 'None.', zh: '无。' })}</p>`;
  const rows = incidents.map(({ service, openedAt, closedAt }) => {
    const { title } = services.find(({ id }) => id === service)!;
    const end = closedAt === null ? both({ en: 'not over', zh: '未结束' }) : minute(closedAt);
    return `<tr><td>${both(title)}</td><td>${minute(openedAt)}</td><td>${end}</td></tr>`;
  });
  return `<table><tbody>${rows.join('\n')}</tbody></table>`;
}
