/**
 * How printed pages look: ink on paper by day, lamp light by night, one column on a phone, and sheets of A4 in a folder.
 *
 * @module
 */

/** The style sheet. */
export const style = `
:root{color-scheme:light dark;--paper:#f6f3ec;--card:#fffdf8;--ink:#24211c;--soft:#6f695f;--line:#e1d9cb;--accent:#8c4a2f;--good:#2c7655;--warn:#a8660b;--bad:#b3341f;--heat:44,118,85}
@media(prefers-color-scheme:dark){:root{--paper:#15171b;--card:#1d2025;--ink:#ece6db;--soft:#a29b8f;--line:#32363d;--accent:#e0a27e;--good:#62c79c;--warn:#e6ac55;--bad:#f0826d;--heat:98,199,156}}
*{box-sizing:border-box}span,strong,code,a,em{unicode-bidi:isolate}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 -apple-system,"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",system-ui,sans-serif;overflow-wrap:anywhere}
html[data-lang=zh] body [lang=en],html[data-lang=en] body [lang=zh-CN]{display:none}
header,.sheet{max-width:68rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.2rem}
.eyebrow{display:flex;justify-content:space-between;align-items:center;margin:0;color:var(--accent);letter-spacing:.08em;font-size:.86rem}
button,input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:99px;padding:.35rem .95rem}
button{cursor:pointer;color:var(--soft)}
button:focus-visible,input:focus-visible,a:focus-visible,.wide:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1{font-size:clamp(1.6rem,4.5vw,2.35rem);line-height:1.25;margin:.35rem 0 .3rem;text-wrap:balance}
.sub{margin:.1rem 0;color:var(--soft)}
.search{display:flex;gap:.8rem;align-items:center;margin:1rem 0 0}.search input{flex:1;min-width:0;max-width:26rem}
output{color:var(--soft);font-size:.88rem}
.sheet{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:2.2rem;padding-top:1rem;padding-bottom:4rem}
nav{position:sticky;top:1rem;align-self:start;font-size:.9rem}
nav ol{list-style:none;margin:1.6rem 0 0;padding:0;border-left:2px solid var(--line)}
main a{color:var(--accent);text-underline-offset:.18em}
nav a{display:block;padding:.22rem 0 .22rem .9rem;color:var(--soft);text-decoration:none}nav a:hover{color:var(--accent)}
nav b{font-weight:600;color:var(--accent);font-variant-numeric:tabular-nums}
h2{font-size:1.18rem;margin:1.9rem 0 .8rem;padding-bottom:.35rem;border-bottom:1px solid var(--line)}
section:first-child h2{margin-top:.9rem}
h3{margin:0;font-size:.98rem;line-height:1.5}.group{margin:1.1rem 0}.group:first-of-type{margin-top:.6rem}
.soft{color:var(--soft)}.say,.soft{margin:.4rem 0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.6rem,1fr));gap:.7rem}
.tile{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:.75rem 1rem;color:var(--soft);font-size:.88rem}
.tile b{display:block;font-size:1.75rem;line-height:1.25;color:var(--ink);font-variant-numeric:tabular-nums}
.tile.good b{color:var(--good)}.tile.warn b{color:var(--warn)}.tile.bad b{color:var(--bad)}
.cards{display:grid;gap:.7rem}
.card{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--line);border-radius:12px;padding:.8rem 1.05rem;break-inside:avoid}
.card.good{border-left-color:var(--good)}.card.warn{border-left-color:var(--warn)}.card.bad{border-left-color:var(--bad)}
.card p{margin:.3rem 0 0;font-size:.93rem}
blockquote{margin:.45rem 0;padding:.1rem 0 .1rem .8rem;border-left:2px solid var(--line);white-space:pre-line}
.badge{font-style:normal;font-size:.78rem;font-weight:600;border:1px solid currentColor;border-radius:99px;padding:.05rem .55rem;color:var(--soft);display:inline-block;max-width:100%;line-height:1.4}
.badge.good{color:var(--good)}.badge.warn{color:var(--warn)}.badge.bad{color:var(--bad)}
code{font-family:ui-monospace,"SF Mono",Consolas,monospace;font-size:.88em;background:color-mix(in srgb,var(--line) 45%,transparent);border-radius:5px;padding:.05rem .35rem}
ul,.steps{margin:.4rem 0;padding-left:1.3rem}li{margin:.15rem 0}
dl{margin:.3rem 0;display:grid;gap:.35rem}dl{max-width:46rem}dl div{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.8rem}dt{color:var(--soft)}dd{margin:0}
.wide{overflow-x:auto;margin:.55rem 0}td{min-width:6em}td:first-child{min-width:7.5em}td:first-child strong{white-space:nowrap}
table{border-collapse:collapse;width:100%;font-size:.93rem;background:var(--card);border:1px solid var(--line)}
th,td{text-align:left;vertical-align:top;padding:.5rem .7rem;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;font-size:.86rem;white-space:nowrap}
figure{margin:.8rem 0;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:.9rem 1rem;break-inside:avoid}
figcaption{color:var(--soft);font-size:.88rem;margin-bottom:.5rem}
figure svg{display:block;margin:0 auto}
.heat text{font-size:12px;fill:var(--soft);font-variant-numeric:tabular-nums}.heat .name{font-size:12.5px;fill:var(--ink)}.heat .tick{font-size:11px}
.heat line{stroke:var(--line)}.heat .shade1{fill:rgba(var(--heat),.3)}.heat .shade2{fill:rgba(var(--heat),.55)}.heat .shade3{fill:rgba(var(--heat),.78)}.heat .shade4{fill:rgb(var(--heat))}.heat .gap{fill:var(--line)}
.chart summary{color:var(--soft);font-size:.88rem;cursor:pointer}
.away{display:none!important}::highlight(found){background:color-mix(in srgb,var(--warn) 35%,transparent)}
@media screen and (max-width:52rem){.sheet{grid-template-columns:minmax(0,1fr);gap:0}nav{position:static;overflow-x:auto}nav ol{display:flex;gap:.2rem;margin:.6rem 0 0;border:0;padding-bottom:.3rem}nav a{white-space:nowrap;padding:.2rem .7rem;border:1px solid var(--line);border-radius:99px;background:var(--card)}
dl div{grid-template-columns:minmax(0,1fr);gap:0}
table,tbody,tr,td{display:block}thead{display:none}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}td{border:0;padding:.12rem .8rem}
td:first-child strong{white-space:normal}td.none{display:none}td:not(:empty)::before{color:var(--soft);font-size:.8rem;display:block}html[data-lang=zh] td::before{content:attr(data-label-zh)}html[data-lang=en] td::before{content:attr(data-label-en)}}
@media print{@page{size:A4;margin:16mm 14mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#666}}:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#5a2a18;--good:#145a3c;--warn:#7a4700;--bad:#8f1f0d;--heat:44,118,85}
body{font-size:10.5pt;background:#fff}button,.search,nav{display:none}.sheet{display:block;padding:0}header{padding:0}
h2,.say:has(+ol,+ul,+dl,+.wide),.steps:has(+dl),figcaption,thead,tbody tr:first-child:not(:last-child),tbody tr:nth-last-child(2){break-after:avoid}figure+.soft{break-before:avoid}
tr,.card,figure,.tile,.tiles,.steps,dl{break-inside:avoid}td:first-child strong{white-space:normal}
.tiles{grid-template-columns:repeat(4,1fr)}.wide{overflow:visible}.heat{width:100%;height:auto}.heat text,.heat .name{font-size:14px}.heat .tick{font-size:12px}
figure:not(.hours,.chart) svg{zoom:.72;max-width:100%;height:auto;max-height:31cm}}
`
