/**
 * What people said of judgements: kept as observations, for the next training to read.
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { RecordedOf } from "../../observations/Observation.ts"
import type { ObservationStore, Receipt, Refused } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { PersonId } from "../../process/Actor.ts"
import { type InteractionId, tagKind } from "../interaction/Interaction.ts"
import { kind } from "./Correction.ts"
import * as Heard from "./Heard.ts"
import type { Judgement } from "./Judgement.ts"
import type { Label } from "./Label.ts"

/** What a person says of a judgement of a text. */
export interface Said {
  readonly account: AccountId
  readonly text: InteractionId
  /** What it was taken for, and by which classifier, where that is known. */
  readonly judgement: Pick<Judgement, "label"> & Partial<Pick<Judgement, "by">>
  readonly meant: Label
  readonly by: PersonId
  readonly at: Moment
  /** Whose text it was, where that is known: whoever erases the fan erases that it was theirs. */
  readonly fan?: FanId
}

/** Keeps what was said. The same word of the same person is kept once, and a person may think again. */
export const record = (
  said: ReadonlyArray<Said>
): Effect.Effect<Receipt, Refused | StoreUnavailable, ObservationStore> =>
  Observations.record(
    kind,
    said.map(({ account, at, by, fan, judgement, meant, text }) => ({
      ...{ account, at, source: "desk" },
      key: `${text} ${by} ${at.epochMilliseconds}`,
      facts: {
        ...{ text, said: judgement.label, meant, by },
        ...(judgement.by !== undefined && { classifier: judgement.by })
      },
      ...(fan !== undefined && { personal: { fan } })
    }))
  )

type Recorded = RecordedOf<typeof kind>

/** What was said last of each text, from the first correction on. */
const last = Effect.gen(function* () {
  const all = new Map<InteractionId, Recorded>()
  yield* Observations.follow([kind], 0, (one) => {
    if ((all.get(one.facts.text)?.at.epochMilliseconds ?? Number.NEGATIVE_INFINITY) <= one.at.epochMilliseconds)
      all.set(one.facts.text, one)
  })
  return all
})

/** What texts are by what people said of them: who speaks last is right. */
export const meant: Effect.Effect<ReadonlyMap<InteractionId, Label>, StoreUnavailable, ObservationStore> = Effect.map(
  last,
  (all) => new Map(Array.from(all, ([text, { facts }]) => [text, facts.meant]))
)

/** A text with what it is: what a classifier learns from. */
export interface Lesson {
  readonly id: InteractionId
  /** The fan's words: hostile text, and personal. */
  readonly text: string
  readonly label: Label
}

/** What the next training reads: the texts of whom people have said what they are. Of a fan who is erased, there is none. */
export const lessons: Effect.Effect<ReadonlyArray<Lesson>, StoreUnavailable, ObservationStore> = Effect.gen(
  function* () {
    const all: Array<Lesson> = []
    for (const [id, { account, facts }] of yield* last) {
      const heard = yield* heardOf(account, id)
      if (heard?.personal !== undefined) all.push({ id, text: heard.personal.text, label: facts.meant })
    }
    return all
  }
)

/** What was heard under that id, with what it was taken for; nothing where nobody here has judged it. */
export const heardOf = Effect.fn("Corrections.heardOf")(function* (
  account: AccountId,
  text: InteractionId
): Effect.fn.Return<RecordedOf<typeof Heard.kind> | undefined, StoreUnavailable, ObservationStore> {
  const asked = { account, tag: Tag.of(tagKind, text), order: "newest", limit: 1 } as const
  const { observations } = yield* Observations.page(Heard.kind, asked)
  return observations[0]
})

/** What was said last of a text; nothing where nobody has said anything. */
export const saidOf = Effect.fn("Corrections.saidOf")(function* (
  account: AccountId,
  text: InteractionId
): Effect.fn.Return<Recorded | undefined, StoreUnavailable, ObservationStore> {
  const asked = { account, tag: Tag.of("text", text), order: "newest", limit: 1 } as const
  const { observations } = yield* Observations.page(kind, asked)
  return observations[0]
})
