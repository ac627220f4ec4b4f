/**
 * How the day's page looks.
 *
 * @module
 */

/** The style sheet: ink on paper by day, lamp light by night, one column on a phone, no colour wasted on paper. */
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
button{font:inherit;color:var(--soft);background:none;border:1px solid var(--line);border-radius:99px;padding:.15rem .8rem;cursor:pointer}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.8rem;margin-top:1.6rem}
.tile{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:.9rem 1.1rem;color:var(--soft);font-size:.9rem}
.tile b{display:block;font-size:1.9rem;line-height:1.2;color:var(--ink);font-variant-numeric:tabular-nums}
.tile.out b{color:var(--out)}.tile.open b{color:var(--open)}
.timeline{width:100%;margin-top:1.4rem}.timeline line{stroke:var(--line);stroke-width:3}
.timeline text{font-size:15px;fill:var(--soft);font-variant-numeric:tabular-nums}
@media(max-width:48rem){.timeline{overflow:visible;margin-bottom:1rem}.timeline text{transform-box:fill-box;transform-origin:center}.timeline .above{transform:translateY(-6px) rotate(-90deg)}.timeline .below{transform:translateY(14px) rotate(-90deg)}.timeline circle{r:5px}}
circle.out{fill:var(--out)}circle.open{fill:var(--open)}circle.gone{fill:var(--soft)}
.posts{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:.9rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1rem 1.15rem;margin-bottom:.9rem;break-inside:avoid}
.posts .card{margin:0}
.card.open{border-left:4px solid var(--open)}
.card h3{margin:0;font-size:.95rem;font-weight:600;color:var(--soft)}
.card time{color:var(--ink);font-variant-numeric:tabular-nums;margin-right:.35rem}
.card em{font-style:normal;color:var(--soft);margin-left:.35rem}.card.open em{color:var(--open)}
.text{margin:.5rem 0;overflow-wrap:anywhere}
.why{margin:.3rem 0;font-size:.92rem}.why code{background:var(--paper);border-radius:6px;padding:.1rem .4rem}
.who{display:flex;flex-wrap:wrap;gap:.2rem 1rem;color:var(--soft);font-size:.86rem;margin:.5rem 0 0}
.found{color:var(--out)}
figure{margin:0;overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1rem}
figure svg{display:block;margin:0 auto}
.card img{display:block;max-width:min(100%,18rem);max-height:14rem;border-radius:8px;margin:.5rem 0}
.clocks{list-style:none;margin:.6rem 0 0;padding:0;font-size:.9rem}.clocks li{border-left:3px solid var(--line);padding:.1rem 0 .1rem .7rem;margin:.25rem 0}.clocks .late{border-color:var(--open)}
.card small{display:block;color:var(--soft);font-size:.84rem}.card ol{padding-left:1.4rem;margin:.4rem 0}a{color:var(--accent)}
.steps{margin:.55rem 0 0;font-size:.86rem;color:var(--soft)}.steps summary{cursor:pointer}.steps ol{margin:.35rem 0 0;padding-left:1.4rem}.steps .by{margin-left:.3rem}
html[data-lang=zh] body [lang=en],html[data-lang=en] body [lang=zh-CN]{display:none}
main{padding-bottom:4rem}
@media print{@page{size:A4;margin:14mm}:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--out:#145a3c;--open:#8f3f0d;--accent:#5a2a18}body{background:#fff;font-size:11pt}button{display:none}figure svg{max-width:100%;height:auto}.card,.tile{border-color:#bbb}}
`
