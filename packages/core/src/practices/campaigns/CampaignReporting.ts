/**
 * What happens when the report of a campaign is due: whoever writes what came of it is told, and the figures are ordered, where the handbook says who looks at them.
 *
 * @module
 */
import { Schema } from "effect"
import * as Period from "../../internal-system/reports/Period.ts"
import type { CaseId } from "../../process/CaseId.ts"
import { OfActivities } from "../reports/ReportsSection.ts"
import type * as Campaign from "./Campaign.ts"

const Reported = Schema.Struct({ ...OfActivities.fields, ...Period.Period.fields })
/** What a step keeps of it that may lead to where the report is due. */
export const facts = { reported: Schema.optionalKey(Reported) }
/** Of which days it is to be reported, and to whom. */
export interface Facts {
  /** Nothing where nobody looks at it. */
  readonly reported?: typeof Reported.Type
}

/** Of which days it is to be reported, and to whom. */
export const reportedOf = (
  { brief: { from, until, warmUp = from } }: Pick<Campaign.Asked, "brief">,
  { reported, timeZone }: Campaign.Settings
): Facts => (reported === undefined ? {} : { reported: { ...reported, ...Period.between(timeZone, warmUp, until) } })

/** The figures, where the report is due now. */
export const report = (
  state: Campaign.State,
  { case: id, facts: { reported } }: { readonly case: CaseId; readonly facts: Facts }
) => {
  if (state._tag !== "Reporting" || reported === undefined) return undefined
  const activity = { process: "Campaign", case: id, name: state.name }
  return { input: { account: state.brief.account, kind: "activity" as const, ...reported, activity } }
}

/** What whoever writes what came of it reads. */
export const telling = (state: Campaign.State) =>
  state._tag === "Reporting"
    ? {
        to: state.author.person,
        message: { zh: `「${state.name}」已结束，请写报告。`, en: `“${state.name}” is over; its report is due.` }
      }
    : undefined
