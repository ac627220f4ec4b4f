/**
 * What of a house measures a KPI: observations of a kind, or cases of a process. The rest of the KPIs are read elsewhere, and reports say so.
 *
 * @module
 */
import { Schema } from "effect"
import * as Name from "../../finding/Name.ts"
import { KpiId } from "../analytics/Kpi.ts"

/** What is known of the fans. */
export const FanMeasure = Schema.Literals([
  "followers",
  "came",
  "left",
  "lost",
  "seen",
  "first",
  "new",
  "active",
  "loyal",
  "quiet",
  "asleep",
  "gone",
  "retained",
  "dead"
])
/** What is known of the fans. */
export type FanMeasure = typeof FanMeasure.Type

/** What is known of complaints that are over. */
export const ComplaintMeasure = Schema.Literals(["solved", "reopened", "asked", "answered", "content"])
/** What is known of complaints that are over. */
export type ComplaintMeasure = typeof ComplaintMeasure.Type

/** What is counted for a KPI. */
export const Measure = Schema.Union([
  Schema.Struct({
    observations: Schema.NonEmptyString.annotateKey({ description: "The kind of observation: CodeRedeemed." }),
    tag: Schema.optionalKey(Schema.NonEmptyString).annotateKey({
      description: "Only those about it: placement:sleeves."
    }),
    counts: Schema.Literals(["times", "people"])
  }),
  Schema.Struct({
    cases: Schema.NonEmptyString.annotateKey({ description: "The process: Complaint." }),
    counts: Schema.Literals(["begun", "settled"])
  }),
  Schema.Struct({
    complaints: ComplaintMeasure.annotateKey({
      description:
        "Of the complaints that are over: what share was solved by the fan's own word, was opened again, had its fan asked how it was, had a mark of those who were asked, or left a fan content (CSAT: of the marks, 4 or 5)."
    })
  }),
  Schema.Struct({
    fans: FanMeasure.annotateKey({
      description:
        "Of the fans: their number, who came and left, who was seen for the first time, the share at a stage, the share seen again, the share of dead ones."
    })
  })
])
/** What is counted for a KPI. */
export type Measure = typeof Measure.Type

/** What measures which KPI. */
export const Measures = Schema.Record(KpiId.annotate(Name.refers), Measure)
/** What measures which KPI. */
export type Measures = typeof Measures.Type
