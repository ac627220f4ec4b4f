import { createHmac } from "node:crypto"
import { WebhookSignature } from "@dualops/adapter-crm"
import { assert, describe, it } from "@effect/vitest"
import { Signature } from "@hubspot/api-client"
import { Redacted } from "effect"

const secret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy"
const now = Date.parse("2026-11-22T22:00:00Z")
const body = JSON.stringify([{ eventId: 1, subscriptionId: 2, text: "投诉 😡 “电池”" }])

const bytes = (text: string) => new TextEncoder().encode(text)
const sign = (text: string, how: "base64" | "hex", key = secret) => createHmac("sha256", key).update(text).digest(how)

/** A request as each sender signs it at a moment. */
const pushes = {
  hubspot: (at: number, text = body): WebhookSignature.Pushed => {
    const url = "https://desk.brand.example/hook?to=a%2Fb%3F&q=%E6%8A%95&at=a%40b&c=%3Bd&mark=%21"
    const read = "https://desk.brand.example/hook?to=a/b?&q=%E6%8A%95&at=a@b&c=;d&mark=!"
    const headers = {
      "x-hubspot-signature-v3": sign(`POST${read}${text}${at}`, "base64"),
      "x-hubspot-request-timestamp": String(at)
    }
    return { method: "post", url, headers, body: bytes(text) }
  },
  zendesk: (at: number, text = body): WebhookSignature.Pushed => {
    const timestamp = new Date(at).toISOString()
    const headers = {
      "x-zendesk-webhook-signature": sign(timestamp + text, "base64"),
      "x-zendesk-webhook-signature-timestamp": timestamp
    }
    return { method: "POST", url: "https://desk.brand.example/hook", headers, body: bytes(text) }
  },
  chatwoot: (at: number, text = body): WebhookSignature.Pushed => {
    const timestamp = String(Math.floor(at / 1_000))
    const headers = {
      "x-chatwoot-signature": `sha256=${sign(`${timestamp}.${text}`, "hex")}`,
      "x-chatwoot-timestamp": timestamp
    }
    return { method: "POST", url: "https://desk.brand.example/hook", headers, body: bytes(text) }
  },
  "request tracker": (at: number, text = body): WebhookSignature.Pushed => {
    const timestamp = String(Math.floor(at / 1_000))
    const headers = { "x-rt-signature": `sha256=${sign(`${timestamp}.${text}`, "hex")}`, "x-rt-timestamp": timestamp }
    return { method: "POST", url: "https://desk.brand.example/hook", headers, body: bytes(text) }
  }
} as const

const senders = Object.keys(pushes) as ReadonlyArray<WebhookSignature.Sender>
const judge = (sender: WebhookSignature.Sender, pushed: WebhookSignature.Pushed, at = now, key = secret) =>
  WebhookSignature.judge(sender, [Redacted.make(key)], pushed, at)

/** The request with another value of one header. */
const but = (
  pushed: WebhookSignature.Pushed,
  part: RegExp,
  value: (was: string) => string | ReadonlyArray<string>
) => ({
  ...pushed,
  headers: Object.fromEntries(
    Object.entries(pushed.headers).map(([name, was]) => [name, part.test(name) ? value(String(was)) : was])
  )
})

