/**
 * How the day's page looks.
 *
 * @module
 */
import { paper } from "../page/Paper.ts"

/** The style sheet; no colour is wasted on real paper. */
export const style = `${paper}
button{font:inherit;color:var(--soft);background:none;border:1px solid var(--line);border-radius:99px;padding:.15rem .8rem;cursor:pointer}
.timeline{width:100%;margin-top:1.4rem}.timeline line{stroke:var(--line);stroke-width:3}
.timeline text{font-size:15px;fill:var(--soft);font-variant-numeric:tabular-nums}
@media(max-width:48rem){.timeline{overflow:visible;margin-bottom:1rem}.timeline text{transform-box:fill-box;transform-origin:center}.timeline .above{transform:translateY(-6px) rotate(-90deg)}.timeline .below{transform:translateY(14px) rotate(-90deg)}.timeline circle{r:5px}}
circle.out{fill:var(--out)}circle.open{fill:var(--open)}circle.gone{fill:var(--soft)}
.posts{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:.9rem}
.posts .card{margin:0}
.card.open{border-left:4px solid var(--open)}
.card time{color:var(--ink);font-variant-numeric:tabular-nums;margin-right:.35rem}
.card em{font-style:normal;color:var(--soft);margin-left:.35rem}.card.open em{color:var(--open)}
.text{margin:.5rem 0;overflow-wrap:anywhere}
.why{margin:.3rem 0;font-size:.92rem}.why code{background:var(--paper);border-radius:6px;padding:.1rem .4rem}
.who{display:flex;flex-wrap:wrap;gap:.2rem 1rem;color:var(--soft);font-size:.86rem;margin:.5rem 0 0}
figure{margin:0;overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1rem}
figure svg{display:block;margin:0 auto}
.card img{display:block;max-width:min(100%,18rem);max-height:14rem;border-radius:8px;margin:.5rem 0}
.clocks{list-style:none;margin:.6rem 0 0;padding:0;font-size:.9rem}.clocks li{border-left:3px solid var(--line);padding:.1rem 0 .1rem .7rem;margin:.25rem 0}.clocks .late{border-color:var(--open)}
.card small{display:block;color:var(--soft);font-size:.84rem}.card ol{padding-left:1.4rem;margin:.4rem 0}a{color:var(--accent)}
.steps{margin:.55rem 0 0;font-size:.86rem;color:var(--soft)}.steps summary{cursor:pointer}.steps ol{margin:.35rem 0 0;padding-left:1.4rem}.steps .by{margin-left:.3rem}
html[data-lang=zh] body [lang=en],html[data-lang=en] body [lang=zh-CN]{display:none}
@media print{@page{size:A4;margin:14mm}:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--out:#145a3c;--open:#8f3f0d;--accent:#5a2a18}body{background:#fff;font-size:11pt}button{display:none}figure svg{max-width:100%;height:auto}.card,.tile{border-color:#bbb}}
`
