import { MemoryInbox } from "@dualops/adapter-memory"
import { PushSignature, WeiboPushHandler } from "@dualops/adapter-weibo"
import { Chance, Emulator } from "@dualops/adapter-weibo/emulator"
import { EventStore, type FanMessage, Inbox } from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Logger, Redacted } from "effect"
import * as house from "./house.ts"
import * as VirtualClock from "./law/VirtualClock.ts"

const secret = "xyz123xyz"
const clock = VirtualClock.make("2026-06-01T02:00:00Z")
const now = clock.now()

const handler = (
  handle: (message: FanMessage.FanMessage) => Effect.Effect<undefined, unknown>,
  options: Partial<WeiboPushHandler.Options<never>> = {},
  inbox: Layer.Layer<Inbox.Inbox> = MemoryInbox.layer
) =>
  Effect.runPromise(
    WeiboPushHandler.make({ secret: Redacted.make(secret), handle, ...options }).pipe(
      Effect.provide(inbox),
      // What could not be handled is logged, and here that is most of it.
      Effect.provide(Logger.layer([])),
      Effect.provide(clock.layer)
    )
  )

let nonces = 0
const request = (body: BodyInit, { timestamp = now, nonce = String(++nonces), key = secret } = {}) => {
  const signature = PushSignature.sign(key, String(timestamp), nonce)
  const query = `timestamp=${timestamp}&nonce=${nonce}&signature=${signature}`
  return new Request(`http://brand.example/weibo?${query}`, {
    method: "POST",
    body,
    // Node wants it for a stream, and the declaration does not know it.
    ...{ duplex: "half" }
  })
}

const text = (words: string) =>
  JSON.stringify({
    type: "text",
    receiver_id: 1902538057,
    sender_id: 2489518277,
    created_at: "Mon Jun 01 09:59:59 +0800 2026",
    text: words,
    data: {}
  })

const nothing = () => Effect.succeed(undefined)

describe("The address for pushes", () => {
  it("returns Weibo's challenge when it is signed, and says no when it is not", async () => {
    const answer = await handler(nothing)
    const signature = PushSignature.sign(secret, String(now), "1")
    const url = (sign: string) => `http://brand.example/?timestamp=${now}&nonce=1&echostr=dnPdpTZz85&signature=${sign}`
    assert.strictEqual(await (await answer(new Request(url(signature)))).text(), "dnPdpTZz85")
    assert.strictEqual((await answer(new Request(url("0".repeat(40))))).status, 403)
  })

  it("refuses what is not signed, what is stale, and a signature that comes again with another body", async () => {
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
    const answer = await handler(slowly, { patience: "10 millis" })
    assert.strictEqual((await answer(request(text("a")))).status, 503)
    assert.strictEqual((await answer(request(text("a")))).status, 503)
    ready.resolve()
    await new Promise((resolve) => setTimeout(resolve, 20))
    assert.strictEqual((await answer(request(text("a")))).status, 200)
    assert.strictEqual(handled, 1)
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
    const answer = await handler(nothing, { patience: "20 millis" })
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
        done: (key) => slowly(done(key)),
        release: (key) => slowly(release(key)),
        first: (key, value, until) => slowly(first(key, value, until))
      }))
    ).pipe(Layer.provide(MemoryInbox.layer))
    const keep = (message: FanMessage.FanMessage) => Effect.sync(() => void handled.push(message.text))
    const answer = await handler(keep, { patience: "30 millis" }, slow)
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
    const failure = new EventStore.StoreUnavailable({ cause: "no disk" })
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
    assert.deepEqual([...said.headers], [["content-type", "text/plain"]])
    assert.strictEqual(await said.text(), query.echostr)
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

  it("of 10,000 deliveries, twice, out of order, forged and stale, handles each genuine message once and no other", async () => {
    const chance = Chance.make(42)
    const handled = new Map<string, number>()
    const failedOnce = new Set<string>()
    const answer = await handler((message) =>
      Effect.suspend(() => {
        if (message.text.endsWith("7") && !failedOnce.has(message.text)) {
          failedOnce.add(message.text)
          return Effect.fail("not now")
        }
        handled.set(message.text, (handled.get(message.text) ?? 0) + 1)
        return Effect.succeed(undefined)
      })
    )
    const genuine = Array.from({ length: 2_500 }, (_, number) => text(`真 ${number}`))
    const forged = Array.from({ length: 2_500 }, (_, number) => text(`假 ${number}`))
    const deliveries = [
      ...genuine.flatMap((body) => [body, body, body]).map((body) => () => request(body)),
      ...forged.map(
        (body, number) => () =>
          number % 2 === 0 ? request(body, { key: "guess" }) : request(body, { timestamp: now - 400_000 })
      )
    ]
    for (let last = deliveries.length - 1; last > 0; last--) {
      const other = Chance.below(chance, last + 1)
      const [one, two] = [deliveries[last], deliveries[other]]
      if (one && two) [deliveries[last], deliveries[other]] = [two, one]
    }
    // As Weibo does it: up to three times, until it is taken.
    const deliver = async (delivery: () => Request, tries = 3): Promise<void> => {
      const { status } = await answer(delivery())
      return status === 503 && tries > 1 ? deliver(delivery, tries - 1) : undefined
    }
    for (let start = 0; start < deliveries.length; start += 50) {
      await Promise.all(deliveries.slice(start, start + 50).map((delivery) => deliver(delivery)))
    }
    assert.strictEqual(deliveries.length, 10_000)
    assert.strictEqual(handled.size, genuine.length)
    assert.isTrue([...handled.values()].every((times) => times === 1))
    assert.isTrue([...handled.keys()].every((words) => words.startsWith("真")))
  })
})
