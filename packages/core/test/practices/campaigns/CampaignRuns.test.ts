import { Caseload, Operations } from "@dualops/core/operations"
import { CampaignProcess, CodeSeriesProcess, PrizeDeliveryProcess, PrizeDrawProcess } from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import fc from "fast-check"
import { brief, gao, he, hours, lin, ofBudget, prizes, shen, website, withChildren } from "./CampaignCast.ts"
import { answered, approved, carried, inHouse, left, pass, requestStates, stateOf } from "./CampaignHouse.ts"

/** What people do, and how much time passes before they do the next thing. */
const move = fc.record({
  does: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        approve: fc.nat(4),
        day: fc.integer({ min: 1, max: 6 }),
        budget: fc.integer({ min: 6_000, max: 20_000 }),
        gives: fc.boolean()
      })
    },
    {
      weight: 4,
      arbitrary: fc.record({ grants: fc.constantFrom(prizes, prizes, website), isYes: fc.nat(3).map((one) => one > 0) })
    },
    { weight: 2, arbitrary: fc.record({ spend: fc.nat(4), amount: fc.nat(9_000) }) },
    { weight: 1, arbitrary: fc.record({ stop: fc.nat(4) }) },
    { weight: 3, arbitrary: fc.record({ issues: fc.constantFrom("Approve", "Issue", "Discard", "Stop") }) },
    { weight: 3, arbitrary: fc.record({ delivers: fc.constantFrom("Tell", "Decline", "Abandon") }) }
  ),
  hours: fc.nat(30)
})
type Move = typeof move extends fc.Arbitrary<infer A> ? A : never

/** Chance seldom brings a campaign far: half of the runs begin with one for which all goes well so far. */
const begun = fc.boolean().map((gives): ReadonlyArray<Move> => {
  const all: ReadonlyArray<Move["does"]> = [
    { approve: 0, day: 1, budget: 20_000, gives },
    { grants: prizes, isYes: true },
    { grants: website, isYes: true },
    { issues: "Approve" },
    { issues: "Issue" }
  ]
  return all.map((does) => ({ does, hours: 1 }))
})
const run = fc
  .tuple(fc.option(begun, { nil: [], freq: 2 }), fc.array(move, { minLength: 20, maxLength: 30 }))
  .map(([first, others]) => [...first, ...others])

const names = ["one", "two", "three", "four", "five"]
const nameOf = (number: number) => names[number] ?? "one"
const onCampaign = (number: number) => ({ case: Case.CaseId.make(nameOf(number)), by: lin })

const take = (key: string, { does }: Move) => {
  if ("approve" in does) {
    const from = 24 * does.day + 12
    const its = { ...brief, budget: does.budget, warmUp: hours(from - 2), from: hours(from), until: hours(from + 30) }
    return approved(nameOf(does.approve), does.gives ? withChildren({ ...its, needs: its.needs.slice(0, 1) }) : its)
  }
  if ("issues" in does) return toEach(CodeSeriesProcess, key, does.issues)
  if ("delivers" in does)
    return toEach(does.delivers === "Abandon" ? PrizeDrawProcess : PrizeDeliveryProcess, key, does.delivers)
  if ("grants" in does) {
    return answered(does.grants, does.grants === prizes ? shen : gao, does.isYes ? "Grant" : "Refuse")
  }
  if ("stop" in does) {
    return Operations.send(CampaignProcess, { key, ...onCampaign(does.stop), step: "Stop", input: { reason: "停产" } })
  }
  const { amount, spend } = does
  return Operations.send(CampaignProcess, { key, ...onCampaign(spend), step: "Spend", input: { amount, what: "广告" } })
}

const family = [CodeSeriesProcess, PrizeDrawProcess, PrizeDeliveryProcess]
/** Somebody takes the step of every case of that kind in which it can be taken. */
const toEach = Effect.fnUntraced(function* (process: (typeof family)[number], key: string, step: string) {
  for (const one of yield* Caseload.everyCase(family)) {
    if (one.process !== process) continue
    const input = step === "Stop" || step === "Decline" || step === "Abandon" ? { reason: "停产" } : {}
    const by = step === "Approve" ? he : lin
    yield* Effect.ignore(Operations.submit(family, by, { process: process.name, case: one.case.id, key, step, input }))
  }
  yield* carried
})

/** Every child that is open has a parent that is open, too; so none is left without an end. */
const openChildren = Effect.gen(function* () {
  const all = yield* Caseload.everyCase([...family, CampaignProcess])
  const over = new Set(
    all.flatMap(({ case: { id, state }, process }) =>
      process === CampaignProcess && (state._tag === "Stopped" || state._tag === "Over") ? [id as string] : []
    )
  )
  return all
    .filter(({ case: { parent }, process }) => process !== PrizeDeliveryProcess && over.has(parent?.case ?? ""))
    .map(({ case: { state } }) => state._tag)
    .filter((tag) => !["Settled", "Abandoned", "Ended", "Stopped", "Discarded"].includes(tag))
})

/** The states in which a campaign was seen. */
const reached = new Set<string>()

const holds = (moves: ReadonlyArray<Move>) =>
  inHouse(
    Effect.gen(function* () {
      for (const [index, one] of moves.entries()) {
        // Much of what people try is refused.
        yield* Effect.ignore(take(`move ${index}`, one))
        yield* pass(one.hours)
        const states = (yield* Effect.forEach(names, stateOf)).filter((state) => state !== undefined)
        for (const { _tag } of states) reached.add(_tag)
        const live = states.filter(({ _tag }) => _tag === "Live" || _tag === "WarmingUp")
        assert.isAtMost(live.length, ofBudget.together)
        for (const state of live) {
          const given = "given" in state ? state.given.map(({ need }) => need) : []
          assert.include(given, "三十个杯子")
          if (state._tag !== "Live" && state._tag !== "WarmingUp") continue
          const { codes = [], draws = [] } = state.brief
          // Whatever it promised the public is there, or was before a person ended it.
          const there = state.children.filter(({ stands }) => stands !== "ordered")
          assert.sameMembers(
            there.map(({ name }) => name),
            [...draws, ...codes].map(({ name }) => name)
          )
        }
        assert.isAtLeast((yield* left) ?? -1, 0)
        assert.deepStrictEqual(yield* openChildren, [])
      }
      yield* pass(5)
      assert.notInclude(yield* requestStates, "Asked")
    })
  )

describe("Campaigns of a year, whatever people do and however late", () => {
  it("are live only with what they must have, within the caps, and no ask stays without answer or sponsor", async () => {
    const numRuns = globalThis.process.env.CI === "true" ? 150 : 50
    await fc.assert(
      fc.asyncProperty(run, (moves) => Effect.runPromise(Effect.provide(holds(moves), TestClock.layer()))),
      { numRuns }
    )
    for (const tag of ["Stopped", "Live", "Reporting", "ToRevise", "Preparing", "WindingUp"])
      assert.isTrue(reached.has(tag), tag)
  })
})
