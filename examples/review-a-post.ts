/**
 * The example of the README: an author writes, nobody approves their own, and a reviewer finds the task on their desk.
 *
 * @module
 */
// #region review-a-post
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Case, Caseload, ChineseHolidays, Operations } from "@dualops/core"
import { PostProcess } from "@dualops/core/content"
import { HandbookFile } from "@dualops/core/files"
import { KeptEditions } from "@dualops/core/practices"
import { DateTime, Effect, Layer, Result } from "effect"

const file = new URL("brand-day/handbook.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))
const lin = Actor.person("lin")
const id = Case.CaseId.make("osmanthus")

const program = Effect.gen(function* () {
  const content = { text: "桂花乌龙回来了 https://xinghe.example.com/osmanthus ", pictures: [] }
  const slot = DateTime.add(yield* DateTime.now, { hours: 3 })
  const input = { account: handbook.account.id, content, slot }
  yield* Operations.send(PostProcess, { key: "idea 1", case: id, step: "Compose", by: lin, input })
  yield* Operations.send(PostProcess, { key: "idea 1, done", case: id, step: "Submit", by: lin, input: {} })
  const own = yield* Effect.flip(
    Operations.send(PostProcess, { key: "click 1", case: id, step: "Approve", by: lin, input: {} })
  )
  const desk = yield* Caseload.make([PostProcess]).desk(Actor.person("zhou"))
  return { own: own.message, desk: desk.map(({ step }) => step) }
})

const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
const house = KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(Layer.provideMerge(store))
export const answer = await Effect.runPromise(Effect.provide(program, house))
console.log(answer) // => { own: 'Approve needs content.approve, and lin does not have it.', desk: [ 'Approve', 'Hold', … ] }
// #endregion
