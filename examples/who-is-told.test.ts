// #region told
import { readFileSync } from "node:fs"
import { MemoryStore } from "@dualops/adapter-memory"
import { Actor, Case, ChineseHolidays, Editions, Operations, Worker } from "@dualops/core"
import { PostProcess } from "@dualops/core/content"
import { HandbookFile } from "@dualops/core/files"
import { Carrier, Writing } from "@dualops/core/operations"
import { Edition } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { assert, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"

const file = new URL("brand-day/handbook.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))
const house = Layer.merge(MemoryStore.layer, Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays)))

const told: Array<string> = []
/** A messenger that does not find zhou. */
const messenger = Carrier.make(Notify.notify, ({ to }) =>
  Effect.gen(function* () {
    const { hour, minute } = DateTime.toParts(DateTime.setZoneNamedUnsafe(yield* DateTime.now, "Asia/Shanghai"))
    told.push(`${hour}:${String(minute).padStart(2, "0")} ${to}`)
    return to === "zhou" ? yield* new Writing.Refused({ code: "left", detail: "no such user" }) : {}
  })
)

it.effect("whom a post that nobody reviews is told to, and what comes of a message that reaches nobody", () =>
  Effect.gen(function* () {
    const order = { case: Case.CaseId.make("osmanthus"), by: Actor.person("lin") }
    yield* TestClock.setTime(Date.parse("2026-11-23T09:00:00+08:00"))
    const content = { text: "桂花乌龙回来了 https://xinghe.example.com/osmanthus ", pictures: [] }
    const input = { account: handbook.account.id, content, slot: DateTime.makeUnsafe("2026-11-24T09:00:00+08:00") }
    yield* Operations.send(PostProcess, { ...order, key: "write", step: "Compose", input })
    yield* Operations.send(PostProcess, { ...order, key: "done", step: "Submit", input: {} })
    for (let minute = 0; minute < 9 * 60; minute += 1) {
      yield* TestClock.adjust("1 minute")
      yield* Worker.round({ processes: [PostProcess], carriers: [messenger] })
    }
    assert.deepStrictEqual(told, [
      // Four fifths of the two hours are over: those who may approve, one after the other, for zhou is not found.
      "10:36 zhou",
      "10:37 qin",
      "10:38 tang",
      // The two hours are over: the lead, and again after a pause that doubles.
      "11:00 tang",
      "15:00 tang"
    ])
  }).pipe(Effect.provide(house))
)
// #endregion
