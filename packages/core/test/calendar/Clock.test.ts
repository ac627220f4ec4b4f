import { Clock, ClockReading, Explanation } from "@dualops/core/calendar"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Duration, Result } from "effect"
import { at, office, timetable } from "./office.ts"

const policy = (hours: number): Clock.Policy => ({ target: Duration.hours(hours), warnAt: 0.8, timetable: office })
const waiting = { zh: "等待粉丝回复", en: "waiting for the fan" }

// A Monday without holidays around it.
const started: Clock.Started = { _tag: "Started", at: at("2026-11-23 09:00"), policy: policy(5) }
const paused: Clock.Change = { _tag: "Paused", at: at("2026-11-23 11:00"), reason: waiting }
const resumed: Clock.Change = { _tag: "Resumed", at: at("2026-11-24 09:00") }
const stopped: Clock.Change = { _tag: "Stopped", at: at("2026-11-24 10:00") }

const read = (history: Clock.History, moment: string) => Result.getOrThrow(ClockReading.read(history, at(moment)))

describe("A clock", () => {
  it("given it runs, then it shows what is used, when it is due and when it warns", () => {
    assertEquals(read([started], "2026-11-23 12:30"), {
      state: "running",
      consumed: Duration.hours(3),
      due: Result.succeed(at("2026-11-23 15:00")),
      warn: Result.succeed(at("2026-11-23 14:00")),
      breachedAt: undefined,
      stoppedAt: undefined
    })
  })

  it("given it is paused, then nothing is due, and resuming moves the due moment by the pause", () => {
    const resting = Result.fail(new Clock.Resting({ state: "paused" }))
    assertEquals(read([started, paused], "2026-11-23 18:00").due, resting)
    assertEquals(read([started, paused, resumed], "2026-11-24 09:00").due, Result.succeed(at("2026-11-24 12:00")))
  })

  it("given it is paused twice, then the second pause changes nothing", () => {
    const again: Clock.Change = { ...paused, at: at("2026-11-23 14:00") }
    const history: Clock.History = [started, paused, again, resumed]
    assertEquals(read(history, "2026-11-24 09:00").consumed, Duration.hours(2))
  })

  it("given it is stopped in time, then it stays so", () => {
    const reading = read([started, paused, resumed, stopped], "2026-12-15 09:00")
    assertEquals([reading.state, reading.consumed, reading.stoppedAt], ["stopped", Duration.hours(3), stopped.at])
    assertEquals(reading.due, Result.fail(new Clock.Resting({ state: "stopped" })))
  })

  it("given nobody stops it, then it is breached at the due moment and goes on counting how late it is", () => {
    const reading = read([started], "2026-11-23 17:00")
    assertEquals([reading.state, reading.breachedAt], ["breached", at("2026-11-23 15:00")])
    assertEquals(reading.consumed, Duration.hours(7))
  })

  it("given it is stopped at the very due moment, then it is late", () => {
    const late: Clock.Change = { _tag: "Stopped", at: at("2026-11-23 15:00") }
    assert.strictEqual(read([started, late], "2026-11-23 15:00").state, "breached")
  })

  it("given a shorter target that is already used up, then it is breached by the change", () => {
    const change: Clock.Change = { _tag: "PolicyChanged", at: at("2026-11-23 14:00"), policy: policy(2) }
    const reading = read([started, change], "2026-11-23 14:00")
    assertEquals([reading.state, reading.breachedAt], ["breached", at("2026-11-23 14:00")])
  })

  it("given a longer target before the breach, then the rest is counted under it, and the warning comes again", () => {
    const change: Clock.Change = { _tag: "PolicyChanged", at: at("2026-11-23 14:30"), policy: policy(10) }
    const reading = read([started, change], "2026-11-23 14:30")
    assertEquals(reading.due, Result.succeed(at("2026-11-24 11:00")))
    assertEquals(reading.warn, Result.succeed(at("2026-11-23 18:00")))
  })

  it("given a longer target after the breach, then the breach stays", () => {
    const change: Clock.Change = { _tag: "PolicyChanged", at: at("2026-11-23 16:00"), policy: policy(40) }
    assertEquals(read([started, change], "2026-11-23 16:00").breachedAt, at("2026-11-23 15:00"))
  })

  it("given a shorter target while it is paused, then the change breaches it too", () => {
    const change: Clock.Change = { _tag: "PolicyChanged", at: at("2026-11-23 14:00"), policy: policy(1) }
    assertEquals(read([started, paused, change], "2026-11-23 15:00").breachedAt, at("2026-11-23 14:00"))
  })

  it("given the warning is over, then a pause does not move it", () => {
    const late: Clock.Change = { ...paused, at: at("2026-11-23 14:30") }
    assertEquals(read([started, late], "2026-11-23 16:00").warn, Result.succeed(at("2026-11-23 14:00")))
  })

  it("given a change dated before the one it follows, then it happens with it", () => {
    const early: Clock.Change = { _tag: "Resumed", at: at("2026-11-23 10:00") }
    assertEquals(read([started, paused, early], "2026-11-23 12:00").consumed, Duration.hours(3))
  })

  it("given another calendar, then the rest is counted on it", () => {
    const always = { ...policy(5), timetable: timetable({ week: "24x7" }) }
    const change: Clock.Change = { _tag: "PolicyChanged", at: at("2026-11-23 12:00"), policy: always }
    assertEquals(read([started, change], "2026-11-23 12:00").due, Result.succeed(at("2026-11-23 14:00")))
  })

  it("given it is read before its start, then it has used nothing and its due moment is known", () => {
    const reading = read([started], "2026-11-20 09:00")
    assertEquals([reading.consumed, reading.due], [Duration.zero, Result.succeed(at("2026-11-23 15:00"))])
  })

  it("given a due moment in a year that was not announced, then only the due moment is unknown", () => {
    const late: Clock.Started = { ...started, at: at("2026-12-31 15:00") }
    const reading = read([late], "2026-12-31 16:00")
    assertEquals(reading.consumed, Duration.hours(1))
    assert.strictEqual(Result.isFailure(reading.due) && reading.due.failure._tag, "WorkingCalendar.UnknownYear")
  })

  it("explains itself", () => {
    const history: Clock.History = [started, paused, resumed, stopped]
    const segments = Result.getOrThrow(ClockReading.explain(history, at("2026-11-24 11:00")))
    assertEquals(segments.map(Explanation.sentence), [
      {
        zh: "2026-11-23 09:00 至 2026-11-23 11:00：120 分钟计入（工作时间）",
        en: "2026-11-23 09:00 to 2026-11-23 11:00: 120 minutes count (working hours)"
      },
      {
        zh: "2026-11-23 11:00 至 2026-11-24 09:00：1320 分钟不计入（暂停：等待粉丝回复）",
        en: "2026-11-23 11:00 to 2026-11-24 09:00: 1320 minutes do not count (paused: waiting for the fan)"
      },
      {
        zh: "2026-11-24 09:00 至 2026-11-24 10:00：60 分钟计入（工作时间）",
        en: "2026-11-24 09:00 to 2026-11-24 10:00: 60 minutes count (working hours)"
      },
      {
        zh: "2026-11-24 10:00 至 2026-11-24 11:00：60 分钟不计入（已停止）",
        en: "2026-11-24 10:00 to 2026-11-24 11:00: 60 minutes do not count (stopped)"
      }
    ])
  })
})
