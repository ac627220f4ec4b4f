/**
 * A program that listens for some hours to a platform of the test's choice, on a clock that is put forward.
 *
 * @module
 */
import { MemoryCallLedger, MemoryCallsLeft } from "@dualops/adapter-memory"
import {
  CallBudget,
  CallLedger,
  CallsLeft,
  type Interaction,
  Interactions,
  Listening,
  type Reading
} from "@dualops/core"
import { DateTime, Duration, Effect, Fiber, Layer, Logger } from "effect"
import { TestClock } from "effect/testing"
import { account, morning } from "./HearingCast.ts"

/** Why the platform does not do something. */
export const facts = { code: "10009", detail: "it was to be so" }
/** A piece in which nothing is. */
export const nothing: Interactions.Piece = { interactions: [], cursor: Interactions.start, more: false }
/** A piece with these, and where the source has been read to with it. */
export const piece = (id: string, more: boolean, ...interactions: ReadonlyArray<Interaction.Interaction>) =>
  Effect.succeed<Interactions.Piece>({ interactions, cursor: { since: id }, more })

/** What a reading of a source comes to, and the number of its readings, this one included. */
export type Platform = (source: string, time: number) => Effect.Effect<Interactions.Piece, Reading.Failure>

/** Listens for so many hours; answers at which minutes each source was read, and what was logged. */
export const listen = Effect.fnUntraced(function* (
  hours: number,
  platform: Platform,
  ears: Partial<Listening.Ears> = {},
  callsLeft: Layer.Layer<CallsLeft.CallsLeft, never, CallLedger.CallLedger> = MemoryCallsLeft.layer(ears.limits)
) {
  const { limits = CallBudget.ordinary } = ears
  const minutes = new Map<string, Array<number>>()
  const told: Array<string> = []
  const counted = Layer.provideMerge(callsLeft, MemoryCallLedger.layer)
  const read = Effect.fnUntraced(function* (ledger: CallLedger.CallLedger["Service"], source: Interactions.Source) {
    const at = yield* DateTime.now
    yield* Effect.orDie(ledger.take(CallBudget.claims(limits, 0, { account, purpose: "poll", at })))
    const times = [
      ...(minutes.get(Interactions.nameOf(source)) ?? []),
      Duration.toMinutes(DateTime.distance(morning, at))
    ]
    minutes.set(Interactions.nameOf(source), times)
    return yield* platform(Interactions.nameOf(source), times.length)
  })
  const interactions = Layer.effect(
    Interactions.Interactions,
    Effect.map(CallLedger.CallLedger, (ledger) => ({ read: (_account, source) => read(ledger, source) }))
  )
  const fiber = yield* Listening.run({ account, ...ears }).pipe(
    Effect.provide(Layer.provideMerge(interactions, counted)),
    Effect.provide(Logger.layer([Logger.make(({ logLevel, message }) => void told.push(`${logLevel}: ${message}`))])),
    Effect.forkChild
  )
  yield* TestClock.adjust(Duration.hours(hours))
  yield* Fiber.interrupt(fiber)
  return { of: (source: string) => minutes.get(source) ?? [], all: [...minutes.values()].flat(), told }
})

/** A platform that says this of the calls that are left. */
export const saying = (said: Effect.Effect<CallsLeft.Said, Reading.Failure>) =>
  Layer.succeed(CallsLeft.CallsLeft, { ask: () => said })

/** A platform on which nobody writes anything. */
export const quiet: Platform = () => Effect.succeed(nothing)
/** How long it was from each minute to the next. */
export const pauses = (minutes: ReadonlyArray<number>) =>
  minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0))
