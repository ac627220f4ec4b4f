/**
 * Who answers fans at the moment: whose duty it is, or who has taken their place and read the hand-over.
 *
 * @module
 */
import { Actor, Case, Operations } from "@dualops/core"
import { Entitlement, type Handbook } from "@dualops/core/handbook"
import { HandOverReceiptProcess, TakeoverProcess } from "@dualops/core/team"
import { type DateTime, Effect } from "effect"

/** The case of the night's takeover, and of the receipt of its hand-over. */
export const night = Case.CaseId.make("the-night")

/** Whose duty it is to answer fans, and who stands in; nothing where the handbook gives it to nobody. */
export const answering = (handbook: Handbook.Handbook) => {
  const may = (person: string) => Entitlement.may(handbook, person).has("interaction.answer")
  const duty = Object.values(handbook.duties).find((one) => one.function === "interaction" && may(one.owner))
  if (duty !== undefined) return { owner: duty.owner, standIn: duty.standIns?.[0] }
  const [owner] = Object.keys(handbook.team.people).filter(may)
  return owner === undefined ? undefined : { owner: Actor.PersonId.make(owner), standIn: undefined }
}

/** Who it is now, and since when; nobody between a takeover and the moment at which its hand-over was read. */
export const now = Effect.fnUntraced(function* (owner: Actor.PersonId) {
  const takeover = (yield* Operations.load(TakeoverProcess, night))?.state
  if (takeover?._tag !== "Taken") return { by: Actor.person(owner), since: undefined } satisfies OnDuty
  const events = yield* Operations.read(HandOverReceiptProcess, night)
  const read = events.find(({ step }) => step === "Acknowledge")
  return read && ({ by: Actor.inPlaceOf(takeover.taker, owner), since: read.at } satisfies OnDuty)
})

/** Who answers, and since when, where that has changed on the day. */
export interface OnDuty {
  readonly by: Actor.Person
  readonly since: DateTime.Utc | undefined
}
