/**
 * What fans wrote, as an observation: everything that was heard, what it was taken for and what became of it. Most of it becomes no case, and all of it
 * can be counted, sampled and searched.
 *
 * @module
 */
import { Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import { PostId } from "../../account/PostId.ts"
import * as Observation from "../../observations/Observation.ts"
import { type Incoming, IncomingKind, isPrivate } from "../interaction/Incoming.ts"
import { InteractionId } from "../interaction/Interaction.ts"
import type { Judgement } from "./Judgement.ts"
import { Label } from "./Label.ts"

/**
 * What became of what a fan wrote: a complaint, an answer's case, more of a complaint or a private answer that is open, or no case: because of what it is (counted), or because
 * so many wrote at once (flood).
 */
export const Outcome = Schema.Literals(["complaint", "answer", "thread", "counted", "flood"])
/** What became of what a fan wrote. */
export type Outcome = typeof Outcome.Type

/** What fans wrote. The fan's name and words are personal, and hostile text. */
export const kind = Observation.define("Heard", {
  title: { zh: "粉丝留言", en: "What fans wrote" },
  facts: {
    interaction: InteractionId,
    kind: IncomingKind,
    /** Where it stands; what was written in private stands under none. */
    post: Schema.optionalKey(PostId),
    label: Label,
    /** How likely the label is, in hundredths. */
    likely: Schema.Int,
    sure: Schema.Boolean,
    /** Which classifier judged, with its edition; absent in what was kept before this was. */
    classifier: Schema.optionalKey(Schema.NonEmptyString),
    became: Outcome
  },
  personal: { fan: FanId, name: Schema.optionalKey(Schema.String), text: Schema.String }
})

/** What the fan wrote, as it came; nothing where that is erased. */
export const incomingOf = ({
  at,
  facts: { interaction: id, kind: how, post },
  personal
}: Observation.RecordedOf<typeof kind>): Incoming | undefined => {
  if (personal === undefined) return undefined
  const { fan, name, text } = personal
  const came = { id, from: { id: fan, ...(name !== undefined && { name }) }, text, at }
  if (how === "private message") return { ...came, kind: how }
  return post === undefined ? undefined : { ...came, kind: how, post }
}

/** What was heard, to be recorded. */
export const of = (
  account: AccountId,
  incoming: Incoming,
  { by: classifier, label, probabilities, sure }: Judgement,
  became: Outcome
): Observation.ObservationOf<typeof kind> => {
  const { at, from, id, kind: how, text } = incoming
  return {
    account,
    key: id,
    at,
    source: how,
    facts: {
      interaction: id,
      kind: how,
      ...(!isPrivate(incoming) && { post: incoming.post }),
      label,
      likely: Math.round(100 * probabilities[label]),
      sure,
      classifier,
      became
    },
    personal: { fan: from.id, ...(from.name !== undefined && { name: from.name }), text }
  }
}
