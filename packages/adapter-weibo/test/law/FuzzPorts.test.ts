/** Law: an operation that fails has done nothing by halves: what was true before it is true after it, and its call is counted once. */
import { MemoryCallLedger, MemoryInbox, MemoryPictures } from "@dualops/adapter-memory"
import {
  PushSignature,
  WeiboAccountFacts,
  WeiboApi,
  WeiboBudget,
  WeiboCallsLeft,
  WeiboGrants,
  WeiboHosts,
  WeiboInteractions,
  WeiboJson,
  WeiboOwnPosts,
  WeiboPrivateMessages,
  WeiboPublisher,
  WeiboPushHandler,
  WeiboReplies
} from "@dualops/adapter-weibo"
import { Chance, Emulator } from "@dualops/adapter-weibo/emulator"
import {
  AccountFacts,
  CallBudget,
  CallLedger,
  CallsLeft,
  Fan,
  type FanMessage,
  Inbox,
  Interaction,
  Interactions,
  OwnPosts,
  PrivateMessages,
  Publisher,
  Replies
} from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect, Layer, Logger, Predicate, Redacted, Result } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import * as house from "../house.ts"
import { mutate } from "./Mutation.ts"
import * as VirtualClock from "./VirtualClock.ts"

const clock = VirtualClock.make("2026-06-01T02:00:00Z")
const [fan] = house.fans
const account = house.brand
const content = { text: house.text(2), pictures: [] }

/** Whatever a port of the adapter does, what it needs, and what it costs. */
const operations = (post: Publisher.PostId, comment: Interaction.InteractionId) => {
  const read = (source: Interactions.Source, cursor: Interactions.Cursor = Interactions.start) =>
    Interactions.Interactions.use((port) => port.read(account, source, Object.freeze({ ...cursor })))
  const message = { _tag: "Text", text: "您好" } as const
  return {
    publish: Publisher.Publisher.use((port) => port.publish({ account, content })),
    "look for a post": Publisher.Publisher.use((port) => port.latest(account)),
    reply: Replies.Replies.use((port) => port.reply({ account, post, comment, text: "谢谢" })),
    "look for a reply": Replies.Replies.use((port) => port.latest(account)),
    hide: Replies.Replies.use((port) => port.hide(account, comment)),
    "read comments": read("comments"),
    "read on in comments": read("comments", {
      since: "5",
      gap: { below: "9000000000000000", top: "9000000000000001" }
    }),
    "read mentions": read("mentions"),
    "read mentions in comments": read("mentions in comments"),
    "read reposts": read({ repostsOf: post }),
    "write in private": PrivateMessages.PrivateMessages.use((port) =>
      port.send({ account, fan: Fan.FanId.make(fan.uid), message })
    ),
    count: OwnPosts.OwnPosts.use((port) => port.counts(account, [post])),
    facts: AccountFacts.AccountFacts.use((port) => port.facts(account)),
    followers: AccountFacts.AccountFacts.use((port) => port.followers(account)),
    "calls left": CallsLeft.CallsLeft.use((port) => port.ask(account))
  }
}

const writes = ["publish", "reply", "hide", "write in private"]
const free = ["calls left"]

const ports = Layer.mergeAll(
  WeiboPublisher.layer({ rip: house.rip }),
  WeiboReplies.layer({ rip: house.rip }),
  WeiboInteractions.layer,
  WeiboPrivateMessages.layer,
  WeiboOwnPosts.layer,
  WeiboAccountFacts.layer,
  WeiboCallsLeft.layer
)

const limits = { callsPerDay: 1_000_000, postsPerHour: 1_000_000, callsPerAddressAndHour: 1_000_000 }

