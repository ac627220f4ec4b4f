/**
 * What the day looks like on a terminal.
 *
 * @module
 */
import { Actor, type Finding, FindingText, type Handbook, type Post } from "@dualops/core"
import { DateTime, Effect } from "effect"
import type { Ending, Progress } from "./Day.ts"
import type { Reason } from "./Reasons.ts"

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

/** Whose posts the day has, where a handbook came without a calendar. */
export const exampleOf = (calendar: string): string =>
  [
    "No --calendar was given, so the posts are those of the example, with its authors and its links:",
    "未指定 --calendar，微博内容取自示例日历，作者和链接都是示例的：",
    `${calendar}\n`
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

/** Whether a post is out, waits for a person, or was taken back. */
export const kindOf = ({ _tag }: Post.State): "out" | "open" | "gone" =>
  _tag === "Published" || _tag === "Archived" ? "out" : _tag === "Withdrawn" || _tag === "TakenDown" ? "gone" : "open"

/** How the day ended. */
export const ending = ({ posts, refused, unbegun }: Ending, page: string): string => {
  const out = posts.filter(({ state }) => kindOf(state) === "out")
  const open = posts.filter(({ state }) => kindOf(state) === "open")
  return [
    "",
    `${out.length} of ${posts.length + unbegun.length} posts are out; ${open.length + unbegun.length} wait for a person.`,
    ...[
      ...open.flatMap(({ id, reasons, state }) => rows(id, state._tag, reasons)),
      ...unbegun.flatMap(({ case: id, said }) => rows(id, "not begun", [{ evidence: "", said }])),
      ...refused.flatMap(({ case: id, person, said, step }) =>
        rows(id, `${step} by ${person} was refused:`, [{ evidence: "", said }])
      )
    ].map(FindingText.safe),
    "",
    `The page: ${page}`
  ].join("\n")
}

/** What is said of a post, in English and below it in Chinese. */
const rows = (id: string, what: string, reasons: ReadonlyArray<Reason>): ReadonlyArray<string> => {
  const [first = "", ...more] = reasons.flatMap(({ evidence, said: { en, zh } }) => [
    `${evidence === "" ? "" : `“${evidence}” `}${en}`,
    ...(zh === en ? [] : [zh])
  ])
  return [`  ${id.padEnd(18)} ${what.padEnd(12)} ${first}`, ...more.map((line) => `${" ".repeat(34)}${line}`)]
}
