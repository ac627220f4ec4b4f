/**
 * The day as a page that a person would want to look at: one file, light and dark, on a phone and on paper, Chinese and English.
 *
 * Texts come from people, so everything is escaped by the template.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { type Bilingual, Diagram } from "@dualops/core"
import { PostProcess } from "@dualops/core/content"
import { ContentSecurity, Drawing } from "@dualops/core/pages"
import { renderMermaidSVG } from "beautiful-mermaid"
import { DateTime } from "effect"
import { html, raw } from "hono/html"
import type { Ending } from "./Day.ts"
import { type Files, pathBelow } from "./Files.ts"
import * as PageFans from "./fans/PageFans.ts"
import * as Cards from "./PageCards.ts"
import { script } from "./PageScript.ts"
import { style } from "./PageStyle.ts"
import { dayOf, kindOf, timeOf } from "./Progress.ts"
import { timeline } from "./Timeline.ts"

/** The page of a day. It holds its pictures, makes no request, and its Content-Security-Policy forbids it to; another story is linked, where there is one. */
export const render = (files: Files, { fans, posts, unbegun }: Ending, codes?: string): string => {
  const { brand, version } = files.handbook
  const inOrder = posts.toSorted((one, other) => DateTime.Order(one.state.slot, other.state.slot))
  const those = (kind: ReturnType<typeof kindOf>) => inOrder.filter(({ state }) => kindOf(state) === kind)
  const [out, open, gone] = [those("out"), those("open"), those("gone")]
  const waiting = open.length + unbegun.length
  const days = Map.groupBy(inOrder, ({ state }) => dayOf(state.slot, files.handbook))
  const dates = [...new Set([[...days.keys()].at(0), [...days.keys()].at(-1)])].join(" – ")
  const shown = shownOf(files, days.size === 1 ? dates : undefined)
  const steps = [...posts.map(({ history }) => history.length), ...fans.talks.map(({ marks }) => marks.length)].reduce(
    (sum, count) => sum + count,
    0
  )
  const rescued = out.filter(Cards.wasUnsure)
  const title = (language: Bilingual.Language) => `${brand[language]} · ${dates}`
  const [life, sheet] = drawings()
  return html`<!doctype html>
<html lang="zh-CN" data-lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${ContentSecurity.policy({ scripts: [script], styles: [sheet] })}">
<title data-zh="${title("zh")}" data-en="${title("en")}">${title("zh")}</title><style>${raw(sheet)}</style></head>
<body>
<header>
  <p class="eyebrow">${Cards.both({ zh: "官方微博 · 一天", en: "The account's day" })}<button type="button" id="lang">${Cards.both({ zh: "English", en: "中文" })}</button></p>
  <h1>${Cards.both(brand)}</h1>
  <p class="sub">${dates} · ${Cards.both({ zh: `手册 ${version}`, en: `handbook ${version}` })}</p>
  ${codes === undefined ? "" : html`<p class="sub"><a href="${codes}">${Cards.both({ zh: "另一个故事：寻找神秘暗号，有双系统和没有", en: "Another story: looking for mysterious codes, with the dual system and without" })}</a></p>`}
</header>
<main>
<section class="tiles">
  ${tile(`${out.length}/${posts.length + unbegun.length}`, { zh: "已发布", en: "are out" }, "out")}
  ${tile(String(waiting), { zh: "等人处理", en: "wait for a person" }, waiting > 0 ? "open" : "")}
  ${tile(String(rescued.length), { zh: "结果不明后核实", en: "of unknown outcome, found" }, "")}
  ${tile(String(steps), { zh: "步骤，全部留痕", en: "steps, all on record" }, "")}
</section>
<section>${[...days].map(([day, its]) => html`${days.size === 1 ? "" : html`<p class="sub">${day}</p>`}${Cards.inEach((language) => raw(timeline(its, files.handbook, language)))}`)}</section>
<section><h2>${Cards.both({ zh: "等人处理", en: "Waiting for a person" })}</h2>
  ${waiting === 0 ? html`<p class="calm">${Cards.both({ zh: "没有。", en: "Nothing." })}</p>` : ""}
  ${open.map((post) => Cards.open(shown, post))}
  ${unbegun.map((row) => Cards.unbegun(shown, row))}
</section>
${PageFans.sections(shown, fans)}
<section><h2>${Cards.both({ zh: "已发布", en: "Out" })}</h2><div class="posts">${out.map((post) => Cards.published(shown, post))}</div></section>
${gone.length === 0 ? "" : html`<section><h2>${Cards.both({ zh: "已撤回", en: "Taken back" })}</h2><div class="posts">${gone.map((post) => Cards.gone(shown, post))}</div></section>`}
<section><h2>${Cards.both({ zh: "一条微博的一生", en: "The life of a post" })}</h2>
  <p class="sub">${Cards.both({ zh: "由流程定义画出，略去修改、暂缓与撤回。", en: "Drawn from the process itself, without edits, holds and withdrawals; some steps are the clock's, some the world's." })}</p>
  <figure>${Cards.inEach((language) => html`<div class="${Drawing.frame}">${raw(life[language])}</div>`)}</figure>
</section>
</main>
<script>${raw(script)}</script>
</body></html>`.toString()
}

/** With its date, but where that is the page's one day. */
const shownOf = ({ folder, handbook }: Files, only: string | undefined): Cards.Shown => ({
  called: (id) => Object.entries(handbook.team.people).find(([person]) => person === id)?.[1].name ?? id,
  when: (at) => {
    const [day, time] = [dayOf(at, handbook), timeOf(at, handbook)]
    return day === only ? time : `${day} ${time}`
  },
  picture: ({ format, source }) => {
    const path = pathBelow(folder, source)
    return path && `data:image/${format};base64,${readFileSync(path).toString("base64")}`
  }
})

const aside = ["Edit", "Hold", "Release", "Withdraw", "MissSlot", "Find", "GiveUp"]

/** The process in each language, and the style sheet of the page with theirs. */
const drawings = (): readonly [Bilingual.Bilingual, string] => {
  const draw = (language: Bilingual.Language) =>
    renderMermaidSVG(Diagram.mermaid(PostProcess, { without: aside, language }), {
      bg: "var(--card)",
      fg: "var(--ink)",
      transparent: true
    })
  const {
    drawings: [zh, en],
    rules
  } = Drawing.gather([draw("zh"), draw("en")])
  if (zh === undefined || en === undefined) throw new Error("two drawings make two")
  return [{ zh: zh.html, en: en.html }, `${style}${rules}`]
}

const tile = (figure: string, words: Bilingual.Bilingual, tone: string) =>
  html`<div class="tile ${tone}"><b>${figure}</b>${Cards.both(words)}</div>`
