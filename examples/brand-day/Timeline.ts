/**
 * The picture of the day on its page.
 *
 * @module
 */
import type { Handbook } from "@dualops/core"
import type { Outcome } from "./Day.ts"
import { kindOf, timeOf } from "./Progress.ts"

/** The day from left to right, a mark for every slot, as wide as its page and its letters never smaller. Holds no text but times. */
export const timeline = (posts: ReadonlyArray<Outcome>, handbook: Handbook.Handbook): string => {
  const slots = posts.map(({ state }) => state.slot.epochMilliseconds)
  const from = Math.min(...slots)
  const span = Math.max(...slots) - from || 1
  const marks = posts.map(({ state }, index) => {
    const x = `${(4 + ((state.slot.epochMilliseconds - from) / span) * 92).toFixed(2)}%`
    const [side, y] = index % 2 === 0 ? ["above", 26] : ["below", 74]
    return `<circle cx="${x}" cy="50" r="7" class="${kindOf(state)}"/><text x="${x}" y="${y}" class="${side}" text-anchor="middle">${timeOf(state.slot, handbook)}</text>`
  })
  return `<svg class="timeline" height="96" role="img"><line x1="1%" y1="50" x2="99%" y2="50"/>${marks.join("")}</svg>`
}
