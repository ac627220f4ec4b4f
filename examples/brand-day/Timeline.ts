/**
 * The picture of the day on its page.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"
import { PostProcess } from "@dualops/core/content"
import type { Handbook } from "@dualops/core/handbook"
import { Markup } from "@dualops/core/pages"
import { Face } from "@dualops/core/process"
import type { Outcome } from "./Day.ts"
import { kindOf, timeOf } from "./Progress.ts"

/** The day from left to right, a mark for every slot, which says whose it is; as wide as its page and its letters never smaller. */
export const timeline = (
  posts: ReadonlyArray<Outcome>,
  handbook: Handbook.Handbook,
  language: Bilingual.Language
): string => {
  const slots = posts.map(({ state }) => state.slot.epochMilliseconds)
  const from = Math.min(...slots)
  const span = Math.max(...slots) - from || 1
  const marks = posts.map(({ id, state }, index) => {
    const x = `${(4 + ((state.slot.epochMilliseconds - from) / span) * 92).toFixed(2)}%`
    const [side, y] = index % 2 === 0 ? ["above", 26] : ["below", 74]
    const time = timeOf(state.slot, handbook)
    const title = `${time} ${id} · ${Face.state(PostProcess, state._tag)[language]}`
    return Markup.html`<circle cx="${x}" cy="50" r="7" class="${kindOf(state)}"><title>${title}</title></circle><text x="${x}" y="${y}" class="${side}" text-anchor="middle">${time}</text>`
  })
  return Markup.html`<svg class="timeline" height="96" role="img" aria-label="${names[language]}"><line x1="1%" y1="50" x2="99%" y2="50"/>${marks}</svg>`
    .html
}

const names = { zh: "一天的发布时间", en: "The slots of the day" }
