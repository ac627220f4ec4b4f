/**
 * The day as a page that a person would want to look at: one file, light and dark, on a phone and on paper, Chinese and English.
 *
 * Texts come from people, so everything is escaped by the template.
 *
 * @module
 */
import { type Bilingual, Diagram, Face, PostProcess } from "@dualops/core"
import { renderMermaidSVG } from "beautiful-mermaid"
import { DateTime } from "effect"
import { html, raw } from "hono/html"
import type { Ending, Outcome } from "./Day.ts"
import type { Files } from "./Files.ts"
import { style } from "./PageStyle.ts"
import { dayOf, kindOf, timeOf } from "./Progress.ts"
import type { Refused } from "./Staff.ts"
import { timeline } from "./Timeline.ts"

/** The page of a day. */
export const render = (files: Files, { posts, unbegun }: Ending): string => {
  const { brand, version } = files.handbook
  const inOrder = posts.toSorted((one, other) => DateTime.Order(one.state.slot, other.state.slot))
  const out = inOrder.filter(({ state }) => kindOf(state) === "out")
  const open = inOrder.filter(({ state }) => kindOf(state) === "open")
  const waiting = open.length + unbegun.length
  const days = Map.groupBy(inOrder, ({ state }) => dayOf(state.slot, files.handbook))
  const dates = [...new Set([[...days.keys()].at(0), [...days.keys()].at(-1)])].join(" – ")
  const shown = { ...files, when: whenOf(files, days.size === 1 ? dates : undefined) }
  const rescued = out.filter(({ history }) => history.some(({ step }) => step === "LoseSight" || step === "TimeOut"))
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${brand.zh} · ${dates}</title><style>${raw(style)}</style></head>
<body data-lang="zh">
<header>
  <p class="eyebrow">${both({ zh: "官方微博 · 一天", en: "The account's day" })}<button type="button" id="lang">中 / EN</button></p>
  <h1>${both(brand)}</h1>
  <p class="sub">${dates} · ${both({ zh: `手册 ${version}`, en: `handbook ${version}` })}</p>
</header>
<main>
<section class="tiles">
  ${tile(`${out.length}/${posts.length + unbegun.length}`, { zh: "已发布", en: "are out" }, "out")}
  ${tile(String(waiting), { zh: "等人处理", en: "wait for a person" }, waiting > 0 ? "open" : "")}
  ${tile(String(rescued.length), { zh: "结果不明后核实", en: "of unknown outcome, found" }, "")}
  ${tile(String(posts.reduce((sum, { history }) => sum + history.length, 0)), { zh: "步骤，全部留痕", en: "steps, all on record" }, "")}
</section>
<section>${[...days].map(([day, those]) => html`${days.size === 1 ? "" : html`<p class="sub">${day}</p>`}${raw(timeline(those, files.handbook))}`)}</section>
<section><h2>${both({ zh: "等人处理", en: "Waiting for a person" })}</h2>
  ${waiting === 0 ? html`<p class="calm">${both({ zh: "没有。", en: "Nothing." })}</p>` : ""}
  ${open.map((post) => openCard(shown, post))}
  ${unbegun.map((row) => unbegunCard(files, row))}
</section>
<section><h2>${both({ zh: "已发布", en: "Out" })}</h2><div class="posts">${out.map((post) => postCard(shown, post))}</div></section>
<section><h2>${both({ zh: "一条微博的一生", en: "The life of a post" })}</h2>
  <p class="sub">${both({ zh: "由流程定义画出，略去修改、暂缓与撤回。", en: "Drawn from the process itself, without edits, holds and withdrawals; some steps are the clock's, some the world's." })}</p>
  <figure><div lang="zh">${raw(drawn("zh"))}</div><div lang="en">${raw(drawn("en"))}</div></figure>
</section>
</main>
<script>document.getElementById("lang").onclick=()=>{const b=document.body;b.dataset.lang=b.dataset.lang==="zh"?"en":"zh"}</script>
</body></html>`.toString()
}

/** The files of the day, and how its page writes a moment. */
interface Shown extends Files {
  readonly when: (at: DateTime.Utc) => string
}

/** With its date, but where that is the page's one day. */
const whenOf =
  ({ handbook }: Files, only: string | undefined): Shown["when"] =>
  (at) => {
    const [day, time] = [dayOf(at, handbook), timeOf(at, handbook)]
    return day === only ? time : `${day} ${time}`
  }

const aside = ["Edit", "Hold", "Release", "Withdraw", "MissSlot", "Find", "GiveUp"]

const drawn = (language: Bilingual.Language) =>
  renderMermaidSVG(Diagram.mermaid(PostProcess, { without: aside, language }), {
    bg: "var(--card)",
    fg: "var(--ink)",
    transparent: true
  })

const both = ({ en, zh }: Bilingual.Bilingual) => html`<span lang="zh">${zh}</span><span lang="en">${en}</span>`

const tile = (figure: string, words: Bilingual.Bilingual, tone: string) =>
  html`<div class="tile ${tone}"><b>${figure}</b>${both(words)}</div>`

const nameOf = ({ handbook }: Files, id: string): string =>
  Object.entries(handbook.team.people).find(([person]) => person === id)?.[1].name ?? id

const openCard = (files: Shown, post: Outcome) => {
  const steps = Map.groupBy(post.tasks, ({ step }) => step)
  return html`<article class="card open">
  <h3><time>${files.when(post.state.slot)}</time> ${post.id} <em>${both(Face.state(PostProcess, post.state._tag))}</em></h3>
  <p class="text">${post.state.content.text}</p>
  ${post.reasons.map(({ evidence, said }) => html`<p class="why">${evidence === "" ? "" : html`<code>${evidence}</code>`} ${both(said)}</p>`)}
  <p class="who">${[...steps].map(([step, tasks]) => html`<span>${both(Face.step(PostProcess, step))}: ${tasks.map(({ person }) => nameOf(files, person)).join("、")}</span>`)}</p>
</article>`
}

const unbegunCard = (files: Files, { case: id, person, said }: Refused) => html`<article class="card open">
  <h3>${id} <em>${both({ zh: "未开始", en: "not begun" })}</em></h3>
  <p class="why">${both(said)}</p>
  <p class="who"><span>${both({ zh: "撰稿", en: "by" })} ${nameOf(files, person)}</span></p>
</article>`

const postCard = (files: Shown, { history, id, state }: Outcome) => {
  if (state._tag !== "Published") return ""
  const unsure = history.some(({ step }) => step === "LoseSight" || step === "TimeOut")
  return html`<article class="card">
  <h3><time>${files.when(state.publishedAt)}</time> ${id}</h3>
  <p class="text">${state.content.text}</p>
  <p class="who"><span>${both({ zh: "撰稿", en: "by" })} ${state.authors.map((person) => nameOf(files, person)).join("、")}</span>
  <span>${both({ zh: "审核", en: "approved by" })} ${state.review.given.map(({ person }) => nameOf(files, person)).join("、")}</span>
  ${state.content.pictures.length > 0 ? html`<span>${both({ zh: "有图", en: "with a picture" })}</span>` : ""}
  ${unsure ? html`<span class="found">${both({ zh: "发布结果一度不明，已在时间线核实", en: "outcome unknown at first, then found on the timeline" })}</span>` : ""}</p>
</article>`
}
