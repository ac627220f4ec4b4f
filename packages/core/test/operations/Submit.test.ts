import { AccountId } from "@dualops/core/account"
import { PostProcess } from "@dualops/core/content"
import { AnswerProcess } from "@dualops/core/interaction"
import { Operations } from "@dualops/core/operations"
import { Refusal } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import { account, at9, content, lin, moon, nine, slot } from "./house.ts"

const iso = DateTime.formatIso(slot)
const order = {
  process: "Post",
  step: "Compose",
  case: "moon",
  key: "click 1",
  input: { account, content, slot: iso }
}
const submit = (json: unknown) => Operations.submit([PostProcess, AnswerProcess], lin, json)
const refusal = (json: unknown) => Effect.flip(submit(json))
/** What is wrong, by its place. */
const wrong = (json: unknown) =>
  Effect.map(refusal(json), (error) =>
    error._tag === "Operations.BadInput" ? error.findings.map(({ code, where }) => [where.path, code]) : error._tag
  )

describe("An order as JSON from outside", () => {
  it.effect("is taken once, however often it comes, with its moments read from ISO texts", () =>
    at9(
      Effect.gen(function* () {
        const once = yield* submit(order)
        const again = yield* submit(JSON.parse(JSON.stringify(order)))
        assertEquals(again, once)
        assertEquals(once.event.facts, { account, content, slot })
        assertEquals(once.event.by, lin)
        // The same order from a program.
        const input = { account: AccountId.make(account), content, slot }
        assertEquals(
          yield* Operations.send(PostProcess, { key: "click 1", case: moon, step: "Compose", by: lin, input }),
          once
        )
        // A step that is told nothing needs no input.
        const submitted = yield* submit({ process: "Post", step: "Submit", case: "moon", key: "2", expected: 1 })
        assert.strictEqual(submitted.case.state._tag, "InReview")
      })
    )
  )

  it.effect("has no input where the step is told nothing, of whatever form it is", () =>
    at9(
      Effect.gen(function* () {
        yield* submit(order)
        const next = { process: "Post", step: "Submit", case: "moon", key: "2" }
        for (const input of ["x", 5, [1], [], false]) {
          assert.deepStrictEqual(yield* wrong({ ...next, input }), [["input", "input/wrong-value"]], `${input}`)
        }
        assert.deepStrictEqual(yield* wrong({ ...next, input: { content } }), [["input.content", "input/unknown-key"]])
        const { event } = yield* submit({ ...next, input: {} })
        assert.deepStrictEqual(
          event.facts,
          yield* Effect.map(Operations.read(PostProcess, moon), ([, one]) => one?.facts)
        )
      })
    )
  )

  it.effect("of an unknown process or step is told what may have been meant", () =>
    at9(
      Effect.gen(function* () {
        assertEquals(
          yield* refusal({ ...order, process: "Pots" }),
          new Operations.UnknownProcess({ process: "Pots", known: ["Post", "Answer"] })
        )
        assert.strictEqual(
          (yield* refusal({ ...order, process: "Pots" })).message,
          'There is no process "Pots" here: did you mean Post?'
        )
        assert.strictEqual(
          (yield* refusal({ ...order, process: "Takeover" })).message,
          'There is no process "Takeover" here: there are Post, Answer.'
        )
        assert.strictEqual(
          (yield* refusal({ ...order, step: "compose" })).message,
          'Post has no step "compose": did you mean Compose?'
        )
        for (const field of ["process", "step"]) {
          const long = yield* refusal({ ...order, [field]: `\ud800\u001b[2J${"x".repeat(15_000)}` })
          assert.isBelow(JSON.stringify(long).length + long.message.length, 1000)
          assert.isTrue(long.message.isWellFormed())
          assert.notInclude(long.message, "\u001b")
        }
        for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", ""]) {
          assert.strictEqual((yield* refusal({ ...order, process: name }))._tag, "Operations.UnknownProcess")
          assert.strictEqual((yield* refusal({ ...order, step: name }))._tag, "Operations.UnknownStep")
        }
      })
    )
  )

  it.effect("has all its mistakes told at once, each with its place", () =>
    at9(
      Effect.gen(function* () {
        const input = { content: { text: 5, pictures: [{ source: "" }] }, slot: "tomorrow", slots: 1 }
        assert.deepStrictEqual(yield* wrong({ ...order, case: "", key: undefined, expected: -1, input }), [
          ["key", "input/not-json"],
          ["case", "input/wrong-value"],
          ["expected", "input/wrong-value"],
          ["input.slots", "input/unknown-key"],
          ["input.account", "input/missing"],
          ["input.content.text", "input/wrong-value"],
          ["input.content.pictures[0].source", "input/wrong-value"],
          ["input.content.pictures[0].format", "input/missing"],
          ["input.content.pictures[0].bytes", "input/missing"],
          ["input.content.pictures[0].sha256", "input/missing"],
          ["input.slot", "input/wrong-value"]
        ])
        assert.deepStrictEqual(yield* wrong({}), [
          ["process", "input/missing"],
          ["step", "input/missing"],
          ["case", "input/missing"],
          ["key", "input/missing"]
        ])
        assert.deepStrictEqual(yield* wrong([]), [["the order", "input/wrong-value"]])
      })
    )
  )

  it.effect("may not say who sends it, and nothing else that nobody asked for, at any depth", () =>
    at9(
      Effect.gen(function* () {
        const unknown = (path: string) => [[path, "input/unknown-key"]]
        assert.deepStrictEqual(yield* wrong({ ...order, by: { _tag: "Person", person: "zhou" } }), unknown("by"))
        assert.deepStrictEqual(yield* wrong({ ...order, settles: "x" }), unknown("settles"))
        assert.deepStrictEqual(yield* wrong({ ...order, input: { ...order.input, note: "" } }), unknown("input.note"))
        assert.deepStrictEqual(
          yield* wrong({ ...order, input: { ...order.input, content: { ...content, mood: "good" } } }),
          unknown("input.content.mood")
        )
      })
    )
  )

  it.effect(
    "is refused by the process as any other is: an account of nobody, a step of the world, a slot that is past",
    () =>
      at9(
        Effect.gen(function* () {
          const of = (input: object) => refusal({ ...order, input: { ...order.input, ...input } })
          assertEquals<unknown>(
            yield* of({ account: "77" }),
            new Refusal.UnknownAccount({ step: "Compose", account: "77", known: [account] })
          )
          assert.strictEqual((yield* of({ slot: DateTime.formatIso(nine) }))._tag, "Post.SlotIsPast")
          yield* submit(order)
          const confirm = { post: "1", publishedAt: iso }
          assert.strictEqual(
            (yield* refusal({ ...order, key: "2", step: "Confirm", input: confirm }))._tag,
            "Process.OutOfOrder"
          )
        })
      )
  )
})

