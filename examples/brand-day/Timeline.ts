/**
 * The picture of the day on its page.
 *
 * @module
 */
import type { Post } from "@dualops/core"
import type { Outcome } from "./Day.ts"
import { timeOf } from "./Progress.ts"

/** Whether a post is out, waits for a person, or was taken back. */
export const kindOf = ({ _tag }: Post.State): "out" | "open" | "gone" =>
  _tag === "Published" ? "out" : _tag === "Withdrawn" ? "gone" : "open"

/** The day from left to right, a mark for every slot. Holds no text but times. */
export const timeline = (posts: ReadonlyArray<Outcome>): string => {
  const slots = posts.map(({ state }) => state.slot.epochMilliseconds)
  const from = Math.min(...slots)
  const span = Math.max(...slots) - from || 1
  const marks = posts.map(({ state }, index) => {
    const x = 30 + ((state.slot.epochMilliseconds - from) / span) * 900
    const y = index % 2 === 0 ? 26 : 74
    return `<circle cx="${x}" cy="50" r="7" class="${kindOf(state)}"/><text x="${x}" y="${y}" text-anchor="middle">${timeOf(state.slot)}</text>`
  })
  return `<svg class="timeline" viewBox="0 0 960 96" role="img"><line x1="12" y1="50" x2="948" y2="50"/>${marks.join("")}</svg>`
}
