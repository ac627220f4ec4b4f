/**
 * How the page looks: ink on paper by day, lamp light by night, one column on a phone; a language is shown by a choice, without a script.
 *
 * @module
 */

/** The style sheet. */
export const style = `
:root{color-scheme:light dark;--paper:#f7f4ee;--card:#fffdf9;--ink:#23211d;--soft:#79736a;--line:#e2dbcf;--out:#2f7d5b;--open:#c2571a;--accent:#8a5a2b}
@media(prefers-color-scheme:dark){:root{--paper:#16181c;--card:#1e2126;--ink:#ece7dd;--soft:#9b958a;--line:#31353c;--out:#5cc596;--open:#f09a5b;--accent:#d8a76a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}
header,main{max-width:60rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
.eyebrow{display:flex;justify-content:space-between;align-items:center;color:var(--accent);letter-spacing:.08em;font-size:.85rem;margin:0}
h1{font-size:2.4rem;margin:.2rem 0;letter-spacing:.02em}
h2{font-size:1.15rem;margin:2.5rem 0 .8rem;border-bottom:1px solid var(--line);padding-bottom:.4rem}
.sub,.calm{color:var(--soft);margin:.2rem 0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.8rem;margin-top:1.6rem}
.tile{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:.9rem 1.1rem;color:var(--soft);font-size:.9rem}
.tile b{display:block;font-size:1.9rem;line-height:1.2;color:var(--ink);font-variant-numeric:tabular-nums}
.tile.out b{color:var(--out)}.tile.open b{color:var(--open)}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1rem 1.15rem;margin-bottom:.9rem;break-inside:avoid}
.card h3{margin:0;font-size:.95rem;font-weight:600;color:var(--soft)}
.found{color:var(--out)}
main{padding-bottom:4rem}
a{color:var(--accent)}
.lang{float:right;font-size:.9rem;color:var(--soft)}.lang input{accent-color:var(--accent)}.lang label{margin-right:.6rem}
body:not(:has(#en:checked)) [lang=en]:not(label),body:has(#en:checked) [lang=zh-CN]:not(label){display:none}
table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:14px;overflow:hidden}
th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--soft);font-size:.88rem}
td.n,th.n{width:8rem;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.n{font-size:1.1rem}
td.with{color:var(--out);font-weight:600}
tr:last-child td{border-bottom:0}
td details{font-size:.8rem;color:var(--soft)}td details p{margin:.25rem 0;overflow-wrap:anywhere}
.tiles{grid-template-columns:repeat(3,1fr)}.tile strong{color:var(--accent)}.tile b{font-size:1.3rem;margin:.2rem 0 .3rem}@media(max-width:40rem){.tiles{grid-template-columns:repeat(2,1fr)}}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:.9rem}
.pair ol{list-style:none;padding:0;margin:.4rem 0;font-size:.9rem}.pair li{margin:.25rem 0}.pair time{color:var(--soft)}
@media(max-width:34rem){th,td{padding:.45rem .5rem}td.n,th.n{width:auto}td.n{font-size:1rem}h1{font-size:1.8rem}}
`
