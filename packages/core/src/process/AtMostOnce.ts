/**
 * What is done outside and must not be done twice: while nobody knows whether it came about it is looked for, and only a person gives it up.
 *
 *     sent ─unknown, or no answer→ unconfirmed ─not seen→ unconfirmed, a few times ─given up→ it may still come
 *
 * A process takes these words into its own, and calls the rules in steps that it names itself.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { Moment } from "../calendar/Moment.ts"
import { Wait } from "../calendar/TimeSpan.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Action from "./Action.ts"
import type { Circumstances } from "./Declaration.ts"

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

/** What is known of an attempt that has begun: since when. */
export const sent = { since: Moment }

/** What is known of an attempt that may have come about. */
export const unconfirmed = {
  ...sent,
  detail: Schema.String,
  looked: Schema.Int,
  nextLook: Schema.optionalKey(Moment)
}

/** When this very thing was first sent, if that was given up and may still come. */
export const givenUp = { earlier: Schema.optionalKey(Moment) }

interface Sent {
  readonly _tag: string
  readonly since: Moment
  readonly earlier?: Moment
}

interface Unconfirmed extends Sent {
  readonly looked: number
  readonly nextLook?: Moment
}

type Policy = Schema.Struct<typeof policy>["Type"]
type Under = Pick<Circumstances<Pick<Policy, "looks">>, "at" | "settings">

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

/** It may have come about, or no answer came at all, which is no better. */
export const lost = <S extends Sent>({ _tag: _, ...state }: S, detail: string) => ({
  ...state,
  _tag: "Unconfirmed" as const,
  detail,
  looked: 0
})

/** No answer came at all. */
export const noAnswer = "no answer came in time"

/** Since when it has to be looked for: since the first attempt, if an earlier one was given up. */
export const firstSent = ({ earlier, since }: Sent): Moment => earlier ?? since

/** It was not seen, yet: when it is looked for again, as long as the handbook says. */
export const notSeen = {
  input: Action.unknown,
  facts: { ...Action.unknown, nextLook: Schema.optionalKey(Moment) },
  /** Nobody looks again after the last look: then it is for a person. */
  decide: ({ looked }: Unconfirmed, { detail }: { readonly detail: string }, { at, settings: { looks } }: Under) =>
    Result.succeed(looked + 1 < looks.times ? { detail, nextLook: DateTime.addDuration(at, looks.every) } : { detail })
}

/** It was looked for once more. */
export const lookedOnceMore = <S extends Unconfirmed, F>({ nextLook: _, ...state }: S, facts: F) => ({
  ...state,
  ...facts,
  looked: state.looked + 1
})

/** It is being looked for. */
export const looking = <S extends Unconfirmed>({ nextLook: _, ...state }: S) => state

/** Nobody gives it up before it was looked for as often as the handbook says. */
export const stillLooking = ({ looked }: Unconfirmed, { settings: { looks } }: Under): StillLooking | undefined =>
  looked < looks.times ? new StillLooking({ looked, times: looks.times }) : undefined
