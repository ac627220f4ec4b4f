import { Action } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Schema } from "effect"

describe("An action", () => {
  it("of a kind is asked and answered in JSON", () => {
    const call = Action.kind({
      name: "Call",
      request: { after: Schema.DurationFromString },
      done: { minutes: Schema.Int },
      repeatable: true
    })
    assert.deepStrictEqual(Schema.encodeSync(call.request)({ after: Duration.minutes(5) }), { after: "300000 millis" })
    assert.deepStrictEqual(Schema.decodeSync(call.done)({ minutes: 5 }), { minutes: 5 })
    assert.throws(() => Schema.decodeUnknownSync(call.done)({}))
  })
})
