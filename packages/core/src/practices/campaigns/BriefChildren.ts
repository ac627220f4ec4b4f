/**
 * What speaks against the draws and the series of codes of a brief: that the handbook has none, what the law forbids, and times, sums and places that do not fit
 * the campaign.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { ResourceId } from "../../external-system/Resource.ts"
import type { Finding } from "../../finding/Finding.ts"
import type { Allowance } from "../../process/Allowance.ts"
import * as CodeSeriesFindings from "../codes/CodeSeriesFindings.ts"
import * as PrizeDrawAdvice from "../prizes/PrizeDrawAdvice.ts"
import { inOrder } from "../prizes/PrizeDrawTimes.ts"
import { type Brief, type Codes, codesOf, type Draw, drawsOf } from "./Brief.ts"
import * as Words from "./BriefChildrenWords.ts"
import { worthOf } from "./CampaignChild.ts"

/** What a handbook says of draws and codes; nothing where it has none of them. */
export interface Bounds {
  readonly draws?: { readonly settlesWithin: Allowance }
  readonly codes?: CodeSeriesFindings.Bounds
}

/** Everything that speaks against them. */
export const against = (brief: Partial<Brief>, bounds: Bounds, at: Moment): ReadonlyArray<Finding> => [
  ...(brief.draws === undefined || bounds.draws !== undefined ? [] : [Words.noDraws]),
  ...(brief.codes === undefined || bounds.codes !== undefined ? [] : [Words.noCodes]),
  ...named(brief),
  ...prized(brief),
  ...drawsOf(brief).flatMap((draw, index) => ofDraw(brief, draw, `draws.${index}`, at)),
  ...codesOf(brief).flatMap((codes, index) => ofCodes(brief, codes, `codes.${index}`, bounds, at))
]

/** What Weibo asks of such draws, beside the law. */
export const advice = (brief: Partial<Brief>): ReadonlyArray<Finding> =>
  drawsOf(brief).flatMap(({ prizes }, index) =>
    PrizeDrawAdvice.ofPrizes(prizes)
      .filter(({ severity }) => severity !== "error")
      .map((finding) => below(finding, `draws.${index}`))
  )

/** By its name, a campaign knows each of them. */
const named = (brief: Partial<Brief>) => {
  const all = [
    ...drawsOf(brief).map(({ name }, index) => ({ name, path: `draws.${index}.name` })),
    ...codesOf(brief).map(({ name }, index) => ({ name, path: `codes.${index}.name` }))
  ]
  return all.flatMap(({ name, path }, index) =>
    all.findIndex((one) => one.name === name) < index ? [Words.namedTwice(path, name)] : []
  )
}

/** What is drawn is part of what its prizes may cost, and that of its budget. */
const prized = ({ draws, prizes }: Partial<Brief>) => {
  if (draws === undefined) return []
  if (prizes?.drawn !== true) return [Words.withoutPrizes]
  const worth = worthOf(...draws)
  return [
    ...(worth > prizes.worth ? [Words.beyondPrizes(worth, prizes.worth)] : []),
    ...draws.flatMap((draw, index) =>
      draw.prizes.flatMap(({ name, yuan }, place) =>
        yuan > prizes.dearest ? [Words.dearer(`draws.${index}.prizes.${place}.yuan`, name, prizes.dearest)] : []
      )
    )
  ]
}

const ofDraw = ({ from, until, warmUp = from }: Partial<Brief>, draw: Draw, path: string, at: Moment) => [
  ...(inOrder(draw, at) ? [] : [Words.drawTimes(`${path}.closes`)]),
  ...(warmUp === undefined || !DateTime.isLessThan(draw.opens, warmUp)
    ? []
    : [Words.opensEarlier(`${path}.opens`, draw.name)]),
  ...(until === undefined || !DateTime.isGreaterThan(draw.closes, until)
    ? []
    : [Words.closesLater(`${path}.closes`, draw.name)]),
  ...[...PrizeDrawAdvice.unclear(draw.prizes), ...PrizeDrawAdvice.ofPrizes(draw.prizes)]
    .filter(({ severity }) => severity === "error")
    .map((finding) => below(finding, path))
]

const ofCodes = (brief: Partial<Brief>, codes: Codes, path: string, bounds: Bounds, at: Moment) => {
  if (bounds.codes === undefined) return []
  const { from, until, warmUp = from } = brief
  const span = CodeSeriesFindings.spanOf(codes, bounds.codes.timeZone)
  const day = DateTime.startOf(DateTime.makeZonedUnsafe(warmUp ?? span.from, bounds.codes), "day")
  return [
    ...CodeSeriesFindings.of(codes, bounds.codes, at).map((finding) => below(finding, path)),
    ...(DateTime.isLessThan(span.from, day) ? [Words.beginsEarlier(`${path}.firstDay`, codes.name)] : []),
    ...(until === undefined || DateTime.isLessThan(span.from, until)
      ? []
      : [Words.beginsAfter(`${path}.firstDay`, codes.name)]),
    ...(codes.placements.every(({ resource }) => mayLack(brief, resource))
      ? [Words.placedOnMaybe(`${path}.placements`, codes.name)]
      : [])
  ]
}

/** Whether it asks for the resource, and does without. */
const mayLack = ({ needs = [] }: Partial<Brief>, resource: ResourceId): boolean => {
  const asked = needs.filter((one) => one.resource === resource)
  return asked.length > 0 && !asked.some(({ must }) => must)
}

const below = (finding: Finding, path: string): Finding => ({
  ...finding,
  where: { path: `brief.${path}.${finding.where.path}` }
})
