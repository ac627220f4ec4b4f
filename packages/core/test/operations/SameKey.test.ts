import { Bilingual } from "@dualops/core/finding"
import { Operations } from "@dualops/core/operations"
import { Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect, Schema } from "effect"
import { at9, moon, tang } from "./house.ts"

const { start, process, stay } = Process.define("Note", {
  title: Bilingual.same("Note"),
  states: { Open: { title: Bilingual.same("Open") } }
})

const Note = process({
  about: () => Bilingual.same("Note"),
  steps: {
    Open: start({
      title: Bilingual.same("Open"),
      to: ["Open"],
      by: "note.write",
      input: { text: Schema.String, link: Schema.optionalKey(Schema.String) },
      evolve: () => ({ _tag: "Open" })
    }),
    Add: stay({ title: Bilingual.same("Add"), from: ["Open"], by: "note.write", input: { text: Schema.String } })
  },
  final: ["Open"]
})

const open = (input: Process.InputOf<typeof Note, "Open">) =>
  Operations.send(Note, { key: "click", case: moon, step: "Open", by: tang, input })
const reused = new Operations.KeyReused({ key: "click", step: "Open", was: "Open" })

describe("An order with a key that was used before", () => {
  it.effect("is another order if it says more than that one did", () =>
    at9(
      Effect.gen(function* () {
        yield* open({ text: "tea" })
        assertEquals(yield* Effect.flip(open({ text: "tea", link: "https://xinghe.example.com" })), reused)
      })
    )
  )

  it.effect("is another order if it says less, or something else", () =>
    at9(
      Effect.gen(function* () {
        yield* open({ text: "tea", link: "https://xinghe.example.com" })
        assertEquals(yield* Effect.flip(open({ text: "tea" })), reused)
        assertEquals(yield* Effect.flip(open({ text: "milk", link: "https://xinghe.example.com" })), reused)
      })
    )
  )

  it.effect("is the same order whatever it carries beside what the step asks for", () =>
    at9(
      Effect.gen(function* () {
        const first = yield* open({ text: "tea" })
        const more = { text: "tea", mood: "sunny" }
        assertEquals(yield* open(more), first)
      })
    )
  )

  it.effect("may be as long as a text may be: it is stored, and answered alike; a longer one is refused", () =>
    at9(
      Effect.gen(function* () {
        const text = "茶".repeat(19_999)
        const first = yield* open({ text })
        assertEquals(yield* open({ text }), first)
        assertEquals(yield* Effect.flip(open({ text: `${text}！` })), reused)
        const longer = yield* Effect.flip(open({ text: `${text}！！` }))
        assert.strictEqual(longer._tag, "Operations.BadInput")
        assert.lengthOf(yield* Operations.read(Note, moon), 1)
      })
    )
  )
})
