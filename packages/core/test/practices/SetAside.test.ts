import { Caseload, type Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import { SetAside, SetAsideProcess } from "@dualops/core/practices"
import { Actor, Allowance, Case, SeenCase, Soundness } from "@dualops/core/process"
import { Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { later, nine } from "../operations/house.ts"
import { ann, ben, edition, inHouse } from "../operations/openHouse.ts"

const longest = Duration.days(7)
const resource = Resource.ResourceId.make("prizes")
const promise = { owner: ben.person, sponsor: ben.person, answers: Allowance.always("4 hours") }
const house = edition({ longest, resources: { [resource]: promise } })
const processes = [ResourceRequestProcess, SetAsideProcess]
const seen = { process: "ResourceRequest", case: Case.CaseId.make("cups"), version: 1 }

ProcessLaws.suite("SetAside", SetAsideProcess, {
  people: [ann.person, ben.person],
  settings: [{ longest }],
  inputs: {
    Put: (pick, at) => ({ of: SeenCase.nameOf(seen), until: DateTime.add(at, { hours: pick(9 * 24) }) })
  }
})

const ask = Operations.send(ResourceRequestProcess, {
  key: "ask",
  case: seen.case,
  step: "Ask",
  by: ann,
  input: { resource, need: "一百只杯子" }
})
const put = (by: Actor.Person, hours: number, of = SeenCase.nameOf(seen)) =>
  Operations.send(SetAsideProcess, {
    key: `${by.person} ${of}`,
    case: Case.CaseId.make(`for ${by.person}`),
    step: "Put",
    by,
    input: { of, until: later(hours * 60) }
  })
const bringBack = (by: Actor.Person, id: string) =>
  Operations.send(SetAsideProcess, { key: "back", case: Case.CaseId.make(id), step: "BringBack", by, input: {} })
/** The requests on somebody's desk. */
const requestsOf = (person: Actor.Person) =>
  Effect.map(Caseload.make(processes).desk(person), (tasks) => [
    ...new Set(tasks.flatMap((task) => (task.process === "ResourceRequest" ? [String(task.case)] : [])))
  ])
const pass = (hours: number) => TestClock.adjust(Duration.hours(hours))
const work = Worker.round({ processes, carriers: [] })
const asked = (body: Effect.Effect<void, unknown, Store | Editions.Editions>) =>
  inHouse(Effect.andThen(ask, body), house)

describe("A case that somebody has set aside", () => {
  it("is set aside soundly", () => assert.deepStrictEqual(Soundness.check(SetAsideProcess), []))

  it.effect("leaves their desk and nobody else's, and comes back at the moment that they said", () =>
    asked(
      Effect.gen(function* () {
        yield* put(ben, 2)
        assert.deepStrictEqual([yield* requestsOf(ben), yield* requestsOf(ann)], [[], ["cups"]])
        yield* pass(2)
        yield* work
        assert.deepStrictEqual(yield* requestsOf(ben), ["cups"])
      })
    )
  )

  it.effect("may still be worked on by them, and is on the desk of whoever acts in their place", () =>
    asked(
      Effect.gen(function* () {
        yield* put(ben, 2)
        assert.deepStrictEqual(yield* requestsOf(Actor.inPlaceOf("ann", "ben")), ["cups"])
        const grant = { key: "grant", case: seen.case, step: "Grant", by: ben, input: { terms: "周五" } } as const
        yield* Operations.send(ResourceRequestProcess, grant)
      })
    )
  )

  it.effect("comes back when something happens in it, and when its deadline has come though nobody worked", () =>
    asked(
      Effect.gen(function* () {
        yield* put(ben, 24)
        yield* pass(4)
        assert.deepStrictEqual(yield* requestsOf(ben), ["cups"])
        yield* work
        assert.deepStrictEqual(yield* requestsOf(ben), ["cups"])
      })
    )
  )

  it.effect("was not seen with what has happened before it was set aside, and stays where it is", () =>
    asked(
      Effect.gen(function* () {
        yield* pass(4)
        yield* work
        yield* put(ben, 24)
        assert.deepStrictEqual(yield* requestsOf(ben), ["cups"])
      })
    )
  )

  it.effect("is brought back by whoever has set it aside, and by nobody else", () =>
    asked(
      Effect.gen(function* () {
        yield* put(ben, 2)
        assertEquals(yield* Effect.flip(bringBack(ann, "for ben")), new SetAside.NotYours({ by: ben.person }))
        yield* bringBack(ben, "for ben")
        assert.deepStrictEqual(yield* requestsOf(ben), ["cups"])
      })
    )
  )

  it.effect("is set aside for no longer than the handbook allows, until a moment to come, and if it is a case", () =>
    asked(
      Effect.gen(function* () {
        const latest = DateTime.addDuration(nine, longest)
        for (const hours of [0, -1, 7 * 24 + 1]) {
          assertEquals(yield* Effect.flip(put(ben, hours)), new SetAside.TooLong({ until: later(hours * 60), latest }))
        }
        assertEquals(yield* Effect.flip(put(ben, 2, "cups")), new SetAside.NoCase({ of: "cups" }))
      })
    )
  )
})

describe("The name of a case as it was seen", () => {
  it("says which case, whatever its name is made of, and with how many events", () =>
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 200, unit: "grapheme" }),
        fc.integer({ min: 1, max: 1e9 }),
        (name, version) => {
          fc.pre(!name.includes("\u0000") && name.length <= 200)
          const one = { process: "Post", case: Case.CaseId.make(name), version }
          assert.deepStrictEqual(SeenCase.read(SeenCase.nameOf(one)), one)
        }
      )
    ))
})
