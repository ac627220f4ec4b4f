/** Many processes, and many people in each, that want one and the same case. */
import { Operations } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { Errand, editions, note } from "./errand.ts"
import * as Scratch from "./Scratch.ts"

describe("A case that everybody wants at once", () => {
  it.live("is given to each in turn: of 400 steps by four processes not one is refused or taken twice", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const house = Layer.merge(editions, Scratch.store(filename))
      yield* Effect.provide(note("hot"), house)
      const begin = Date.now() + 3_000
      const said = yield* Effect.forEach(["a", "b", "c", "d"], (who) => Scratch.crowding(filename, who, 100, begin), {
        concurrency: "unbounded"
      })
      const answers = said.flat()
      assert.lengthOf(answers, 400)
      assert.deepStrictEqual(
        answers.filter((answer) => answer !== "taken"),
        []
      )
      const history = yield* Effect.provide(Operations.read(Errand, Case.CaseId.make("hot")), house)
      assert.lengthOf(history, 401)
      assert.strictEqual(new Set(history.map(({ facts }) => JSON.stringify(facts))).size, 401)
    }).pipe(Effect.scoped)
  )
})
