/**
 * What became of fans on the day's page: each talk on a card, with its clocks and whom they told, and the night in which somebody stood in.
 *
 * @module
 */
import { Face } from "@dualops/core/process"
import { Label } from "@dualops/core/triage"
import { html } from "hono/html"
import { both, type Shown } from "../PageCards.ts"
import * as Night from "./Night.ts"
import type { Ending, Mark, Talk } from "./Talk.ts"

/** The sections of the page about fans; none where nobody has written. */
export const sections = (shown: Shown, { counted, night, talks }: Ending) =>
  talks.length + counted.length === 0
    ? ""
    : html`<section><h2>${both({ zh: "粉丝与答复", en: "Fans, and what they were answered" })}</h2>
  ${talks.map((talk) => card(shown, talk))}
  ${counted.length === 0 ? "" : counting(counted)}
</section>
${night.length === 0 ? "" : handOver(shown, night)}`

const card = (shown: Shown, talk: Talk) => {
  const { at, fan, isOver, marks, process, state, text } = talk
  return html`<article class="card${isOver ? "" : " open"}">
  <h3><time>${shown.when(at)}</time> ${fan} <em>${both(process.title)} · ${both(Face.state(process, state))}</em></h3>
  <p class="text">${text}</p>
  <ul class="clocks">${marks.filter(isTold).map((mark) => line(shown, mark))}</ul>
  ${steps(shown, marks)}
</article>`
}

/** What is told without being asked for: what was said to the fan, where a clock stopped or ran out, and who heard of it. */
const isTold = ({ clocks, said, told }: Mark) => clocks.length > 0 || said !== undefined || told !== undefined

const line = (
  shown: Shown,
  { at, by, clocks, process, said, step, told }: Mark
) => html`<li${told === undefined ? "" : html` class="late"`}>
  <time>${shown.when(at)}</time> ${both(process.title)} · ${both(step)}${told === undefined ? "" : html` → ${shown.called(told)}`}${said === undefined ? "" : html` <span class="by">${both(Face.actor(process, by, shown.called))}</span> <q>${said}</q>`}
  ${clocks.map((clock) => html`<small>${both(clock)}</small>`)}</li>`

const steps = (shown: Shown, marks: ReadonlyArray<Mark>) => html`<details class="steps">
  <summary>${both({ zh: `${marks.length} 步`, en: marks.length === 1 ? "1 step" : `${marks.length} steps` })}</summary>
  <ol>${marks.map(({ at, by, process, step }) => html`<li><time>${shown.when(at)}</time> ${both(process.title)} · ${both(step)} <span class="by">${both(Face.actor(process, by, shown.called))}</span></li>`)}</ol>
</details>`

const counting = (counted: Ending["counted"]) => html`<article class="card">
  <h3>${both({ zh: "只计数，不开任务", en: "Counted, and nobody's task" })}</h3>
  ${counted.map(({ fan, label, text }) => html`<p class="text"><em>${both(Label.faces[label].title)}</em> ${fan}：${text}</p>`)}
</article>`

const handOver = (
  shown: Shown,
  night: Ending["night"]
) => html`<section><h2>${both({ zh: "夜里换人", en: "The night, and who stood in" })}</h2>
<article class="card">
  <p class="text"><a href="${Night.page}">${both({ zh: "替补读到的交接单", en: "The hand-over that the stand-in read" })}</a></p>
  <ol>${night.map(
    ({
      at,
      by,
      clocks,
      process,
      step
    }) => html`<li><time>${shown.when(at)}</time> ${both(process.title)} · ${both(step)} <span class="by">${both(Face.actor(process, by, shown.called))}</span>
  ${clocks.map((clock) => html`<small>${both(clock)}</small>`)}</li>`
  )}</ol>
</article></section>`
