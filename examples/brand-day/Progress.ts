/**
 * What the day looks like on a terminal, in one language. Columns stand below each other whatever they hold: a Chinese sign is as wide as two
 * letters.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"
import { type Post, PostProcess } from "@dualops/core/content"
import { FindingText } from "@dualops/core/finding"
import type { Handbook } from "@dualops/core/handbook"
import { Face } from "@dualops/core/process"
import { DateTime, Effect } from "effect"
import stringWidth from "string-width"
import type { Progress } from "./Day.ts"

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

/** The day's lines, with the brand's time, in columns as wide as the names of its posts. */
export const make = (place: Place, language: Bilingual.Language, posts: ReadonlyArray<string>): Progress => {
  const width = widest(posts)
  const line = (at: DateTime.Utc, text: string) =>
    Effect.sync(() => console.log(FindingText.safe(`${dayOf(at, place)} ${timeOf(at, place)}  ${text}`)))
  const before = new Set<string>()
  return {
    before: (steps) => (steps === 0 ? Effect.void : Effect.sync(() => console.log(doneBefore(steps)[language]))),
    // A reminder is the line of what is said to somebody.
    event: (subject, process, { at, by, step }) => {
      if (step === "Remind") return Effect.void
      const done = Face.step(process, step)[language]
      const said = process === PostProcess ? done : `${process.title[language]}${language === "zh" ? "·" : ": "}${done}`
      return line(
        at,
        `${pad(subject, width)} ${pad(said, process === PostProcess ? 15 : 28)} ${Face.actor(process, by)[language]}`
      )
    },
    // Whoever has been told, and has done nothing yet, is told again by their messenger; here the first time is enough.
    told: (at, to, message) => {
      const said = `${to} ${message.en}`
      if (before.has(said)) return Effect.void
      before.add(said)
      return line(at, `${pad(`→ ${to}`, width)} ${message[language]}`)
    }
  }
}

/** Fills a text with blanks up to so many columns of a terminal. */
export const pad = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - stringWidth(text)))

/** Columns for the names of posts: as many as a day is used to, and no more than leave room for the rest. */
export const widest = (names: ReadonlyArray<string>): number =>
  Math.min(40, Math.max(18, ...names.map((name) => stringWidth(name))))

/** What a step is called. */
export const stepIn = (step: string, language: Bilingual.Language): string => Face.step(PostProcess, step)[language]

/** What an earlier start has done, as one line. */
const doneBefore = (steps: number): Bilingual.Bilingual => ({
  zh: `此前已完成 ${steps} 步，接着往下走。`,
  en: `${steps} ${steps === 1 ? "step was" : "steps were"} done before; going on from there.`
})

/** Whether a post is out, waits for a person, or was taken back. */
export const kindOf = ({ _tag }: Post.State): "out" | "open" | "gone" =>
  _tag === "Published" || _tag === "Archived" ? "out" : _tag === "Withdrawn" || _tag === "TakenDown" ? "gone" : "open"
