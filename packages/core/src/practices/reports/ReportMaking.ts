/**
 * Makes a report of a running house, of what is known now.
 *
 * @module
 */
import { Effect } from "effect"
import * as HouseReport from "../../internal-system/reports/HouseReport.ts"
import type * as Period from "../../internal-system/reports/Period.ts"
import type { Report } from "../../internal-system/reports/Report.ts"
import type { Kind } from "../../internal-system/reports/ReportKind.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as PositioningChapter from "./PositioningChapter.ts"
import * as PublishedPosts from "./PublishedPosts.ts"
import * as ReportMaterial from "./ReportMaterial.ts"

export type { House } from "./ReportMaterial.ts"

/** The report of a kind and a period, as things are known now. */
export const make = Effect.fn("ReportMaking.make")(function* (
  house: ReportMaterial.House,
  kind: Kind,
  period: Period.Period
): Effect.fn.Return<Report, StoreUnavailable, ReportMaterial.Needs> {
  const posts = PublishedPosts.follow()
  const material = yield* ReportMaterial.of(house, { period, hears: posts.hear })
  const isAboutPosts = kind === "weekly" || kind === "monthly"
  return HouseReport.of(kind, material, {
    chapters: isAboutPosts ? PositioningChapter.of(house.handbook, material, posts.all()) : []
  })
})
