import { createHash } from "node:crypto"
import { MemoryAccountFacts, MemoryFans, MemoryObservationStore } from "@dualops/adapter-memory"
import { AccountId, FanId, Tag } from "@dualops/core/account"
import { AccountFacts, AccountReading } from "@dualops/core/fans"
import { Observation, ObservationStore, Observations } from "@dualops/core/observations"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Array as Arrays, DateTime, Effect, Fiber, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"

const post = Schema.NonEmptyString.annotate(Tag.as("post"))
const Mention = Observation.define("Mention", {
  title: { zh: "提及", en: "Mention" },
  facts: { post, followers: Schema.Int, shown: Schema.optionalKey(Schema.Duration) },
  personal: { fan: FanId, text: Schema.String, others: Schema.Array(FanId) }
})
const Visit = Observation.define("Visit", { title: { zh: "到访", en: "Visit" }, facts: { page: Schema.String } })

const account = AccountId.make("1902538057")
const [lin, zhou] = [FanId.make("2489518277"), FanId.make("2489518278")]
const at = DateTime.makeUnsafe("2026-06-01T00:00:00Z")
const mention = (number: number): Observation.ObservationOf<typeof Mention> => ({
  account,
  key: `mention ${number}`,
  at: DateTime.add(at, { minutes: number }),
  source: "mentions",
  facts: { post: "50", followers: number },
  personal: { fan: lin, text: "等了三天了", others: [] }
})
const visit = { account, key: "visit 1", at, source: "page", facts: { page: "/桂花" } }

const test = (title: string, body: Effect.Effect<void, unknown, ObservationStore.ObservationStore>) =>
  it.effect(title, () => Effect.provide(body, MemoryObservationStore.layer))

describe("A kind of observation", () => {
  test(
    "goes in and comes out with its types, beside other kinds, in the order in which they were taken in",
    Effect.gen(function* () {
      // What comes from outside may be of any type.
      const shown = { ...mention(1), facts: { ...mention(1).facts, shown: "3 minutes" as never } }
      const refused = yield* Effect.flip(Observations.record(Mention, [mention(0), shown]))
      assert.match(refused.message, /observation 1: Its facts are not those of its kind/)
      yield* Observations.record(Visit, [visit])
      yield* Observations.record(Mention, [mention(1)])
      const piece = yield* Observations.read([Mention, Visit], 0, 9)
      const told = piece.observations.map((one) => (one.kind === "Visit" ? one.facts.page : one.facts.followers))
      assert.deepStrictEqual(told, ["/桂花", 1])
      assertEquals(piece.unreadable, [])
      const others = yield* Observations.read([Visit], 0, 9)
      assert.lengthOf(others.observations, 1)
      assert.strictEqual(others.next, piece.next, "what is of another kind has been read past")
      assert.strictEqual((yield* Observations.read([Visit], others.next, 9)).next, others.next)
    })
  )

  test(
    "is found by the ids in its facts that are tags, and by every fan in its personal data",
    Effect.gen(function* () {
      const named = { ...mention(1).personal, fan: lin, text: "", others: [zhou, lin] }
      yield* Observations.record(Mention, [{ ...mention(1), personal: named }])
      const page = (asked: Partial<Observations.Asked>) =>
        Effect.map(
          Observations.page(Mention, { account, order: "newest", limit: 9, ...asked }),
          ({ observations }) => observations.length
        )
      assert.strictEqual(yield* page({ tag: Tag.of("post", "50") }), 1)
      assert.strictEqual(yield* page({ tag: Tag.of("post", "51") }), 0)
      assert.deepStrictEqual([yield* page({ person: lin }), yield* page({ person: zhou })], [1, 1])
      assert.strictEqual(yield* Observations.erase(zhou), 1)
      assert.deepStrictEqual([yield* page({ person: lin }), yield* page({})], [0, 1])
    })
  )

  it("is refused where a fan's id is among its facts, or nobody could have its personal data erased", () => {
    const title = { zh: "关注", en: "Follow" }
    assert.throws(
      () => Observation.define("Follow", { title, facts: { by: Schema.Array(FanId) } }),
      /has a fan's id among/
    )
    const personal = { text: Schema.String }
    assert.throws(() => Observation.define("Follow", { title, facts: {}, personal }), /no FanId in them/)
  })

  // soleur#2507: what names a person outside the columns that are for people is reached by no erasure.
  test(
    "keeps a key that names a fan as its SHA-256: erasing leaves no trace, and the same comes once",
    Effect.gen(function* () {
      const key = `follow ${lin} 2026-06-01`
      const follow = { ...mention(1), key }
      yield* Observations.record(Mention, [follow])
      assertEquals(yield* Observations.record(Mention, [follow]), { recorded: 0, repeated: 1, tooOld: 0 })
      yield* Observations.erase(lin)
      const store = yield* ObservationStore.ObservationStore
      const kept = yield* store.read(0, 9)
      assert.notInclude(JSON.stringify(kept), lin)
      assert.strictEqual(kept[0]?.key, createHash("sha256").update(key).digest("hex"))
    })
  )

  test(
    "tells what it cannot read, by its place and why, and hands out the others",
    Effect.gen(function* () {
      const store = yield* ObservationStore.ObservationStore
      const row = { kind: "Visit", account, at, source: "page", tags: [] }
      yield* store.record([
        { ...row, key: "former", facts: { address: "/" } },
        { ...row, key: "now", facts: { page: "/" } }
      ])
      const { next, observations, unreadable } = yield* Observations.page(Visit, { account, order: "oldest", limit: 1 })
      assert.deepStrictEqual([observations.length, unreadable.length], [0, 1])
      assert.match(unreadable[0]?.why ?? "", /^Its facts are not those of its kind: .*page/s)
      const rest = yield* Observations.page(Visit, { account, order: "oldest", limit: 9, ...(next && { after: next }) })
      assert.lengthOf(rest.observations, 1)
      assert.isUndefined(rest.next)
    })
  )

  it("reads what comes from outside by its schema, and says what is wrong with it", () => {
    const json = { account, key: "1", at: "2026-06-01T08:00:00+08:00", source: "api", facts: { page: "/" } }
    const decode = Schema.decodeUnknownSync(Visit.schema)
    assertEquals(decode(json).at, at)
    assert.throws(() => decode({ ...json, at: "yesterday" }), /a moment that exists with its zone/)
  })

  test(
    "all that is wrong in a batch is told at once, what is none of its kind and what no database keeps",
    Effect.gen(function* () {
      const batch = [
        mention(0),
        { ...mention(1), key: "a\u0000b" },
        { ...mention(2), facts: { post: "50", followers: 0.5 } },
        // A text that is none.
        { ...mention(3), personal: { fan: lin, text: 3 as never, others: [] } }
      ]
      const refused = yield* Effect.flip(Observations.record(Mention, batch))
      assert.strictEqual(refused._tag, "ObservationStore.Refused")
      if (refused._tag !== "ObservationStore.Refused") return
      assert.deepStrictEqual(
        refused.wrong.map(({ index }) => index),
        [1, 2, 3]
      )
      assert.lengthOf((yield* Observations.read([Mention], 0, 9)).observations, 0)
    })
  )

  test(
    "is forgotten by its age, however much there is",
    Effect.gen(function* () {
      const all = Array.from({ length: 2_500 }, (_, number) => mention(number))
      yield* Observations.record(Mention, all)
      assert.strictEqual(yield* Observations.forget(Mention, account, DateTime.add(at, { minutes: 2_300 })), 2_300)
      assert.deepStrictEqual(
        yield* Observations.count(Mention, { account }, [at, DateTime.add(at, { days: 9 })]),
        [200]
      )
    })
  )
})

