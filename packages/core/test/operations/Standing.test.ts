import {
  Actions,
  Carrier,
  Caseload,
  Deadlines,
  type Editions,
  EventLog,
  Offers,
  Operations,
  type Store,
  Worker
} from "@dualops/core/operations"
import { Actor, Allowance, Case, Refusal } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { Announcement, Crisis, clearance, Leave, send } from "../process/Broadcast.ts"
import * as openHouse from "./openHouse.ts"

const { ann, ben } = openHouse

const id = (name: string) => Case.CaseId.make(name)
const inHouse = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>) =>
  openHouse.inHouse(body, openHouse.edition({ every: Allowance.always("1 hour") }))

const write = (name: string, channel = "weibo") =>
  Operations.send(Announcement, {
    ...{ key: `write ${name}`, case: id(name), step: "Write", by: ann },
    input: { channel, about: name }
  })
const take = (name: string, step: "Send" | "Clear", by = ann) =>
  Operations.send(Announcement, { key: `${step} ${name} ${by.person}`, case: id(name), step, by, input: {} })
const declare = Operations.send(Crisis, {
  ...{ key: "declare", case: id("spill"), step: "Declare", by: ann },
  input: { channel: "weibo", spokesperson: ben.person }
})
const standDown = Operations.send(Crisis, { key: "over", case: id("spill"), step: "StandDown", by: ann, input: {} })
const stateOf = (name: string) => Effect.map(Operations.load(Announcement, id(name)), (one) => one?.state._tag)

const suspended = (step: string) =>
  new Refusal.Suspended({ step, process: "Crisis", case: "spill", title: { zh: "危机", en: "crisis" } })

/** What goes out. */
const carried: Array<string> = []
const work = {
  processes: [Announcement, Crisis, Leave],
  carriers: [
    Carrier.make(send, ({ about }) =>
      Effect.as(
        Effect.sync(() => carried.push(about)),
        {}
      )
    )
  ]
}

describe("What a case holds over others", () => {
  it.effect("given a crisis, nothing is sent on its channel, also of what is written afterwards", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("before")
        yield* declare
        assertEquals(yield* Effect.flip(take("before", "Send")), suspended("Send"))
        // A case that would begin on the channel is suspended by the state that it would begin in.
        assertEquals(yield* Effect.flip(write("after")), suspended("Write"))
        yield* write("elsewhere", "wechat")
        yield* take("elsewhere", "Send")
        yield* standDown
        yield* take("before", "Send")
        yield* write("after")
      })
    )
  )

  it.effect("whoever is excepted may, in person or by a stand-in, and the event says by which case", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("one")
        yield* write("two")
        yield* declare
        const { event } = yield* take("one", "Send", ben)
        assert.deepStrictEqual(event.decidedBy, [{ process: "Crisis", case: id("spill") }])
        yield* take("two", "Send", Actor.inPlaceOf("ann", "ben"))
        assert.deepStrictEqual((yield* Operations.read(Announcement, id("one"))).at(-1), event)
      })
    )
  )

  it.effect("a step that needs a grant is refused while nothing grants it, and when that is withdrawn", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("tea")
        yield* write("coffee")
        const lacking = (of: string) => new Refusal.NotGranted({ step: "Clear", grant: clearance.name, of })
        assertEquals(yield* Effect.flip(take("tea", "Clear")), lacking("tea"))
        const give = { key: "give", case: id("leave"), step: "Give", by: ann, input: { subject: "tea" } } as const
        yield* Operations.send(Leave, give)
        assertEquals(yield* Effect.flip(take("coffee", "Clear")), lacking("coffee"))
        const { event } = yield* take("tea", "Clear")
        assert.deepStrictEqual(event.decidedBy, [{ process: "Leave", case: id("leave") }])
        yield* Operations.send(Leave, { key: "off", case: id("leave"), step: "Withdraw", by: ann, input: {} })
        yield* write("tea again")
        assertEquals(yield* Effect.flip(take("tea again", "Clear")), lacking("tea again"))
      })
    )
  )

  it.effect("given a crisis, what the clock would send is put off, and goes out when it is over", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("one")
        yield* declare
        yield* TestClock.adjust("61 minutes")
        for (let minute = 0; minute < 90; minute++) {
          yield* Deadlines.fireDue(work)
          yield* TestClock.adjust("1 minute")
        }
        assert.strictEqual(yield* stateOf("one"), "Written")
        yield* standDown
        yield* TestClock.adjust("1 minute")
        yield* Deadlines.fireDue(work)
        assert.strictEqual(yield* stateOf("one"), "Sending")
      })
    )
  )

  it.effect("given a crisis, what was sent and has not gone out yet waits, unless who sent it is excepted", () =>
    inHouse(
      Effect.gen(function* () {
        carried.length = 0
        yield* write("ours")
        yield* write("theirs")
        yield* take("ours", "Send")
        yield* declare
        yield* take("theirs", "Send", ben)
        yield* Actions.carryWaiting(work, 9)
        assert.deepStrictEqual([yield* stateOf("ours"), yield* stateOf("theirs")], ["Sending", "Sent"])
        yield* TestClock.adjust("5 minutes")
        yield* Actions.carryWaiting(work, 9)
        assert.strictEqual(yield* stateOf("ours"), "Sending")
        yield* standDown
        yield* TestClock.adjust("1 minute")
        yield* Worker.round(work)
        assert.strictEqual(yield* stateOf("ours"), "Sent")
        assert.strictEqual(carried.length, 2)
      })
    )
  )

  it.effect("what has happened outside is taken in, whatever is suspended", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("one")
        yield* take("one", "Send")
        yield* declare
        yield* Operations.send(Announcement, { key: "out", case: id("one"), step: "Out", by: Actor.world, input: {} })
        assert.strictEqual(yield* stateOf("one"), "Sent")
      })
    )
  )

  it.effect("a desk and its offers leave out what is suspended for whom they are, and what is not granted", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("one")
        const caseload = Caseload.make(work.processes)
        const open = (person: Actor.Person) =>
          Effect.map(Offers.to(caseload, person), (offers) =>
            offers.flatMap(({ case: one, step }) => (one === undefined ? [] : [`${one.id} ${step.name}`]))
          )
        assert.deepStrictEqual(yield* open(ann), ["one Send"])
        yield* declare
        assert.deepStrictEqual(yield* open(ann), ["spill StandDown"])
        assert.deepStrictEqual((yield* open(ben)).sort(), ["one Send", "spill StandDown"])
        const give = { key: "give", case: id("leave"), step: "Give", by: ann, input: { subject: "one" } } as const
        yield* Operations.send(Leave, give)
        assert.include(yield* open(ben), "one Clear")
      })
    )
  )

  it.effect("the same order twice is answered alike, also when the step is suspended by then", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("one")
        const first = yield* take("one", "Send")
        yield* declare
        assert.deepStrictEqual((yield* take("one", "Send")).event, first.event)
      })
    )
  )

  it.effect("an order that names the version it was made for is weighed like any other", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("one")
        yield* declare
        const order = { key: "now", case: id("one"), step: "Send", input: {}, expected: 1 } as const
        assertEquals(yield* Effect.flip(Operations.send(Announcement, { ...order, by: ann })), suspended("Send"))
        yield* Operations.send(Announcement, { ...order, by: ben })
        const log = yield* EventLog.EventLog
        assert.lengthOf(yield* log.read({ process: "Announcement", case: id("one") }), 2)
      })
    )
  )
})
