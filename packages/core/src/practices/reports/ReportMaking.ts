/**
 * Makes a report of a running house, of what is known now.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import * as HouseReport from "../../internal-system/reports/HouseReport.ts"
import * as Material from "../../internal-system/reports/Material.ts"
import * as Period from "../../internal-system/reports/Period.ts"
import type { Report } from "../../internal-system/reports/Report.ts"
import type { Kind } from "../../internal-system/reports/ReportKind.ts"
import { load } from "../../operations/History.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { CaseId } from "../../process/CaseId.ts"
import { CampaignProcess } from "../campaigns/CampaignProcess.ts"
import * as FansChapter from "./FansChapter.ts"
import * as PositioningChapter from "./PositioningChapter.ts"
import * as PublishedPosts from "./PublishedPosts.ts"
import * as ReportMaterial from "./ReportMaterial.ts"

export type { House } from "./ReportMaterial.ts"

/** No campaign of that name has begun in this house, or it has no dates yet. */
export class NoSuchCampaign extends Schema.TaggedError<NoSuchCampaign>()("ReportMaking.NoSuchCampaign", {
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

/** The report of one campaign, from its warm-up to its end: of its case and of those that it has begun, and of nothing else. */
export const ofCampaign = Effect.fn("ReportMaking.ofCampaign")(function* (
  house: ReportMaterial.House,
  campaign: CaseId
): Effect.fn.Return<Report, NoSuchCampaign | StoreUnavailable, ReportMaterial.Needs> {
  const { account, timeZone } = house.handbook
  const state = (yield* load(CampaignProcess, campaign))?.state
  if (state === undefined || !("brief" in state) || state.brief.account !== account.id)
    return yield* new NoSuchCampaign({ campaign })
  const { brief, name } = state
  const { from, until, warmUp = from } = brief
  const period = Period.between(timeZone, warmUp, until)
  const family = { process: CampaignProcess.name, case: campaign }
  return HouseReport.of("activity", yield* ReportMaterial.of(house, { period, family }), { about: same(name) })
})

/** The report of a kind and a period, as things are known now. */
export const make = Effect.fn("ReportMaking.make")(function* (
  house: ReportMaterial.House,
  kind: Kind,
  period: Period.Period
): Effect.fn.Return<Report, StoreUnavailable, ReportMaterial.Needs> {
  const posts = PublishedPosts.follow()
  const isOfAll = kind === "weekly" || kind === "monthly"
  const material = yield* ReportMaterial.of(house, { period, hears: posts.hear, hasFans: isOfAll })
  const { fansOf } = material
  return HouseReport.of(kind, material, {
    chapters: [
      ...(fansOf === undefined ? [] : [FansChapter.of(fansOf, Material.spans(material))]),
      ...(isOfAll ? PositioningChapter.of(house.handbook, material, posts.all()) : [])
    ]
  })
})
