/**
 * What the day looks like on a terminal.
 *
 * @module
 */
import { Actor, type Finding } from "@dualops/core"
import { DateTime, Effect } from "effect"
import type { Ending, Outcome, PostEvent } from "./Day.ts"

const beijing = DateTime.zoneMakeNamedUnsafe("Asia/Shanghai")

/** A moment as people at the brand read it. */
export const timeOf = (at: DateTime.Utc): string =>
  DateTime.format(DateTime.setZone(at, beijing), {
    locale: "zh-CN",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23"
  })

/** The day of a moment. */
export const dayOf = (at: DateTime.Utc): string =>
  DateTime.format(DateTime.setZone(at, beijing), { locale: "zh-CN", year: "numeric", month: "2-digit", day: "2-digit" })

/** One step, as a line. */
export const event = ({ at, by, case: id, step }: PostEvent): Effect.Effect<void> =>
  Effect.sync(() =>
    console.log(`${dayOf(at)} ${timeOf(at)}  ${id.padEnd(18)} ${step.padEnd(15)} ${Actor.describe(by)}`)
  )

/** Findings with their places, each with what would mend it. */
export const findings = (all: ReadonlyArray<Finding.Finding>): string =>
  [
    ...all.map(({ code, fix, message, severity, where }) => {
      const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(":")
      return `${place}  ${severity}  ${code}\n    ${message.en} ${fix.en}\n    ${message.zh}${fix.zh}`
    }),
    `\n${all.length} ${all.length === 1 ? "mistake" : "mistakes"}. Nothing was published, nothing was changed.`
  ].join("\n")

/** Why a post is not out, for whoever has to decide about it. */
export const reasonOf = ({ state }: Outcome): string | undefined => {
  switch (state._tag) {
    case "Failed":
      return `${state.code}: ${state.detail}`
    case "Unconfirmed":
    case "Missed":
      return state.detail
    case "OnHold":
      return state.reason
    case "ChangesRequested":
      return state.note
    default:
      return undefined
  }
}

/** How the day ended. */
export const ending = ({ posts, refused }: Ending, page: string): string => {
  const out = posts.filter(({ state }) => state._tag === "Published")
  const open = posts.filter(({ state }) => state._tag !== "Published" && state._tag !== "Withdrawn")
  return [
    "",
    `${out.length} of ${posts.length} posts are out; ${open.length} wait for a person.`,
    ...open.map((post) => `  ${post.id.padEnd(18)} ${post.state._tag.padEnd(12)} ${reasonOf(post) ?? ""}`),
    ...refused.map(
      ({ case: id, message, person, step }) => `  ${id.padEnd(18)} ${step} by ${person} was refused: ${message}`
    ),
    "",
    `The page: ${page}`
  ].join("\n")
}
