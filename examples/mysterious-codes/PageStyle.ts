/**
 * How the page looks; a language is shown by a choice, without a script.
 *
 * @module
 */
import { paper } from "../page/Paper.ts"

/** The style sheet. */
export const style = `${paper}
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
