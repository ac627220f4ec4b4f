/**
 * The words of what must not be done twice: what a handbook decides about an attempt, what is known of it, and why a step has to wait.
 *
 * @module
 */
import { Equal, Schema } from "effect"
import { Moment } from "../calendar/Moment.ts"
import { Wait } from "../calendar/TimeSpan.ts"
import type { Bilingual } from "../finding/Bilingual.ts"

/** What a handbook decides about it. */
export const policy = {
  patience: Wait.annotateKey({
    description: "How long to wait for an answer from outside before it is looked for whether it happened."
  }),
  looks: Schema.Struct({
    every: Wait,
    times: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 }))
  }).annotateKey({
    description: "How often, and how many times, it is looked for while nobody knows whether it happened."
  })
}
/** What a handbook decides about it. */
export type Policy = Schema.Struct<typeof policy>["Type"]

/** What is known of an attempt that has begun: since when. */
export const sent = { since: Moment }

/** When this very thing was first sent, if that was given up and may still come. */
export const givenUp = { earlier: Schema.optionalKey(Moment) }

/** Attempts that were given up and may still come, at what the case was before it became something else. */
export const before = <What extends Schema.Constraint>(what: What) => ({
  before: Schema.optionalKey(Schema.Array(Schema.Struct({ what, since: Moment })))
})

interface GivenUp<What> {
  readonly before?: ReadonlyArray<{ readonly what: What; readonly since: Moment }>
  readonly earlier?: Moment
}

/** Nothing was given up, which is so nearly always. */
const never = {}

/** What is known of earlier attempts once a case that was one thing becomes another: one that it has been before is not forgotten. */
export const turned = <What>(
  from: What,
  to: What,
  { before = [], earlier }: { readonly [K in keyof GivenUp<What>]: GivenUp<What>[K] | undefined }
): GivenUp<What> => {
  if (before.length === 0 && earlier === undefined) return never
  const all = earlier === undefined ? before : [...before, { what: from, since: earlier }]
  const others = all.filter(({ what }) => !Equal.equals(what, to))
  const again = all.find(({ what }) => Equal.equals(what, to))
  return { ...(others.length > 0 && { before: others }), ...(again && { earlier: again.since }) }
}

/** What is known of an attempt that may have come about. */
export const unconfirmed = {
  ...sent,
  detail: Schema.String,
  looked: Schema.Int,
  nextLook: Schema.optionalKey(Moment)
}

/** What is known of an attempt that did not come about, as far as anybody knows. */
export const failed = { code: Schema.String, detail: Schema.String }

/** It was looked for less often than the handbook says. */
export class StillLooking extends Schema.TaggedError<StillLooking>()("AtMostOnce.StillLooking", {
  looked: Schema.Int,
  times: Schema.Int
}) {
  get said(): Bilingual {
    return {
      zh: `应核实 ${this.times} 次，已核实 ${this.looked} 次，仍可能找到。`,
      en: `It has been looked for ${this.looked} of ${this.times} times; it may still be found.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Nothing is on its way that could have come about: what was done must be something else. */
export class NotThisOne extends Schema.TaggedError<NotThisOne>()("AtMostOnce.NotThisOne", { state: Schema.String }) {
  get said(): Bilingual {
    return {
      zh: "没有仍在途中的尝试；已完成的是另一项内容。",
      en: `The case is ${this.state}, and no attempt at it as it is may still come about: what was done is something else.`
    }
  }
  override get message() {
    return this.said.en
  }
}
