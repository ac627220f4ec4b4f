import { Worker } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Cause, Effect, Exit, Fiber, Logger } from "effect"
import { TestClock } from "effect/testing"
import { account, at9, composed, content, lin, send, slot, work } from "./house.ts"

/** What an untyped program may send. */
// A compiler would not let it through, and that is what is tried.
const untyped = (step: string, input: unknown) => send(step as "Compose", lin, input as never, "untyped")
const pathsOf = (sent: ReturnType<typeof untyped>) =>
  Effect.map(Effect.flip(sent), (error) =>
    error._tag === "Operations.BadInput" ? error.findings.map(({ where }) => where.path) : error._tag
  )

describe("A step from a program that no compiler has checked", () => {
  it.effect("is refused with its process, its step and the field, where its input is none", () =>
    at9(
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* pathsOf(untyped("Compose", { account, content, slot: "2026-11-23T11:00:00Z" })), [
          "Post.Compose.input.slot"
        ])
        assert.deepStrictEqual(yield* pathsOf(untyped("Compose", undefined)), ["Post.Compose.input"])
        yield* composed
        assert.deepStrictEqual(yield* pathsOf(untyped("Edit", { content })), ["Post.Edit.input.slot"])
        assert.deepStrictEqual(yield* pathsOf(untyped("Edit", { content: { text: 5, pictures: [] }, slot })), [
          "Post.Edit.input.content.text"
        ])
      })
    )
  )

  it.effect("that its process does not have is a defect that says which there are", () =>
    at9(
      Effect.gen(function* () {
        const exit = yield* Effect.exit(untyped("Compos", {}))
        assert.isTrue(Exit.isFailure(exit))
        if (Exit.isFailure(exit)) assert.include(String(Cause.squash(exit.cause)), `Post has no step "Compos"`)
      })
    )
  )

  it.effect("under a clock that shows 1970 is told to set it, in a sentence", () =>
    at9(
      Effect.gen(function* () {
        yield* TestClock.setTime(0)
        const exit = yield* Effect.exit(composed)
        assert.isTrue(Exit.isFailure(exit))
        if (Exit.isFailure(exit))
          assert.match(String(Cause.squash(exit.cause)), /^Error: The clock shows 1970-.*TestClock\.setTime\.$/)
      })
    )
  )
})

describe("A worker", () => {
  it.effect("that lacks a carrier says which, when it starts", () => {
    const said: Array<unknown> = []
    const listening = Logger.layer([Logger.make(({ message }) => void said.push(message))])
    return at9(
      Effect.gen(function* () {
        const worker = yield* Effect.forkChild(Worker.run({ ...work, carriers: work.carriers.slice(1) }))
        yield* TestClock.adjust("1 second")
        yield* Fiber.interrupt(worker)
        assert.include(String(said[0]), "has no carrier for Publish of Post")
      }).pipe(Effect.provide(listening))
    )
  })
})
