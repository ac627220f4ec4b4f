import { MemoryInbox } from "@dualops/adapter-memory"
import { PushSignature, WeiboPushHandler } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { type FanMessage, Inbox } from "@dualops/core/interaction"
import { StoreUnavailable } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Logger, Redacted } from "effect"
import * as house from "./house.ts"
import { handler, nothing, now, request, secret, text } from "./pushing.ts"

describe("The address for pushes", () => {
  it("returns Weibo's challenge when it is signed, and says no when it is not", async () => {
    const answer = await handler(nothing)
    const signature = PushSignature.sign(secret, String(now), "1")
    const url = (sign: string) => `http://brand.example/?timestamp=${now}&nonce=1&echostr=dnPdpTZz85&signature=${sign}`
    assert.strictEqual(await (await answer(new Request(url(signature)))).text(), "dnPdpTZz85")
    assert.strictEqual((await answer(new Request(url("0".repeat(40))))).status, 403)
  })

  it("refuses what is unsigned or stale, and a signature that comes with another body", async () => {
    const handled: Array<string> = []
    const answer = await handler((message) => Effect.sync(() => void handled.push(message.text)))
    assert.strictEqual((await answer(request(text("a"), { key: "guess" }))).status, 403)
    assert.strictEqual((await answer(request(text("b"), { timestamp: now - 301_000 }))).status, 403)
    assert.strictEqual((await answer(request(text("c"), { nonce: "7" }))).status, 200)
    assert.strictEqual((await answer(request(text("d"), { nonce: "7" }))).status, 403)
    assert.deepEqual(handled, ["c"])
  })

  it("knows a signature again in capitals, and with its digits divided otherwise", async () => {
    const handled: Array<string> = []
    const answer = await handler((message) => Effect.sync(() => void handled.push(message.text)))
    const [timestamp, nonce] = [String(now + 999), "57155157"]
    const signature = PushSignature.sign(secret, timestamp, nonce)
    const send = (query: Record<string, string>, body: string) =>
      answer(new Request(`http://brand.example/?${new URLSearchParams(query)}`, { method: "POST", body }))
    assert.strictEqual((await send({ timestamp, nonce, signature }, text("a"))).status, 200)
    assert.strictEqual((await send({ timestamp, nonce, signature: signature.toUpperCase() }, text("b"))).status, 403)
    // Thirteen digits are milliseconds, and their first ten the same moment in seconds.
    const divided = { timestamp: timestamp.slice(0, 10), nonce: timestamp.slice(10) + nonce }
    assert.strictEqual(PushSignature.sign(secret, divided.timestamp, divided.nonce), signature)
    assert.strictEqual((await send({ ...divided, signature }, text("c"))).status, 403)
    assert.deepEqual(handled, ["a"])
  })

  it("says no to what is signed and is no push, so that it is not lost in silence", async () => {
    assert.strictEqual((await (await handler(nothing))(request("<xml/>"))).status, 400)
  })

  it("lets Weibo come again with what could not be handled, and handles it then", async () => {
    let tries = 0
    const answer = await handler(() =>
      Effect.suspend(() => (++tries < 2 ? Effect.fail("not now") : Effect.succeed(undefined)))
    )
    assert.strictEqual((await answer(request(text("a")))).status, 503)
    assert.strictEqual((await answer(request(text("a")))).status, 200)
    assert.strictEqual((await answer(request(text("a")))).status, 200)
    assert.strictEqual(tries, 2)
  })

  it("answers in time although handling takes longer, and handles once", async () => {
    let handled = 0
    const ready = Promise.withResolvers<void>()
    const slowly = () => Effect.promise(() => ready.promise.then(() => void handled++))
    const answer = await handler(slowly, { timeout: "10 millis" })
    assert.strictEqual((await answer(request(text("a")))).status, 503)
    assert.strictEqual((await answer(request(text("a")))).status, 503)
    ready.resolve()
    await new Promise((resolve) => setTimeout(resolve, 20))
    assert.strictEqual((await answer(request(text("a")))).status, 200)
    assert.strictEqual(handled, 1)
  })

  it("gives a reply that came too late for one delivery to the next, once", async () => {
    let reply: (() => void) | undefined
    const thinking = new Promise<void>((resolve) => {
      reply = resolve
    })
    const answer = await handler(
      () =>
        Effect.as(
          Effect.promise(() => thinking),
          { _tag: "Text", text: "在的" } as const
        ),
      { timeout: "20 millis" }
    )
    assert.strictEqual((await answer(request(text("在吗")))).status, 503)
    reply?.()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const told = await (await answer(request(text("在吗")))).json()
    assert.strictEqual(decodeURIComponent(told.data), JSON.stringify({ text: "在的" }))
    assert.strictEqual(await (await answer(request(text("在吗")))).text(), "")
  })

  it("reads no more than a push can be, whatever the headers say and however many bytes come", async () => {
    let asked = 0
    const body = new ReadableStream({
      pull: (controller) => {
        if (++asked > 3_000) controller.close()
        else controller.enqueue(new Uint8Array(64 * 1024))
      }
    })
    const answer = await handler(nothing)
    assert.strictEqual((await answer(request(body))).status, 413)
    assert.isBelow(asked, 5)
    assert.strictEqual((await answer(request("茶".repeat(30_000)))).status, 413)
    assert.strictEqual((await answer(request(text("茶".repeat(1_000))))).status, 200)
  })

  it("lets Weibo come again with a body that broke off, or was no push, under the same signature", async () => {
    const handled: Array<string> = []
    const answer = await handler((message) => Effect.sync(() => void handled.push(message.text)))
    const brokenOff = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(text("投诉").slice(0, 20))),
      pull: (controller) => controller.error(new Error("ECONNRESET"))
    })
    assert.strictEqual((await answer(request(brokenOff, { nonce: "77" }))).status, 503)
    assert.strictEqual((await answer(request(text("投诉").slice(0, 20), { nonce: "77" }))).status, 400)
    assert.strictEqual((await answer(request(text("投诉"), { nonce: "77" }))).status, 200)
    assert.deepEqual(handled, ["投诉"])
  })

  it("reads nothing at all of what is not signed", async () => {
    const body = new ReadableStream({ pull: () => assert.fail("it was read") }, { highWaterMark: 0 })
    assert.strictEqual((await (await handler(nothing))(request(body, { key: "guess" }))).status, 403)
  })

  it("does not wait for a body that does not come to an end, and lets go of it", async () => {
    let isLetGo = false
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(text("a").slice(0, 20))),
      cancel: () => {
        isLetGo = true
      }
    })
    const answer = await handler(nothing, { timeout: "20 millis" })
    assert.strictEqual((await answer(request(body))).status, 503)
    assert.isTrue(isLetGo)
  })

  it("answers in time although the inbox is slow, and handles once what it has begun", async () => {
    const handled: Array<string> = []
    const slowly = <A, E>(effect: Effect.Effect<A, E>) => Effect.delay(effect, "60 millis")
    const slow = Layer.effect(
      Inbox.Inbox,
      Effect.map(Inbox.Inbox, ({ claim, done, first, release }) => ({
        claim: (key, at, until) => slowly(claim(key, at, until)),
        done: (key, until) => slowly(done(key, until)),
        release: (key) => slowly(release(key)),
        first: (key, value, at, until) => slowly(first(key, value, at, until))
      }))
    ).pipe(Layer.provide(MemoryInbox.layer))
    const keep = (message: FanMessage.FanMessage) => Effect.sync(() => void handled.push(message.text))
    const answer = await handler(keep, { timeout: "30 millis" }, slow)
    const start = performance.now()
    const tries = [await answer(request(text("a"))), await answer(request(text("a"))), await answer(request(text("a")))]
    assert.isBelow(performance.now() - start, 1_000)
    assert.deepEqual(
      tries.map(({ status }) => status),
      [503, 503, 503]
    )
    await new Promise((resolve) => setTimeout(resolve, 400))
    assert.deepEqual(handled, ["a"])
  })

  it("lets Weibo come again when the inbox cannot be asked, and handles nothing", async () => {
    const failure = new StoreUnavailable({ cause: "no disk" })
    const broken = Layer.succeed(Inbox.Inbox, {
      claim: () => Effect.fail(failure),
      done: () => Effect.fail(failure),
      release: () => Effect.fail(failure),
      first: (_key, value) => Effect.succeed(value)
    })
    const answer = await handler(() => Effect.die("it was handled"), {}, broken)
    assert.strictEqual((await answer(request(text("a")))).status, 503)
  })

  it("puts nothing of a request into the headers of its answer", async () => {
    const answer = await handler(nothing)
    const signature = PushSignature.sign(secret, String(now), "1\r\nx-odd: 1")
    const query = { timestamp: String(now), nonce: "1\r\nx-odd: 1", signature, echostr: "a\r\nset-cookie: odd=1" }
    const said = await answer(new Request(`http://brand.example/?${new URLSearchParams(query)}`))
    assert.deepEqual(
      [...said.headers],
      [
        ["cache-control", "no-store"],
        ["content-type", "text/plain; charset=utf-8"],
        ["x-content-type-options", "nosniff"]
      ]
    )
    assert.strictEqual(await said.text(), query.echostr)
  })

  it.each(["PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])("takes no %s, and says what it takes", async (method) => {
    const answer = await handler(() => Effect.die("it was handled"))
    const signed = request(text("a"))
    const said = await answer(
      new Request(signed.url, { method, ...(["HEAD", "OPTIONS"].includes(method) ? {} : { body: text("a") }) })
    )
    assert.strictEqual(said.status, 405)
    assert.strictEqual(said.headers.get("allow"), "GET, POST")
  })

  it("says in the log why it refused a push, and neither the secret nor the signature", async () => {
    const lines: Array<string> = []
    const logger = Logger.make(({ message }) => void lines.push(JSON.stringify(message)))
    const answer = await handler(nothing, {}, MemoryInbox.layer, [logger])
    const refused = async (pushed: Request) => {
      const before = lines.length
      await answer(pushed)
      assert.lengthOf(lines, before + 1)
      const line = lines.at(-1) ?? ""
      assert.notInclude(line, secret)
      assert.notInclude(line, new URL(pushed.url).searchParams.get("signature") ?? "no signature")
      return line
    }
    assert.include(await refused(request(text("a"), { key: "guess" })), "not signed")
    assert.include(await refused(request(text("a"), { timestamp: now - 301_000 })), '{"milliseconds":301000}')
    assert.include(await refused(request("<xml/>")), "<xml/>")
    assert.include(await refused(request("茶".repeat(30_000))), "larger than 65536 bytes")
    await answer(request(text("c"), { nonce: "7" }))
    assert.include(await refused(request(text("d"), { nonce: "7" })), "another body")
    assert.include(await refused(new Request(request(text("e")).url, { method: "PUT" })), "neither GET nor POST")
  })

  it("answers a fan at once where that is wanted, and the emulator takes it for a reply", async () => {
    const answer = await Effect.runPromise(
      WeiboPushHandler.make({
        secret: Redacted.make(secret),
        handle: () => Effect.succeed({ _tag: "Text", text: "您好，我们在。" } as const)
      }).pipe(Effect.provide(MemoryInbox.layer))
    )
    const push = { [house.brand]: { url: "http://brand.example/weibo", secret, send: answer } }
    const emulator = await Emulator.startAsync({ ...house.options, push })
    const delivered = await emulator.fans.write(house.fans[0].uid, house.brand, "在吗")
    await emulator.close()
    assert.deepEqual(delivered.tries, [200])
    assert.deepInclude(emulator.happenings().at(-1), {
      _tag: "Messaged",
      way: "passive",
      data: '{"text":"您好，我们在。"}'
    })
  })
})
