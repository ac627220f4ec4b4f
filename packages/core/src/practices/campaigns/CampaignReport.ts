/**
 * The report of a campaign, from its warm-up to its end: ordered by the campaign itself when it is over, or made by hand at any time.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Period from "../../internal-system/reports/Period.ts"
import type { Report } from "../../internal-system/reports/Report.ts"
import { load } from "../../operations/History.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { CaseId } from "../../process/CaseId.ts"
import * as ReportMaking from "../reports/ReportMaking.ts"
import type * as ReportMaterial from "../reports/ReportMaterial.ts"
import type { Brief } from "./Brief.ts"
import { CampaignProcess } from "./CampaignProcess.ts"

/** The dates that a campaign is reported of. */
export const periodOf = (timeZone: TimeZone, { from, until, warmUp = from }: Brief): Period.Period =>
  Period.between(timeZone, warmUp, until)

/** No campaign of that name has begun in this house, or it has no dates yet. */
export class NoSuchCampaign extends Schema.TaggedError<NoSuchCampaign>()("CampaignReport.NoSuchCampaign", {
  campaign: Schema.String
}) {
  get said(): Bilingual {
    return {
      zh: `没有活动「${this.campaign}」，或者它还没有方案。`,
      en: `There is no campaign ${this.campaign}, or it has no brief yet.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The report of one campaign, as things are known now. */
export const make = Effect.fn("CampaignReport.make")(function* (
  house: ReportMaking.House,
  campaign: CaseId
): Effect.fn.Return<Report, NoSuchCampaign | StoreUnavailable, ReportMaterial.Needs> {
  const { account, timeZone } = house.handbook
  const state = (yield* load(CampaignProcess, campaign))?.state
  if (state === undefined || !("brief" in state) || state.brief.account !== account.id)
    return yield* new NoSuchCampaign({ campaign })
  const activity = { process: CampaignProcess.name, case: campaign, name: state.name }
  return yield* ReportMaking.ofActivity(house, periodOf(timeZone, state.brief), activity)
})
