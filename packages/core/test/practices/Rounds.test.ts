/** Which rounds a handbook says there are, and that workers begin each of them once. */

import { MemoryStore } from "@dualops/adapter-memory"
import { Editions } from "@dualops/core"
import { type Cadence, ChineseHolidays } from "@dualops/core/calendar"
import type { Handbook } from "@dualops/core/handbook"
import { Carrier, Caseload, Operations, Worker } from "@dualops/core/operations"
import { Edition, Practices } from "@dualops/core/practices"
import { Actor, type Agenda, Notify } from "@dualops/core/process"
import { Duty, RoundProcess } from "@dualops/core/team"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, type Layer, Struct } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { xinghe } from "../handbook/worked.ts"

const { holidays } = ChineseHolidays
const at = (wall: string) => DateTime.makeUnsafe(`${wall}+08:00`)
const wall = (moment: DateTime.Utc) => DateTime.formatIso(DateTime.add(moment, { hours: 8 })).slice(0, 16)
const agendaOf = (handbook: Handbook.Handbook) => Practices.agenda(handbook, holidays)
/** The rounds of a series, as id, beginning and end. */
const rounds = (series: string, from: string, until: string, handbook = xinghe) =>
  agendaOf(handbook)(at(from), at(until)).flatMap((one) =>
    one.series === series ? [[one.case.split("/").at(-1), wall(one.from), wall(one.until)]] : []
  )
const reporting = Duty.DutyId.make("reporting")
/** The worked handbook with this cadence of its reports. */
const reported = (cadence: Cadence.Frequency): Handbook.Handbook => {
  const duty = xinghe.duties[reporting]
  assert.isDefined(duty)
  return { ...xinghe, duties: { ...xinghe.duties, [reporting]: { ...duty, cadence } } }
}

describe("The agenda of a handbook", () => {
  it("has a round of a duty for every week, from its first working hour to its last, a make-up Sunday included", () => {
    assert.deepStrictEqual(
      rounds("duty/reporting", "2026-09-07T00:00", "2026-09-15T00:00", reported({ times: 1, per: "week" })),
      [
        ["2026-09-07", "2026-09-07T09:00", "2026-09-11T19:00"],
        ["2026-09-14", "2026-09-14T09:00", "2026-09-20T19:00"]
      ]
    )
  })

  it("knows the holidays and make-up workdays: National Day has no daily rounds, the Sunday before it has one", () => {
    const daily = rounds("duty/reporting", "2026-09-30T00:00", "2026-10-11T00:00", reported({ times: 1, per: "day" }))
    assert.deepStrictEqual(
      daily.map(([date]) => date),
      ["2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10"]
    )
  })

  it("shares several times out over the dates, and counts what is asked more often than there are dates", () => {
    const twice = rounds("duty/reporting", "2026-09-07T00:00", "2026-09-12T00:00", reported({ times: 2, per: "week" }))
    assert.deepStrictEqual(twice, [
      ["2026-09-07", "2026-09-07T09:00", "2026-09-08T19:00"],
      ["2026-09-09", "2026-09-09T09:00", "2026-09-11T19:00"]
    ])
    const often = agendaOf(reported({ times: 4, per: "day" }))(at("2026-09-07T00:00"), at("2026-09-08T00:00"))
    const [one, ...more] = often.filter(({ series }) => series === "duty/reporting")
    assert.deepInclude(one?.input, { times: 4 })
    assert.deepStrictEqual(more, [])
  })

  it("has the warm-up, the run and the report of what is planned", () => {
    const all = agendaOf(xinghe)(at("2026-11-01T00:00"), at("2026-11-30T00:00"))
    assert.deepStrictEqual(
      all.flatMap(({ from, series, until }) =>
        series.startsWith("plan/codes") ? [[series, wall(from), wall(until)]] : []
      ),
      [
        ["plan/codes/warm-up", "2026-10-26T00:00", "2026-11-02T10:00"],
        ["plan/codes/run", "2026-11-02T10:00", "2026-11-16T00:00"],
        ["plan/codes/report", "2026-11-16T00:00", "2026-11-18T19:00"]
      ]
    )
  })

  it("is the same whether a span is asked for at once or in pieces", () => {
    const agenda = agendaOf(xinghe)
    const hour = fc.integer({ min: 0, max: 24 * 120 }).map((hours) => DateTime.add(at("2026-09-01T00:00"), { hours }))
    const ids = (all: ReadonlyArray<Agenda.Opening>) => new Set(all.map(({ case: id }) => id))
    fc.assert(
      fc.property(fc.array(hour, { minLength: 3, maxLength: 3 }), (some) => {
        const [first = at("2026-09-01T00:00"), middle = first, last = middle] = some.toSorted(DateTime.Order)
        const pieces = [...agenda(first, middle), ...agenda(middle, last)]
        assert.deepStrictEqual(ids(pieces), ids(agenda(first, last)))
      }),
      { numRuns: 50 }
    )
  })

  const opening = ["advertising", "campaigns", "reports", "rounds"] as const

  it("is empty where a handbook has no section for it", () => {
    const without = Struct.omit(xinghe as typeof xinghe & Record<(typeof opening)[number], unknown>, opening)
    assert.deepStrictEqual(agendaOf(without)(at("2026-09-01T00:00"), at("2026-12-01T00:00")), [])
  })
})

