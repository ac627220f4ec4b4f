/**
 * The words of redeeming a code and of giving it back: who claims it, what is answered, and what was cancelled.
 *
 * @module
 */
import { DateTime, Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { CaseId, textUpTo } from "../../process/CaseId.ts"
import { PlacementId, placementOf, type Terms } from "./CodeTerms.ts"
import * as CodeText from "./CodeText.ts"

/** The name of a till: a shop, a web shop, a mini-program. */
export const TillId = textUpTo(60)
/** The name of a till. */
export type TillId = typeof TillId.Type

/** The key of a claim: made once by the caller, such as the order and its line, and the same at every try. */
export const ClaimKey = textUpTo(100)
/** The key of a claim. */
export type ClaimKey = typeof ClaimKey.Type

/** What somebody claims at a till. */
export const Asked = Schema.Struct({
  /** As it was typed. */
  code: Schema.String,
  key: ClaimKey,
  /** Who claims it, where the till knows that. */
  fan: Schema.optionalKey(FanId)
})
/** What somebody claims at a till. */
export type Asked = typeof Asked.Type

/** Who cancels an order at a till: a clerk, a desk. */
const Who = textUpTo(60)

/** An order that is cancelled at the till that has claimed a code for it. */
export const Cancelled = Schema.Struct({
  /** The key of its claim. */
  key: ClaimKey,
  by: Schema.optionalKey(Who)
})
/** An order that is cancelled at the till that has claimed a code for it. */
export type Cancelled = typeof Cancelled.Type

/** The cancellation of an order, as it is kept. */
export interface Cancellation extends Cancelled {
  readonly till: TillId
  readonly at: Moment
}

/** The claim of the code of a number. */
export interface Claim {
  readonly series: CaseId
  readonly number: number
  readonly till: TillId
  /** Keys of different tills are different keys. */
  readonly key: ClaimKey
  readonly at: Moment
}

/** A redemption of a code; one at most of each code stands. */
export interface Taken extends Claim {
  readonly placement: PlacementId
  /** Which redemption of the code: 1 is the first, and each after that comes when the one before was given back. */
  readonly turn: number
  /** When it was given back, and who did that; nothing as long as it stands. */
  readonly back?: { readonly at: Moment; readonly by?: string }
}

const Redeemed = Schema.TaggedStruct("Redeemed", {
  series: CaseId,
  placement: PlacementId,
  at: Moment,
  /** Which redemption of the code: 1 unless it was given back before. */
  turn: Schema.Int
})
/** By whom, the till; who the customer was, nobody is told. */
const AlreadyRedeemed = Schema.TaggedStruct("AlreadyRedeemed", { at: Moment, till: TillId })
/** The key is that of another claim: a mistake of the caller. */
const OtherClaim = Schema.TaggedStruct("OtherClaim", {})
/** The order was cancelled, since then and for good: it redeems nothing any more. */
const GivenBack = Schema.TaggedStruct("GivenBack", { at: Moment, by: Schema.optionalKey(Who) })

const closed = [
  Schema.TaggedStruct("Unknown", {}),
  Schema.TaggedStruct("NotYet", { from: Moment }),
  Schema.TaggedStruct("Over", { since: Moment }),
  Schema.TaggedStruct("Withdrawn", {})
] as const

/** What is answered to the claim of a number. */
export const Answer = Schema.Union([Redeemed, AlreadyRedeemed, OtherClaim, GivenBack, ...closed])
/** What is answered to the claim of a number. */
export type Answer = typeof Answer.Type

/** What is answered to what somebody has typed. */
export const Told = Schema.Union([Answer, Schema.TaggedStruct("Misread", { why: CodeText.Why })])
/** What is answered to what somebody has typed. */
export type Told = typeof Told.Type

/** What is answered to the cancellation of an order: since when its code is free, or that there was none. Either way nothing of it stands from now on. */
export const Returned = Schema.Union([GivenBack, Schema.TaggedStruct("NotRedeemed", {})])
/** What is answered to the cancellation of an order. */
export type Returned = typeof Returned.Type

/** What a house knows of the key of a claim: the redemption that it has got, or that its order was cancelled before. */
export type OfKey = Taken | Cancellation

/** Why the code of a number is not redeemed at a moment, whoever claims it; its placement where it may be. */
export const openAt = (
  terms: Terms,
  number: number,
  at: Moment
): Extract<Answer, { readonly _tag: "Unknown" | "NotYet" | "Over" | "Withdrawn" }> | PlacementId => {
  const placement = placementOf(terms, number)
  if (placement === undefined) return { _tag: "Unknown" }
  // One that was stopped before it began is over, and not about to begin.
  if (DateTime.isGreaterThanOrEqualTo(at, terms.until)) return { _tag: "Over", since: terms.until }
  if (DateTime.isLessThan(at, terms.from)) return { _tag: "NotYet", from: terms.from }
  const { withdrawn } = placement
  return withdrawn !== undefined && DateTime.isGreaterThanOrEqualTo(at, withdrawn)
    ? { _tag: "Withdrawn" }
    : placement.id
}

/** What is answered where the code is redeemed, or the key was used before; nothing where neither is so. Of the code, the redemption that stands is told. */
export const answerBefore = (
  claim: Claim,
  ofCode: Taken | undefined,
  ofKey: OfKey | undefined
): Extract<Answer, { readonly _tag: "Redeemed" | "AlreadyRedeemed" | "OtherClaim" | "GivenBack" }> | undefined => {
  if (ofKey !== undefined) {
    if (!("number" in ofKey)) return givenBack(ofKey)
    if (ofKey.series !== claim.series || ofKey.number !== claim.number) return { _tag: "OtherClaim" }
    if (ofKey.back !== undefined) return givenBack(ofKey.back)
    const { at, placement, series, turn } = ofKey
    return { _tag: "Redeemed", series, placement, at, turn }
  }
  return ofCode && { _tag: "AlreadyRedeemed", at: ofCode.at, till: ofCode.till }
}

/** What is answered to the cancellation of an order, by the redemption that was given back. */
export const returned = (taken: Taken | undefined): Returned =>
  taken?.back === undefined ? { _tag: "NotRedeemed" } : givenBack(taken.back)

const givenBack = ({ at, by }: NonNullable<Taken["back"]>): typeof GivenBack.Type => ({
  _tag: "GivenBack",
  at,
  ...(by !== undefined && { by })
})

/** What people read at a till; times as `time` writes them. */
export const said = (told: Told | Returned, time: (moment: Moment) => string = DateTime.formatIso): Bilingual => {
  switch (told._tag) {
    case "Redeemed":
      return { zh: "兑换成功。", en: "The code is redeemed." }
    case "AlreadyRedeemed":
      return {
        zh: `这个码已于 ${time(told.at)} 在 ${told.till} 兑换过。`,
        en: `The code was redeemed at ${told.till}, ${time(told.at)}.`
      }
    case "OtherClaim":
      return {
        zh: "这个请求编号已用于另一个码，请换一个编号。",
        en: "The key is that of another claim; make a new one for each."
      }
    case "GivenBack":
      return {
        zh: `这个订单已于 ${time(told.at)} 取消，不再占用兑换码。`,
        en: `The order was cancelled ${time(told.at)}, and has no code any more.`
      }
    case "NotRedeemed":
      return { zh: "这个订单没有兑换过码。", en: "The order has redeemed no code." }
    case "Unknown":
      return { zh: "没有这个码。", en: "There is no such code." }
    case "NotYet":
      return { zh: `这个码从 ${time(told.from)} 起可用。`, en: `The code can be redeemed from ${time(told.from)} on.` }
    case "Over":
      return { zh: `活动已于 ${time(told.since)} 结束。`, en: `The codes were redeemed until ${time(told.since)}.` }
    case "Withdrawn":
      return { zh: "这批码已停用。", en: "These codes were withdrawn." }
    case "Misread":
      return CodeText.said(told.why)
  }
}
