/**
 * What is said to the fan: an answer of its own, which is sent once and looked for. The complaint moves on when it is out, and not before.
 *
 * @module
 */
import { Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import * as Action from "../../process/Action.ts"
import { type Person, PersonId } from "../../process/Actor.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import * as Answering from "../interaction/Answering.ts"
import { Incoming, isPrivate } from "../interaction/Incoming.ts"
import { InteractionId } from "../interaction/Interaction.ts"
import * as Complaint from "./Complaint.ts"
import * as Says from "./ComplaintMessages.ts"
import * as Place from "./ComplaintPlace.ts"
import * as Openings from "./Openings.ts"

const { step } = Complaint.complaint

const asked = {
  ...Answering.words,
  inPrivate: Schema.optionalKey(
    Schema.Boolean.annotate(
      Label.of({ zh: "私信答复（对方 @ 之后 48 小时内一次）", en: "in private (once, within 48 hours of a mention)" })
    )
  )
}
const facts = {
  ...Answering.words,
  by: PersonId,
  about: Schema.optionalKey(InteractionId),
  opening: Schema.optionalKey(InteractionId)
}
type Asked = Schema.Struct<typeof asked>["Type"]
type Said = Schema.Struct<typeof Answering.words>["Type"]
type Saying = Complaint.In<"Replying" | "Asking" | "Telling">
type By = { readonly by: Person; readonly facts: Said }
const wordsOf = ({ cites, text }: Said): Said => ({ text, ...(cites && { cites }) })

/**
 * Words that the content rules have nothing against, said by somebody to what the fan wrote last: where the fan wrote it, and while that can be; or in
 * private, where somebody wants it so and the fan has let the account write there.
 */
const says = {
  by: "interaction.answer",
  input: asked,
  facts,
  unless: (state: Complaint.State, { at }: { readonly at: Moment }) => Place.overFor(state, at),
  advises: (state: Complaint.State, said: Partial<Asked>, { at, settings }: Under) =>
    Answering.against(said, Place.screening(state, settings, said.inPrivate), at),
  decide: (state: Complaint.State, { inPrivate = false, ...said }: Asked, { at, by, settings }: Under) =>
    Result.flatMap(elsewhere(state, inPrivate, at), (elsewhere) =>
      Result.map(Answering.sayable(said, settings, Place.screening(state, settings, inPrivate), at), (said) => ({
        ...said,
        by: by.person,
        ...elsewhere
      }))
    ),
  performs: {
    reply: (state: Saying, { by, facts }: By) => Place.inPublic(state, wordsOf(facts), by),
    replyInPrivate: (state: Saying, { by, facts }: By) => Place.inPrivate(state, wordsOf(facts), by)
  }
} as const
type Under = Circumstances<Complaint.Settings, Person>

/** By what it is said in private to a fan who wrote last in public; nothing, where it is said as they wrote. */
const elsewhere = (state: Complaint.State, inPrivate: boolean, at: Moment) =>
  inPrivate && !isPrivate(state.latest)
    ? Result.map(Openings.find(state.openings ?? {}, at), ({ id }) => ({ opening: id, about: state.latest.id }))
    : Result.succeed({})

/** What was answered in private to a fan who had written last in public stays so: a mention is answered so once. */
const after = (state: Complaint.State): Omit<Complaint.In<"Open">, "_tag"> => ({
  ...Complaint.cameOf(state),
  ...("opening" in state &&
    state.opening !== undefined && { openings: Openings.used(state.openings ?? {}, state.opening) })
})

/** A word in between: that it was seen, and what is being done. */
export const Reply = step({
  ...says,
  title: { zh: "回应", en: "reply" },
  from: ["Open", "InHand"],
  to: ["Replying"]
})

/** Something only the fan knows: while they are waited for, nobody is late. */
export const Ask = step({
  ...says,
  title: { zh: "询问粉丝", en: "ask the fan" },
  from: ["Open", "InHand"],
  to: ["Asking"]
})

/** The solution, in the words in which the fan is told. */
export const Solve = step({
  ...says,
  title: { zh: "告知方案", en: "tell the solution" },
  from: ["Open", "InHand"],
  to: ["Telling"]
})

/** The fan was told. What they wrote meanwhile still waits for a word. */
export const Said = step({
  title: { zh: "获知已发出", en: "hear that it was said" },
  from: ["Replying", "Asking", "Telling"],
  to: ["Open", "InHand", "WaitingForFan", "Proposed"],
  by: "child",
  input: { interaction: Incoming, text: Schema.NonEmptyString },
  evolve: (state, { facts: { interaction, text } }) => {
    const came = after(state)
    const told = state._tag === "Telling" && { told: text }
    if ((state.about ?? interaction.id) !== state.latest.id) return { ...came, ...told, _tag: "Open" as const }
    switch (state._tag) {
      case "Replying":
        return { ...came, _tag: "InHand" as const }
      case "Asking":
        return { ...came, text, _tag: "WaitingForFan" as const }
      case "Telling":
        return { ...came, told: text, _tag: "Proposed" as const }
    }
  }
})

/** Whoever had the answer has let it be, or passed it on: the fan knows nothing yet. */
export const NotSaid = step({
  title: { zh: "获知没有发出", en: "hear that it was not said" },
  from: ["Replying", "Asking", "Telling", "Answering"],
  to: ["Open"],
  by: "child",
  evolve: (state) => ({ ...after(state), _tag: "Open" })
})

/** The words could not even be begun with. */
export const NotSayable = step({
  title: { zh: "获知不能发出", en: "hear that it cannot be said" },
  from: ["Replying", "Asking", "Telling", "Answering"],
  to: ["Open"],
  by: "world",
  input: Action.refused
})

/** The window closed before the words were out: whoever has it in hand hears what remains. */
export const NotInTime = step({
  title: { zh: "获知窗口已关闭", en: "hear that the window is over" },
  from: ["Replying", "Asking", "Telling", "Answering"],
  to: ["Open"],
  by: "child",
  evolve: (state) => ({ ...after(state), _tag: "Open" }),
  performs: {
    notify: ({ by }, _, reading) =>
      by === undefined ? undefined : { to: by, message: Says.isNotInTime(reading), urgent: true }
  }
})
