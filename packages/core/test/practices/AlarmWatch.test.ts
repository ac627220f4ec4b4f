/** What is heard becomes alarms: one of a term at a time, none twice after a start, and so many a day, whatever the flood. */
import { MemoryObservationStore, MemoryStore } from "@dualops/adapter-memory"
import { FanId, PostId } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { Interaction } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { Editions, EventLog, Operations } from "@dualops/core/operations"
import { type Alarm, AlarmProcess, AlarmWatch, type MonitoringSection } from "@dualops/core/practices"
import { Allowance, Calendars, Case } from "@dualops/core/process"
import { Heard, Judgement } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { account, later, lin, nine, tang } from "../operations/house.ts"

const level: Alarm.Settings["levels"][number] = {
  name: "look",
  title: { zh: "一般", en: "look" },
  when: {},
  team: [lin.person],
  within: Allowance.always("2 hours"),
  steps: []
}
const monitoring: typeof MonitoringSection.schema.Type = {
  terms: ["漏水", "发霉", "退款"].map((word) => ({ name: word, any: [word] })),
  bucket: Duration.minutes(10),
  limit: 3,
  coolDown: Duration.hours(6),
  mostADay: 2,
  levels: [level]
}
const watch = (more: Partial<typeof monitoring> = {}) =>
  AlarmWatch.make({
    account,
    monitoring: { ...monitoring, ...more },
    zone: "Asia/Shanghai",
    holidays: ChineseHolidays.holidays
  })

const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // The tests run alarms, and the house's own notices, which take their part of it.
  settings: () => ({ lead: tang.person, levels: [level], attention: Allowance.always("3 hours") }) as never,
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
}
const inHouse = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  Effect.andThen(TestClock.setTime(nine.epochMilliseconds), body).pipe(
    Effect.provide(Layer.mergeAll(MemoryStore.layer, MemoryObservationStore.layer, Editions.layer(edition)))
  )

/** So many fans write a word in a minute after nine. */
const hear = Effect.fnUntraced(function* (count: number, word: string, minute: number, from = 0) {
  const batch = Array.from({ length: count }, (_, index) => {
    const fan = FanId.make(`${1_000_000 + from + index}`)
    const id = Interaction.InteractionId.make(`${word} ${minute} ${from + index}`)
    const post = PostId.make("5034567890123456")
    return Heard.of(
      account,
      { kind: "comment", id, post, from: { id: fan }, text: `又${word}了`, at: later(minute) },
      { ...Judgement.unsure, label: "complaint" },
      "counted"
    )
  })
  for (let at = 0; at < batch.length; at += 10_000) yield* Observations.record(Heard.kind, batch.slice(at, at + 10_000))
})
const alarms = Effect.gen(function* () {
  const log = yield* EventLog.EventLog
  const all = yield* log.log(0, 10_000)
  return [...new Set(all.filter(({ process }) => process === AlarmProcess.name).map((one) => one.case))]
})
const judge = (id: Case.CaseId) =>
  Operations.send(AlarmProcess, { key: "judge", case: id, step: "Dismiss", by: lin, input: { reason: "刷屏" } })

