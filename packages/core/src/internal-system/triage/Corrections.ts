/**
 * What people said of judgements: heard from a colleague and kept as an observation, for the next training to read.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import * as Tag from "../../account/Tag.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as Observation from "../../observations/Observation.ts"
import type { ObservationStore, Receipt, Refused } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { PersonId } from "../../process/Actor.ts"
import { InteractionId } from "../interaction/Interaction.ts"
import type { Judgement } from "./Judgement.ts"
import { Label } from "./Label.ts"

/** The text that was judged, by its id: its words stand where they were heard, and can be erased there. */
export const TextId = InteractionId.annotate(Tag.as("text"))

/** A person's word on a judgement. A judgement that is confirmed is kept as well: it says what was right. */
export const kind = Observation.define("Correction", {
  title: { zh: "判断更正", en: "Correction of a judgement" },
  facts: {
    text: TextId,
    said: Label,
    meant: Label,
    by: PersonId,
    /** The classifier that was corrected, with its edition. */
    classifier: Schema.NonEmptyString
  }
})

/** What a person says of a judgement of a text. */
export interface Said {
  readonly account: AccountId
  readonly text: InteractionId
  readonly judgement: Pick<Judgement, "by" | "label">
  readonly meant: Label
  readonly by: PersonId
  readonly at: Moment
}

/** Keeps what was said. The same word of the same person is kept once, and a person may think again. */
export const record = (
  said: ReadonlyArray<Said>
): Effect.Effect<Receipt, Refused | StoreUnavailable, ObservationStore> =>
  Observations.record(
    kind,
    said.map(({ account, at, by, judgement, meant, text }) => ({
      ...{ account, at, source: "desk" },
      key: `${text} ${by} ${at.epochMilliseconds}`,
      facts: { text, said: judgement.label, meant, by, classifier: judgement.by }
    }))
  )

/** What texts are by what people said of them, from the first correction on: who speaks last is right. */
export const meant: Effect.Effect<ReadonlyMap<InteractionId, Label>, StoreUnavailable, ObservationStore> = Effect.gen(
  function* () {
    const last = new Map<InteractionId, { readonly at: number; readonly meant: Label }>()
    let after = 0
    while (true) {
      const { next, observations } = yield* Observations.read([kind], after, 1000)
      for (const { at, facts } of observations)
        if ((last.get(facts.text)?.at ?? Number.NEGATIVE_INFINITY) <= at.epochMilliseconds)
          last.set(facts.text, { at: at.epochMilliseconds, meant: facts.meant })
      if (next === after) break
      after = next
    }
    return new Map(Array.from(last, ([text, { meant }]) => [text, meant]))
  }
)
