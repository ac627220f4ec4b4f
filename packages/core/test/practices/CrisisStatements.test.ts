/** Which statement of a crisis is out, and which is not, where several are on their way. */
import { MemoryPublisher } from "@dualops/adapter-memory"
import { PostProcess } from "@dualops/core/content"
import { Editions, Writing } from "@dualops/core/operations"
import { CrisisProcess } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import {
  approve,
  declare,
  draft,
  editions,
  inHouse,
  later,
  out,
  pass,
  stateOf,
  take,
  tea,
  told,
  write,
  zhou
} from "./CrisisCast.ts"

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

/** The post of the first statement. */
const post = "Crisis/leak/3/post"
const ofPress = (words: string) => told.filter((line) => line.includes(words)).map((line) => line.split(":")[0])

describe("A crisis whose statement was approved", () => {
  it.effect("has said nothing before the post is out, and presses on; its figures begin with what was said", () =>
    inHouse(
      Effect.gen(function* () {
        yield* declare()
        yield* draft("我们已知悉。")
        const { next } = yield* MemoryPublisher.Platform
        yield* next({ failure: new Writing.Refused({ code: "20018", detail: "rejected" }), out: false })
        yield* approve()
        yield* pass(61)
        assert.deepInclude(yield* stateOf(CrisisProcess, "leak"), { _tag: "Silent" })
        assert.deepStrictEqual(ofPress("A statement was approved, and is not out yet"), ["he"])
        yield* take(PostProcess, post, "PublishNow", zhou, {})
        yield* pass(2)
        const crisis = yield* stateOf(CrisisProcess, "leak")
        assert.deepInclude(crisis, { _tag: "Speaking", late: 1 })
        assert.deepStrictEqual(
          crisis?.statements.map(({ out }) => out && DateTime.formatIso(out)),
          [DateTime.formatIso(later(62))]
        )
        yield* pass(58)
        assert.deepStrictEqual(ofPress("A statement was approved, and is not out yet"), ["he"])
        assert.deepInclude(yield* stateOf(CrisisProcess, "leak"), { late: 1 })
        yield* pass(5)
        assert.deepInclude(yield* stateOf(CrisisProcess, "leak"), { late: 2 })
      })
    )
  )

  it.effect("lets nobody publish by hand but that statement", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("joke", tea, later(30))
        yield* declare()
        yield* draft("我们已知悉。")
        const { next } = yield* MemoryPublisher.Platform
        yield* next({ failure: new Writing.Refused({ code: "20018", detail: "rejected" }), out: false })
        yield* approve()
        yield* pass(2)
        const refusal = yield* Effect.flip(take(PostProcess, "joke", "PublishNow", zhou, {}))
        assert.strictEqual(refusal._tag, "Process.Suspended")
        yield* take(PostProcess, post, "PublishNow", zhou, {})
      })
    )
  )

  it.effect("strikes it off when a person has given the post up, and tells the voice why", () =>
    inHouse(
      Effect.gen(function* () {
        yield* declare()
        yield* draft("我们已知悉。")
        const { next } = yield* MemoryPublisher.Platform
        yield* next({ failure: new Writing.Refused({ code: "20018", detail: "rejected" }), out: false })
        yield* approve()
        yield* pass(2)
        yield* take(PostProcess, post, "Withdraw", zhou, { reason: "平台不收" })
        yield* pass(2)
        assert.deepStrictEqual(yield* statements, [])
        assert.isTrue(told.some((line) => line.startsWith("he: ") && line.includes("平台不收")))
      })
    )
  )
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
