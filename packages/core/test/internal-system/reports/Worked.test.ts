/** How reports count promises: by working time, whoever was to keep them. */

import { Holidays, Timetable } from "@dualops/core/calendar"
import { Actor, Allowance, Calendars, Case, Notify, Process } from "@dualops/core/process"
import { Worked } from "@dualops/core/reports"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, type Schema } from "effect"

const words = { zh: "事", en: "thing" }
const { deadline, process, start, stay, step } = Process.define("Errand", {
  title: words,
  settings: {},
  states: { Open: { title: words, who: Actor.PersonId }, Done: { title: words } },
  actions: { notify: Notify.notify }
})
const Errand = process({
  about: () => words,
  awaits: (state) => (state._tag === "Open" ? [state.who] : []),
  steps: {
    Ask: start({ title: words, to: ["Open"], by: "world", input: { who: Actor.PersonId } }),
    Do: step({ title: words, from: ["Open"], to: ["Done"], by: "errand.do", evolve: () => ({ _tag: "Done" }) }),
    Remind: stay({
      title: words,
      from: ["Open"],
      by: "clock",
      performs: { notify: ({ who }) => ({ to: who, message: words }) }
    })
  },
  final: ["Done"],
  deadlines: {
    promise: deadline({
      title: words,
      while: ["Open"],
      within: () => Allowance.of("2 hours", "office"),
      fires: "Remind"
    })
  }
})

const open = [{ from: "09:00", to: "18:00" }] as const
const office = Timetable.make(
  {
    timeZone: "Asia/Shanghai",
    week: { monday: open, tuesday: open, wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
    exceptions: []
  },
  Holidays.fromSchedules([])
)
const edition = {
  settings: () => ({}) as never,
  calendars: (name: string) => (name === "office" ? office : Calendars.always())
}
const id = Case.CaseId.make("1")
const event = (version: number, name: string, at: string, by: unknown, facts: unknown) => ({
  process: "Errand",
  case: id,
  position: version,
  version,
  state: "",
  event: {
    case: id,
    version,
    step: name,
    at: DateTime.formatIso(DateTime.makeUnsafe(at)),
    by,
    handbook: "1",
    facts
  } as Schema.Json
})
const workedOf = (done: string | undefined, until: string) => {
  const following = Worked.follow({ processes: [Errand], edition: () => edition, until: DateTime.makeUnsafe(until) })
  // A Monday.
  following.take([event(1, "Ask", "2026-06-01T17:00:00+08:00", { _tag: "World" }, { who: "lin" })])
  if (done !== undefined) following.take([event(2, "Do", done, { _tag: "Person", person: "zhou" }, {})])
  return following.worked()
}

describe("A promise of two hours, given an hour before the office closes", () => {
  it("is kept before an hour of the next morning is over, by whoever did it", () => {
    const [ran] = workedOf("2026-06-02T09:59:00+08:00", "2026-06-05T00:00:00+08:00").ran
    assert.deepInclude(ran, { isInTime: true, lateMinutes: 0, deadline: "promise" })
    assert.deepStrictEqual<ReadonlyArray<string>>(ran?.people ?? [], ["zhou"])
  })

  it("is late by the minutes that the office was open for, and no night counts", () => {
    assert.deepInclude(workedOf("2026-06-02T10:30:00+08:00", "2026-06-05T00:00:00+08:00").ran[0], {
      isInTime: false,
      lateMinutes: 30
    })
    assert.deepInclude(workedOf("2026-06-02T10:00:00+08:00", "2026-06-05T00:00:00+08:00").ran[0], {
      isInTime: false,
      lateMinutes: 0
    })
  })

  it("runs on at the end, late for whoever is waited for; what came later has not happened yet", () => {
    const { deeds, open, ran } = workedOf("2026-06-02T14:00:00+08:00", "2026-06-02T12:00:00+08:00")
    assert.lengthOf(deeds, 1)
    assert.lengthOf(open, 1)
    assert.deepInclude(ran[0], { ended: undefined, isInTime: false, lateMinutes: 120 })
    assert.deepStrictEqual<ReadonlyArray<string>>(ran[0]?.people ?? [], ["lin"])
  })
})
