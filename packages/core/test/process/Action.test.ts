import { Action } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Schema } from "effect"

const refused = { code: "20019", detail: "repeat content" }

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

  it("that was not done says why, by a name and in a sentence", () => {
    const failures = [
      new Action.Refused(refused),
      new Action.Unknown({ detail: "the line broke" }),
      new Action.TryLater({ ...refused, after: Duration.minutes(1) })
    ]
    assert.deepStrictEqual(
      failures.map(({ _tag, message }) => `${_tag}: ${message}`),
      [
        "Action.Refused: Refused (20019): repeat content.",
        "Action.Unknown: Nobody knows whether it happened: the line broke.",
        "Action.TryLater: Not now (20019): repeat content."
      ]
    )
    assert.deepStrictEqual(
      failures.map((failure) => ("after" in failure ? Duration.toMillis(failure.after) : undefined)),
      [undefined, undefined, 60_000]
    )
  })
})