/** The adapter whole, from its ports down to a wire of the test's own. */
const adapter = (
  url: string,
  wire: (url: URL, init: RequestInit) => Promise<Response>,
  ledger: Layer.Layer<CallLedger.CallLedger> = MemoryCallLedger.layer
) => {
  const client = HttpClient.make((request, url) =>
    Effect.promise(async () => {
      const body = request.body._tag === "Uint8Array" ? Uint8Array.from(request.body.body) : null
      const headers = { ...request.headers, ...(body && { "content-type": "application/x-www-form-urlencoded" }) }
      return HttpClientResponse.fromWeb(request, await wire(url, { method: request.method, headers, body }))
    })
  )
  const api = WeiboApi.layer({ hosts: WeiboHosts.at(url) }).pipe(
    Layer.provide(Layer.succeed(HttpClient.HttpClient, client)),
    Layer.provide(WeiboGrants.layer({ [account]: { token: Redacted.make(house.token) } }))
  )
  const counted = WeiboBudget.layer({ limits }).pipe(Layer.provide(api))
  return ports.pipe(
    Layer.provide(Layer.merge(counted, MemoryPictures.layer())),
    Layer.provideMerge(ledger),
    Layer.provideMerge(clock.layer)
  )
}

const used = Effect.flatMap(CallLedger.CallLedger, (ledger) =>
  ledger.used(CallBudget.callsOf(account), CallBudget.dayOf(DateTime.makeUnsafe(clock.now())))
)

/** What the emulator answers to each operation, once. */
const recorded = async () => {
  const emulator = await Emulator.startAsync({ ...house.options, now: clock.now })
  const bodies: Array<string> = []
  try {
    const posted = await fetch(emulator.url + house.share, {
      method: "POST",
      body: new URLSearchParams({ status: house.text(1), rip: house.rip, access_token: house.token })
    })
    assert.strictEqual(posted.status, 200)
    const post = Publisher.PostId.make(emulator.posts()[0]?.post ?? "")
    const comment = emulator.fans.comment(fan.uid, post, `好看 @${house.brandName}`)
    emulator.fans.repost(fan.uid, post, `转给 @${house.brandName}`)
    emulator.fans.comment(fan.uid, emulator.fans.post(fan.uid, `@${house.brandName} 在吗`), `@${house.brandName} 看看`)
    await emulator.fans.follow(fan.uid, account)
    const all = Object.entries(operations(post, Interaction.InteractionId.make(comment)))
    const wire = async (url: URL, init: RequestInit) => {
      const answer = await fetch(url, init)
      bodies.push(await answer.clone().text())
      return answer
    }
    const run = Effect.forEach(all, ([name, operation]) =>
      Effect.map(operation, (whole) => ({ name, operation, whole, body: bodies.at(-1) ?? "" }))
    )
    return await Effect.runPromise(run.pipe(Effect.provide(adapter(emulator.url, wire))))
  } finally {
    await emulator.close()
  }
}

const classes = /^(Publisher|Replies|PrivateMessages|Reading)\.(Refused|Unauthorised|TryLater|Unknown|NotShown)$/

const hasCode = (body: string): boolean => {
  const read = WeiboJson.parse(body)
  return Result.isSuccess(read) && Predicate.hasProperty(read.success, "error_code")
}

