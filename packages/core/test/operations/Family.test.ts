import { MemoryStore } from "@dualops/adapter-memory"
import { UnclaimedOutcomeProcess } from "@dualops/core/attention"
import { Caseload, Editions, EventLog, Offers, Operations, type Store, Worker } from "@dualops/core/operations"
import { Actor, Calendars, Case, type Process } from "@dualops/core/process"
import { FamilyLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { cast, Gift, Giveaway, giveaway, rest, Season } from "../process/Giveaway.ts"
import { nine } from "./house.ts"

FamilyLaws.suite("a giveaway", FamilyLaws.member(Giveaway, cast), {
  store: () => MemoryStore.layer,
  children: [FamilyLaws.member(Gift, { people: cast.people, settings: [{}] })],
  schedules: globalThis.process.env.CI === "true" ? 1_000 : 100
})

const { process } = giveaway
const [ann, ben] = [Actor.person("ann"), Actor.person("ben")]
const may = Case.CaseId.make("may")
const gift = (index: number) => Case.CaseId.make(`Giveaway/may/1/gift/${index}`)
const work = { processes: [Giveaway, Gift], carriers: [] }

/** An edition in which everybody may do everything, unless it is told otherwise. */
const edition = (entitled: Process.Entitled = () => true): Editions.Edition => ({
  version: Case.HandbookVersion.make("1"),
  // Only an unclaimed outcome is told anything here.
  settings: () => ({ lead: ben.person, attention: { calendar: "always", time: "1 day" } }) as never,
  entitled,
  accounts: [],
  calendars: Calendars.everyMinute
})

const inHouse = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>, entitled?: Process.Entitled) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(body),
    Effect.provide(Layer.mergeAll(MemoryStore.layer, Editions.layer(edition(entitled))))
  )

const draw = (...winners: readonly [string, ...ReadonlyArray<string>]) =>
  Operations.send(Giveaway, { key: "draw", case: may, step: "Draw", by: ann, input: { winners } })
const callOff = Operations.send(Giveaway, { key: "off", case: may, step: "CallOff", by: ann, input: {} })
const sendGift = (index: number) =>
  Operations.send(Gift, { key: "send", case: gift(index), step: "Send", by: ann, input: { parcel: `no. ${index}` } })
/** So many rounds that all that follows from what was carried is carried as well. */
const carried = Effect.forEach([1, 2, 3, 4], () => Worker.round(work), { discard: true })
const stateOf = Effect.map(Operations.load(Giveaway, may), (giveaway) => giveaway?.state)
const giftState = (index: number) => Effect.map(Operations.load(Gift, gift(index)), (one) => one?.state._tag)
const unclaimed = Effect.map(Caseload.everyCase([]), (all) =>
  all.filter(({ process }) => process === UnclaimedOutcomeProcess).map(({ case: { state } }) => state)
)

describe("A case that begins cases", () => {
  it.effect("has them begun by the worker, as its children, and hears of the end of each", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang", "li")
        yield* carried
        const [begun] = yield* Operations.read(Gift, gift(1))
        assert.deepInclude(begun, {
          step: "Pack",
          by: ann,
          facts: { to: "li" },
          orderedBy: { process: "Giveaway", case: may, order: "gift" }
        })
        yield* sendGift(0)
        yield* carried
        assert.deepInclude(yield* stateOf, { _tag: "Running", out: 1, sent: 1 })
        const heard = (yield* Operations.read(Giveaway, may)).at(-1)
        assert.deepInclude(heard, {
          step: "GiftSent",
          by: Actor.child("gift", gift(0), "Sent"),
          facts: { parcel: "no. 0" }
        })
        yield* Operations.send(Gift, { key: "no", case: gift(1), step: "Withdraw", by: ann, input: {} })
        yield* carried
        assert.deepInclude(yield* stateOf, { _tag: "Done", out: 0, sent: 1, lost: 1 })
      })
    )
  )

  it.effect("lists its children by a tag of theirs, whatever it keeps itself", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang", "li")
        yield* carried
        const children = yield* Caseload.children([Gift], { process: "Giveaway", case: may })
        assert.deepStrictEqual(
          children.map(({ case: { id } }) => id),
          [gift(1), gift(0)]
        )
      })
    )
  )

  it.effect("is what its children are part of, where people read of them", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        yield* carried
        const offers = yield* Offers.to(Caseload.make([Giveaway, Gift]), ann)
        const parts = new Map(offers.map(({ case: one, step }) => [step.name, one?.partOf]))
        assert.deepStrictEqual(parts.get("Send"), { zh: "抽奖「giveaway」", en: "the giveaway “giveaway”" })
        assert.isUndefined(parts.get("CallOff"))
      })
    )
  )

  it.effect("hears that one was refused also where it has moved on since", () =>
    inHouse(
      Effect.gen(function* () {
        const winners = ["wang"] as const
        yield* Operations.send(Season, { key: "1", case: may, step: "Begin", by: ann, input: { winners } })
        yield* Operations.send(Season, { key: "2", case: may, step: "Linger", by: ann, input: {} })
        const nobody = Editions.layer(edition(() => false))
        yield* Effect.provide(Worker.round({ processes: [Season, Giveaway], carriers: [] }), nobody)
        assert.strictEqual((yield* Operations.read(Season, may)).at(-1)?.step, "NotBegun")
      })
    )
  )

  it.effect("hears that one was refused, by which rule", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("nowhere", "li")
        yield* carried
        assert.deepInclude(yield* stateOf, { _tag: "Running", out: 1, lost: 1 })
        const refused = (yield* Operations.read(Giveaway, may)).at(-1)
        assert.deepInclude(refused?.facts, { code: "Gift.Nowhere" })
      })
    )
  )

  it.effect("hears, too, that nobody was entitled to begin one", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        const editions = Editions.layer(edition(() => false))
        yield* Effect.provide(carried, editions)
        assert.deepInclude(yield* stateOf, { _tag: "Done", lost: 1 })
      })
    )
  )
})