describe("What is heard", () => {
  it.effect("in a flood is one alarm, within the bucket, with ten of those who wrote, marked as the fans' own", () =>
    inHouse(
      Effect.gen(function* () {
        const monitor = watch()
        yield* hear(12_000, "漏水", 0)
        yield* TestClock.adjust("1 minute")
        assert.deepInclude(yield* monitor.round(), { read: 12_000, raised: 1 })
        const [id] = yield* alarms
        assert.isDefined(id)
        const alarm = yield* Operations.load(AlarmProcess, id ?? Case.CaseId.make("none"))
        assert.strictEqual(alarm?.state.mentions.length, 10)
        assert.strictEqual(new Set(alarm?.state.mentions.map(({ from }) => from.id)).size, 10)
      })
    )
  )

  it.effect("while an alarm is open goes into the same, also after a start", () =>
    inHouse(
      Effect.gen(function* () {
        yield* hear(200, "漏水", 0)
        yield* TestClock.adjust("1 minute")
        assert.deepInclude(yield* watch().round(), { raised: 1 })
        // Another program starts, twice, and hears more.
        yield* hear(300, "漏水", 12, 500)
        yield* TestClock.adjust("14 minutes")
        yield* watch().round()
        yield* TestClock.adjust("30 minutes")
        yield* watch().round()
        assert.lengthOf(yield* alarms, 1)
      })
    )
  )

  it.effect("in the middle of a bucket in which the program is stopped is counted once, and raises one alarm", () =>
    inHouse(
      Effect.gen(function* () {
        const options = { account, monitoring, zone: "Asia/Shanghai", holidays: ChineseHolidays.holidays } as const
        const runFor = Effect.fnUntraced(function* (minutes: number) {
          const running = yield* Effect.forkChild(AlarmWatch.run(options))
          yield* TestClock.adjust(Duration.minutes(minutes))
          yield* Fiber.interrupt(running)
        })
        // Sixty of a hundred who are needed while it only learns; then another program goes on.
        yield* hear(60, "漏水", 0)
        yield* runFor(2)
        assert.lengthOf(yield* alarms, 0)
        yield* hear(39, "漏水", 2, 500)
        yield* runFor(2)
        assert.lengthOf(yield* alarms, 0)
        yield* hear(1, "漏水", 4, 900)
        yield* runFor(2)
        const [id = Case.CaseId.make("none")] = yield* alarms
        const alarm = yield* Operations.load(AlarmProcess, id)
        assert.deepInclude(alarm?.state.figures, { authors: 100 })
        assert.deepInclude(alarm?.state.spread, { posts: 1, share: 1 })
        yield* runFor(30)
        assert.lengthOf(yield* alarms, 1)
      })
    )
  )

  // pmcfadin/acmon#29: what became true while the monitor was down was passed over with what was true before.
  it.effect(
    "while the program is stopped is an alarm when it starts again, once, and what was told is not told anew",
    () =>
      inHouse(
        Effect.gen(function* () {
          yield* hear(200, "漏水", 0)
          yield* TestClock.adjust("1 minute")
          yield* watch().round()
          yield* TestClock.adjust("4 hours")
          yield* hear(300, "发霉", 235, 500)
          assert.deepInclude(yield* watch().round(true), { raised: 1 })
          assert.deepInclude(yield* watch().round(true), { raised: 0 })
          assert.lengthOf(yield* alarms, 2)
        })
      )
  )

  // prometheus/prometheus#1372: what had been resolved once never fired again.
  it.effect("soon after an alarm was judged raises none, and later does", () =>
    inHouse(
      Effect.gen(function* () {
        const monitor = watch()
        yield* hear(200, "漏水", 0)
        yield* TestClock.adjust("1 minute")
        yield* monitor.round()
        const [id] = yield* alarms
        if (id !== undefined) yield* judge(id)
        yield* TestClock.adjust("5 hours")
        yield* monitor.round()
        yield* hear(900, "漏水", 300, 5_000)
        yield* TestClock.adjust("2 minutes")
        yield* monitor.round()
        assert.lengthOf(yield* alarms, 1)
        yield* TestClock.adjust("10 hours")
        yield* monitor.round()
        yield* hear(900, "漏水", 902, 9_000)
        yield* TestClock.adjust("1 minute")
        yield* monitor.round()
        assert.lengthOf(yield* alarms, 2)
      })
    )
  )

  it.effect("of more terms than may be raised a day is told of once, and becomes no case", () =>
    inHouse(
      Effect.gen(function* () {
        for (const word of ["漏水", "发霉", "退款"]) yield* hear(200, word, 0)
        yield* TestClock.adjust("1 minute")
        assert.deepInclude(yield* watch().round(), { raised: 2, heldBack: 1 })
        assert.lengthOf(yield* alarms, 2)
        const log = yield* EventLog.EventLog
        const notices = (yield* log.log(0, 100)).filter(({ process }) => process === "Notice")
        assert.lengthOf(notices, 1)
      })
    )
  )

  it.effect("from an account that is not watched, or is nothing that is watched for, is nothing", () =>
    inHouse(
      Effect.gen(function* () {
        yield* hear(200, "好喝", 0)
        yield* TestClock.adjust("1 minute")
        assert.deepInclude(yield* watch().round(), { read: 200, raised: 0 })
      })
    )
  )
})
