/**
 * What becomes of what a fan wrote: a brand's own decision, as data.
 *
 * @module
 */
import { Duration, Schema } from "effect"
import { Wait } from "../../calendar/TimeSpan.ts"
import type { Outcome } from "./Heard.ts"
import type { Judgement } from "./Judgement.ts"
import { Label } from "./Label.ts"

const Most = Schema.Int.check(Schema.isGreaterThan(0))

/** What a brand decides about what fans write. */
export const Policy = Schema.Struct({
  /** What is counted, and becomes no case where that is sure. */
  counted: Schema.Array(Label),
  /**
   * In that time, how many get cases under one post, and of the whole account; the others are counted, and somebody is told. Complaints are limited by
   * the account alone.
   */
  flood: Schema.Struct({ underPost: Most, ofAccount: Most, within: Wait }),
  /** Whether complaints are followed by a process of their own. */
  complaints: Schema.Boolean
})
/** What a brand decides about what fans write. */
export type Policy = typeof Policy.Type

/** Praise, advertisements of others and small talk are counted; and what comes beyond thirty an hour under one post, or three hundred altogether. */
export const usual: Policy = {
  counted: ["praise", "spam", "noise"],
  flood: { underPost: 30, ofAccount: 300, within: Duration.hours(1) },
  complaints: true
}

/** Whoever is left without an answer by mistake is lost: that is done from here on only, and what is less likely is looked at. */
const certainFrom = 0.75

/** What becomes of it, where the fan has no complaint open and few write. Whatever is not sure is for a person, as an answer's case. */
export const outcomeOf = (policy: Policy, { label, probabilities, sure }: Judgement): Outcome => {
  if (!sure) return "answer"
  const wanted = wantedBy(policy, label)
  return wanted === "counted" && probabilities[label] < certainFrom ? "answer" : wanted
}

/** What becomes of what is that for certain. */
export const wantedBy = ({ complaints, counted }: Pick<Policy, "complaints" | "counted">, label: Label): Outcome => {
  if (counted.includes(label)) return "counted"
  return label === "complaint" && complaints ? "complaint" : "answer"
}
