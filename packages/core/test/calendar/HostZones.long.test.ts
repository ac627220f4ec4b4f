import { ChineseHolidays, ClockReading, Explanation, Timetable, WorkingTime } from "@dualops/core/calendar"
import { afterAll, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { moveTo, onEveryHost, zones } from "./hosts.ts"
import { laws } from "./laws.ts"
import * as some from "./someCalendars.ts"

onEveryHost(laws)

describe("whatever the host's zone", () => {
  afterAll(() => moveTo())

  it("the answers do not depend on the host's zone", () => {
    fc.assert(
      fc.property(some.calendar, some.moment, some.workingHours(40), some.clock, (words, start, work, clock) => {
        const answers = zones.map((zone) => {
          moveTo(zone)
          const timetable = Timetable.make(words, ChineseHolidays.holidays)
          const segments = WorkingTime.explain(timetable, start, DateTime.addDuration(start, work))
          return JSON.stringify([
            WorkingTime.deadline(timetable, start, work),
            Result.map(segments, (list) => list.map(Explanation.sentence)),
            ClockReading.read(clock.history, clock.at)
          ])
        })
        assertEquals(answers, [answers[0], answers[0], answers[0]])
      }),
      { numRuns: 300 }
    )
  })
})