describe("An operation whose answer is broken", () => {
  it("ends in its class, counts once, changes nothing, and is not said to be undone when it may be done, 10,000 times", async () => {
    const all = await recorded()
    const chance = Chance.make(4)
    const ends = new Map<string, number>()
    let now = { status: 200, body: "" }
    const wire = async () => new Response(now.body, { status: now.status })
    const one = Effect.fnUntraced(function* (number: number) {
      const { body, name, operation, whole } = all[number % all.length] ?? assert.fail("there is none")
      const before = yield* used
      now = { status: chance() < 0.8 ? 200 : 502, body: mutate(chance, body) }
      const said = yield* Effect.result(operation)
      const cost = free.includes(name) ? 0 : 1
      assert.strictEqual(yield* used, before + cost, `${name} is counted once`)
      const end = Result.isSuccess(said) ? "done" : said.failure._tag
      ends.set(end, (ends.get(end) ?? 0) + 1)
      if (Result.isSuccess(said)) return
      assert.match(end, classes)
      // What was done and whose answer was broken on the way must never be taken for not done: it would be done twice.
      if (writes.includes(name) && !hasCode(now.body)) assert.match(end, /\.Unknown$/, now.body)
      now = { status: 200, body }
      assertEquals<unknown>(yield* operation, whole)
      assert.strictEqual(yield* used, before + 2 * cost)
    })
    const start = performance.now()
    const run = Effect.forEach(Array.from({ length: 10_000 }), (_, number) => one(number), { discard: true })
    await Effect.runPromise(run.pipe(Effect.provide(adapter("http://weibo.example", wire))))
    for (const end of ["done", "Publisher.Unknown", "Replies.Unknown", "PrivateMessages.Unknown", "Reading.TryLater"]) {
      assert.isAbove(ends.get(end) ?? 0, 100, end)
    }
    console.log(`operations: ${(performance.now() - start).toFixed(0)} ms,`, Object.fromEntries(ends))
  })

  it("is not begun, and nothing is counted, when the budget has nothing left", async () => {
    const all = await recorded()
    let asked = 0
    const wire = async () => {
      asked++
      return new Response("{}")
    }
    const none = Layer.effect(
      CallLedger.CallLedger,
      Effect.map(CallLedger.CallLedger, ({ used }) => ({
        used,
        take: ([claim]: ReadonlyArray<CallLedger.Claim>) =>
          claim === undefined ? Effect.void : Effect.fail(new CallLedger.UsedUp({ claim, used: claim.most }))
      }))
    ).pipe(Layer.provide(MemoryCallLedger.layer))
    const costly = all.filter(({ name }) => !free.includes(name))
    const run = Effect.gen(function* () {
      for (const { name, operation } of costly) {
        const said = yield* Effect.result(operation)
        assert.match(Result.isFailure(said) ? said.failure._tag : "done", /\.TryLater$/, name)
      }
      assert.strictEqual(yield* used, 0)
    })
    await Effect.runPromise(run.pipe(Effect.provide(adapter("http://weibo.example", wire, none))))
    assert.strictEqual(asked, 0)
  })
})

describe("A broken push", () => {
  const push = JSON.stringify({
    type: "text",
    receiver_id: Number(account),
    sender_id: Number(fan.uid),
    created_at: "Mon Jun 01 09:59:59 +0800 2026",
    text: "在吗",
    data: {}
  })
  let nonces = 0
  const request = (body: string) => {
    const [timestamp, nonce] = [String(clock.now()), String(++nonces)]
    const signature = PushSignature.sign("xyz123xyz", timestamp, nonce)
    return new Request(`http://brand.example/?${new URLSearchParams({ timestamp, nonce, signature })}`, {
      method: "POST",
      body
    })
  }

  it("leaves no trace in the inbox, and a whole one is handled once, 10,000 times", async () => {
    const chance = Chance.make(5)
    const turns = new Set<string>()
    const handled: Array<FanMessage.FanMessage> = []
    const watched = Layer.effect(
      Inbox.Inbox,
      Effect.map(Inbox.Inbox, (inbox) => ({
        ...inbox,
        claim: (key, at, until) =>
          Effect.andThen(
            Effect.sync(() => turns.add(key)),
            inbox.claim(key, at, until)
          )
      }))
    ).pipe(Layer.provide(MemoryInbox.layer))
    const answer = await Effect.runPromise(
      WeiboPushHandler.make({
        secret: Redacted.make("xyz123xyz"),
        handle: (message) =>
          Effect.as(
            Effect.sync(() => handled.push(message)),
            undefined
          )
      }).pipe(Effect.provide(watched), Effect.provide(Logger.layer([])), Effect.provide(clock.layer))
    )
    const ends = new Map<number, number>()
    for (let number = 0; number < 10_000; number++) {
      const [claimed, done] = [turns.size, handled.length]
      const { status } = await answer(request(mutate(chance, push)))
      ends.set(status, (ends.get(status) ?? 0) + 1)
      if (status === 200) {
        // A message that was not known before is handled at once, and one that was is not handled again.
        assert.strictEqual(turns.size - claimed, handled.length - done)
      } else {
        assert.include([400, 413], status)
        assert.deepEqual([turns.size, handled.length], [claimed, done])
      }
    }
    assert.isAbove(ends.get(200) ?? 0, 100)
    assert.isAbove(ends.get(400) ?? 0, 100)
    const whole = handled.filter(({ text }) => text === "在吗").length
    assert.strictEqual((await answer(request(push))).status, 200)
    assert.strictEqual((await answer(request(push))).status, 200)
    assert.isAtMost(handled.filter(({ text }) => text === "在吗").length - whole, 1)
    console.log("pushes:", Object.fromEntries(ends))
  })
})
