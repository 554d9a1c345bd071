// How a report looks: paper, ink, one red for the seal; dark where the reader's screen is dark, plain on paper.
const LIGHT = `--paper:#fbfaf7;--raised:#fff;--ink:#1d2127;--soft:#59606b;--faint:#e4e1da;--seal:#b3302a;--on-seal:#fff;
--settled:#20715f;--queued:#a4690b;--refused:#7a2e5d`;
const DARK = `--paper:#14161a;--raised:#1c1f25;--ink:#e9e7e2;--soft:#9aa1ac;--faint:#2c3038;--seal:#e0675f;--on-seal:#14161a;
--settled:#58b29b;--queued:#e0a94a;--refused:#c982ae`;
const TONES = ['settled', 'queued', 'refused', 'seal', 'soft', 'ink'];

const toneRules = TONES.map(
  (tone) =>
    `.fill-${tone}{fill:var(--${tone})}.back-${tone}{background:var(--${tone})}` +
    `.wash-${tone}{fill:var(--${tone});opacity:.14}.line-${tone}{fill:none;stroke:var(--${tone});stroke-width:1.5}`,
).join('\n');

export const REPORT_STYLE = `
:root{${LIGHT};color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.5 Inter,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:960px;margin:0 auto;padding:40px 32px 64px}
header{border-bottom:1px solid var(--ink);padding-bottom:16px;margin-bottom:24px;position:relative}
.mark{position:absolute;right:0;top:0;background:var(--seal);color:var(--on-seal);padding:4px 8px;font-weight:600;writing-mode:vertical-rl;letter-spacing:2px}
h1{font-size:24px;line-height:1.3;margin:0 64px 4px 0;overflow-wrap:anywhere}
h2{font-size:16px;margin:40px 0 8px;border-bottom:1px solid var(--faint);padding-bottom:4px}
p{margin:0 0 8px;max-width:80ch}
.soft{color:var(--soft)}
.small{font-size:12px}
.keys{display:grid;grid-template-columns:repeat(3,1fr);border:1px solid var(--faint);background:var(--raised)}
.keys>div{padding:12px 16px;border-right:1px solid var(--faint);border-bottom:1px solid var(--faint);margin:0 -1px -1px 0}
.keys b{display:block;font-size:20px;font-weight:600}
.keys span{color:var(--soft);font-size:12px}
.tone-settled{color:var(--settled)}.tone-refused{color:var(--refused)}
figure{margin:16px 0 24px;break-inside:avoid}
figcaption{font-weight:600;margin-bottom:4px}
.key{font-weight:400;color:var(--soft);font-size:12px;margin-left:12px}
.key i{display:inline-block;width:10px;height:3px;margin-right:4px;vertical-align:middle}
svg{display:block;width:100%;height:auto}
.grid{stroke:var(--faint)}.level{stroke:var(--soft);stroke-dasharray:4 3}
.axis{fill:var(--soft);font-size:10.5px}
${toneRules}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 40px}
table{border-collapse:collapse;width:100%;font-size:12.5px}
th{text-align:left;font-weight:400;overflow-wrap:anywhere}
thead th{color:var(--soft);border-bottom:1px solid var(--ink);vertical-align:bottom;padding:4px 6px}
tbody td,tbody th,tfoot td,tfoot th{padding:4px 6px;border-bottom:1px solid var(--faint)}
tfoot td,tfoot th{font-weight:600;border-top:1px solid var(--ink)}
.number,thead th+th{text-align:right;white-space:nowrap}
thead th+th{white-space:normal}
.bars td,.bars th{border:0;padding:3px 6px}
.bars th{width:30%;padding-left:0}.bars .number{width:1%}
.bar svg{height:12px}
.wide{overflow-x:auto}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:8px 0}
dt{font-weight:600}dd{margin:0}
code{font:12px 'IBM Plex Mono',ui-monospace,monospace;overflow-wrap:anywhere}
thead{display:table-header-group}tr{break-inside:avoid}
@media (max-width:700px){main{padding:24px 16px}.columns,.keys{grid-template-columns:1fr}}
@media print{
@page{size:A4;margin:16mm 14mm}
body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0}.keys{background:#fff}
table{font-size:8.5pt}.wide{overflow:visible}h2{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;
