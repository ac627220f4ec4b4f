import { PostProcess } from "@dualops/core/content"
import { AnswerProcess } from "@dualops/core/interaction"
import { Caseload, Offers, Operations } from "@dualops/core/operations"
import { Practices } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Arbitrary, DateTime, Effect, Schema } from "effect"
import { edition as teaHouseEdition } from "../handbook/teaHouse.ts"
import { account, at9, content, edition, inReview, lin, moon, qin, slot, tang } from "./house.ts"

const validate = (schema: object) => new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
const short = (all: ReadonlyArray<Offers.Offer>) =>
  all.map(({ case: one, process, step }) => [process.name, step.name, one?.id as string | undefined])

describe("The offers to a person", () => {
  it.effect("are what may be done in open cases and what may be begun, with what people call it", () =>
    at9(
      Effect.gen(function* () {
        const caseload = Caseload.make([PostProcess, AnswerProcess])
        assert.deepInclude(short(yield* Offers.to(caseload, lin)), ["Post", "Compose", undefined])
        yield* inReview
        const [first] = (yield* Offers.to(caseload, qin)).filter(({ step }) => step.name === "Approve")
        assert.deepInclude(first?.case, { id: moon, version: 2 })
        assert.strictEqual(first?.case?.state.title.zh, "审核中")
        assert.deepStrictEqual(first?.step.title, PostProcess.steps.Approve.title)
        assert.isDefined(first?.case?.due)
        // Whoever wrote it does not approve it, and is not offered to.
        assert.isFalse((yield* Offers.to(caseload, lin)).some(({ step }) => step.name === "Approve"))
      })
    )
  )

  it.effect("are taken up as JSON, by an order that its schema accepts", () =>
    at9(
      Effect.gen(function* () {
        const caseload = Caseload.make([PostProcess])
        const [offer] = (yield* Offers.to(caseload, lin)).filter(({ step }) => step.name === "Compose")
        const input = { account, content, slot: DateTime.formatIso(slot) }
        const check = validate(offer?.input ?? {})
        assert.isTrue(check(input), JSON.stringify(check.errors))
        assert.isFalse(check({ ...input, slip: 1 }))
        assert.isFalse(check({ account, content }))
        const order = { process: "Post", step: "Compose", case: moon, key: "1", input }
        assert.strictEqual((yield* Operations.submit([PostProcess], lin, order)).case.state._tag, "Draft")
      })
    )
  )

  it.effect(
    "in one case are those of the desk, with its sheet; where a person sees no such case there is nothing",
    () =>
      at9(
        Effect.gen(function* () {
          const caseload = Caseload.make([PostProcess])
          const address = { process: "Post", case: moon }
          assert.isUndefined(yield* Offers.ofCase(caseload, address, qin))
          yield* inReview
          const seen = yield* Offers.ofCase(caseload, address, qin)
          const listed = (yield* Offers.to(caseload, qin)).filter((one) => one.case !== undefined)
          assert.deepStrictEqual(seen?.offers, listed)
          assert.deepInclude(seen?.case, { id: moon, version: 2 })
          assert.isNotEmpty(seen?.case.clocks)
        })
      )
  )

  it.effect("in a case that the handbook shows nobody of this name are nothing", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        assert.isUndefined(yield* Offers.ofCase(Caseload.make([PostProcess]), { process: "Post", case: moon }, tang))
      }),
      { ...edition("1", {}, ({ person }) => person !== tang.person), rights: ["content.compose"] }
    )
  )

  it.effect("of a process that the handbook of the day does not run are none, and its orders are told so", () =>
    at9(
      Effect.gen(function* () {
        const caseload = Caseload.make(Practices.processes())
        assert.isFalse((yield* Offers.to(caseload, lin)).some(({ process }) => process.name === "Round"))
        const order = { process: "Round", step: "Finish", case: "any", key: "1", input: { note: "" } }
        const refusal = yield* Effect.flip(Operations.submit(Practices.processes(), lin, order))
        assert.strictEqual(refusal._tag, "Operations.UnknownProcess")
        if (refusal._tag === "Operations.UnknownProcess") assert.notInclude(refusal.known, "Round")
      }),
      teaHouseEdition
    )
  )

  it("ask for no more than a step takes: whatever a step of the house is told, its schema accepts", () => {
    for (const process of Practices.processes()) {
      for (const [step, { input }] of Object.entries(process.steps)) {
        const check = validate(Offers.inputOf(process, step))
        // The inputs of steps are structs that need no service.
        const codec = Schema.toCodecJson(input as Schema.Codec<unknown>)
        const samples = Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(codec), { count: 20, seed: 1, size: 6 }))
        for (const told of samples) {
          assert.isTrue(
            check(Schema.encodeSync(codec)(told)),
            `${process.name} ${step}: ${JSON.stringify(check.errors)}`
          )
        }
      }
    }
  })
})