describe("What cannot be stored or has no end", () => {
  const text = (said: string) => ({ ...order, input: { ...order.input, content: { text: said, pictures: [] } } })
  const nested = (levels: number) => {
    let value: unknown = 1
    for (let level = 0; level < levels; level++) value = [value]
    return value
  }

  it.effect(
    "is refused with its place: halves of characters, endless texts and names, depth, number, what is no JSON",
    () =>
      at9(
        Effect.gen(function* () {
          const where = "input.content.text"
          assert.deepStrictEqual(yield* wrong(text("a\ud83c b")), [[where, "input/half-character"]])
          assert.deepStrictEqual(yield* wrong(text("a\u0000b")), [[where, "input/null-character"]])
          assert.deepStrictEqual(yield* wrong({ ...order, case: "c\u0000" }), [["case", "input/null-character"]])
          assert.deepStrictEqual(yield* wrong(text("茶".repeat(20_001))), [[where, "input/too-long"]])
          assert.deepStrictEqual(yield* wrong({ ...order, key: "a\udc00" }), [["key", "input/half-character"]])
          assert.deepStrictEqual(yield* wrong({ ...order, key: "k".repeat(1_001) }), [["key", "input/wrong-value"]])
          assert.deepStrictEqual(yield* wrong({ ...order, case: "c\ud800" }), [["case", "input/half-character"]])
          assert.include(String(yield* wrong({ ...order, input: nested(10_000) })), "input/too-deep")
          assert.include(String(yield* wrong({ ...order, input: Array(1e6).fill(0) })), "input/too-much")
          const cycle: Record<string, unknown> = {}
          cycle.again = cycle
          assert.include(String(yield* wrong({ ...order, input: cycle })), "input/too-deep")
          assert.deepStrictEqual(yield* wrong({ ...order, input: JSON.parse('{"__proto__":{"account":"1"}}') }), [
            ["input.__proto__", "input/no-name"],
            ["input.account", "input/missing"],
            ["input.content", "input/missing"],
            ["input.slot", "input/missing"]
          ])
          for (const odd of [1n, Symbol("s"), () => 1, Number.NaN, Infinity, new Date(0), new Map(), undefined]) {
            assert.include(
              String(yield* wrong({ ...order, input: { ...order.input, account: odd } })),
              "input/not-json"
            )
          }
          const trap = new Proxy(
            {},
            {
              ownKeys: () => {
                throw new Error("no")
              }
            }
          )
          assert.include(String(yield* wrong({ ...order, input: trap })), "input/not-json")
        })
      )
  )

  it.effect("is refused from a program as well, where it comes from a person; what the world says is taken in", () =>
    at9(
      Effect.gen(function* () {
        const send = (key: string, said: string) =>
          Effect.flip(
            Operations.send(PostProcess, {
              key,
              case: moon,
              step: "Compose",
              by: lin,
              input: { account, content: { text: said, pictures: [] }, slot }
            })
          )
        const [half, other] = [yield* send("key \ud800", "tea"), yield* send("1", "tea \ud800")]
        const paths = [half, other].map((error) =>
          error._tag === "Operations.BadInput" ? error.findings.map(({ where }) => where.path) : error._tag
        )
        assert.deepStrictEqual(paths, [["key"], ["input.content.text"]])
      })
    )
  )
})
