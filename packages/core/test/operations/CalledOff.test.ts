import { Caseload, Editions, EventLog, Operations, type Store, Worker } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { Gift, Giveaway, giveaway, rest, Season } from "../process/Giveaway.ts"
import {
  ann,
  callOff,
  carried,
  draw,
  edition,
  gift,
  giftState,
  inHouse,
  may,
  sendGift,
  stateOf,
  unclaimed,
  work
} from "./family.ts"

const { process } = giveaway

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
        const nobody = Editions.layer(edition({}, () => false))
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
