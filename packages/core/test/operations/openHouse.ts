/**
 * A house in which everybody may do everything unless it is told otherwise, for processes of any kind.
 *
 * @module
 */
import { MemoryStore } from "@dualops/adapter-memory"
import { Editions, type Store } from "@dualops/core/operations"
import { Actor, Allowance, Calendars, Case, type Process } from "@dualops/core/process"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { nine } from "./house.ts"

export const [ann, ben] = [Actor.person("ann"), Actor.person("ben")]

/** An edition that tells every process the same. */
export const edition = (
  settings: Readonly<Record<string, unknown>> = {},
  entitled: Process.Entitled = () => true
): Editions.Edition => ({
  version: Case.HandbookVersion.make("1"),
  // What the house's own processes are told is among it; a test tells its own the rest.
  settings: () => ({ lead: ben.person, attention: Allowance.always("1 day"), ...settings }) as never,
  entitled,
  accounts: [],
  calendars: Calendars.everyMinute
})

/** Runs a test from nine o'clock on, with nothing in the store. */
export const inHouse = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>, today = edition()) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(body),
    Effect.provide(Layer.mergeAll(MemoryStore.layer, Editions.layer(today)))
  )
