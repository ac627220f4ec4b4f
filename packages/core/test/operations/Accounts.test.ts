/** Several accounts in one house: each has its handbook, its people and its cases. */
import { Tag } from "@dualops/core/account"
import { PostProcess } from "@dualops/core/content"
import type { Handbook } from "@dualops/core/handbook"
import {
  Carrier,
  Caseload,
  type EditionStore,
  Editions,
  EventLog,
  Openings,
  Operations,
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
  deskOf,
  inBoth,
  inStore,
  lin,
  mo,
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
const next = { ...ofTea, version: Case.HandbookVersion.make("tea 2") }
const ids = (cases: ReadonlyArray<Caseload.AnyCase>) => cases.map(({ case: { id } }) => String(id)).sort()

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
