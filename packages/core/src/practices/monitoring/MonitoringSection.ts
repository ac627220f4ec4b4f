/**
 * What a handbook says of monitoring; without the section, nothing is watched.
 *
 *     monitoring:
 *       terms:
 *         - { name: leaks, any: [漏水, 渗水], notIn: [漏水博物馆] }
 *       bucket: 10 minutes
 *       limit: 2
 *       coolDown: 6 hours
 *       mostADay: 8
 *       levels:
 *         - { name: crisis, title: {…}, when: { authors: 200, negative: 0.5 }, team: [qin], within: { time: 15 minutes, calendar: always }, steps: […] }
 *         - { name: look, title: {…}, when: {}, team: [lin], within: { time: 2 hours, calendar: service }, steps: [] }
 *
 * @module
 */
import { Schema } from "effect"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import * as Expected from "../../finding/Expected.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Severity from "../../internal-system/monitoring/Severity.ts"
import { WatchTerm } from "../../internal-system/monitoring/WatchTerm.ts"

/** The section of handbooks by which what is said of the brand is watched. */
export const MonitoringSection = HandbookSection.make("monitoring", {
  title: { zh: "舆情监测", en: "Monitoring" },
  schema: Schema.Struct({
    terms: Schema.Array(WatchTerm)
      .check(
        Schema.makeFilter(
          (terms) => new Set(terms.map(({ name }) => name)).size === terms.length,
          Expected.check({ zh: "名称各不相同的监测词", en: "terms of which no two have the same name" })
        )
      )
      .annotateKey({ description: "What is watched for." }),
    bucket: TimeSpan.annotateKey({
      description: "How long the stretches are in which people are counted: 10 minutes."
    }),
    limit: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1_000, exclusiveMinimum: true })).annotateKey({
      description: "How much evidence it takes for an alarm: 2 is usual; more is fewer alarms, and later ones."
    }),
    coolDown: TimeSpan.annotateKey({
      description: "How long after an alarm was judged nothing new is raised of the same term."
    }),
    mostADay: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000 })).annotateKey({
      description: "How many alarms may be raised in 24 hours; of more, somebody is told once, and they are counted."
    }),
    levels: Severity.Levels.annotateKey({
      description: "How grave an alarm is: the first level that holds, the gravest first."
    })
  }).annotate({ description: "What is said of the brand is watched, and somebody judges what is unusual." })
})
/** What a handbook says of monitoring. */
export type MonitoringSection = (typeof MonitoringSection)["schema"]["Type"]
