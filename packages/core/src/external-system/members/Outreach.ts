/**
 * What went between the brand and a member: invitations and opt-outs in one numbered series for each member, and what came of each invitation. Whoever was
 * left out on purpose, to be compared with, stands in it as well.
 *
 * Whoever takes a number has seen all before it, and a number is taken once: so the cap holds exactly, and nobody is invited behind their opt-out,
 * however many campaigns and workers there are. Members stand in it by a mark, so that both hold also when a member's personal data are erased.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import { Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import * as Observation from "../../observations/Observation.ts"

const markKind = "member"
const countKind = "outreach"

/** A member, by a digest. */
export const Mark = Schema.NonEmptyString.annotate(Tag.as(markKind)).pipe(Schema.brand("MemberMark"))
/** A member, by a digest. */
export type Mark = typeof Mark.Type

/** The mark of a member. */
export const markOf = (fan: FanId): Mark => Mark.make(bytesToHex(sha256(utf8ToBytes(`member:${fan}`))).slice(0, 40))

/** The tag by which everything of a member is found. */
export const tagOf = (mark: Mark): string => Tag.of(markKind, mark)

/** What came of an invitation: it has gone out; it has not, and will not; it has not, and may another time; nobody knows. */
export const Result = Schema.Literals(["sent", "refused", "later", "unknown"])
/** What came of an invitation. */
export type Result = typeof Result.Type

/** What is counted of a campaign. */
export type Counted = Result | "invited" | "heldOut" | "optedOut"

/** What a campaign's entries of one sort are counted by. */
export const countOf = (campaign: string, what: Counted): string => `${campaign}/${what}`
/** The tag of that. */
export const countTag = (campaign: string, what: Counted): string => Tag.of(countKind, countOf(campaign, what))

const facts = {
  member: Mark,
  /** From 0; the next one of the member is one more. */
  number: Schema.Int,
  campaign: Schema.optionalKey(Schema.NonEmptyString),
  counts: Schema.optionalKey(Schema.NonEmptyString.annotate(Tag.as(countKind)))
}

/** A member is being invited, is left out to be compared with, or wants no more invitations. */
export const kind = Observation.define("Outreach", {
  title: { zh: "会员触达", en: "Outreach" },
  facts: { ...facts, what: Schema.Literals(["invited", "heldOut", "optedOut"]) },
  personal: { fan: FanId }
})

/** What came of the invitation of that number. */
export const resultKind = Observation.define("OutreachResult", {
  title: { zh: "触达结果", en: "Result of outreach" },
  facts: { ...facts, result: Result, code: Schema.optionalKey(Schema.String) }
})

/** The key of a member's entry of that number: of one number there is one. */
export const keyOf = (mark: Mark, number: number): string => `${mark}/${number}`
