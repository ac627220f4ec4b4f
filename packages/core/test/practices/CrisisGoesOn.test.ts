/** Which posts go out in a crisis: those of the categories of which the handbook says so, and by itself none. */
import { PostProcess } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import {
  declare,
  inHouse,
  later,
  lin,
  out,
  pass,
  schedule,
  service,
  standDown,
  stateOf,
  take,
  tea,
  write,
  zhou
} from "./CrisisCast.ts"

const planned = Effect.fnUntraced(function* (name: string, minute: number, category?: typeof service) {
  yield* write(name, tea, later(minute), category)
  yield* schedule(name, later(minute))
})

describe("Service information", () => {
  it.effect("goes out in a crisis whose level says so, and other posts do not", () =>
    inHouse(
      Effect.gen(function* () {
        yield* planned("closed today", 10, service)
        yield* planned("joke", 10)
        yield* declare("queue", tea, "local")
        yield* planned("open again", 20, service)
        yield* pass(30)
        assert.deepStrictEqual(yield* out, ["closed today", "open again"])
      })
    )
  )

  it.effect("is held as all else where the level says nothing, also by a second crisis", () =>
    inHouse(
      Effect.gen(function* () {
        yield* planned("closed today", 10, service)
        yield* declare("queue", tea, "local")
        yield* declare("leak")
        yield* pass(15)
        assert.deepStrictEqual(yield* out, [])
        yield* standDown("leak")
        yield* take(PostProcess, "closed today", "PublishNow", zhou, {})
        yield* pass(2)
        assert.deepStrictEqual(yield* out, ["closed today"])
      })
    )
  )

  it.effect("stays what it is when it is edited, and is read again by others before it goes out", () =>
    inHouse(
      Effect.gen(function* () {
        yield* planned("closed today", 10, service)
        const content = { text: "closed until noon", pictures: [] }
        yield* take(PostProcess, "closed today", "Edit", lin, { content, slot: later(20) })
        assert.deepInclude(yield* stateOf(PostProcess, "closed today"), { _tag: "Draft", category: service })
      })
    )
  )
})
