/** Which statement of a crisis is out, and which is not, where several are on their way. */
import { Editions } from "@dualops/core/operations"
import { CrisisProcess } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { approve, declare, draft, editions, inHouse, out, pass, stateOf, take, told, zhou } from "./CrisisCast.ts"

const statements = Effect.map(stateOf(CrisisProcess, "leak"), (crisis) =>
  crisis?.statements.map(({ content }) => content.text)
)
/** The handbook under which posts are approved by zhou alone. */
const zhouAlone = Editions.layer({
  ...editions,
  settings: ((process: never) => {
    const settings = editions.settings(process) as { readonly review: object }
    return "approvers" in settings.review
      ? { ...settings, review: { ...settings.review, approvers: [zhou.person] } }
      : settings
  }) as never
})

describe("A crisis with two statements on their way", () => {
  it.effect("strikes off the one that is refused, and keeps the other, which is out", () =>
    inHouse(
      Effect.gen(function* () {
        yield* declare()
        yield* draft("我们已知悉。")
        yield* approve()
        yield* draft("已修好。")
        yield* take(CrisisProcess, "leak", "Approve", zhou, {})
        yield* Effect.provide(pass(3), zhouAlone)
        assert.deepStrictEqual(yield* out, ["已修好。"])
        assert.deepStrictEqual(yield* statements, ["已修好。"])
        assert.isTrue(told.some((line) => line.startsWith("he: It was not done")))
      })
    )
  )
})
