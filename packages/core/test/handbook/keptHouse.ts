/** A house that is stopped, and started again under another edition. */
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import type { Handbook } from "@dualops/core/handbook"
import { Caseload, type EditionStore, Editions, Operations, type Store } from "@dualops/core/operations"
import { KeptEditions } from "@dualops/core/practices"
import { Actor, Allowance, Case, type Process } from "@dualops/core/process"
import { it } from "@effect/vitest"
import { DateTime, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { minimal } from "./worked.ts"

export const { holidays } = ChineseHolidays
export const now = DateTime.makeUnsafe("2026-09-01T02:00:00Z")
export const slot = DateTime.add(now, { hours: 3 })
export const lin = Actor.person("lin")
export const version = (name: string) => Case.HandbookVersion.make(name)
export const renamed = (handbook: Handbook.Handbook, name: string): Handbook.Handbook => ({
  ...handbook,
  version: version(name)
})
/** The edition after it, in which a post may wait longer. */
export const later: Handbook.Handbook = {
  ...renamed(minimal, "later"),
  content: { ...minimal.content, attention: Allowance.always("99 hours") }
}
/** What the process of errands is told. */
export const errands = { patience: Allowance.of("4 hours", "office"), most: 20 }
export const content = { text: "桂花乌龙 https://xinghe.example.com/ ", pictures: [] }
export const compose = (name: string) =>
  Operations.send(PostProcess, {
    key: name,
    case: Case.CaseId.make(name),
    step: "Compose",
    by: lin,
    input: { account: minimal.account.id, content, slot }
  })
export const desk = Effect.map(
  Effect.suspend(() => Caseload.make([PostProcess]).desk(lin)),
  (tasks) => [...new Set(tasks.map(({ case: id }) => String(id)))]
)
export const settingsOf = Effect.fnUntraced(function* <P extends Process.Any>(process: P, name: string) {
  const editions = yield* Editions.Editions
  return (yield* editions.edition(version(name))).settings(process)
})

/** What stays where it is when a house is stopped and started again. */
const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
export const test = (sentence: string, body: Effect.Effect<unknown, unknown, Store | EditionStore.EditionStore>) =>
  it.effect(sentence, () =>
    TestClock.setTime(now.epochMilliseconds).pipe(Effect.andThen(body), Effect.asVoid, Effect.provide(store))
  )
export const started = <A, E, R>(body: Effect.Effect<A, E, R>, ...edition: Parameters<typeof KeptEditions.layer>) =>
  Effect.provide(body, KeptEditions.layer(...edition))
