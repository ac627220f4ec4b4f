/**
 * The posts of the day on their cards: what each says and shows, who has it or had it, and every step that it took.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"
import { type Content, PostProcess } from "@dualops/core/content"
import { Face } from "@dualops/core/process"
import type { DateTime } from "effect"
import { html } from "hono/html"
import type { Outcome, PostEvent } from "./Day.ts"
import type { Refused } from "./Refused.ts"

/** How the page writes a moment, what it calls a person, and how it shows a picture, if its file is still there. */
export interface Shown {
  readonly called: (person: string) => string
  readonly when: (at: DateTime.Utc) => string
  readonly picture: (picture: Content.Picture) => string | undefined
}

/** Both languages; the style sheet shows one. */
export const both = ({ en, zh }: Bilingual.Bilingual) =>
  zh === en ? html`<span>${zh}</span>` : html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`

/** Something in each language; the style sheet shows one. */
export const inEach = (of: (language: Bilingual.Language) => ReturnType<typeof html>) =>
  html`<div lang="zh-CN">${of("zh")}</div><div lang="en">${of("en")}</div>`

/** A post that waits for a person, why, and whose it is. */
export const open = (shown: Shown, post: Outcome) => {
  const steps = Map.groupBy(post.tasks, ({ step }) => step)
  return html`<article class="card open">
  <h3><time>${shown.when(post.state.slot)}</time> ${post.id} <em>${both(Face.state(PostProcess, post.state._tag))}</em></h3>
  ${contentOf(shown, post.state.content)}
  ${post.reasons.map(({ evidence, said }) => html`<p class="why">${evidence === "" ? "" : html`<code>${evidence}</code>`} ${both(said)}</p>`)}
  <p class="who">${[...steps].map(([step, tasks]) => html`<span>${both(Face.step(PostProcess, step))}: ${tasks.map(({ person }) => shown.called(person)).join("、")}</span>`)}</p>
  ${stepsOf(shown, post.history)}
</article>`
}

/** A row of which no post came. */
export const unbegun = (shown: Shown, { case: id, person, said }: Refused) => html`<article class="card open">
  <h3>${id} <em>${both({ zh: "未开始", en: "not begun" })}</em></h3>
  <p class="why">${both(said)}</p>
  <p class="who"><span>${both({ zh: "撰稿", en: "by" })} ${shown.called(person)}</span></p>
</article>`

/** A post that is out. */
export const published = (shown: Shown, post: Outcome) => {
  const { history, id, state } = post
  if (state._tag !== "Published") return ""
  return html`<article class="card">
  <h3><time>${shown.when(state.publishedAt)}</time> ${id}</h3>
  ${contentOf(shown, state.content)}
  <p class="who"><span>${both({ zh: "撰稿", en: "by" })} ${state.authors.map(shown.called).join("、")}</span>
  <span>${both({ zh: "审核", en: "approved by" })} ${state.review.given.map(({ person }) => shown.called(person)).join("、")}</span>
  ${wasUnsure(post) ? html`<span class="found">${both({ zh: "发布结果一度不明，已在时间线核实", en: "outcome unknown at first, then found on the timeline" })}</span>` : ""}</p>
  ${stepsOf(shown, history)}
</article>`
}

/** A post that was taken back. */
export const gone = (shown: Shown, { history, id, state }: Outcome) => html`<article class="card">
  <h3><time>${shown.when(state.slot)}</time> ${id} <em>${both(Face.state(PostProcess, state._tag))}</em></h3>
  ${contentOf(shown, state.content)}
  ${stepsOf(shown, history)}
</article>`

/** Whether nobody knew for a time whether it was out. */
export const wasUnsure = ({ history }: Outcome): boolean =>
  history.some(({ step }) => step === "LoseSight" || step === "TimeOut")

const contentOf = (shown: Shown, { pictures, text }: Content.Content) => html`<p class="text">${text}</p>
  ${pictures.map((picture) => {
    const source = shown.picture(picture)
    return source === undefined
      ? html`<p class="why">${both({ zh: "图片文件已不在：", en: "The picture's file is gone:" })} <code>${picture.source}</code></p>`
      : html`<img src="${source}" alt="${picture.source}">`
  })}`

const stepsOf = ({ called, when }: Shown, history: ReadonlyArray<PostEvent>) => html`<details class="steps">
  <summary>${both({ zh: `${history.length} 步`, en: history.length === 1 ? "1 step" : `${history.length} steps` })}</summary>
  <ol>${history.map(({ at, by, step }) => html`<li><time>${when(at)}</time> ${both(Face.step(PostProcess, step))} <span class="by">${both(Face.actor(PostProcess, by, called))}</span></li>`)}</ol>
</details>`
