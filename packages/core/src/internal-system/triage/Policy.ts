/**
 * What becomes of what a fan wrote: a brand's own decision, as data.
 *
 * @module
 */
import { Duration, Schema } from "effect"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import type { Outcome } from "./Heard.ts"
import type { Judgement } from "./Judgement.ts"
import { Label } from "./Label.ts"

/** What a brand decides about what fans write. */
export const Policy = Schema.Struct({
  /** What is counted, and becomes no case where that is sure. */
  counted: Schema.Array(Label),
  /** Of how many under one post in that time people get cases; the others are counted, and somebody is told. */
  flood: Schema.Struct({ most: Schema.Int.check(Schema.isGreaterThan(0)), within: TimeSpan }),
  /** Whether complaints are followed by a process of their own. */
  complaints: Schema.Boolean
})
/** What a brand decides about what fans write. */
export type Policy = typeof Policy.Type

/** Praise, advertisements of others and small talk are counted; of more than a hundred an hour under one post the others are. */
export const usual: Policy = {
  counted: ["praise", "spam", "noise"],
  flood: { most: 100, within: Duration.hours(1) },
  complaints: true
}

/** What becomes of it, where the fan has no complaint open and few write. Whatever is not sure is for a person, as an answer's case. */
export const outcomeOf = ({ counted, complaints }: Policy, { label, sure }: Judgement): Outcome => {
  if (!sure) return "answer"
  if (counted.includes(label)) return "counted"
  return label === "complaint" && complaints ? "complaint" : "answer"
}
