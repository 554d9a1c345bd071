// How a document looks as a page: as the status page does, light and dark by what the reader's system says.
export const DOCUMENT_STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--raised:#fff;--ink:#1d2127;--soft:#59606b;--faint:#e4e1da;--seal:#b3302a;--link:#20715f}
@media(prefers-color-scheme:dark){:root{--paper:#14161a;--raised:#1c1f25;--ink:#e9e7e2;--soft:#9aa1ac;--faint:#2c3038;--seal:#e0675f;--link:#58b29b}}
body{margin:0 auto;max-width:48rem;padding:2rem 1rem 4rem;background:var(--paper);color:var(--ink);font:15px/1.6 Inter,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 1rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}.soft{color:var(--soft)}.mark{color:var(--seal);font-weight:600}
a{color:var(--link)}code{font:13px/1.5 "IBM Plex Mono",Consolas,monospace;background:var(--raised);padding:1px 4px;border-radius:3px;overflow-wrap:anywhere}
pre{background:var(--raised);border:1px solid var(--faint);border-radius:6px;padding:12px;overflow-x:auto}pre code{padding:0;background:none;overflow-wrap:normal}
table{display:block;width:100%;overflow-x:auto;border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:6px 8px;border-bottom:1px solid var(--faint)}
th{color:var(--soft);font-weight:400}img{max-width:100%}`;
