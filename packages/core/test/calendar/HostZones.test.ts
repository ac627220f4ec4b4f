import { ChineseHolidays, ClockReading, Explanation, Timetable, WorkingTime } from "@dualops/core/calendar"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { laws } from "./laws.ts"
import * as some from "./someCalendars.ts"

// Minutes that the host's clock is behind UTC in January.
const hosts = { UTC: 0, "Asia/Shanghai": -480, "America/New_York": 300 }
const home = process.env.TZ
const moveTo = (zone: string | undefined) => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
}

for (const [zone, behind] of Object.entries(hosts)) {
  describe(`on a host in ${zone}`, () => {
    beforeAll(() => moveTo(zone))
    afterAll(() => moveTo(home))

    it("the host really is there", () => {
      assert.strictEqual(new Date("2026-01-15T12:00:00Z").getTimezoneOffset(), behind)
      assert.strictEqual(Intl.DateTimeFormat().resolvedOptions().timeZone, zone)
    })

    laws()
  })
}

describe("whatever the host's zone", () => {
  afterAll(() => moveTo(home))

  it("the answers do not depend on the host's zone", () => {
    fc.assert(
      fc.property(some.calendar, some.moment, some.workingHours(40), some.clock, (words, start, work, clock) => {
        const answers = Object.keys(hosts).map((zone) => {
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
