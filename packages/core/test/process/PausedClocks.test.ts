import { ChineseHolidays, Timetable, WorkingTime } from "@dualops/core/calendar"
import { Actor, Clocks, Due, Refusal, Soundness } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Result } from "effect"
import * as fc from "fast-check"
import { onEveryHost } from "../calendar/hosts.ts"
import { at, office } from "../calendar/office.ts"
import * as some from "../calendar/someCalendars.ts"
import { Complaint, type Run, run, rungs, take } from "./PausedComplaint.ts"

const settings = { rungs }
const solution = ({ calendars, current }: Pick<Run, "calendars" | "current">, now: DateTime.Utc) =>
  Clocks.reading(Complaint, current, settings, calendars, now).find(({ deadline }) => deadline === "solution") ??
  assert.fail("The solution has no clock.")
const dueOf = ({ calendars, current }: Pick<Run, "calendars" | "current">) =>
  Due.due(Complaint, current, settings, calendars).find(({ name }) => name === "solution")

/** The working time of all the stretches in which it was open, or nothing where a year is unknown. */
const unionOf = ({ calendars, open }: Run, until: DateTime.Utc): number | undefined => {
  let sum = 0
  for (const { from, to } of open) {
    const counted = WorkingTime.between(calendars("office"), from, DateTime.min(to, until))
    if (Result.isFailure(counted)) return undefined
    sum += Duration.toMillis(counted.success)
  }
  return sum
}

/** Whether the calendar knows and opens long enough to say when anything is due. */
const isKnown = ({ calendars, open }: Run) =>
  open.every(({ from }) => Result.isSuccess(WorkingTime.deadline(calendars("office"), from, Duration.hours(6))))

const law = (title: string, holds: (one: Run) => void, runs = 200) =>
  it(title, () => fc.assert(fc.property(run(6), holds), { numRuns: runs }))

onEveryHost(() => {
  law("pausing and resuming n times equals one clock over the union of the stretches", (one) => {
    fc.pre(isKnown(one))
    const union = unionOf(one, one.now)
    assert.strictEqual(Duration.toMillis(solution(one, one.now).used), union)
    const due = dueOf(one)?.at ?? assert.fail("It is due.")
    const before = DateTime.subtract(due, { milliseconds: 1 })
    // The last stretch has no end.
    const open = one.open.map((stretch, index) =>
      index === one.open.length - 1 ? { ...stretch, to: DateTime.add(stretch.from, { days: 500 }) } : stretch
    )
    const half = Duration.toMillis(Duration.minutes(30))
    assert.strictEqual(unionOf({ ...one, open }, due), half)
    assert.isBelow(unionOf({ ...one, open }, before) ?? half, half)
  })

  law("paused time never counts, and says which state was the reason", (one) => {
    fc.pre(isKnown(one))
    for (const { counted, from, to, why } of solution(one, one.now).segments) {
      const isIn = one.paused.some(
        (pause) => DateTime.isGreaterThanOrEqualTo(from, pause.from) && DateTime.isLessThanOrEqualTo(to, pause.to)
      )
      assert.strictEqual(why._tag === "Paused", isIn)
      if (isIn) assert.isFalse(counted)
      if (why._tag === "Paused") assert.include(["Waiting for the fan", "Held"], why.reason.en)
    }
  })

  law(
    "every stretch since the beginning is told without gap or overlap, and what counts adds up to what is used",
    (one) => {
      fc.pre(isKnown(one))
      const { segments, used } = solution(one, one.now)
      let end = one.since
      let counted = 0
      for (const { from, to, ...segment } of segments) {
        assertEquals(from, end)
        if (segment.counted) counted += to.epochMilliseconds - from.epochMilliseconds
        end = to
      }
      assertEquals(end, one.now)
      assert.strictEqual(counted, Duration.toMillis(used))
    }
  )

  it("a day that is closed as well never brings a deadline nearer", () => {
    fc.assert(
      fc.property(run(6), some.moment, (one, holiday) => {
        const date = DateTime.formatIsoDateUtc(holiday)
        const { calendar } = one.calendars("office")
        const exceptions = calendar.exceptions.filter((exception) => exception.date !== date)
        const closed = { date, windows: [], reason: { zh: "停业", en: "closed" } }
        const words = { ...calendar, exceptions: [...exceptions, closed] }
        const timetable = Timetable.make(words, ChineseHolidays.holidays)
        const after = { ...one, calendars: () => timetable }
        fc.pre(isKnown(one) && isKnown(after))
        const [earlier, later] = [dueOf(one), dueOf(after)]
        assert.isTrue(earlier && later && DateTime.isGreaterThanOrEqualTo(later.at, earlier.at))
      }),
      { numRuns: 200 }
    )
  })

  law("each rung fires once, at the moment at which its own reading has used its time", (one) => {
    fc.pre(isKnown(one))
    let { current } = one
    const fired: Array<number> = []
    for (const { time } of rungs) {
      const next = dueOf({ ...one, current }) ?? assert.fail("It is due.")
      const before = { ...one, current }
      assert.strictEqual(Duration.toMillis(solution(before, next.at).used), Duration.toMillis(time))
      assertEquals(solution(before, next.at).rung, next.rung)
      assert.isBelow(
        Duration.toMillis(solution(before, DateTime.subtract(next.at, { milliseconds: 1 })).used),
        Duration.toMillis(time)
      )
      fired.push(next.rung)
      current = take(current, "Escalate", DateTime.max(next.at, current.at), Actor.clock("solution", next.rung))
    }
    assert.deepStrictEqual(fired, [1, 2, 3])
    const again = dueOf({ ...one, current }) ?? assert.fail("It is due.")
    assertEquals(again.rung, 4)
    assert.isTrue(DateTime.isGreaterThan(again.at, current.at))
  })
})

