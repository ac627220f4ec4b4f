/** Several accounts in one house: each has its handbook, its people and its cases. */
import { AccountId, Tag } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import { type Handbook, HandOver } from "@dualops/core/handbook"
import {
  Carrier,
  Caseload,
  type EditionStore,
  Editions,
  EventLog,
  Offers,
  Openings,
  Operations,
  Refusals,
  type Store,
  Worker,
  Writing
} from "@dualops/core/operations"
import { Practices } from "@dualops/core/practices"
import { Actor, Case, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import {
  compose,
  cups,
  gu,
  inStore,
  lin,
  mo,
  morning,
  named,
  ofCups,
  ofTea,
  processes,
  started,
  step,
  takeOver,
  tea,
  zhou
} from "./accountsHouse.ts"

const test = (sentence: string, body: Effect.Effect<unknown, unknown, Store | EditionStore.EditionStore>) =>
  it.effect(sentence, () => Effect.asVoid(inStore(body)))
const both = [ofTea, ofCups] as const
const inBoth = <A, E, R>(body: Effect.Effect<A, E, R>) => started(body, both)
const next = { ...ofTea, version: Case.HandbookVersion.make("tea 2") }
const ids = (cases: ReadonlyArray<Caseload.AnyCase>) => cases.map(({ case: { id } }) => String(id)).sort()
const deskOf = (person: Actor.Person) =>
  Effect.map(
    Effect.suspend(() => Caseload.make(processes).desk(person)),
    (tasks) => [...new Set(tasks.map(({ case: id }) => String(id)))].sort()
  )

describe("Each account has a handbook of its own", () => {
  test(
    "of which one edition is today's, and a case runs under that of its account",
    inBoth(
      Effect.gen(function* () {
        assertEquals((yield* Editions.current(tea))?.version, ofTea.version)
        assertEquals((yield* Editions.current(cups))?.version, ofCups.version)
        assert.isUndefined(yield* Editions.current("3"))
        assertEquals((yield* compose(zhou, cups, "one").pipe(Effect.flip))._tag, "Process.NotPermitted")
        assertEquals((yield* compose(lin, tea, "one")).case.handbook, ofTea.version)
        assertEquals((yield* compose(mo, cups, "two")).case.handbook, ofCups.version)
      })
    )
  )

  test(
    "and a new edition of one changes nothing for the other",
    Effect.gen(function* () {
      yield* inBoth(Effect.andThen(compose(lin, tea, "old"), compose(mo, cups, "cup")))
      yield* started(
        Effect.gen(function* () {
          const submitted = yield* step(lin, "old", "Submit", {})
          assertEquals([submitted.event.handbook, submitted.event.entitledUnder], [ofTea.version, next.version])
          assertEquals((yield* step(mo, "cup", "Submit", {})).event.entitledUnder, undefined)
          assertEquals((yield* compose(lin, tea, "new")).case.handbook, next.version)
          assert.deepStrictEqual(yield* deskOf(lin), ["new", "old"])
          assert.deepStrictEqual(yield* deskOf(zhou), ["cup", "old"])
        }),
        [next, ofCups]
      )
    })
  )

  test(
    "so whoever works for two says for which one a case begins whose input names none",
    inBoth(
      Effect.gen(function* () {
        const taken = yield* Effect.flip(takeOver(zhou, "qin"))
        assertEquals(taken, new Operations.WhichAccount({ process: "Takeover", step: "Take", known: [tea, cups] }))
        assertEquals((yield* takeOver(zhou, "qin", cups).pipe(Effect.flip))._tag, "Takeover.NotAStandIn")
        // Whoever works for one need not.
        const qin = Actor.person("qin")
        assertEquals((yield* takeOver(qin, "zhou")).case.handbook, ofTea.version)
        assertEquals((yield* takeOver(Actor.person("nan"), "zhou")).case.handbook, ofCups.version)
        // An account that is another's is refused like one that there is not.
        for (const other of [cups, "3"])
          assertEquals(
            yield* Effect.flip(takeOver(lin, "he", other)),
            new Operations.WhichAccount({ process: "Takeover", step: "Take", known: [tea] })
          )
      })
    )
  )

  test(
    "and begins the rounds of each, also where both call them alike",
    Effect.gen(function* () {
      yield* inBoth(Openings.open(Practices.processes()))
      const log = yield* EventLog.EventLog
      const begun = (yield* log.log(0, 1_000)).filter(({ process }) => process === "Round")
      const under = begun.map(({ event }) => Reflect.get(Object(event), "handbook"))
      const count = (version: string) => under.filter((one) => one === version).length
      assert.isAbove(count("tea 1"), 0)
      assert.strictEqual(count("tea 1"), count("cups 1"))
      yield* inBoth(Openings.open(Practices.processes()))
      assert.strictEqual((yield* log.log(0, 1_000)).filter(({ process }) => process === "Round").length, begun.length)
    })
  )
})

describe("Every case", () => {
  test(
    "is found by its account, also one whose form names none",
    inBoth(
      Effect.gen(function* () {
        yield* takeOver(Actor.person("qin"), "zhou")
        yield* takeOver(Actor.person("nan"), "zhou")
        yield* compose(lin, tea, "leaf")
        const about = (account: string) => Effect.map(Caseload.about(processes, Tag.of("account", account)), ids)
        assert.deepStrictEqual(yield* about(tea), ["leaf", "qin for zhou"])
        assert.deepStrictEqual(yield* about(cups), ["nan for zhou"])
      })
    )
  )
})

describe("What the house opens itself", () => {
  test(
    "belongs to the account of the case that it is about, and to the desks of its people alone",
    inBoth(
      Effect.gen(function* () {
        yield* compose(mo, cups, "cup")
        yield* step(mo, "cup", "Submit", {})
        // A warning before the review is late, and then notices: messages are not delivered.
        const refused = new Writing.Refused({ code: "no-contact", detail: "" })
        const work = { processes: [PostProcess], carriers: [Carrier.make(Notify.notify, () => Effect.fail(refused))] }
        for (const _ of Array.from({ length: 4 })) {
          yield* TestClock.adjust("50 minutes")
          yield* Effect.repeat(Worker.round(work), { times: 3 })
        }
        const log = yield* EventLog.EventLog
        const own = (yield* log.log(0, 100)).filter(({ process }) => process !== "Post")
        assert.includeMembers(
          own.map(({ process }) => process),
          ["Warning", "Notice"]
        )
        for (const { event } of own) assert.strictEqual(Reflect.get(Object(event), "handbook"), ofCups.version)
        const told = own.map(({ process, case: id }) => ({ process, case: id }))
        const cases = (yield* Caseload.everyCase([])).filter(({ case: { id } }) => told.some((one) => one.case === id))
        assert.strictEqual((yield* Caseload.seen(mo)(cases)).length, cases.length)
        assert.deepStrictEqual(yield* Caseload.seen(lin)(cases), [])
      })
    )
  )
})

describe("Whoever has no right for an account", () => {
  test(
    "finds none of its cases on the desk, among the offers, by a tag, or in a hand-over",
    inBoth(
      Effect.gen(function* () {
        yield* compose(lin, tea, "leaf")
        yield* compose(mo, cups, "cup")
        assert.deepStrictEqual([yield* deskOf(lin), yield* deskOf(mo)], [["leaf"], ["cup"]])
        yield* step(lin, "leaf", "Submit", {})
        yield* step(mo, "cup", "Submit", {})
        assert.deepStrictEqual(yield* deskOf(zhou), ["cup", "leaf"])
        const offers = (person: Actor.Person) =>
          Effect.map(Offers.to(Caseload.make(processes), person), (all) =>
            [...new Set(all.flatMap(({ accounts }) => accounts))].sort()
          )
        assert.deepStrictEqual(
          [yield* offers(lin), yield* offers(mo), yield* offers(zhou)],
          [[tea], [cups], [tea, cups]]
        )
        const found = (account: string, person: Actor.Person) =>
          Caseload.about(processes, Tag.of("account", account)).pipe(
            Effect.flatMap(Caseload.seen(person)),
            Effect.map(ids)
          )
        assert.deepStrictEqual(
          [yield* found(cups, lin), yield* found(cups, mo), yield* found(cups, zhou)],
          [[], ["cup"], ["cup"]]
        )
        const handOver = HandOver.of({
          handbook: ofTea,
          editions: yield* Effect.flatMap(Editions.Editions, ({ today }) => today),
          holidays: ChineseHolidays.holidays,
          cases: yield* Caseload.everyCase(processes),
          out: zhou.person,
          in: Actor.PersonId.make("qin"),
          at: morning
        })
        assert.deepStrictEqual(
          [...handOver.open.shown, ...handOver.reviews.shown].map(({ id }) => String(id)),
          ["leaf"]
        )
        assert.notInclude(JSON.stringify(handOver), "cup")
      })
    )
  )

  test(
    "is answered as if there were no such case, while it is kept why",
    inBoth(
      Effect.gen(function* () {
        yield* compose(mo, cups, "cup")
        for (const name of ["cup", "nothing"]) {
          const refused = yield* Effect.flip(step(lin, name, "Submit", {}))
          assert.strictEqual(refused.message, "Submit cannot be done while the case is not begun.")
        }
        // Nor is anything learnt by a key that somebody has used there.
        const reused = { key: "cup", case: named("cup"), step: "Withdraw", by: lin, input: { reason: "?" } } as const
        assertEquals((yield* Effect.flip(Operations.send(PostProcess, reused)))._tag, "Process.OutOfOrder")
        assertEquals((yield* compose(lin, tea, "cup").pipe(Effect.flip))._tag, "Process.NotPermitted")
        const kept = yield* Refusals.of({ process: "Post", case: named("cup") })
        assert.deepStrictEqual(
          kept.map(({ step, under, why }) => [step, under as string, why]),
          ["Compose", "Withdraw", "Submit"].map((step) => [step, "cups 1", "Process.NotPermitted"])
        )
      })
    )
  )

  test(
    "writes for it as for one that there is not",
    inBoth(
      Effect.gen(function* () {
        const [other, none] = [
          yield* Effect.flip(compose(lin, cups, "1")),
          yield* Effect.flip(compose(lin, AccountId.make("2000000003"), "2"))
        ]
        assertEquals([other._tag, none._tag], ["Process.UnknownAccount", "Process.UnknownAccount"])
        assert.strictEqual(other.message.replace(cups, "2000000003"), none.message)
      })
    )
  )

  test(
    "gets none by taking somebody's place in the handbook of another",
    inBoth(
      Effect.gen(function* () {
        yield* compose(lin, tea, "leaf")
        yield* compose(mo, cups, "cup")
        yield* step(lin, "leaf", "Submit", {})
        yield* step(mo, "cup", "Submit", {})
        const qin = Actor.person("qin")
        yield* takeOver(qin, "zhou")
        const inPlace = Actor.inPlaceOf("qin", "zhou")
        assert.deepStrictEqual(yield* deskOf(inPlace), ["leaf"])
        assertEquals((yield* step(inPlace, "cup", "Approve", {}).pipe(Effect.flip))._tag, "Process.OutOfOrder")
        assertEquals((yield* step(inPlace, "leaf", "Approve", {})).case.state._tag, "Approved")
      })
    )
  )

  test(
    "sees nothing of what another program keeps in the same store, whose handbook this one does not have",
    Effect.gen(function* () {
      yield* started(compose(mo, cups, "cup"), ofCups)
      yield* started(
        Effect.gen(function* () {
          yield* compose(lin, tea, "leaf")
          assert.deepStrictEqual(yield* deskOf(lin), ["leaf"])
          assert.deepStrictEqual(ids(yield* Effect.flatMap(Caseload.everyCase(processes), Caseload.seen(lin))), [
            "leaf"
          ])
          assertEquals((yield* step(gu, "cup", "Submit", {}).pipe(Effect.flip))._tag, "Process.OutOfOrder")
        }),
        ofTea
      )
    })
  )
})

describe("A house does not start", () => {
  const refused = (...handbooks: [Handbook.Handbook, ...ReadonlyArray<Handbook.Handbook>]) =>
    Effect.map(Effect.flip(started(Effect.void, handbooks)), ({ message }) => message)

  test(
    "with two handbooks that cannot be told apart, or in which one name is two people's",
    Effect.gen(function* () {
      assert.strictEqual(
        yield* refused(ofTea, { ...ofCups, account: ofTea.account }),
        `Two handbooks are for the account ${tea}, Xinghe Tea and Xinghe Cups: a house has one for each.`
      )
      assert.strictEqual(
        yield* refused(ofTea, { ...ofCups, version: ofTea.version }),
        "The handbooks of Xinghe Tea and Xinghe Cups both have an edition tea 1: give one of them another version, such as its brand and a number."
      )
      const people = { ...ofCups.team.people, [zhou.person]: { name: "周舟", roles: [] } }
      assert.strictEqual(
        yield* refused(ofTea, { ...ofCups, team: { ...ofCups.team, people } }),
        "zhou is 周宁 in one handbook, and 周舟 in another: the same id is the same person in all handbooks of a house."
      )
    })
  )

  test(
    "under a version that an earlier edition of another account has",
    Effect.gen(function* () {
      yield* started(Effect.void, [ofTea, ofCups])
      assert.include(
        yield* refused(next, { ...ofCups, version: ofTea.version }),
        "Edition tea 1 is kept, and says something else in"
      )
    })
  )
})
