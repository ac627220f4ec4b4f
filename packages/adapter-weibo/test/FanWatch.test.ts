/** The account's numbers and looks at fans, as a house takes them from Weibo, within the small share of calls that they have. */
import { MemoryObservationStore, MemoryQuotaLedger } from "@dualops/adapter-memory"
import { WeiboAccountFacts, WeiboBudget, WeiboInteractions } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { FanId, PostId } from "@dualops/core/account"
import { AccountReading, FanAccount, FanLook } from "@dualops/core/fans"
import { Interaction, Interactions } from "@dualops/core/interaction"
import { type Observation, Observations } from "@dualops/core/observations"
import { Quota, QuotaLedger } from "@dualops/core/planning"
import { FanWatch } from "@dualops/core/practices"
import { Heard } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer } from "effect"
import * as fc from "fast-check"
import * as house from "./house.ts"

const account = house.brand
const [first, hidden, third] = house.fans.map(({ uid }) => FanId.make(uid))
const gone = FanId.make("1000000001")

const heard = (fans: ReadonlyArray<FanId | undefined>) =>
  Effect.flatMap(DateTime.now, (at) =>
    Observations.record(
      Heard.kind,
      fans.flatMap((fan, index) => {
        if (fan === undefined) return []
        const id = Interaction.InteractionId.make(`c${index}`)
        const post = PostId.make("5034567890123456")
        const judged = { label: "question", likely: 90, sure: true, became: "answer" } as const
        const facts = { interaction: id, kind: "comment", post, ...judged } as const
        return [{ account, key: id, at, source: "comment", facts, personal: { fan, text: "在吗" } }]
      })
    )
  )

const kept = <K extends Observation.AnyKind>(kind: K) =>
  Effect.map(
    Observations.page(kind, { account, order: "oldest", limit: 100 }),
    ({ observations }) => observations as ReadonlyArray<Observation.RecordedOf<K>>
  )

const calls = Effect.flatMap(DateTime.now, (at) =>
  QuotaLedger.QuotaLedger.use((ledger) => ledger.used(Quota.callsOf(account), Quota.dayOf(at)))
)

const ports = Layer.merge(WeiboAccountFacts.layer, WeiboInteractions.layer).pipe(
  Layer.provide(WeiboBudget.layer()),
  Layer.provide(house.api()),
  Layer.provideMerge(Layer.mergeAll(house.emulator(), MemoryQuotaLedger.layer, MemoryObservationStore.layer))
)

describe("A house watches its fans", () => {
  it.live("keeps the account's numbers and what Weibo shows of fans; what Weibo hides is unknown", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      for (const { uid } of house.fans) yield* Effect.promise(() => emulator.fans.follow(uid, account))
      emulator.fans.post(house.fans[0].uid, "今天喝什么")
      yield* heard([first, hidden, gone, first])
      const plan = { every: Duration.hours(1), looks: 30 }
      yield* FanWatch.turn(account, plan)
      const [reading, ...others] = yield* kept(AccountReading.kind)
      assert.deepInclude(reading?.facts, { name: house.brandName, followers: 3 })
      assert.deepEqual(others, [])
      const looks = yield* kept(FanLook.kind)
      const seen = new Map(looks.map(({ facts, personal }) => [personal?.fan, FanLook.lookOf(facts)]))
      assert.deepEqual(
        seen,
        new Map([
          [first, { is: "alive" }],
          [hidden, { is: "unknown" }],
          [gone, FanAccount.gone]
        ] as const)
      )
    }).pipe(Effect.provide(ports))
  )

  it.live("asks about nobody twice a day, and about no more than were said", () =>
    Effect.gen(function* () {
      yield* heard([first, hidden, third])
      const plan = { every: Duration.hours(1), looks: 2 }
      yield* FanWatch.turn(account, plan)
      const before = yield* kept(FanLook.kind)
      assert.lengthOf(before, 2)
      const spent = yield* calls
      yield* FanWatch.turn(account, plan)
      assert.deepEqual(yield* kept(FanLook.kind), before)
      assert.deepEqual([spent, yield* calls], [3, 3])
    }).pipe(Effect.provide(ports))
  )

  it.live("whoever wants more than a twentieth of the calls gets no more, and listening goes on", () =>
    Effect.gen(function* () {
      yield* heard(Array.from({ length: 40 }, (_, index) => FanId.make(String(1_000_000_100 + index))))
      const failure = yield* Effect.flip(FanWatch.turn(account, { every: Duration.hours(1), looks: 30 }))
      assert.strictEqual(failure._tag, "Reading.TryLater")
      // One reading and four looks.
      assert.lengthOf(yield* kept(FanLook.kind), 4)
      yield* Interactions.Interactions.use((port) => port.read(account, "comments", Interactions.start))
    }).pipe(Effect.provide(ports))
  )

  it("what is planned for a day is never more than what may be called aside", () =>
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 10_000 }), (callsPerDay) => {
        const limits = { ...Quota.ordinary, callsPerDay }
        const { every, looks } = FanWatch.planOf(limits)
        assert.isAtMost(24 / Duration.toHours(every) + looks, Quota.aside(limits))
      })
    ))

  it("reads thrice a day and looks at two with an ordinary app, hourly and at thirty with a larger", () => {
    const planned = (callsPerDay: number) => FanWatch.planOf({ ...Quota.ordinary, callsPerDay })
    assert.deepEqual(planned(100), { every: Duration.hours(8), looks: 2 })
    assert.deepEqual(planned(2_000), { every: Duration.hours(1), looks: 30 })
  })

  it("the day and the fan decide who is of a day's lot, whoever else was heard", () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 50 }), fc.nat(60), (numbers, most) => {
        const fans = numbers.map((number) => FanId.make(String(number)))
        const lot = FanWatch.drawn("2026-05-12", fans, most)
        assert.lengthOf(lot, Math.min(most, fans.length))
        assert.deepEqual(FanWatch.drawn("2026-05-12", fans.toReversed(), most), lot)
        const fewer = fans.filter((fan) => !lot.slice(1).includes(fan))
        if (lot[0] !== undefined) assert.strictEqual(FanWatch.drawn("2026-05-12", fewer, 1)[0], lot[0])
      })
    ))
})

describe("A look at a fan's account", () => {
  it("takes for dead whoever has nothing of their own, or follows thousands, followed by none", () => {
    assert.deepEqual(FanAccount.judge({ posts: 0, hasPicture: false, following: 2_000, followers: 0 }), {
      is: "dead",
      reasons: ["no posts, no picture", "follows thousands, followed by none"]
    })
    assert.deepEqual(FanAccount.judge({ posts: 9, following: 2_000, followers: 0 }).is, "dead")
    assert.deepEqual(FanAccount.judge({ posts: 9, following: 2_000, followers: 1 }).is, "alive")
  })

  it("tells nothing of whoever has not posted and has a picture, or of whom nothing is shown", () => {
    assert.deepEqual(FanAccount.judge({ posts: 0, hasPicture: true }).is, "unknown")
    assert.deepEqual(FanAccount.judge({ posts: 0 }).is, "unknown")
    assert.deepEqual(FanAccount.judge({}).is, "unknown")
  })
})
