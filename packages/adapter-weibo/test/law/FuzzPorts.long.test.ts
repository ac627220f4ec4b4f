/** Law: an operation that fails has done nothing by halves: what was true before it is true after it, and its call is counted once. */
import { MemoryInbox, MemoryQuotaLedger } from "@dualops/adapter-memory"
import { PushSignature, WeiboJson, WeiboPushHandler } from "@dualops/adapter-weibo"
import { Chance } from "@dualops/adapter-weibo/emulator"
import { type FanMessage, Inbox } from "@dualops/core/interaction"
import { QuotaLedger } from "@dualops/core/planning"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect, Layer, Logger, Predicate, Redacted, Result } from "effect"
import { mutate } from "./Mutation.ts"
import { account, adapter, clock, fan, free, recorded, used, writes } from "./Operations.ts"
import { many } from "./Schedule.ts"

const classes = /^(Writing|Reading)\.(Refused|Unauthorised|TryLater|Unknown|NotShown)$/

const hasCode = (body: string): boolean => {
  const read = WeiboJson.parse(body)
  return Result.isSuccess(read) && Predicate.hasProperty(read.success, "error_code")
}

describe("An operation whose answer is broken", () => {
  it(
    "ends in its class, counts once, changes nothing, and is not said to be undone when it may be done, 5,000 times",
    async () => {
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
        for (const one of [end, `${name}: ${end}`]) ends.set(one, (ends.get(one) ?? 0) + 1)
        if (Result.isSuccess(said)) return
        assert.match(end, classes)
        // What was done and whose answer was broken on the way must never be taken for not done: it would be done twice.
        if (writes.includes(name) && !hasCode(now.body)) assert.match(end, /\.Unknown$/, now.body)
        now = { status: 200, body }
        assertEquals<unknown>(yield* operation, whole)
        assert.strictEqual(yield* used, before + 2 * cost)
      })
      const start = performance.now()
      const run = Effect.forEach(Array.from({ length: 5_000 }), (_, number) => one(number), { discard: true })
      await Effect.runPromise(run.pipe(Effect.provide(adapter("http://weibo.example", wire))))
      for (const end of ["done", ...writes.map((name) => `${name}: Writing.Unknown`), "Reading.TryLater"]) {
        assert.isAbove(ends.get(end) ?? 0, 100, end)
      }
      console.log(
        `operations: ${(performance.now() - start).toFixed(0)} ms,`,
        Object.fromEntries([...ends].filter(([end]) => !end.includes(":")))
      )
    },
    many.timeout
  )

  it("is not begun, and nothing is counted, when the budget has nothing left", async () => {
    const all = await recorded()
    let asked = 0
    const wire = async () => {
      asked++
      return new Response("{}")
    }
    const none = Layer.effect(
      QuotaLedger.QuotaLedger,
      Effect.map(QuotaLedger.QuotaLedger, ({ used }) => ({
        used,
        take: ([claim]: ReadonlyArray<QuotaLedger.Claim>) =>
          claim === undefined ? Effect.void : Effect.fail(new QuotaLedger.UsedUp({ claim, used: claim.most }))
      }))
    ).pipe(Layer.provide(MemoryQuotaLedger.layer))
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

  it(
    "leaves no trace in the inbox, and a whole one is handled once, 10,000 times",
    async () => {
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
    },
    many.timeout
  )
})