describe("A case that is called off", () => {
  it.effect("stops those of its children that are open, in the name of whoever has called it off", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang", "li", "zhao")
        yield* carried
        yield* sendGift(0)
        yield* callOff
        yield* carried
        assert.deepStrictEqual(
          [yield* giftState(0), yield* giftState(1), yield* giftState(2)],
          ["Sent", "Withdrawn", "Withdrawn"]
        )
        const stopped = (yield* Operations.read(Gift, gift(1))).at(-1)
        assert.deepInclude(stopped, { step: "Withdraw", by: ann })
        assert.strictEqual(stopped?.orderedBy?.case, may)
      })
    )
  )

  it.effect("does not take in an end that it has not brought about: that is an unclaimed outcome, once", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang", "li")
        yield* carried
        yield* sendGift(0)
        yield* callOff
        yield* carried
        const [left, ...others] = yield* unclaimed
        assert.isEmpty(others)
        assert.deepInclude(Object(left), { process: "Giveaway", case: may, action: "gift", outcome: "done" })
        assert.include(JSON.stringify(left), "no. 0")
      })
    )
  )

  it.effect("begins none that was not begun by then", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        yield* callOff
        yield* carried
        assert.isUndefined(yield* giftState(0))
        assert.isEmpty(yield* unclaimed)
      })
    )
  )

  it.effect("stops a child, too, that was begun at the very moment", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        let isFirst = true
        const calledOffMeanwhile = (log: EventLog.EventLog["Service"]): EventLog.EventLog["Service"] => ({
          ...log,
          append: (commit) => {
            const isBegun = isFirst && commit.process === "Gift"
            isFirst = !isBegun && isFirst
            // Another worker looks for children before there is one.
            return isBegun ? Effect.andThen(meanwhile, log.append(commit)) : log.append(commit)
          }
        })
        const services = yield* Effect.context<Store | Editions.Editions>()
        const meanwhile = Effect.orDie(Effect.provideContext(Effect.andThen(callOff, Worker.round(work)), services))
        yield* Worker.round(work).pipe(Effect.updateService(EventLog.EventLog, calledOffMeanwhile))
        assert.strictEqual(yield* giftState(0), "Withdrawn")
      })
    )
  )

  it.effect("leaves a case alone that somebody has begun by hand under the name of a child", () =>
    inHouse(
      Effect.gen(function* () {
        const byHand = { key: "by hand", case: gift(0), step: "Pack", by: ann, input: { to: "zhao" } } as const
        yield* Operations.send(Gift, byHand)
        yield* draw("wang", "li")
        yield* carried
        assert.deepInclude(yield* stateOf, { _tag: "Running", out: 1, lost: 1 })
        yield* callOff
        yield* carried
        assert.deepStrictEqual([yield* giftState(0), yield* giftState(1)], ["Packing", "Withdrawn"])
      })
    )
  )

  it.effect("stops its children's children as well, for each of them is called off", () =>
    inHouse(
      Effect.gen(function* () {
        const round = Worker.round({ processes: [Season, Giveaway, Gift], carriers: [] })
        const winners = ["wang"] as const
        yield* Operations.send(Season, { key: "1", case: may, step: "Begin", by: ann, input: { winners } })
        yield* Effect.forEach([1, 2, 3], () => round)
        yield* Operations.send(Season, { key: "2", case: may, step: "End", by: ann, input: {} })
        yield* Effect.forEach([1, 2, 3, 4], () => round)
        const [child] = yield* Caseload.children([Giveaway], { process: "Season", case: may })
        assert.strictEqual(child?.case.state._tag, "CalledOff")
        const [grandchild] = yield* Caseload.children([Gift], { process: "Giveaway", case: child?.case.id ?? may })
        assert.strictEqual(grandchild?.case.state._tag, "Withdrawn")
        assert.isEmpty(yield* unclaimed)
      })
    )
  )

  it.effect("has a child that cannot be stopped looked at by a person", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        yield* carried
        yield* callOff
        const nobody = Editions.layer(edition(() => false))
        yield* Effect.provide(carried, nobody)
        assert.strictEqual(yield* giftState(0), "Packing")
        const [left] = yield* unclaimed
        assert.include(JSON.stringify(left), "gift.draw")
      })
    )
  )

  it.effect("lets them go on, unheard, where it says so", () =>
    inHouse(
      Effect.gen(function* () {
        const Lasting = process({
          ...rest,
          children: { gift: { ends: { Sent: "GiftSent", Withdrawn: "GiftLost" }, whenOver: "goOn" } }
        })
        const round = Worker.round({ processes: [Lasting, Gift], carriers: [] })
        yield* Operations.send(Lasting, { key: "draw", case: may, step: "Draw", by: ann, input: { winners: ["wang"] } })
        yield* Operations.send(Lasting, { key: "off", case: may, step: "CallOff", by: ann, input: {} })
        yield* round
        yield* sendGift(0)
        yield* round
        assert.strictEqual(yield* giftState(0), "Sent")
        assert.isEmpty(yield* unclaimed)
      })
    )
  )
})

describe("A worker that runs no parent", () => {
  it.effect("leaves the end of a child to one that does", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        yield* carried
        yield* sendGift(0)
        yield* Worker.round({ processes: [Gift], carriers: [] })
        assert.deepInclude(yield* stateOf, { out: 1 })
        yield* TestClock.adjust("2 minutes")
        yield* carried
        assert.deepInclude(yield* stateOf, { _tag: "Done", sent: 1 })
      })
    )
  )
})
