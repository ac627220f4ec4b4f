/**
 * What the day looks like on a terminal.
 *
 * @module
 */
import { Actor, type Finding, FindingText, type Handbook } from "@dualops/core"
import { DateTime, Effect } from "effect"
import type { Ending, Outcome, Progress } from "./Day.ts"

/** Where the brand's clocks hang. */
type Place = Pick<Handbook.Handbook, "timeZone">

type Parts = Pick<Intl.DateTimeFormatOptions, "year" | "month" | "day" | "hour" | "minute" | "hourCycle">

const format = (at: DateTime.Utc, { timeZone }: Place, parts: Parts): string =>
  DateTime.format(DateTime.setZone(at, DateTime.zoneMakeNamedUnsafe(timeZone)), { locale: "zh-CN", ...parts })

/** A moment as people at the brand read it. */
export const timeOf = (at: DateTime.Utc, place: Place): string =>
  format(at, place, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })

/** The day of a moment. */
export const dayOf = (at: DateTime.Utc, place: Place): string =>
  format(at, place, { year: "numeric", month: "2-digit", day: "2-digit" })

/** The day's lines, with the brand's time. */
export const make = (place: Place): Progress => {
  const line = (at: DateTime.Utc, text: string) =>
    Effect.sync(() => console.log(FindingText.safe(`${dayOf(at, place)} ${timeOf(at, place)}  ${text}`)))
  return {
    before,
    event: ({ at, by, case: id, step }) => line(at, `${id.padEnd(18)} ${step.padEnd(15)} ${Actor.describe(by)}`),
    told: (at, to, message) =>
      Effect.andThen(line(at, `→ ${to.padEnd(16)} ${message.zh}`), line(at, `→ ${to.padEnd(16)} ${message.en}`))
  }
}

/** What an earlier start has done, as one line. */
const before = (steps: number): Effect.Effect<void> =>
  steps === 0
    ? Effect.void
    : Effect.sync(() =>
        console.log(`${steps} ${steps === 1 ? "step was" : "steps were"} done before; going on from there.`)
      )

/** As many findings as fit a terminal. */
const most = 20

/** Findings with their places, each with what would mend it; of many, the first. */
export const findings = (all: ReadonlyArray<Finding.Finding>): string =>
  [
    ...all.slice(0, most).map(({ code, fix, message, severity, where }) => {
      const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(":")
      const said = [`${place}  ${severity}  ${code}`, `    ${message.en} ${fix.en}`, `    ${message.zh}${fix.zh}`]
      return said.map(FindingText.safe).join("\n")
    }),
    ...(all.length > most ? [`\n${all.length - most} more are not listed. 另有 ${all.length - most} 处未列出。`] : []),
    `\n${all.length} ${all.length === 1 ? "mistake" : "mistakes"}. Nothing was published, nothing was changed.`
  ].join("\n")

/** How many doubts of the verifier the day begins with all the same, and where they are told. */
export const doubts = (all: ReadonlyArray<Finding.Finding>, file: string): string => {
  const count = (severity: Finding.Severity) => all.filter((one) => one.severity === severity).length
  return [
    `The handbook can be run for a day. Errors: ${count("error")}, warnings: ${count("warning")}, notes: ${count("note")}.`,
    `手册可以运行，另有 ${count("error")} 个错误、${count("warning")} 个警告、${count("note")} 个提示。`,
    `npm run build && npx dualops check ${file}\n`
  ].join("\n")
}

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
    ...[
      ...open.map((post) => `  ${post.id.padEnd(18)} ${post.state._tag.padEnd(12)} ${reasonOf(post) ?? ""}`),
      ...refused.map(
        ({ case: id, message, person, step }) => `  ${id.padEnd(18)} ${step} by ${person} was refused: ${message}`
      )
    ].map(FindingText.safe),
    "",
    `The page: ${page}`
  ].join("\n")
}
