import { PushSignature, WeiboPush } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const push = (fields: object) =>
  WeiboPush.read(
    JSON.stringify({
      type: "text",
      receiver_id: 1902538057,
      sender_id: 2489518277,
      created_at: "Mon Jul 16 18:09:20 +0800 2012",
      text: "在吗",
      data: {},
      ...fields
    })
  )

describe("A push", () => {
  it("is a message of a fan, with the time at which it was sent", () => {
    const message = push({})
    assert.deepInclude(message ?? {}, { _tag: "Text", account: "1902538057", fan: "2489518277", text: "在吗" })
    assert.strictEqual(message && DateTime.formatIso(message.at), "2012-07-16T10:09:20.000Z")
  })

  it("keeps the digits of an id beyond 2^53", () => {
    const text =
      '{"type":"text","receiver_id":9223372036854775807,"sender_id":1,"created_at":"Mon Jul 16 18:09:20 +0800 2012"}'
    assert.strictEqual(WeiboPush.read(text)?.account, "9223372036854775807")
  })

  it("of a type that nobody knows yet is kept with its type", () => {
    assert.deepInclude(push({ type: "hologram" }), { _tag: "Other", type: "hologram" })
  })

  it("of a known type whose data have changed is kept all the same", () => {
    assert.deepInclude(push({ type: "event", data: { subtype: "wink" } }), { _tag: "Other", type: "event" })
    assert.deepInclude(push({ type: "position", data: {} }), { _tag: "Other", type: "position" })
  })

  it("is nothing without somebody who sends it, or a time", () => {
    assert.isUndefined(push({ sender_id: null }))
    assert.isUndefined(push({ created_at: "yesterday" }))
    assert.isUndefined(WeiboPush.read("<xml/>"))
  })
})

describe("A signature", () => {
  it("is good for its own secret, timestamp and nonce only", () => {
    const signature = PushSignature.sign("secret", "1397022061823", "57155157")
    assert.isTrue(PushSignature.verify("secret", "1397022061823", "57155157", signature))
    assert.isFalse(PushSignature.verify("secret", "1397022061824", "57155157", signature))
    assert.isFalse(PushSignature.verify("Secret", "1397022061823", "57155157", signature))
    assert.isFalse(PushSignature.verify("secret", "1397022061823", "57155157", ""))
  })
})
