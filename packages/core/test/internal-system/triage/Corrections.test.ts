import { MemoryObservationStore } from "@dualops/adapter-memory"
import { AccountId, Tag } from "@dualops/core/account"
import { Interaction } from "@dualops/core/interaction"
import { type ObservationStore, Observations } from "@dualops/core/observations"
import { Actor } from "@dualops/core/process"
import { Correction, Corrections, type Label } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"

const account = AccountId.make("1902538057")
const start = DateTime.makeUnsafe("2026-09-01T08:00:00Z")
const said = (text: string, meant: Label.Label, by: string, minute: number): Corrections.Said => ({
  account,
  text: Interaction.InteractionId.make(text),
  judgement: { label: "noise", by: "built-in 1" },
  meant,
  by: Actor.PersonId.make(by),
  at: DateTime.add(start, { minutes: minute })
})
const test = (title: string, body: Effect.Effect<void, unknown, ObservationStore.ObservationStore>) =>
  it.effect(title, () => Effect.provide(body, MemoryObservationStore.layer))

describe("Corrections of judgements", () => {
  test(
    "are kept, found by the text that they are about, and read by the next training",
    Effect.gen(function* () {
      yield* Corrections.record([said("1", "complaint", "lin", 0), said("2", "lead", "zhou", 1)])
      const about = { account, order: "oldest", limit: 9, tag: Tag.of("text", "2") } as const
      const { observations } = yield* Observations.page(Correction.kind, about)
      assert.deepStrictEqual(
        observations.map(({ facts }) => [facts.said, facts.meant, facts.by, facts.classifier]),
        [["noise", "lead", "zhou", "built-in 1"]]
      )
      assert.deepStrictEqual(Object.fromEntries(yield* Corrections.meant), { 1: "complaint", 2: "lead" })
    })
  )

  test(
    "the word that was spoken last is right, whenever it was heard of",
    Effect.gen(function* () {
      yield* Corrections.record([said("1", "praise", "zhou", 5)])
      yield* Corrections.record([said("1", "complaint", "lin", 0), said("1", "lead", "lin", 3)])
      assert.deepStrictEqual(Object.fromEntries(yield* Corrections.meant), { 1: "praise" })
    })
  )

  test(
    "the same word again is the same correction, and a person may think again",
    Effect.gen(function* () {
      yield* Corrections.record([said("1", "complaint", "lin", 0)])
      const again = yield* Corrections.record([said("1", "complaint", "lin", 0), said("1", "noise", "lin", 1)])
      assert.deepStrictEqual(again, { recorded: 1, repeated: 1, tooOld: 0 })
      assert.deepStrictEqual(Object.fromEntries(yield* Corrections.meant), { 1: "noise" })
    })
  )

  test(
    "are all read, however many there are",
    Effect.gen(function* () {
      yield* Corrections.record(Array.from({ length: 2500 }, (_, one) => said(String(one), "spam", "lin", one)))
      assert.strictEqual((yield* Corrections.meant).size, 2500)
    })
  )
})
