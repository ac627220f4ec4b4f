/**
 * Carries what cases have to tell people to the `Messenger`, once: not in their quiet hours, and what comes together in one message.
 *
 * A message that reaches nobody, also because its person is away for long, comes back as refused: the next of the chain is told, by the case itself
 * or by a `Notice`, which stays on the desks until somebody says that they have it.
 *
 * @module
 */
import { DateTime, Duration, Effect, Ref, Result } from "effect"
import * as Carrier from "../operations/Carrier.ts"
import { Editions } from "../operations/Editions.ts"
import * as Writing from "../operations/Writing.ts"
import type { PersonId } from "../process/Actor.ts"
import type { Address } from "../process/Case.ts"
import { notify } from "../process/Notify.ts"
import * as Gathering from "./Gathering.ts"
import { type Message, Messenger } from "./Messenger.ts"
import * as QuietHours from "./QuietHours.ts"

/** What the carrier has to be told. */
export interface Options {
  /** Where a case is on the desk of the house: the address that the message leads to. */
  readonly desk: (about: Address) => string
}

/** The carrier of every process that tells people something. It remembers what waits for whom: one for each worker. */
export const make = Effect.fnUntraced(function* ({ desk }: Options) {
  const gatherings = yield* Ref.make<ReadonlyMap<PersonId, Gathering.Gathering>>(new Map())
  /** Changes what is remembered of a person, and answers something. */
  const change = <A>(person: PersonId, how: (before: Gathering.Gathering) => readonly [A, Gathering.Gathering]) =>
    Ref.modify(gatherings, (all) => {
      const [answer, after] = how(all.get(person) ?? Gathering.empty)
      return [answer, new Map(all).set(person, after)]
    })

  return Carrier.make(notify, ({ message, to, urgent: isUrgent = false }, key, { case: id, process }) =>
    Effect.gen(function* () {
      const recipient = yield* recipientOf(to)
      const opens = yield* opensFor(to, isUrgent)
      const matter = { message, act: desk({ process, case: id }) }
      const now = yield* DateTime.now
      const asked = { key, matter, isUrgent, opens: opens.epochMilliseconds, now: now.epochMilliseconds }
      const answer = yield* change(to, (before) => Gathering.ask(before, asked))
      switch (answer._tag) {
        case "told":
          return yield* Effect.as(Effect.fromResult(answer.outcome), {})
        case "wait":
          return yield* new Writing.TryLater({
            code: "waits",
            detail: "it waits for the person's hours, or for what comes with it",
            after: Duration.millis(answer.until - asked.now)
          })
        case "tell":
          return yield* Effect.as(tell(to, { to: recipient, matters: answer.matters }, answer.keys, key), {})
      }
    })
  )

  /** Tells them, and remembers what became of it for those that went along. */
  function tell(to: PersonId, message: Message, keys: ReadonlyArray<string>, asker: string) {
    const remember = (how: (before: Gathering.Gathering, now: number) => Gathering.Gathering) =>
      Effect.flatMap(DateTime.now, ({ epochMilliseconds }) =>
        change(to, (before) => [undefined, how(before, epochMilliseconds)])
      )
    const settle = (outcome: Gathering.Told) =>
      remember((before, now) => Gathering.settle(before, keys, asker, outcome, now))
    return Messenger.use((messenger) => messenger.tell(message)).pipe(
      // Whoever runs the worker hears of a robot that is gone, and not only the case.
      Effect.tapError(({ code, detail }) => Effect.logWarning(`${to} could not be told (${code}): ${detail}`)),
      Effect.tap(() => settle(Result.void)),
      Effect.tapError((failure) =>
        failure._tag === "Writing.TryLater"
          ? remember((before, now) =>
              Gathering.putOff(before, keys, now + Duration.toMillis(failure.after ?? Duration.minutes(1)))
            )
          : settle(Result.fail(failure))
      ),
      // Whoever broke it off does not know either; all of them ask again.
      Effect.onInterrupt(() => remember((before, now) => Gathering.putOff(before, keys, now))),
      Effect.tapDefect(() => remember((before, now) => Gathering.putOff(before, keys, now)))
    )
  }
})

const recipientOf = Effect.fnUntraced(function* (person: PersonId) {
  const { called = (id) => id, contact } = yield* editionFor(person)
  const how = contact?.(person)
  return how === undefined
    ? yield* new Writing.Refused({ code: "no-contact", detail: `the handbook has no contact of ${person}` })
    : { person, name: called(person), contact: how }
})

const opensFor = Effect.fnUntraced(function* (person: PersonId, isUrgent: boolean) {
  const { presence = () => "there" } = yield* editionFor(person)
  const now = yield* DateTime.now
  const opens = isUrgent ? now : QuietHours.opens((at) => presence(person, at), now)
  return opens ?? (yield* new Writing.Refused({ code: "away", detail: `${person} is not there within the next days` }))
})

/** The handbook that says how they are reached; whoever works for several accounts is told of all by the first that says it. */
const editionFor = (person: PersonId) =>
  Effect.flatMap(Editions, ({ today }) =>
    Effect.map(today, (all) => all.find(({ contact }) => contact?.(person) !== undefined) ?? all[0])
  )
