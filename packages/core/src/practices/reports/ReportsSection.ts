/**
 * What a handbook says of reports; without the section, none is made by itself.
 *
 *     reports:
 *       lookedAtWithin: { time: 4 hours, calendar: office }
 *       due:
 *         daily:  { per: day, of: account, owner: qin, readers: [he] }
 *         weekly: { per: week, of: account, owner: qin, readers: [he, lin] }
 *         people: { per: week, of: people, owner: he, readers: [xu] }
 *       activities: { owner: qin, readers: [he, lin] }
 *       measures:
 *         complaints: { cases: Complaint, counts: begun }
 *
 * @module
 */
import { Schema } from "effect"
import * as Name from "../../finding/Name.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { Measures } from "../../internal-system/reports/Measure.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"

/** A report that is made again and again. */
export const DueReport = Schema.Struct({
  per: Schema.Literals(["day", "week", "month"]).annotateKey({
    description: "Of each day, week or month, when it is over."
  }),
  of: Schema.Literals(["account", "people"]).annotateKey({
    description: "Of the account and all that it measures, or of people and departments against their promises."
  }),
  owner: PersonId.annotate(Name.counted).annotateKey({ description: "Who looks at it before it is sent." }),
  readers: Schema.NonEmptyArray(PersonId).annotateKey({ description: "Who is told when it has been looked at." })
})
/** A report that is made again and again. */
export type DueReport = typeof DueReport.Type

/** Whose the reports of campaigns are. */
export const OfActivities = Schema.Struct({ owner: DueReport.fields.owner, readers: DueReport.fields.readers })
/** Whose the reports of campaigns are. */
export type OfActivities = typeof OfActivities.Type

/** The section of handbooks by which reports are made. */
export const ReportsSection = HandbookSection.make("reports", {
  title: { zh: "报告", en: "Reports" },
  schema: Schema.Struct({
    lookedAtWithin: Allowance.annotateKey({
      description:
        "How long a report may wait until it is made and its owner has looked at it; then the lead hears of it."
    }),
    due: Schema.Record(Schema.NonEmptyString, DueReport).annotateKey({ description: "The reports, by their names." }),
    activities: Schema.optionalKey(OfActivities).annotateKey({
      description: "Of each campaign, when it is over: who looks at its report, and who is told of it then."
    }),
    measures: Schema.optionalKey(Measures).annotateKey({
      description: "Which KPIs something here measures; of the others, reports say that they are read elsewhere."
    })
  }).annotate({ description: "Reports that are made by themselves when their day, week, month or campaign is over." })
})
/** What a handbook says of reports. */
export type ReportsSection = (typeof ReportsSection)["schema"]["Type"]
