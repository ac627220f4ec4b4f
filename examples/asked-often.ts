/**
 * What is asked often: how many requests stand in each state, and every request for one resource, without reading the history again.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Case, Caseload, ChineseHolidays, Operations } from "@dualops/core"
import { Tag } from "@dualops/core/account"
import { HandbookFile } from "@dualops/core/files"
import { Projection } from "@dualops/core/operations"
import { KeptEditions } from "@dualops/core/practices"
import { Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { Effect, Layer, Result, Schema } from "effect"

const file = new URL("brand-day/handbook.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))
const resource = Resource.ResourceId.make(Object.keys(handbook.resources)[0] ?? "")

// #region projection
const arrivals = Projection.make({
  name: "how often a case came to a state",
  version: 1,
  state: Schema.Int,
  initial: 0,
  subject: ({ process, state }) => `${process} ${state}`,
  apply: (count) => count + 1
})
// #endregion

const ask = (id: string) =>
  Operations.send(ResourceRequestProcess, {
    key: "ask",
    case: Case.CaseId.make(id),
    step: "Ask",
    by: Actor.person("lin"),
    input: { resource, need: "一百份奖品" }
  })

// #region ask
const program = Effect.gen(function* () {
  const { states } = Projection.follow(arrivals)
  yield* ask("prizes in May")
  yield* ask("prizes in June")
  const about = yield* Caseload.about([ResourceRequestProcess], Tag.of("resource", resource))
  return { arrivals: Object.fromEntries(yield* states), about: about.map(({ case: { id } }) => id) }
})
// #endregion

const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
const house = KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(Layer.provideMerge(store))
export const answer = await Effect.runPromise(Effect.provide(program, house))
console.log(answer)
