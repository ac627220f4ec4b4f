/**
 * Both stories side by side on one page: figures with what they were read from, the course of each, and all that was put in. It runs no script.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"
import { ContentSecurity } from "@dualops/core/pages"
import { html, raw } from "hono/html"
import { assumptions } from "./Assumptions.ts"
import type { Both, Side } from "./Both.ts"
import { differences } from "./Differences.ts"
import { type Figure, shown } from "./Figure.ts"
import { style } from "./PageStyle.ts"

const without = { zh: "没有双系统", en: "Without" }
const withIt = { zh: "有双系统", en: "With" }

/** The page; the report of the campaign, as the company reads it, is a file beside it. */
export const render = ({ dual, plain, seed }: Both, report: string): string =>
  html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${ContentSecurity.policy({ scripts: [], styles: [style] })}">
<title>寻找神秘暗号 · Looking for mysterious codes</title><style>${raw(style)}</style></head>
<body>
<header>
  <p class="lang"><label lang="zh-CN"><input type="radio" name="lang" id="zh" checked> 中文</label><label lang="en"><input type="radio" name="lang" id="en"> English</label></p>
  <p class="eyebrow">${both({ zh: "同一个活动，两次", en: "One campaign, twice" })}</p>
  <h1>${both({ zh: "寻找神秘暗号", en: "Looking for mysterious codes" })}</h1>
  <p class="sub">${both({
    zh: `同一个种子（${seed}）：同样的粉丝、同样的员工、同样的工时。左边谁也没有通知微博团队，右边有双系统。每个数字都从日志和观察里数出，点开看出处。`,
    en: `One seed (${seed}): the same fans, the same people, the same hours of work. On the left nobody told the account's team; on the right the dual system holds. Every figure is counted from the log and the observations: open it to see from which.`
  })}</p>
  <p class="sub"><a href="${report}">${both({ zh: "活动报告，公司看到的样子", en: "The report of the campaign, as the company reads it" })}</a></p>
</header>
<main>
<section class="tiles">${tiles(plain, dual)}</section>
${dual.chapters.map(
  ({ figures, title }, index) => html`<section><h2>${both(title)}</h2><table>
<tr><th></th><th class="n">${both(without)}</th><th class="n">${both(withIt)}</th></tr>
${figures.map((figure, row) => rowOf(plain.chapters[index]?.figures[row], figure))}
</table></section>`
)}
<section><h2>${both({ zh: "经过", en: "The course of it" })}</h2><div class="pair">${course(plain, without)}${course(dual, withIt)}</div></section>
<section><h2>${both({ zh: "两次的差别", en: "What differs" })}</h2><ul>${differences.map((one) => html`<li>${both(one)}</li>`)}</ul></section>
<section><h2>${both({ zh: "假定（两次相同）", en: "Assumptions, the same in both" })}</h2><table>
${Object.values(assumptions).map(({ value, what, why }) => html`<tr><td>${both(what)}<details><summary>${both({ zh: "理由", en: "why" })}</summary><p>${both(why)}</p></details></td><td class="n">${value}</td></tr>`)}
</table></section>
<section><h2>${both({ zh: "原始记录", en: "The records" })}</h2><p class="sub">${[plain, dual].flatMap(({ files }) => files).map((file) => html`<a href="${file}">${file}</a> `)}<a href="codes.json">codes.json</a></p></section>
</main></body></html>`.toString()

/** What is said of companies that do without, each beside its figure. */
const claims: ReadonlyArray<readonly [key: string, claim: Bilingual.Bilingual]> = [
  ["knew", { zh: "最后一个知道", en: "The last to hear" }],
  ["firstAnswer", { zh: "无人可问", en: "Nobody to ask" }],
  ["answerLongest", { zh: "提问久久没有答复", en: "Questions that nobody answers" }],
  ["calls", { zh: "问题涌到客服", en: "It all reaches the service desk" }],
  ["there", { zh: "要用时奖品不在", en: "Prizes that are not there" }],
  ["warmUp", { zh: "没人公布的暗号", en: "Codes that nobody announced" }]
]

const tiles = (plain: Side, dual: Side) =>
  claims.map(([key, claim]) => {
    const [left, right] = [plain, dual].map(({ chapters }) =>
      chapters.flatMap(({ figures }) => figures).find((one) => one.key === key)
    )
    return left === undefined || right === undefined
      ? ""
      : html`<div class="tile"><strong>${both(claim)}</strong><b>${both(shown(left))} → <span class="found">${both(shown(right))}</span></b>${both(left.title)}</div>`
  })

const rowOf = (plain: Figure | undefined, dual: Figure) =>
  plain === undefined
    ? ""
    : html`<tr><td>${both(dual.title)}
<details><summary>${both({ zh: `出处 ${rows(plain)} + ${rows(dual)} 行`, en: `from ${rows(plain)} + ${rows(dual)} rows` })}</summary>
<p><code>${dual.find}</code></p>${evidence(plain, without)}${evidence(dual, withIt)}</details></td>
<td class="n">${both(shown(plain))}</td><td class="n with">${both(shown(dual))}</td></tr>`

const rows = ({ events, observations, refusals = 0 }: Figure): number => events.length + observations.length + refusals

const evidence = ({ events, observations, refusals }: Figure, { en, zh }: Bilingual.Bilingual) => {
  const places = (all: ReadonlyArray<number>) =>
    all.length === 0 ? "" : ` (${all.slice(0, 12).join(", ")}${all.length > 12 ? ", …" : ""})`
  const [log, seen] = [places(events), places(observations)]
  const more = refusals === undefined ? { zh: "", en: "" } : { zh: `，拒绝 ${refusals}`, en: `, ${refusals} refusals` }
  return html`<p>${both({
    zh: `${zh}：日志 ${events.length} 条${log}，观察 ${observations.length} 条${seen}${more.zh}`,
    en: `${en}: ${events.length} events${log}, ${observations.length} observations${seen}${more.en}`
  })}</p>`
}

const course = ({ course }: Side, title: Bilingual.Bilingual) =>
  html`<div class="card"><h3>${both(title)}</h3><ol>${course.map(({ at, what }) => html`<li><time>${at}</time> ${both(what)}</li>`)}</ol></div>`

/** Both languages; the style sheet shows one. */
const both = ({ en, zh }: Bilingual.Bilingual) =>
  zh === en ? html`<span>${zh}</span>` : html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`
