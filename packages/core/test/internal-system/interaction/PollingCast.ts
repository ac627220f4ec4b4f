/**
 * A program that listens for some hours to a platform of the test's choice, on a clock that is put forward.
 *
 * @module
 */
import { MemoryQuotaLedger, MemoryQuotaLeft } from "@dualops/adapter-memory"
import { type Interaction, Interactions, Polling } from "@dualops/core/interaction"
import type { Reading } from "@dualops/core/operations"
import { Quota, QuotaLedger, QuotaLeft } from "@dualops/core/planning"
import { DateTime, Duration, Effect, Fiber, Layer, Logger } from "effect"
import { TestClock } from "effect/testing"
import { account, morning } from "./IntakeCast.ts"

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
  options: Partial<Polling.Options> = {},
  quotaLeft: Layer.Layer<QuotaLeft.QuotaLeft, never, QuotaLedger.QuotaLedger> = MemoryQuotaLeft.layer(options.limits)
) {
  const { limits = Quota.ordinary } = options
  const minutes = new Map<string, Array<number>>()
  const told: Array<string> = []
  const counted = Layer.provideMerge(quotaLeft, MemoryQuotaLedger.layer)
  const read = Effect.fnUntraced(function* (ledger: QuotaLedger.QuotaLedger["Service"], source: Interactions.Source) {
    const at = yield* DateTime.now
    yield* Effect.orDie(ledger.take(Quota.claims(limits, 0, { account, purpose: "poll", at })))
    const times = [
      ...(minutes.get(Interactions.nameOf(source)) ?? []),
      Duration.toMinutes(DateTime.distance(morning, at))
    ]
    minutes.set(Interactions.nameOf(source), times)
    return yield* platform(Interactions.nameOf(source), times.length)
  })
  const interactions = Layer.effect(
    Interactions.Interactions,
    Effect.map(QuotaLedger.QuotaLedger, (ledger) => ({ read: (_account, source) => read(ledger, source) }))
  )
  const fiber = yield* Polling.run({ account, ...options }).pipe(
    Effect.provide(Layer.provideMerge(interactions, counted)),
    Effect.provide(Logger.layer([Logger.make(({ logLevel, message }) => void told.push(`${logLevel}: ${message}`))])),
    Effect.forkChild
  )
  yield* TestClock.adjust(Duration.hours(hours))
  yield* Fiber.interrupt(fiber)
  return { of: (source: string) => minutes.get(source) ?? [], all: [...minutes.values()].flat(), told }
})

/** A platform that says this of the calls that are left. */
export const saying = (said: Effect.Effect<QuotaLeft.Said, Reading.Failure>) =>
  Layer.succeed(QuotaLeft.QuotaLeft, { ask: () => said })

/** A platform on which nobody writes anything. */
export const quiet: Platform = () => Effect.succeed(nothing)
/** How long it was from each minute to the next. */
export const pauses = (minutes: ReadonlyArray<number>) =>
  minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0))
