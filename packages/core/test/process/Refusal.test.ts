import { Actor, Case } from "@dualops/core"
import { AtMostOnce, Refusal } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

const step = "Approve"
const mei = Actor.PersonId.make("mei")
const version = (name: string) => Case.HandbookVersion.make(name)

/** What is told of it elsewhere: its name and its facts. */
const told = <A extends Error>(schema: Schema.Codec<A, unknown>, refusal: A) => [
  Schema.encodeSync(Schema.toCodecJson(schema))(refusal),
  refusal.message
]

describe("A refusal is told by its name, its facts and a sentence", () => {
  it("when the step makes no sense where the case stands", () => {
    assert.deepStrictEqual(told(Refusal.OutOfOrder, new Refusal.OutOfOrder({ step, state: "Draft" })), [
      { _tag: "Process.OutOfOrder", step, state: "Draft" },
      "Approve cannot be done while the case is Draft."
    ])
  })

  it("when the step is for somebody else", () => {
    const refusal = new Refusal.NotPermitted({ step, by: Actor.inPlaceOf("kai", "mei"), needs: "content.approve" })
    assert.deepStrictEqual(told(Refusal.NotPermitted, refusal), [
      {
        _tag: "Process.NotPermitted",
        step,
        by: { _tag: "Person", person: "kai", onBehalfOf: "mei" },
        needs: "content.approve"
      },
      "Approve needs content.approve, and kai in the place of mei does not have it."
    ])
  })

  it("when the same person did the other half", () => {
    assert.deepStrictEqual(told(Refusal.NotSeparate, new Refusal.NotSeparate({ step, did: "Compose", person: mei })), [
      { _tag: "Process.NotSeparate", step, did: "Compose", person: "mei" },
      "mei did Compose, so somebody else has to do Approve."
    ])
  })

  it("when another edition of the handbook was given", () => {
    const refusal = new Refusal.OtherHandbook({ begun: version("2026-01"), given: version("2026-02") })
    assert.deepStrictEqual(told(Refusal.OtherHandbook, refusal), [
      { _tag: "Process.OtherHandbook", begun: "2026-01", given: "2026-02" },
      "The case runs under handbook 2026-01, not 2026-02."
    ])
  })

  it("when what was done must be something else", () => {
    const refusal = new AtMostOnce.NotThisOne({ state: "Failed" })
    assert.deepStrictEqual(told(AtMostOnce.NotThisOne, refusal), [
      { _tag: "AtMostOnce.NotThisOne", state: "Failed" },
      "The case is Failed, and no attempt at it as it is may still come about: what was done is something else."
    ])
  })

  it("when it was not looked for often enough", () => {
    assert.deepStrictEqual(told(AtMostOnce.StillLooking, new AtMostOnce.StillLooking({ looked: 1, times: 3 })), [
      { _tag: "AtMostOnce.StillLooking", looked: 1, times: 3 },
      "It has been looked for 1 of 3 times; it may still be found."
    ])
  })
})