describe("A reading of the account", () => {
  it.effect("is kept once an hour, and the first of the hour stands", () =>
    Effect.gen(function* () {
      const world = yield* MemoryFans.MemoryFans
      for (const [minutes, followers] of [
        [0, 10],
        [59, 11],
        [1, 12]
      ] as const) {
        yield* TestClock.adjust(`${minutes} minutes`)
        world.told.facts = { name: "星河茶", followers }
        yield* AccountFacts.keep(account)
      }
      const { observations } = yield* Observations.page(AccountReading.kind, { account, order: "oldest", limit: 9 })
      assert.deepStrictEqual(
        observations.map(({ facts }) => facts.followers),
        [10, 12]
      )
    }).pipe(
      Effect.provide(MemoryAccountFacts.layer),
      Effect.provide(Layer.merge(MemoryFans.layer, MemoryObservationStore.layer)),
      (body) => Effect.andThen(TestClock.setTime(at.epochMilliseconds), body)
    )
  )
})

describe("Whoever reads much", () => {
  const many = Array.from({ length: 25_001 }, (_, number) => ({ ...visit, key: `visit ${number}` }))
  const asked = { account, order: "oldest", limit: 5_000 } as const
  /** How often others had their turn meanwhile. */
  const turnsDuring = <A, E, R>(reading: Effect.Effect<A, E, R>) =>
    Effect.gen(function* () {
      let turns = 0
      const other = yield* Effect.forkChild(
        Effect.forever(
          Effect.andThen(
            Effect.yieldNow,
            Effect.sync(() => turns++)
          )
        )
      )
      const before = yield* Effect.as(Effect.yieldNow, turns)
      yield* reading
      const after = turns
      yield* Fiber.interrupt(other)
      return after - before
    })

  test(
    "lets others have their turn between the pages: of a feed, and of a kind by its moments",
    Effect.gen(function* () {
      for (const batch of Arrays.chunksOf(many, ObservationStore.longestBatch)) yield* Observations.record(Visit, batch)
      const read: Array<unknown> = []
      assert.isAtLeast(yield* turnsDuring(Observations.follow([Visit], 0, (one) => void read.push(one))), 3)
      const take = ({ observations }: { readonly observations: ReadonlyArray<unknown> }) =>
        void read.push(...observations)
      assert.isAtLeast(yield* turnsDuring(Observations.each(Visit, asked, take)), 3)
      assert.lengthOf(read, 2 * many.length)
    })
  )
})
