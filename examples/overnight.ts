/**
 * The editor is called away overnight. The stand-in opens one page and carries on in the same style; nothing is late.
 *
 * `node examples/overnight.ts` runs the night from Friday to Saturday evening and leaves the page in `out/overnight.html`.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { MemoryPublisher } from "@dualops/adapter-memory"
import { Caseload, Worker } from "@dualops/core"
import { EventLog, WorkQueue } from "@dualops/core/operations"
import { HandOverPage, Html } from "@dualops/core/pages"
import { Practices } from "@dualops/core/practices"
import { DateTime, Effect } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"
import * as House from "./overnight/House.ts"
import * as Night from "./overnight/Night.ts"

/** Lets time pass until this moment; whatever falls due on the way happens when it is due. */
const until = Effect.fnUntraced(function* (clock: VirtualClock.VirtualClock, moment: DateTime.Utc) {
  const queue = yield* WorkQueue.WorkQueue
  while (true) {
    const { carried, fired } = yield* Worker.round(House.work)
    if (carried + fired > 0) continue
    const next = yield* queue.next
    if (next === undefined || DateTime.isGreaterThan(next, moment)) break
    clock.skipTo(next)
    yield* Effect.sleep("1 millis")
  }
  clock.skipTo(moment)
})

/** The night, and what is left of it: the page, what was refused, what went out, and every event. */
export const night = Effect.suspend(() => {
  const clock = VirtualClock.make(House.at("2026-09-18T21:30"))
  return Effect.gen(function* () {
    const caseload = Caseload.make(Practices.processes())
    yield* Night.friday
    yield* until(clock, House.at("2026-09-18T22:40"))
    const handOver = yield* Night.departure(caseload)
    yield* until(clock, House.at("2026-09-18T22:55"))
    yield* Night.acknowledged
    yield* until(clock, House.at("2026-09-18T23:05"))
    const refused = yield* Night.writing
    yield* until(clock, House.at("2026-09-19T09:30"))
    yield* Night.morning
    yield* until(clock, House.at("2026-09-19T11:00"))
    yield* Night.back
    yield* until(clock, House.at("2026-09-19T21:00"))
    const store = yield* EventLog.EventLog
    const { posts } = yield* MemoryPublisher.Platform
    return {
      page: Html.render(HandOverPage.of(handOver)),
      handOver,
      refused,
      told: House.told,
      out: yield* posts,
      cases: yield* Caseload.everyCase(Practices.processes()),
      events: (yield* store.log(0, 1000)).map(({ event }) => event)
    }
  }).pipe(Effect.provide(House.layer(clock)))
})

if (process.argv[1] === import.meta.filename) {
  const { out, page, refused } = await Effect.runPromise(night)
  mkdirSync("out", { recursive: true })
  writeFileSync("out/overnight.html", page)
  for (const reason of refused) console.log(`✗ ${reason}`)
  for (const { at, text } of out) console.log(`✓ ${DateTime.formatIso(at)} ${text}`)
  console.log("The page is in out/overnight.html")
}
