import { MemoryInbox, MemoryStore } from "@dualops/adapter-memory"
import { WeiboPrivateMessages, WeiboPushHandler } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { Actor } from "@dualops/core"
import { FanId } from "@dualops/core/account"
import { Carrier, Caseload, Editions, Operations, Worker } from "@dualops/core/operations"
import { PrivateAnswerProcess, PrivateInbox, PrivateMessageCarriers } from "@dualops/core/private-messages"
import { Allowance, Calendars, Case, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Layer, Logger, Redacted } from "effect"
import * as fc from "fast-check"
import * as house from "./house.ts"
import * as VirtualClock from "./law/VirtualClock.ts"

const secret = "xyz123xyz"
const lin = Actor.person("lin")
const fan = FanId.make(house.fans[0].uid)
const settings = {
  within: Allowance.always("4 hours"),
  lead: lin.person,
  attention: Allowance.always("1 day"),
  patience: Duration.minutes(5),
  looks: { every: Duration.minutes(2), times: 1 },
  rules: { route: "share" }
}
const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  accounts: [house.brand],
  entitled: () => true,
  // Every process of this house is told the same.
  settings: () => settings as never,
  calendars: Calendars.everyMinute
}

/** What happens on a day: the fan writes, hours pass, somebody answers, or a call goes wrong. */
type Deed =
  | { readonly does: "write" | "unfollow" | "follow" | "answer" }
  | { readonly does: "pass"; readonly hours: number }
  | { readonly does: "fail"; readonly fault: "reset before" | "reset after" | "busy" }

const path = "/2/messages/reply.json"

/** Lives through it: fans write to the emulator, which pushes to the house, which answers through the emulator. */
const live = (deeds: ReadonlyArray<Deed>) => {
  const clock = VirtualClock.make("2026-06-01T02:00:00Z")
  const told: Array<string> = []
  let take: (request: Request) => Promise<Response> = () => Promise.reject(new Error("nobody listens yet"))
  const notify = Carrier.make(Notify.notify, ({ message }) =>
    Effect.sync(() => {
      told.push(message.en)
      return {}
    })
  )
  const doing = { processes: [PrivateAnswerProcess], carriers: [...PrivateMessageCarriers.carriers, notify] }
  const program = Effect.gen(function* () {
    const { fans, happenings, next } = yield* Emulator.Emulator
    const handle: WeiboPushHandler.Options<Effect.Services<ReturnType<typeof PrivateInbox.take>>>["handle"] = (
      message,
      key
    ) => Effect.as(PrivateInbox.take(message, key), undefined)
    take = yield* WeiboPushHandler.make({ secret: Redacted.make(secret), handle })
    const said: Array<string> = []
    const work = Effect.repeat(Worker.round(doing), { times: 3 })
    for (const [index, deed] of deeds.entries()) {
      // No two of a fan's messages are of one second.
      clock.skipTo(clock.now() + 2_000)
      switch (deed.does) {
        case "write":
          yield* Effect.promise(() => fans.write(fan, house.brand, `在吗 ${index}`))
          break
        case "follow":
          yield* Effect.promise(() => fans.follow(fan, house.brand))
          break
        case "unfollow":
          yield* Effect.promise(() => fans.unfollow(fan, house.brand))
          break
        case "pass":
          clock.skipTo(clock.now() + deed.hours * 3_600_000)
          break
        case "fail":
          next(path, deed.fault)
          break
        case "answer":
          for (const { case: one, process } of yield* Caseload.everyCase([PrivateAnswerProcess])) {
            if (process !== PrivateAnswerProcess) continue
            const text = `在的 ${index} ${one.id.slice(-6)}`
            const said_ = yield* Effect.result(
              Operations.send(PrivateAnswerProcess, { key: text, case: one.id, step: "Say", by: lin, input: { text } })
            )
            if (said_._tag === "Success") said.push(text)
          }
          // Now and then hours pass before anybody carries it.
          if (index % 3 === 1) continue
      }
      yield* work
    }
    yield* work
    const sent = happenings().flatMap((one) => (one._tag === "Messaged" ? [String(JSON.parse(one.data).text)] : []))
    const all = yield* Caseload.everyCase([PrivateAnswerProcess])
    const failures = yield* Effect.forEach(all, ({ case: { id } }) => Operations.read(PrivateAnswerProcess, id))
    return { said, sent, told, states: all.map(({ case: { state } }) => state._tag), events: failures.flat() }
  })
  const emulator = house.emulator({
    now: clock.now,
    push: { [house.brand]: { url: "http://brand.example/weibo", secret, send: (request) => take(request) } }
  })
  const stores = Layer.mergeAll(
    MemoryStore.layer,
    MemoryInbox.layer,
    Editions.layer(edition),
    clock.layer,
    Logger.layer([])
  )
  return Effect.runPromise(
    program.pipe(
      Effect.scoped,
      Effect.provide(WeiboPrivateMessages.layer.pipe(Layer.provide(house.api()), Layer.provideMerge(emulator))),
      Effect.provide(stores)
    )
  )
}

describe("What a fan writes to the account in private", () => {
  it("is answered in private, once", async () => {
    const { said, sent, states } = await live([{ does: "write" }, { does: "pass", hours: 2 }, { does: "answer" }])
    assert.deepStrictEqual(sent, said)
    assert.lengthOf(sent, 1)
    assert.deepStrictEqual(states, ["Answered"])
  })

  it("ends aloud after 48 hours, and nothing is tried then", async () => {
    const { events, sent, told } = await live([
      { does: "write" },
      { does: "pass", hours: 49 },
      { does: "answer" },
      { does: "pass", hours: 1 }
    ])
    assert.deepStrictEqual(sent, [])
    assert.include(
      events.map(({ step }) => step),
      "CloseWindow"
    )
    assert.match(told.at(-1) ?? "", /never answered.*write again/)
  })

  const deed: fc.Arbitrary<Deed> = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Deed>({ does: "write" }, { does: "answer" }) },
    { weight: 1, arbitrary: fc.constantFrom<Deed>({ does: "unfollow" }, { does: "follow" }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 60 }).map((hours): Deed => ({ does: "pass", hours })) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom("reset before" as const, "reset after" as const, "busy" as const)
        .map((fault): Deed => ({ does: "fail", fault }))
    }
  )
  it("is never answered twice with one answer, nor in vain, whatever happens and whatever goes wrong", () =>
    fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async (deeds) => {
        const { events, said, sent } = await live([{ does: "write" }, ...deeds])
        assert.strictEqual(new Set(sent).size, sent.length)
        assert.includeMembers(said, [...sent])
        // The platform's own word for a window that is closed; a fan who leaves while words are on their way cannot be foreseen.
        const codes = events.flatMap(({ facts }) => ("code" in facts ? [facts.code] : []))
        if (!deeds.some(({ does }) => does === "unfollow")) assert.notInclude(codes, "20301")
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 40 }
    ))
})
