/**
 * How the pages of the stories look: ink on paper by day, lamp light by night, one column on a phone.
 *
 * @module
 */

/** The style sheet that they share. */
export const paper = `
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
`