const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
const work = { processes: [RoundProcess], carriers: [tell] }
const begun = Effect.map(
  Effect.suspend(() => Caseload.everyCase([RoundProcess])),
  (all) => all.map(({ case: { id, state } }) => `${String(id).replace("round/", "")} ${state._tag}`)
)
const reports = Effect.map(begun, (all) => all.filter((one) => one.startsWith("duty/reporting")))
const workAt = Effect.fnUntraced(function* (
  time: string,
  handbook: Handbook.Handbook = reported({ times: 1, per: "day" })
) {
  yield* TestClock.setTime(at(time).epochMilliseconds)
  yield* Effect.provide(Worker.round(work), editions(handbook))
})
const editions = (handbook: Handbook.Handbook) => Editions.layer(Edition.edition(handbook, holidays))
const test = (sentence: string, body: Effect.Effect<void, unknown, Layer.Success<typeof MemoryStore.layer>>) =>
  it.effect(sentence, () => Effect.provide(body, MemoryStore.layer))

describe("A worker", () => {
  test(
    "begins a round once it is time, once, however often and with how many it looks",
    Effect.gen(function* () {
      yield* workAt("2026-09-07T08:59")
      assert.deepStrictEqual(yield* reports, [])
      yield* Effect.all([workAt("2026-09-07T09:00"), workAt("2026-09-07T09:00")], { concurrency: 2 })
      yield* workAt("2026-09-07T12:00")
      assert.deepStrictEqual(yield* reports, ["duty/reporting/day/2026-09-07 Open"])
    })
  )

  test(
    "that was away begins what was missed, which is late",
    Effect.gen(function* () {
      yield* workAt("2026-09-07T10:00")
      yield* workAt("2026-09-10T10:00")
      assert.deepStrictEqual(yield* reports, [
        "duty/reporting/day/2026-09-07 Late",
        "duty/reporting/day/2026-09-08 Late",
        "duty/reporting/day/2026-09-09 Late",
        "duty/reporting/day/2026-09-10 Open"
      ])
    })
  )

  test(
    "that is new in a house begins with what is now",
    Effect.gen(function* () {
      yield* workAt("2026-09-10T10:00")
      assert.deepStrictEqual(yield* reports, ["duty/reporting/day/2026-09-10 Open"])
    })
  )

  test(
    "changes with another cadence only what lies ahead",
    Effect.gen(function* () {
      yield* workAt("2026-09-07T10:00", reported({ times: 1, per: "week" }))
      yield* workAt("2026-09-09T10:00", reported({ times: 1, per: "day" }))
      assert.deepStrictEqual(yield* reports, [
        "duty/reporting/week/2026-09-07 Open",
        "duty/reporting/day/2026-09-09 Open"
      ])
    })
  )

  test(
    "puts on a desk what its owner has to do today, and takes it off when it is done",
    Effect.gen(function* () {
      const caseload = Caseload.make([RoundProcess])
      const daily = editions(reported({ times: 1, per: "day" }))
      const desk = Effect.map(Effect.provide(caseload.desk(Actor.person("qin")), daily), (tasks) =>
        tasks.flatMap(({ case: id, step }) => (id.includes("duty/reporting") ? [{ id, step }] : []))
      )
      yield* workAt("2026-09-07T10:00")
      const [first, second] = yield* desk
      assert.deepStrictEqual([first?.step, second?.step], ["Finish", "LeaveOut"])
      if (first === undefined) return
      const done = {
        key: "done",
        case: first.id,
        step: "Finish",
        by: Actor.person("qin"),
        input: { note: "" }
      } as const
      yield* Effect.provide(Operations.send(RoundProcess, done), daily)
      assert.deepStrictEqual(yield* desk, [])
      assert.deepStrictEqual(yield* reports, ["duty/reporting/day/2026-09-07 Done"])
    })
  )
})
