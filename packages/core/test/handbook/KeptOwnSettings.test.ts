import { Bilingual } from "@dualops/core/finding"
import { Operations } from "@dualops/core/operations"
import { KeptEdition, Practice, Practices } from "@dualops/core/practices"
import { Case, Process } from "@dualops/core/process"
import { assert, describe } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect, Schema } from "effect"
import { Errand } from "../process/Errand.ts"
import { errands, holidays, later, lin, settingsOf, started, test } from "./keptHouse.ts"
import { minimal } from "./worked.ts"

describe("What a process of the brand's own is told", () => {
  test(
    "belongs to the edition: earlier cases keep what they were told, and later ones have the new",
    Effect.gen(function* () {
      yield* started(Effect.void, minimal, holidays, [...Practices.house, Practice.own(Errand, errands)])
      yield* started(
        Effect.gen(function* () {
          assertEquals(yield* settingsOf(Errand, minimal.version), errands)
          assertEquals(yield* settingsOf(Errand, "later"), { ...errands, most: 5 })
        }),
        later,
        holidays,
        [...Practices.house, Practice.own(Errand, { ...errands, most: 5 })]
      )
    })
  )

  test(
    "is not changed under one version",
    Effect.gen(function* () {
      yield* started(Effect.void, minimal, holidays, [...Practices.house, Practice.own(Errand, errands)])
      const refused = yield* Effect.flip(
        started(Effect.void, minimal, holidays, [...Practices.house, Practice.own(Errand, { ...errands, most: 5 })])
      )
      assertEquals(
        refused,
        new KeptEdition.ChangedWithoutVersion({ version: minimal.version, changed: ["settings of Errand"] })
      )
    })
  )

  test(
    "may come later, or be known to one program on a store and not to the other",
    Effect.gen(function* () {
      yield* started(Effect.void, minimal, holidays)
      yield* started(Effect.void, minimal, holidays, [...Practices.house, Practice.own(Errand, errands)])
      yield* started(Effect.void, minimal, holidays)
      yield* started(
        Effect.gen(function* () {
          assertEquals(yield* settingsOf(Errand, minimal.version), errands)
        }),
        later,
        holidays,
        [...Practices.house, Practice.own(Errand, { ...errands, most: 5 })]
      )
    })
  )

  test(
    "is read by the schema of now: one that cannot be is said, and a key with a default can",
    Effect.gen(function* () {
      const errandOf = (settings: Schema.Struct.Fields) => {
        const { start, process } = Process.define("Errand", {
          title: Bilingual.same("Errand"),
          settings,
          states: { Open: { title: Bilingual.same("Open") }, Over: { title: Bilingual.same("Over") } }
        })
        const Begin = start({
          title: Bilingual.same("Begin"),
          to: ["Open"],
          by: "content.compose",
          input: {},
          evolve: () => ({ _tag: "Open" })
        })
        return process({ about: () => Bilingual.same("Errand"), steps: { Begin }, final: ["Over"] })
      }
      const two = errandOf({ most: Schema.Int, least: Schema.Int })
      const withDefault = errandOf({
        most: Schema.Int,
        least: Schema.Int.pipe(Schema.withDecodingDefaultKey(Effect.succeed(1)))
      })
      const one = errandOf({ most: Schema.Int })
      const begin = { key: "1", case: Case.CaseId.make("one"), step: "Begin", by: lin, input: {} } as const
      yield* started(Operations.send(one, begin), minimal, holidays, [
        ...Practices.house,
        Practice.own(one, { most: 1 })
      ])
      const refused = yield* Effect.flip(
        started(Effect.void, later, holidays, [...Practices.house, Practice.own(two, { most: 1, least: 0 })])
      )
      assert.include(refused.message, "cannot be read any more (least is missing.), and under it run Errand one.")
      yield* started(
        Effect.gen(function* () {
          assertEquals(yield* settingsOf(withDefault, minimal.version), { most: 1, least: 1 })
        }),
        later,
        holidays,
        [...Practices.house, Practice.own(withDefault, { most: 1, least: 0 })]
      )
    })
  )
})