describe("A clock that pauses", () => {
  const calendars = () => office
  const begun = take(undefined, "Begin", at("2026-11-23 09:00"))
  const asked = take(begun, "Ask", at("2026-11-23 09:20"))

  it("the process is sound", () => assert.deepStrictEqual(Soundness.check(Complaint), []))

  it("what was used stays used when the case comes back", () => {
    const back = take(asked, "GoOn", at("2026-11-25 10:00"))
    assertEquals(dueOf({ calendars, current: back })?.at, at("2026-11-25 10:10"))
  })

  it("nothing is due while it stands still, and its step is refused", () => {
    assert.deepStrictEqual(
      Due.due(Complaint, asked, settings, calendars).map(({ name }) => name),
      ["silence"]
    )
    const { due, state, used } = solution({ calendars, current: asked }, at("2026-11-24 12:00"))
    assertEquals({ due, state, used }, { due: undefined, state: "paused", used: Duration.minutes(20) })
    const by = Actor.clock("solution")
    const opened = { ...asked, state: { _tag: "Open" } as const }
    assert.throws(
      () => take(opened, "Escalate", at("2026-11-24 12:00"), by),
      new Refusal.NotDue({ step: "Escalate", by }).message
    )
  })

  it("each state that it stood still in is known", () => {
    const clocks = take(asked, "Hold", at("2026-11-23 10:00")).clocks
    assertEquals(
      clocks[0]?.pauses.map(({ state }) => state),
      ["Waiting", "Held"]
    )
  })

  it("the rungs after the first are counted from the beginning, and the last is said again after pauses that grow", () => {
    const fire = (current: typeof begun, rung: number, moment: string) =>
      take(current, "Escalate", at(moment), Actor.clock("solution", rung))
    const first = fire(begun, 1, "2026-11-23 09:30")
    assertEquals(dueOf({ calendars, current: first })?.at, at("2026-11-23 14:00"))
    const third = fire(fire(first, 2, "2026-11-23 14:00"), 3, "2026-11-23 16:00")
    // Twelve hours of the office after it was last said.
    assertEquals(dueOf({ calendars, current: third })?.at, at("2026-11-25 11:00"))
  })

  it("one that began, or stood still, in a wrong future does so now", () => {
    const ahead = take(take(undefined, "Begin", at("2027-01-01 09:00")), "Ask", at("2027-01-02 09:00"))
    const back = take(ahead, "GoOn", at("2026-11-23 09:00"))
    assertEquals(dueOf({ calendars, current: back })?.at, at("2026-11-23 09:30"))
  })
})
