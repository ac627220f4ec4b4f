/**
 * What holds for a series of codes: from when until when they are redeemed, where they were placed, and by what they were made. Whoever redeems asks these
 * terms and nothing else; the secret is not among them.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { PostId } from "../../account/PostId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import { CaseId } from "../../process/CaseId.ts"
import { ResourceId } from "../Resource.ts"
import type { Making } from "./Codes.ts"
import { Length } from "./CodeText.ts"

/** The most codes of a series, and of one placement. */
export const most = 10_000_000

/** The name of a placement in its series, such as `metro-line-2`. */
export const PlacementId = Schema.NonEmptyString.check(
  Schema.isMaxLength(60),
  Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, { expected: "letters, digits, blanks, points, hyphens" }),
  Schema.isTrimmed()
).annotate(Label.of({ zh: "投放位置", en: "placement" }))
/** The name of a placement in its series. */
export type PlacementId = typeof PlacementId.Type

/** What a placement is. */
export const Kind = Schema.Literals(["advertisement", "shop", "packaging", "post", "mail"]).annotate(
  Label.of({ zh: "类型", en: "kind" })
)

/** A place where codes are found. */
export const Placement = Schema.Struct({
  id: PlacementId,
  kind: Kind,
  /** The resource of the handbook that it stands on. */
  resource: ResourceId.annotate(Label.of({ zh: "资源", en: "resource" })),
  /** The post that it stands in. */
  post: Schema.optionalKey(PostId),
  codes: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: most })).annotate(
    Label.of({ zh: "码数", en: "how many codes" })
  )
})
/** A place where codes are found. */
export type Placement = typeof Placement.Type

/** A placement with the number of its first code; the others follow. */
export const Placed = Schema.Struct({
  ...Placement.fields,
  first: Schema.Int,
  /** From when on its codes are not redeemed any more. */
  withdrawn: Schema.optionalKey(Moment)
})
/** A placement with its codes. */
export type Placed = typeof Placed.Type

/** What holds for a series. */
export const Terms = Schema.Struct({
  /** The case of the series, which is its name for ever. */
  series: CaseId,
  account: AccountId,
  /** From 1; of two, the one with more holds. */
  revision: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
  from: Moment,
  /** The first moment at which no code is redeemed any more. */
  until: Moment,
  placements: Schema.NonEmptyArray(Placed),
  length: Length,
  edition: Schema.Int,
  words: Schema.Array(Schema.NonEmptyString)
})
/** What holds for a series. */
export type Terms = typeof Terms.Type

/** By what the codes of a series are made. */
export const makingOf = ({ edition, length, series, words }: Terms): Making => ({ series, length, edition, words })

/** The placements, each with its numbers behind those of the one before it. */
export const place = (
  placements: readonly [Placement, ...ReadonlyArray<Placement>]
): readonly [Placed, ...ReadonlyArray<Placed>] => {
  let next = 0
  const placed = (one: Placement): Placed => {
    const first = next
    next += one.codes
    return { ...one, first }
  }
  const [head, ...rest] = placements
  return [placed(head), ...rest.map(placed)]
}

/** How many codes there are. */
export const countOf = (placements: ReadonlyArray<Placement>): number =>
  placements.reduce((sum, { codes }) => sum + codes, 0)

/** Where the code of a number was placed; nothing where it was given to none. */
export const placementOf = ({ placements }: Pick<Terms, "placements">, number: number): Placed | undefined =>
  placements.find(({ codes, first }) => number >= first && number < first + codes)
