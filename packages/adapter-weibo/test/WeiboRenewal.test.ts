/** A grant that is dead, or will be, is a case: opened once, on a desk, told to the lead, and settled when another grant is seen. */
import { MemoryPictures, MemoryStore } from "@dualops/adapter-memory"
import { WeiboApi, WeiboEndpoint, WeiboError, WeiboGrants, WeiboPublisher, WeiboRenewal } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { Actor, Allowance, Carrier, Case, Caseload, Editions, Operations, Worker } from "@dualops/core"
import { Publisher } from "@dualops/core/content"
import { EventLog, StoreUnavailable, Writing } from "@dualops/core/operations"
import { Calendars, Notify } from "@dualops/core/process"
import { type Renewal, RenewalProcess, Renewals } from "@dualops/core/team"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect, Layer, Redacted } from "effect"
import * as house from "./house.ts"

const [lead, agent] = ["bao", "mei"] as const
const settings: Renewal.Settings = { lead: Actor.PersonId.make(lead), attention: Allowance.always("2 hours") }
const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  accounts: [house.brand],
  // Renewals are all that runs here, and unclaimed outcomes find what they ask for as well.
  settings: () => settings as never,
  entitled: ({ person }, permission) => person === agent && permission === "team.authorise",
  calendars: Calendars.everyMinute
}
const fresh = "2.00theTokenAfterTheRenewal"

/** The app, which holds whatever grant is put into its hand, and the house behind it. */
const houseOf = (first: WeiboGrants.Grant | undefined) => {
  const hand = { grant: first }
  const grants = Layer.succeed(WeiboGrants.WeiboGrants, {
    grant: () =>
      Effect.suspend(() =>
        hand.grant === undefined
          ? Effect.fail(new WeiboError.TokenDead({ code: 21332, detail: "none is held" }))
          : Effect.succeed(hand.grant)
      )
  })
  const accounts = [...house.options.accounts, { uid: house.brand, name: house.brandName, token: fresh }]
  const world = house.emulator({ accounts })
  const kept = Layer.mergeAll(MemoryStore.layer, Editions.layer(edition), grants)
  const api = WeiboRenewal.layer().pipe(Layer.provide(house.client()))
  return { hand, layer: api.pipe(Layer.provideMerge(Layer.merge(world, kept))) }
}

const read = WeiboApi.WeiboApi.use((api) => Effect.result(api.call(house.brand, WeiboEndpoint.userTimeline, {})))
const state = (grant: WeiboGrants.Grant) =>
  Effect.map(
    Operations.load(RenewalProcess, Renewals.caseOf(house.brand, WeiboGrants.nameOf(grant))),
    (found) => found?.state
  )
const old = { token: Redacted.make(house.token) }
const renewed = { token: Redacted.make(fresh) }

