/**
 * Three hundred thousand mentions in a quarter of an hour, after two days of ten an hour: recorded in a SQLite file, read and watched in one process.
 *
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { NodeSqlite, SqlObservationStore, SqlStore } from "@dualops/adapter-sql"
import { AccountId, FanId, PostId } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { Interaction } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { Editions, EventLog } from "@dualops/core/operations"
import { AlarmProcess, AlarmWatch } from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case } from "@dualops/core/process"
import { Heard, Judgement } from "@dualops/core/triage"
import { DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"

const account = AccountId.make("1234567890")
const lin = Actor.PersonId.make("lin")
const levels = [
  {
    name: "look",
    title: { zh: "一般", en: "look" },
    when: {},
    team: [lin] as const,
    within: Allowance.always("2 hours"),
    steps: []
  }
] as const
const words = ["漏水", "发霉", "退款", "虫子", "中毒", "假货", "差评", "过期", "异味", "投诉", "维权", "曝光"]
const mostADay = 5
const watch = AlarmWatch.make({
  account,
  monitoring: {
    terms: words.map((word) => ({ name: word, any: [word] })),
    bucket: Duration.minutes(10),
    limit: 3,
    coolDown: Duration.hours(6),
    mostADay,
    levels
  },
  zone: "Asia/Shanghai",
  holidays: ChineseHolidays.holidays
})

const start = Date.parse("2026-11-21T10:00:00+08:00")
let number = 0
const said = (at: number) => {
  const one = number++
  return Heard.of(
    account,
    {
      kind: "comment",
      id: Interaction.InteractionId.make(`comment ${one}`),
      post: PostId.make("5034567890123456"),
      from: { id: FanId.make(`${1_000_000 + one}`) },
      text: `买的壶又${words[one % words.length]}了，第 ${one} 次`,
      at: DateTime.makeUnsafe(at)
    },
    { ...Judgement.unsure, label: "complaint" },
    "counted"
  )
}

const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Alarms and notices take of it what they ask for.
  settings: () => ({ lead: lin, levels, attention: Allowance.always("3 hours") }) as never,
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
}

const flood = 300_000
const folder = mkdtempSync(join(tmpdir(), "dualops-flood-"))
const program = Effect.gen(function* () {
  const log = yield* EventLog.EventLog
  for (let hour = 0; hour < 48; hour++) {
    const now = start + hour * 3_600_000
    yield* TestClock.setTime(now)
    yield* Observations.record(
      Heard.kind,
      Array.from({ length: 10 }, (_, index) => said(now - index * 300_000))
    )
    yield* watch.round()
  }
  const began = start + 48 * 3_600_000
  const seconds = performance.now()
  let firstAlarm: number | undefined
  for (let minute = 0; minute < 15; minute++) {
    const now = began + minute * 60_000
    yield* TestClock.setTime(now + 60_000)
    for (let part = 0; part < 2; part++)
      yield* Observations.record(
        Heard.kind,
        Array.from({ length: flood / 30 }, (_, index) => said(now + (index % 60_000)))
      )
    const { raised } = yield* watch.round()
    if (raised > 0) firstAlarm ??= minute + 1
  }
  for (let later = 1; later < 30; later++) {
    yield* TestClock.setTime(began + (15 + later * 10) * 60_000)
    yield* watch.round()
  }
  const entries = yield* log.log(0, 100_000)
  const cases = new Set(entries.filter(({ process }) => process === AlarmProcess.name).map((one) => one.case)).size
  return { firstAlarm, cases, seconds: (performance.now() - seconds) / 1000 }
}).pipe(
  Effect.provide(
    Layer.mergeAll(SqlStore.layer, SqlObservationStore.layer, Editions.layer(edition), TestClock.layer()).pipe(
      Layer.provide(NodeSqlite.layer({ filename: join(folder, "flood.db"), synchronous: "normal" }))
    )
  )
)

const result = await Effect.runPromise(program)
rmSync(folder, { recursive: true, force: true })
console.log(
  JSON.stringify({
    mentions: flood,
    firstAlarmMinutes: result.firstAlarm ?? null,
    cases: result.cases,
    mostADay,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    seconds: Math.round(result.seconds)
  })
)
