/**
 * A house that hears its fans, in memory: what they write, what becomes of it, and what goes wrong on the way.
 *
 * @module
 */
import { MemoryCursors, MemoryFans, MemoryInteractions, MemoryStore } from "@dualops/adapter-memory"
import { Publisher } from "@dualops/core/content"
import { Fan } from "@dualops/core/fans"
import { AnswerProcess, Interaction } from "@dualops/core/interaction"
import { Editions, EventLog, Operations } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { DateTime, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { edition, teaHouse } from "../../handbook/teaHouse.ts"

export const account = teaHouse.account.id
/** The brand's other account. */
export const other = Publisher.AccountId.make("1902538057")
/** The first moment of a day as the platform counts them. */
export const morning = DateTime.makeUnsafe("2026-11-23T00:00:00+08:00")

/** What a fan wrote. */
export const wrote = (id: string, more: Partial<Interaction.Interaction> = {}): Interaction.Interaction => ({
  kind: "comment",
  id: Interaction.InteractionId.make(id),
  post: Publisher.PostId.make("5034567890123456"),
  from: { id: Fan.FanId.make("2489518277"), name: "小林" },
  text: "请问几点开门？",
  at: morning,
  ...more
})

/** It is to be seen from now on. */
export const write = (...interactions: ReadonlyArray<Interaction.Interaction>) =>
  MemoryFans.MemoryFans.use((fans) => Effect.sync(() => void fans.interactions.push(...interactions)))

/** Nothing has been written, heard or kept yet. */
export const house = Layer.mergeAll(
  MemoryInteractions.layer,
  MemoryCursors.layer,
  MemoryStore.layer,
  Editions.layer({ ...edition, accounts: [account, other] })
).pipe(Layer.provideMerge(MemoryFans.layer))

/** Runs a test in the morning, in an empty house. */
export const inTheMorning = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  Effect.andThen(TestClock.setTime(morning.epochMilliseconds), body).pipe(Effect.provide(house))

/** Every case by its process and name, once for each of its events, in the order of the log. */
export const log = Effect.gen(function* () {
  const store = yield* EventLog.EventLog
  return (yield* store.log(0, 10_000)).map(({ case: id, process }) => `${process} ${id}`)
})

/** How the log names the answer to this. */
export const answerTo = (id: string): string => `Answer ${account}/${id}`

/** Where the answer stands. */
export const standing = (id: string) =>
  Effect.map(Operations.load(AnswerProcess, Case.CaseId.make(`${account}/${id}`)), (one) => one?.state)
