/**
 * Makes a report of a running house, of what is known now.
 *
 * @module
 */
import { Effect } from "effect"
import { same } from "../../finding/Bilingual.ts"
import * as HouseReport from "../../internal-system/reports/HouseReport.ts"
import * as Material from "../../internal-system/reports/Material.ts"
import type * as Period from "../../internal-system/reports/Period.ts"
import type { Report } from "../../internal-system/reports/Report.ts"
import type { Kind } from "../../internal-system/reports/ReportKind.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { Activity } from "./DueReport.ts"
import * as FansChapter from "./FansChapter.ts"
import * as PositioningChapter from "./PositioningChapter.ts"
import * as PublishedPosts from "./PublishedPosts.ts"
import * as ReportMaterial from "./ReportMaterial.ts"

export type { House } from "./ReportMaterial.ts"

/** The report of one activity in a period: of its case and of those that it has begun, and of nothing else. */
export const ofActivity = Effect.fn("ReportMaking.ofActivity")(function* (
  house: ReportMaterial.House,
  period: Period.Period,
  { name, ...family }: typeof Activity.Type
): Effect.fn.Return<Report, StoreUnavailable, ReportMaterial.Needs> {
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
