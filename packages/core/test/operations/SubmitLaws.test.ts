import { Operations } from "@dualops/core/operations"
import { Practices } from "@dualops/core/practices"
import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Cause, DateTime, Effect, Exit, Option, Schema } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { teaHouse, edition as teaHouseEdition } from "../handbook/teaHouse.ts"
import { account, at9, content, lin, slot } from "./house.ts"

const iso = DateTime.formatIso(slot)
const input = { account: teaHouse.account.id, content, slot: iso }
const order = { process: "Post", step: "Compose", case: "moon", key: "click 1", input }

describe("Whatever is sent, the answer is typed", () => {
  const house = { ...teaHouseEdition, entitled: () => true }
  const odd = fc.oneof(
    { depthSize: "medium", maxDepth: 6 },
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
    fc.jsonValue({ depthSize: "large" }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
    fc.constantFrom(1e308, -0, 2 ** 53 + 2, "__proto__", "constructor", iso, "9".repeat(400), account, "", "moon"),
    fc.object({ key: fc.constantFrom("__proto__", "constructor", "account", "content", "slot", "text", "pictures") })
  )
  // Those that its handbook does not run are among them: it has no section for rounds.
  const processes = Practices.processes()
  const steps = processes.flatMap((process) => Object.keys(process.steps).map((step) => ({ process, step })))
  /** An order for some step of the house, in which a few things are odd. */
  const orders = fc.constantFrom(...steps).chain(({ process, step }) => {
    // Inputs are structs that need no service.
    const wanted = process.steps[step]?.input as Schema.Codec<unknown, unknown>
    const samples = Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(wanted), { count: 3, seed: step, size: 6 }))
    const right = fc.constantFrom(...samples.map((one) => Schema.encodeUnknownSync(Schema.toCodecJson(wanted))(one)))
    return fc.record(
      {
        process: fc.oneof({ weight: 9, arbitrary: fc.constant(process.name) }, odd),
        step: fc.oneof({ weight: 9, arbitrary: fc.constant(step) }, odd),
        case: fc.oneof({ weight: 9, arbitrary: fc.string({ minLength: 1, maxLength: 5 }) }, odd),
        key: fc.oneof({ weight: 9, arbitrary: fc.string({ minLength: 1 }) }, odd),
        input: fc.oneof(right, odd, fc.record({ account: odd, content: odd, text: odd, reason: odd, slot: odd })),
        expected: odd,
        by: odd
      },
      { requiredKeys: ["process", "step", "case", "key"] }
    )
  })
  const actors = fc.constantFrom(lin, Actor.world, Actor.clock("slot"))

  it.effect("and never a defect, for every step of the house", () =>
    at9(
      Effect.gen(function* () {
        let taken = 0
        yield* Effect.promise(() =>
          fc.assert(
            fc.asyncProperty(fc.oneof(orders, odd, fc.constant(order)), actors, async (json, by) => {
              const exit = await Effect.runPromise(
                Effect.exit(at9(Operations.submit(processes, by, json), house)).pipe(Effect.provide(TestClock.layer()))
              )
              if (Exit.isSuccess(exit)) taken++
              else assert.isTrue(Option.isSome(Cause.findErrorOption(exit.cause)), Cause.pretty(exit.cause))
            }),
            { numRuns: 400 }
          )
        )
        assert.isAbove(taken, 10)
      })
    )
  )
})