describe("A dead token", () => {
  it.live(
    "is one case on the desk of whoever renews the grant, and the lead is told once, however often it is met",
    () => {
      const { layer } = houseOf(old)
      return Effect.gen(function* () {
        const emulator = yield* Emulator.Emulator
        emulator.kill(house.token, 21327)
        yield* Effect.all([read, read, read], { concurrency: "unbounded" })
        yield* read
        const told: Array<string> = []
        const tell = Carrier.make(Notify.notify, ({ message, to }) =>
          Effect.as(
            Effect.sync(() => told.push(`${to}: ${message.en}`)),
            {}
          )
        )
        const work = { processes: [RenewalProcess], carriers: [tell] }
        yield* Worker.round(work)
        yield* Worker.round(work)
        const caseload = Caseload.make([RenewalProcess])
        assert.strictEqual((yield* caseload.cases).length, 1)
        assert.deepEqual(told, [
          `bao: The grant of account ${house.brand} is dead: nothing is written or read before somebody authorises the app again (21327 expired_token).`
        ])
        const steps = (person: string) =>
          Effect.map(caseload.desk(Actor.person(person)), (desk) => desk.map(({ step }) => step).sort())
        assert.deepEqual(yield* steps(agent), ["Settle", "TakeOn"])
        assert.deepEqual(yield* steps("lin"), [])
      }).pipe(Effect.provide(layer))
    }
  )

  it.live("that a publication meets is that case as well, and the publication has not happened", () => {
    const { layer } = houseOf(old)
    const publisher = Layer.provide(WeiboPublisher.layer({ rip: house.rip }), MemoryPictures.layer())
    return Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      emulator.kill(house.token, 21327)
      const { publish } = yield* Publisher.Publisher
      const request = { account: house.brand, content: { text: house.text(1), pictures: [] } }
      const facts = { code: "21327", detail: "expired_token" }
      assertEquals(yield* Effect.flip(publish(request)), new Writing.Unauthorised(facts))
      assert.deepInclude(yield* state(old), { _tag: "Wanted", why: "dead" })
      assert.deepEqual(emulator.posts(), [])
    }).pipe(Effect.provide(publisher), Effect.provide(layer))
  })

  it.live(
    "is settled when another grant is held, and is not opened again by a program that still has the old one",
    () => {
      const { hand, layer } = houseOf(old)
      return Effect.gen(function* () {
        const emulator = yield* Emulator.Emulator
        emulator.kill(house.token, 21321)
        yield* read
        assert.deepInclude(yield* state(old), { _tag: "Wanted", why: "dead" })
        hand.grant = renewed
        yield* read
        assert.deepInclude(yield* state(old), { _tag: "Renewed", newer: WeiboGrants.nameOf(renewed) })
        // A second program, which was not started anew, and remembers nothing.
        hand.grant = old
        yield* Effect.provide(read, Layer.fresh(WeiboRenewal.layer().pipe(Layer.provide(house.client()))))
        assert.deepInclude(yield* state(old), { _tag: "Renewed" })
        assert.isUndefined(yield* state(renewed))
      }).pipe(Effect.provide(layer))
    }
  )

  it.live("is a case as well where no grant was ever held, until one is", () => {
    const { hand, layer } = houseOf(undefined)
    return Effect.gen(function* () {
      const { cases } = Caseload.make([RenewalProcess])
      yield* read
      assert.strictEqual((yield* cases).length, 1)
      hand.grant = old
      yield* read
      assert.deepEqual(yield* cases, [])
    }).pipe(Effect.provide(layer))
  })
})

describe("A token that expires", () => {
  it.live("is a case three days ahead, also in a house that calls nothing, and another one is none", () => {
    const { hand, layer } = houseOf(undefined)
    return Effect.gen(function* () {
      const expiring = { ...old, expiresAt: DateTime.addDuration(yield* DateTime.now, Duration.days(2)) }
      hand.grant = { ...renewed, expiresAt: DateTime.addDuration(yield* DateTime.now, Duration.days(20)) }
      yield* Effect.timeoutOption(WeiboRenewal.run(house.brand, {}, "5 millis"), "60 millis")
      assert.isUndefined(yield* state(renewed))
      hand.grant = expiring
      yield* Effect.timeoutOption(WeiboRenewal.run(house.brand, {}, "5 millis"), "60 millis")
      assert.deepInclude(yield* state(old), { _tag: "Wanted", why: "expiring" })
      const emulator = yield* Emulator.Emulator
      emulator.kill(house.token, 21315)
      yield* read
      assert.deepInclude(yield* state(old), { _tag: "Wanted", why: "dead" })
    }).pipe(Effect.provide(layer))
  })
})

describe("A store that does not answer", () => {
  it.live("fails no call, and what was seen is written at the next one", () => {
    const { layer } = houseOf(old)
    return Effect.gen(function* () {
      const store = yield* EventLog.EventLog
      let out = true
      const down = new StoreUnavailable({ cause: new Error("no disk") })
      const flaky = {
        ...store,
        read: (...args: Parameters<typeof store.read>) => (out ? Effect.fail(down) : store.read(...args))
      }
      const api = WeiboRenewal.layer().pipe(
        Layer.provide(house.client()),
        Layer.provide(Layer.succeed(EventLog.EventLog, flaky))
      )
      const emulator = yield* Emulator.Emulator
      emulator.kill(house.token, 21327)
      yield* Effect.gen(function* () {
        assert.include(String(yield* read), "WeiboError.TokenDead")
        assert.isUndefined(yield* state(old))
        out = false
        yield* read
      }).pipe(Effect.provide(api))
      assert.deepInclude(yield* state(old), { _tag: "Wanted" })
    }).pipe(Effect.provide(layer))
  })
})
