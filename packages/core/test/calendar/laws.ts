/** The laws of working time and of clocks, each a property named as the sentence that it proves. */
import {
  ChineseHolidays,
  type Clock,
  ClockReading,
  Explanation,
  Holidays,
  Timetable,
  WorkingTime
} from "@dualops/core/calendar"
import { assert, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Result } from "effect"
import * as fc from "fast-check"
import { openMinutes } from "./slowOracle.ts"
import * as some from "./someCalendars.ts"

const runs = { numRuns: 300 }
const at = DateTime.toEpochMillis

/** The deadline in epoch milliseconds; one that cannot be known lies behind all that can. */
const deadline = (...question: Parameters<typeof WorkingTime.deadline>): number =>
  Result.match(WorkingTime.deadline(...question), { onFailure: () => Number.POSITIVE_INFINITY, onSuccess: at })

const law = <Facts>(sentence: string, facts: fc.Arbitrary<Facts>, holds: (facts: Facts) => void) =>
  it(sentence, () => fc.assert(fc.property(facts, holds), runs))

/** All laws, for whichever zone the host is in. */
export const laws = () => {
  law(
    "a later start never has an earlier deadline",
    fc.record({ timetable: some.timetable, a: some.moment, b: some.moment, d: some.workingHours(60) }),
    ({ timetable, a, b, d }) => {
      assert.isAtMost(deadline(timetable, DateTime.min(a, b), d), deadline(timetable, DateTime.max(a, b), d))
    }
  )

  law(
    "more work never has an earlier deadline",
    fc.record({ timetable: some.timetable, start: some.moment, d: some.workingHours(60), more: some.workingHours(20) }),
    ({ timetable, start, d, more }) => {
      assert.isAtMost(deadline(timetable, start, d), deadline(timetable, start, Duration.sum(d, more)))
    }
  )

  law(
    "work done in two parts ends when the same work done at once ends",
    fc.record({ timetable: some.timetable, start: some.moment, d1: some.workingHours(30), d2: some.workingHours(30) }),
    ({ timetable, start, d1, d2 }) => {
      const first = deadline(timetable, start, d1)
      const second = Number.isFinite(first) ? deadline(timetable, DateTime.makeUnsafe(first), d2) : first
      assert.strictEqual(second, deadline(timetable, start, Duration.sum(d1, d2)))
    }
  )

  law(
    "the working time up to a deadline is the work",
    fc.record({ timetable: some.timetable, start: some.moment, d: some.workingHours(60) }),
    ({ timetable, start, d }) => {
      const due = WorkingTime.deadline(timetable, start, d)
      if (Result.isSuccess(due)) assertEquals(WorkingTime.between(timetable, start, due.success), Result.succeed(d))
    }
  )

  law(
    "adding a holiday never brings a deadline nearer",
    fc.record({
      words: some.calendar,
      start: some.moment,
      d: some.workingHours(60),
      first: some.moment,
      days: fc.integer({ min: 0, max: 7 })
    }),
    ({ words, start, d, first, days }) => {
      const calendar = { ...words, holidays: { dayOff: [], makeUpWorkday: "monday" as const } }
      const date = (moment: DateTime.Utc) => DateTime.formatIsoDateUtc(moment)
      const added = Holidays.fromSchedules([
        ...ChineseHolidays.schedules,
        {
          year: 2026,
          title: "one more",
          document: "none",
          announced: "2025-12-01",
          holidays: [
            {
              name: { zh: "厂庆", en: "Founders' Day" },
              first: date(first),
              last: date(DateTime.add(first, { days })),
              workdays: []
            }
          ]
        }
      ])
      assert.isAtLeast(
        deadline(Timetable.make(calendar, added), start, d),
        deadline(Timetable.make(calendar, ChineseHolidays.holidays), start, d)
      )
    }
  )

  law(
    "counting minute by minute comes to the same",
    fc.record({ words: some.calendar, start: some.minute, length: fc.integer({ min: 1, max: 30 * 60 }) }),
    ({ words, start, length }) => {
      const end = DateTime.add(start, { minutes: length })
      if (at(end) > Date.parse("2026-12-30T00:00:00Z")) return
      const timetable = Timetable.make(words, ChineseHolidays.holidays)
      const minutes = openMinutes(words, ChineseHolidays.holidays, at(start), at(end))
      const open = minutes.filter(Boolean).length
      assertEquals(WorkingTime.between(timetable, start, end), Result.succeed(Duration.millis(open * 60_000)))
      for (const index of [0, length - 1, Math.floor(length / 2)]) {
        const asked = DateTime.add(start, { minutes: index })
        assertEquals(WorkingTime.isOpen(timetable, asked), Result.succeed(minutes[index] ?? false))
      }
      if (open > 0) {
        const last = DateTime.add(start, { minutes: minutes.lastIndexOf(true) + 1 })
        assertEquals(WorkingTime.deadline(timetable, start, Duration.minutes(open)), Result.succeed(last))
      }
      const intervals = Result.getOrThrow(WorkingTime.openIntervals(timetable, start, end))
      const edges = minutes.filter((isOpen, index) => isOpen && minutes[index - 1] !== true).length
      assert.strictEqual(intervals.length, edges)
    }
  )

  const tiles = (segments: ReadonlyArray<Explanation.Segment>, from: DateTime.Utc, to: DateTime.Utc) => {
    let reached: DateTime.Utc = from
    for (const segment of segments) {
      assertEquals(segment.from, reached)
      assert.isBelow(at(segment.from), at(segment.to))
      assert.strictEqual(segment.minutes, (at(segment.to) - at(segment.from)) / 60_000)
      reached = segment.to
    }
    assertEquals(reached, DateTime.max(from, to))
  }

  law(
    "the segments of an explanation tile the span, and the counted minutes add up to what was consumed",
    some.clock,
    ({ history, at: moment }) => {
      const segments = Result.getOrThrow(ClockReading.explain(history, moment))
      const { consumed } = Result.getOrThrow(ClockReading.read(history, moment))
      tiles(segments, history[0].at, moment)
      assert.approximately(Explanation.countedMinutes(segments), Duration.toMinutes(consumed), 1e-6)
    }
  )

  law(
    "paused time never counts",
    some.policy.chain((policy) =>
      fc.tuple(fc.constant(policy), some.moment, some.workingHours(60), some.workingHours(90))
    ),
    ([policy, start, run, pause]) => {
      const pausedAt = DateTime.addDuration(start, run)
      const resumedAt = DateTime.addDuration(pausedAt, pause)
      const history: Clock.History = [
        { _tag: "Started", at: start, policy },
        { _tag: "Paused", at: pausedAt, reason: { zh: "等", en: "waiting" } },
        { _tag: "Resumed", at: resumedAt }
      ]
      const paused = ClockReading.read(history, resumedAt)
      const before = WorkingTime.between(policy.timetable, start, pausedAt)
      if (Result.isFailure(paused) || Result.isFailure(before)) return
      assertEquals(paused.success.consumed, before.success)
      // What is left when the pause begins is exactly what is left when it ends.
      if (paused.success.state === "running") {
        const left = Duration.subtract(policy.target, before.success)
        assertEquals(paused.success.due, WorkingTime.deadline(policy.timetable, resumedAt, left))
      }
    }
  )

  law(
    "a stopped clock shows the same for ever, whatever happens after",
    some.clock.chain(({ history, at: moment }) =>
      fc.record({
        history: fc.constant(history.filter((event) => !DateTime.isGreaterThan(event.at, moment))),
        stop: fc.constant(moment),
        after: some.changesAfter(moment),
        later: some.workingHours(200)
      })
    ),
    ({ history: [started, ...changes], stop, after, later }) => {
      if (started?._tag !== "Started") return
      const earlier = changes.filter((change) => change._tag !== "Started")
      const stopped: Clock.History = [started, ...earlier, { _tag: "Stopped", at: stop }]
      const shown = Result.getOrThrow(ClockReading.read(stopped, stop))
      assertEquals(ClockReading.read([...stopped, ...after], DateTime.addDuration(stop, later)), Result.succeed(shown))
      assert.isTrue(shown.state === "stopped" || shown.state === "breached")
    }
  )

  law(
    "a change of policy never revives a settled breach",
    some.clock.chain((clock) =>
      fc.record({ clock: fc.constant(clock), after: some.changesAfter(clock.at), later: some.workingHours(72) })
    ),
    ({ clock: { history, at: moment }, after, later }) => {
      const before = Result.getOrThrow(ClockReading.read(history, moment))
      if (before.breachedAt === undefined) return
      const happened = history.slice(1).filter((event) => !DateTime.isGreaterThan(event.at, moment))
      const longer: Clock.History = [history[0], ...happened.filter((event) => event._tag !== "Started"), ...after]
      const now = Result.getOrThrow(ClockReading.read(longer, DateTime.addDuration(moment, later)))
      assertEquals([now.state, now.breachedAt], ["breached", before.breachedAt])
    }
  )

  law("a clock is breached at its due moment, and not a millisecond before", some.clock, ({ history, at: moment }) => {
    const happened = history.slice(1).filter((event) => !DateTime.isGreaterThan(event.at, moment))
    const past: Clock.History = [history[0], ...happened.filter((event) => event._tag !== "Started")]
    const reading = Result.getOrThrow(ClockReading.read(past, moment))
    if (reading.state !== "running" || Result.isFailure(reading.due)) return
    const due = reading.due.success
    const then = Result.getOrThrow(ClockReading.read(past, due))
    const justBefore = Result.getOrThrow(ClockReading.read(past, DateTime.subtract(due, { milliseconds: 1 })))
    assertEquals([then.state, then.breachedAt], ["breached", due])
    assert.strictEqual(justBefore.state, "running")
    if (Result.isSuccess(reading.warn)) assert.isAtMost(at(reading.warn.success), at(due))
  })
}
