/**
 * How often something happens.
 *
 * @module
 */
import { Schema } from "effect"
import * as Expected from "../finding/Expected.ts"

/** A stretch of the calendar that things are counted in. */
export const Per = Schema.Literals(["day", "week", "month", "quarter", "year"])
/** A stretch of the calendar that things are counted in. */
export type Per = typeof Per.Type

/** So many times in a day, a week, a month. */
export const Frequency = Schema.Struct({
  times: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1000 })),
  per: Per
})
/** So many times in a day, a week, a month. */
export type Frequency = typeof Frequency.Type

/** How often a duty is done: all the time, whenever something calls for it, or so many times. */
export const Cadence = Schema.Union([Schema.Literals(["always", "on demand"]), Frequency]).annotate(
  Expected.words({
    zh: "「always」「on demand」，或每天、周、月、季、年若干次（写「times」和「per」）",
    en: "always, on demand, or so many times in a day, week, month, quarter or year"
  })
)
/** How often a duty is done. */
export type Cadence = typeof Cadence.Type
