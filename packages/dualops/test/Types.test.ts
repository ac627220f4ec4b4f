/** What does not compile; the type check reads this file, and what it expects to be an error has to be one. */
import type { MemoryPublisher } from "@dualops/adapter-memory"
import { PostCarriers } from "@dualops/core/content"
import { assert, describe, expectTypeOf, it } from "@effect/vitest"
import * as dualops from "dualops"
import { actions, PostProcess } from "dualops/processes"
import { compose, idea, open, text } from "./house.ts"

const order = { key: "1", case: "moon", by: "lin" } as const

/** Never called: it is only compiled. */
export const wrong = async (house: dualops.House, layer: (typeof MemoryPublisher)["layer"]) => {
  // @ts-expect-error: the process has no such step
  await house.send(PostProcess, { ...order, step: "Publsh", input: {} })
  // @ts-expect-error: the input of another step
  await house.send(PostProcess, { ...order, step: "Compose", input: {} })
  // @ts-expect-error: a moment is a Date, and no text
  await house.send(PostProcess, { ...order, step: "Compose", input: { ...idea(), slot: "2026-09-18" } })
  // @ts-expect-error: without a key nobody knows whether it is the same order
  await house.send(PostProcess, { case: "moon", by: "lin", step: "Submit", input: {} })
  // @ts-expect-error: a step that was refused has led to no case
  ;(await house.send(PostProcess, { ...order, step: "Submit", input: {} })).case
  // @ts-expect-error: the carrier has to answer what the kind wants
  dualops.carrier(actions.publish, async () => ({}))
  // @ts-expect-error: nobody has said where to keep anything
  await dualops.open({ handbook: { text } })
  // @ts-expect-error: these carriers need a publisher
  await dualops.open({ handbook: { text }, store: "memory", carriers: PostCarriers.carriers })
  return dualops.open({ handbook: { text }, store: "memory", carriers: PostCarriers.carriers, services: layer })
}

describe("what is sent and answered", () => {
  it("has the types of the process, with plain names and dates", async () => {
    expectTypeOf<dualops.Given<Date>>().toEqualTypeOf<Date>()
    expectTypeOf<dualops.Given<{ readonly a?: "x" | "y" }>>().toEqualTypeOf<{ readonly a?: "x" | "y" }>()
    await using house = await open("memory")
    const answer = await compose(house)
    if (!answer.ok) throw answer.refusal
    expectTypeOf(answer.event.step).toEqualTypeOf<"Compose">()
    assert.strictEqual(answer.event.step, "Compose")
  })
})
