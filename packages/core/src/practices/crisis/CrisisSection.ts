/**
 * What a handbook says of crises; without the section, there are none.
 *
 *     crisis:
 *       voices: [he, lin]
 *       review: 72 hours
 *       levels:
 *         - { name: grave, title: {…}, statement: [{ time: 1 hour, calendar: always }, { time: 2 hours, calendar: always }], figures: 1 hour, closesAnswers: true }
 *         - { name: local, title: {…}, statement: [{ time: 4 hours, calendar: always }], figures: 2 hours }
 *
 * Who declares, drafts, approves, reports, stands down and reviews are permissions of roles: `crisis.declare`, `crisis.speak`, `crisis.approve`,
 * `crisis.report`, `crisis.standDown`, `crisis.review`.
 *
 * @module
 */
import { Duration, Schema } from "effect"
import { Wait } from "../../calendar/TimeSpan.ts"
import * as Expected from "../../finding/Expected.ts"
import * as Name from "../../finding/Name.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { PersonId } from "../../process/Actor.ts"
import { CrisisLevel } from "./CrisisLevel.ts"

const longest = Duration.hours(72)

/** The section of handbooks by which crises are declared, spoken in, ended and reviewed. */
export const CrisisSection = HandbookSection.make("crisis", {
  title: { zh: "危机", en: "Crisis" },
  schema: Schema.Struct({
    voices: Schema.NonEmptyArray(PersonId.annotate(Name.urgent)).annotateKey({
      description: "Who alone speaks in a crisis: the first of them who is there when it is declared."
    }),
    review: Wait.check(
      Schema.makeFilter(
        (within) => Duration.isLessThanOrEqualTo(within, longest),
        Expected.check({ zh: "至多 72 小时", en: "72 hours at most" })
      )
    ).annotateKey({
      description: "How soon after its end a crisis is reviewed: 72 hours at most, by night and by day."
    }),
    levels: Schema.NonEmptyArray(CrisisLevel)
      .check(
        Schema.makeFilter(
          (levels) => new Set(levels.map(({ name }) => name)).size === levels.length,
          Expected.check({ zh: "名称各不相同的级别", en: "levels of which no two have the same name" })
        )
      )
      .annotateKey({ description: "How grave a crisis is, and its clocks." })
  }).annotate({
    description: "From the declaration of a crisis to its end nothing goes out for the account, and one voice speaks."
  })
})
/** What a handbook says of crises. */
export type CrisisSection = (typeof CrisisSection)["schema"]["Type"]
