/** What a case hears of those that it has begun while they are on their way, and of which of them. */
import { MemoryStore } from "@dualops/adapter-memory"
import { Operations, Worker } from "@dualops/core/operations"
import { Case, Diagram, type Process, Soundness } from "@dualops/core/process"
import { FamilyLaws, ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { cast, Purchase, Sending } from "../process/Purchase.ts"
import { ann, inHouse } from "./openHouse.ts"

FamilyLaws.suite("a purchase, which hears of stations", FamilyLaws.member(Purchase, cast), {
  store: () => MemoryStore.layer,
  children: [FamilyLaws.member(Sending, { people: cast.people, settings: [{}] })],
  schedules: globalThis.process.env.CI === "true" ? 1_000 : 100
})
ProcessLaws.suite("a purchase, which hears of stations", Purchase, cast)

const may = Case.CaseId.make("may")
const parcel = (index: number) => Case.CaseId.make(`Purchase/may/1/parcel/${index}`)
let keys = 0
const take = <P extends Process.Any, S extends Process.StepOf<P>>(
  process: P,
  id: Case.CaseId,
  step: S,
  input: Process.InputOf<P, S>
) => Operations.send(process, { key: `${keys++}`, case: id, step, by: ann, input } as never)
const buy = (...to: readonly [string, ...ReadonlyArray<string>]) => take(Purchase, may, "Buy", { to })
const carried = Effect.forEach([1, 2, 3], () => Worker.round({ processes: [Purchase, Sending], carriers: [] }), {
  discard: true
})
const heard = Effect.map(Operations.load(Purchase, may), (one) => one?.state.lines.map((line) => line.heard))

describe("A case that wants to hear of a station of its children", () => {
  it.effect("hears of each that has come there, by its name, with what it asks for of that state", () =>
    inHouse(
      Effect.gen(function* () {
        yield* buy("wang", "li")
        yield* carried
        yield* take(Sending, parcel(1), "Send", { van: "7" })
        yield* carried
        assert.deepStrictEqual(yield* heard, [[], ["in 7"]])
        yield* take(Sending, parcel(1), "Arrive", {})
        yield* carried
        assert.deepStrictEqual(yield* heard, [[], ["in 7", "Arrived"]])
      })
    )
  )

  it.effect("hears of a station before the end, and as it was, where both come to be told together", () =>
    inHouse(
      Effect.gen(function* () {
        yield* buy("wang")
        yield* carried
        yield* take(Sending, parcel(0), "Send", { van: "7" })
        yield* take(Sending, parcel(0), "Lose", {})
        yield* carried
        assert.deepStrictEqual(yield* heard, [["in 7", "Lost"]])
      })
    )
  )

  it.effect("hears once of a station to which one comes back", () =>
    inHouse(
      Effect.gen(function* () {
        yield* buy("wang")
        yield* carried
        yield* take(Sending, parcel(0), "Send", { van: "7" })
        yield* take(Sending, parcel(0), "Return", {})
        yield* carried
        yield* take(Sending, parcel(0), "Send", { van: "8" })
        yield* carried
        assert.deepStrictEqual(yield* heard, [["in 7"]])
      })
    )
  )

  it.effect("is told nothing of stations when it is over, and nobody is troubled with them", () =>
    inHouse(
      Effect.gen(function* () {
        yield* buy("wang")
        yield* carried
        yield* take(Purchase, may, "Settle", {})
        yield* take(Sending, parcel(0), "Send", { van: "7" })
        yield* carried
        assert.deepStrictEqual(yield* heard, [[]])
      })
    )
  )

  it.effect("knows which of several was refused", () =>
    inHouse(
      Effect.gen(function* () {
        yield* buy("nowhere", "li")
        yield* take(Purchase, may, "Add", { to: "nowhere" })
        yield* carried
        assert.deepStrictEqual(yield* heard, [["Gift.Nowhere"], [], ["Gift.Nowhere"]])
      })
    )
  )

  it("says of which in its picture", () => {
    assert.include(Diagram.family([Purchase]), "Purchase")
    const shown = {
      ...Purchase,
      steps: { ...Purchase.steps, OnItsWay: { ...Purchase.steps.OnItsWay, to: ["Settled"] } }
    }
    assert.include(Diagram.mermaid(shown), "OnItsWay (child: parcel at OnItsWay)")
    assert.include(Diagram.mermaid(shown, { language: "zh" }), "获知在途（包裹到达「在途」）")
  })
})

describe("Soundness of stations", () => {
  const findings = (change: object) =>
    Soundness.check({ ...Purchase, ...change }).map(({ code, evidence, where }) => [code, where.path, evidence])
  const { parcel } = Purchase.children

  it("a purchase and its parcels are sound", () => {
    assert.deepStrictEqual([...Soundness.check(Purchase), ...Soundness.check(Sending)], [])
  })

  it("a station that is none, or an end, is found", () => {
    for (const station of ["Nowhere", "Arrived"]) {
      const passes = { OnItsWay: "OnItsWay", [station]: "OnItsWay" }
      assert.deepStrictEqual(findings({ children: { parcel: { ...parcel, passes } } }), [
        ["process/station-unheard", `Purchase.children.parcel.passes.${station}`, station]
      ])
    }
  })

  it("a state in which no step takes the news in is found, where the case may be by then", () => {
    const steps = { ...Purchase.steps, Add: { ...Purchase.steps.Add, to: ["Open", "Later"] } }
    assert.deepInclude(findings({ steps, states: [...Purchase.states, "Later"] }), [
      "process/station-unheard",
      "Purchase.children.parcel.passes.OnItsWay",
      "Later"
    ])
  })

  it("a state to which the case comes by news of that child alone needs no step", () => {
    const Ended = { ...Purchase.steps.Ended, to: ["Later"] }
    const found = findings({ steps: { ...Purchase.steps, Ended }, states: [...Purchase.states, "Later"] })
    assert.notInclude(
      found.map(([code]) => code),
      "process/station-unheard"
    )
  })
})
