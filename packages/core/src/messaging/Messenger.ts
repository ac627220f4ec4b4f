/**
 * Port: tells people what cannot wait until they look at their desk, by a group's robot, by mail, or however else.
 *
 * Its failures are those of `Writing`. A message that was refused goes to somebody else; one of unknown outcome may have arrived, and a second
 * one does little harm. What is told holds words of fans, which are hostile: no messenger lets them mention anybody, format anything, or look
 * like a link (`MessageText.plain`).
 *
 * @module
 */
import { Context, Effect, Schema } from "effect"
import type { NonEmptyReadonlyArray } from "effect/Array"
import { Bilingual } from "../finding/Bilingual.ts"
import * as Writing from "../operations/Writing.ts"
import { PersonId } from "../process/Actor.ts"
import { Contact } from "../process/Contact.ts"

/** Who is told, and how they are reached. */
export const Recipient = Schema.Struct({ person: PersonId, name: Schema.NonEmptyString, contact: Contact })
/** Who is told, and how they are reached. */
export type Recipient = typeof Recipient.Type

/** One thing that somebody is told, and the address at which they do something about it. */
export const Matter = Schema.Struct({ message: Bilingual, act: Schema.NonEmptyString })
/** One thing that somebody is told, and the address at which they do something about it. */
export type Matter = typeof Matter.Type

/** What is told to whom: several matters, where they came together. */
export const Message = Schema.Struct({ to: Recipient, matters: Schema.NonEmptyArray(Matter) })
/** What is told to whom. */
export type Message = typeof Message.Type

/** Tells people. */
export class Messenger extends Context.Service<
  Messenger,
  {
    /** Tells once, every matter with its address. A repeated call is a second message. */
    readonly tell: (message: Message) => Effect.Effect<void, Writing.Failure>
  }
>()("@dualops/core/Messenger") {}

/** Somebody has no address that this messenger could take. */
export const noAddress = ({ person }: Recipient, kinds: string): Writing.Refused =>
  new Writing.Refused({ code: "no-address", detail: `${person} has no contact by ${kinds} in the handbook` })

/**
 * Several messengers as one: each is asked only when those before it have told nobody. One that may have told somebody is the last that is asked;
 * where all have told nobody, and one of them may do so later, the message waits for it.
 */
export const inTurn = ([first, ...others]: NonEmptyReadonlyArray<Messenger["Service"]>): Messenger["Service"] => ({
  tell: (message) =>
    others.reduce(
      (told, other) =>
        Effect.catch(told, (before) =>
          before._tag === "Writing.Unknown"
            ? Effect.fail(before)
            : Effect.mapError(other.tell(message), (failure) => (mayStillTell(before, failure) ? before : failure))
        ),
      first.tell(message)
    )
})

/** Whether the one before has more to hope for than the one after it. */
const mayStillTell = (before: Writing.Failure, failure: Writing.Failure): boolean =>
  before._tag === "Writing.TryLater" && (failure._tag === "Writing.Refused" || failure._tag === "Writing.Unauthorised")
