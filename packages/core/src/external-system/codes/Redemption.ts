/**
 * The words of redeeming a code: who claims it, and what is answered.
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

/** The claim of the code of a number. */
export interface Claim {
  readonly series: CaseId
  readonly number: number
  readonly till: TillId
  /** Keys of different tills are different keys. */
  readonly key: ClaimKey
  readonly at: Moment
}

/** A code that was redeemed. */
export interface Taken extends Claim {
  readonly placement: PlacementId
}

const Redeemed = Schema.TaggedStruct("Redeemed", { series: CaseId, placement: PlacementId, at: Moment })
/** By whom, the till; who the customer was, nobody is told. */
const AlreadyRedeemed = Schema.TaggedStruct("AlreadyRedeemed", { at: Moment, till: TillId })
/** The key is that of another claim: a mistake of the caller. */
const OtherClaim = Schema.TaggedStruct("OtherClaim", {})

const closed = [
  Schema.TaggedStruct("Unknown", {}),
  Schema.TaggedStruct("NotYet", { from: Moment }),
  Schema.TaggedStruct("Over", { since: Moment }),
  Schema.TaggedStruct("Withdrawn", {})
] as const

/** What is answered to the claim of a number. */
export const Answer = Schema.Union([Redeemed, AlreadyRedeemed, OtherClaim, ...closed])
/** What is answered to the claim of a number. */
export type Answer = typeof Answer.Type

/** What is answered to what somebody has typed. */
export const Told = Schema.Union([Answer, Schema.TaggedStruct("Misread", { why: CodeText.Why })])
/** What is answered to what somebody has typed. */
export type Told = typeof Told.Type

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

/** What is answered where the code was redeemed before, or its key was used before; nothing where neither was. */
export const answerBefore = (
  claim: Claim,
  ofCode: Taken | undefined,
  ofKey: Taken | undefined
): Extract<Answer, { readonly _tag: "Redeemed" | "AlreadyRedeemed" | "OtherClaim" }> | undefined => {
  if (ofKey !== undefined) {
    const isSame = ofKey.series === claim.series && ofKey.number === claim.number
    return isSame
      ? { _tag: "Redeemed", series: ofKey.series, placement: ofKey.placement, at: ofKey.at }
      : { _tag: "OtherClaim" }
  }
  return ofCode && { _tag: "AlreadyRedeemed", at: ofCode.at, till: ofCode.till }
}

/** What people read at a till; times as `time` writes them. */
export const said = (told: Told, time: (moment: Moment) => string = DateTime.formatIso): Bilingual => {
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