describe("The signature of what is pushed", () => {
  it.each(senders)("of %s is genuine, as it is written by hand", (sender) => {
    assert.strictEqual(judge(sender, pushes[sender](now)), "genuine")
    assert.strictEqual(judge(sender, pushes[sender](now, "")), "genuine", "a body that is not there is signed as well")
  })

  it.each(senders)("of %s is stale when the clocks are more than five minutes apart, in either direction", (sender) => {
    for (const apart of [0, 299_000, -299_000])
      assert.strictEqual(judge(sender, pushes[sender](now + apart)), "genuine")
    // HubSpot's own clients took fifty minutes (hubspot-api-python#247), and any moment that is still to come.
    for (const apart of [302_000, -302_000, 3_000_000, 3_600_000, -86_400_000]) {
      assert.strictEqual(judge(sender, pushes[sender](now + apart)), "stale", `${apart} ms`)
    }
  })

  it.each(senders)("of %s is forged by whoever changes a byte, or has another secret", (sender) => {
    const pushed = pushes[sender](now)
    assert.strictEqual(judge(sender, { ...pushed, body: bytes(`${body} `) }), "forged")
    // Read and written again, it has other bytes (corsair#845).
    assert.strictEqual(judge(sender, { ...pushed, body: bytes(JSON.stringify(JSON.parse(body), null, 1)) }), "forged")
    assert.strictEqual(judge(sender, pushed, now, "another secret"), "forged")
    assert.strictEqual(judge(sender, pushed, now, ""), "forged")
    assert.strictEqual(
      judge(
        sender,
        but(pushed, /timestamp$/, (was) => was.replace(/.$/, "9"))
      ),
      "forged"
    )
    assert.strictEqual(
      judge(
        sender,
        but(pushed, /signature(-v3)?$/, () => "")
      ),
      "forged"
    )
    assert.strictEqual(
      judge(
        sender,
        but(pushed, /signature(-v3)?$/, (was) => was.slice(0, -1))
      ),
      "forged"
    )
  })

  it.each(senders)("of %s is none where a header is missing, or came twice", (sender) => {
    const pushed = pushes[sender](now)
    assert.strictEqual(judge(sender, { ...pushed, headers: {} }), "unsigned")
    assert.strictEqual(
      judge(
        sender,
        but(pushed, /signature(-v3)?$/, (was) => [was, was])
      ),
      "unsigned"
    )
  })

  it("of HubSpot is over the public address and the method, and of v1 and v2 is not taken", () => {
    const pushed = pushes.hubspot(now)
    assert.strictEqual(judge("hubspot", { ...pushed, method: "GET" }), "forged")
    assert.strictEqual(judge("hubspot", { ...pushed, url: pushed.url.replace("desk.", "evil.") }), "forged")
    // HubSpot's documented vector of v2.
    const v2 = "9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900"
    assert.strictEqual(judge("hubspot", { ...pushed, headers: { "x-hubspot-signature": v2 } }), "unsigned")
    // A moment under the name that others read it by (simstudioai/sim#4612) does not count.
    const { "x-hubspot-request-timestamp": at, ...rest } = pushed.headers
    assert.strictEqual(
      judge("hubspot", { ...pushed, headers: { ...rest, "x-hubspot-signature-timestamp": at } }),
      "unsigned"
    )
  })

  it("of HubSpot is the same as its own client makes it, where nothing in the address has to be decoded", () => {
    const url = "https://desk.brand.example/hook?q=1"
    const its = { requestBody: body, clientSecret: secret, url, timestamp: now, signature: "" }
    const signature = Signature.getSignature("POST", "v3", its)
    const headers = { "x-hubspot-signature-v3": signature, "x-hubspot-request-timestamp": String(now) }
    assert.strictEqual(judge("hubspot", { method: "POST", url, headers, body: bytes(body) }), "genuine")
  })

  it("says its moment in its own unit: one in another unit is stale, and never genuine", () => {
    // adcontextprotocol/adcp#436: seconds that were read as milliseconds.
    const seconds = String(now / 1_000)
    const url = "https://desk.brand.example/hook"
    const headers = {
      "x-hubspot-signature-v3": sign(`POST${url}${body}${seconds}`, "base64"),
      "x-hubspot-request-timestamp": seconds
    }
    assert.strictEqual(judge("hubspot", { method: "POST", url, headers, body: bytes(body) }), "stale")
    for (const timestamp of ["", "NaN", "1e9", "0x10", "-1", " 1", `${now / 1_000}.5`]) {
      const own = { "x-rt-signature": `sha256=${sign(`${timestamp}.${body}`, "hex")}`, "x-rt-timestamp": timestamp }
      assert.strictEqual(
        judge("request tracker", { method: "POST", url, headers: own, body: bytes(body) }),
        "stale",
        timestamp
      )
    }
  })

  it("is taken by the old and by the new secret while it is being changed", () => {
    const secrets = [Redacted.make("the new one"), Redacted.make(secret)]
    assert.strictEqual(WebhookSignature.judge("chatwoot", secrets, pushes.chatwoot(now), now), "genuine")
    assert.strictEqual(WebhookSignature.judge("chatwoot", [], pushes.chatwoot(now), now), "forged")
  })
})
