import { Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

describe("Notifying a person", () => {
  const told = { to: "mei", message: { zh: "请看一下。", en: "Have a look." } }

  it("says to whom, and in both languages what", () => {
    assert.strictEqual(Notify.notify.name, "Notify")
    assert.deepStrictEqual<unknown>(Schema.decodeUnknownSync(Notify.notify.request)(told), told)
    for (const less of [{ to: "mei" }, { message: told.message }, { ...told, message: { en: "Have a look." } }]) {
      assert.throws(() => Schema.decodeUnknownSync(Notify.notify.request)(less))
    }
  })

  it("has no answer but that it was done, and may be done twice", () => {
    assert.deepStrictEqual(Schema.encodeSync(Notify.notify.done)({}), {})
    assert.isTrue(Notify.notify.repeatable)
  })
})
