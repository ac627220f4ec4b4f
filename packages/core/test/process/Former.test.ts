import { Bilingual } from "@dualops/core/finding"
import { Operations } from "@dualops/core/operations"
import { Actor, Case, Former, Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect, Schema } from "effect"

const title = Bilingual.same("Keys")
const at = DateTime.makeUnsafe("2026-11-23T01:00:00Z")

/** The first release: who has the keys, and that they came back. */
const first = Process.define("Keys", {
  title,
  states: { Lent: { title, to: Schema.String }, Back: { title, to: Schema.String } }
})
const KeysOfThen = first.process({
  about: () => title,
  steps: {
    Give: first.start({ title, to: ["Lent"], by: "team.lend", input: { to: Schema.String } }),
    Return: first.step({ title, from: ["Lent"], to: ["Back"], by: "team.lend" })
  },
  final: ["Back"]
})

/** Today's: giving is called lending and says for how many days, and whoever returns them says what state they are in. */
const today = Process.define("Keys", {
  title,
  states: {
    Lent: { title, to: Schema.String, days: Schema.Int },
    Back: { title, to: Schema.String, days: Schema.Int, note: Schema.String }
  }
})
const steps = {
  Lend: today.start({ title, to: ["Lent"], by: "team.lend", input: { to: Schema.String, days: Schema.Int } }),
  Return: today.step({ title, from: ["Lent"], to: ["Back"], by: "team.lend", input: { note: Schema.String } })
}
const Keys = today.process({
  about: () => title,
  steps,
  final: ["Back"],
  formerly: {
    Give: [Former.was({ to: Schema.String }, ({ to }) => ({ step: "Lend", facts: { to, days: 1 } }))],
    Return: [
      Former.was({ remark: Schema.String }, ({ remark }) => ({ step: "Return", facts: { note: remark } })),
      Former.was({}, () => ({ step: "Return", facts: { note: "" } }))
    ]
  }
})

const common = {
  case: Case.CaseId.make("shop"),
  by: Actor.person("lin"),
  at,
  handbook: Case.HandbookVersion.make("1")
}
const given = { ...common, version: 1, step: "Give", facts: { to: "qin" } } as const
const returned = { ...common, version: 2, step: "Return", facts: {} } as const
const write = (process: Process.Any, event: Case.Event) => Schema.encodeEffect(process.event)(event)
const stored = Effect.all([write(KeysOfThen, given), write(KeysOfThen, returned)])
const readNow = (json: Schema.Json) => Operations.decode(Keys, json)

describe("An event of an earlier release", () => {
  it.effect("is read as an event of today: renamed, and with facts that there were not then", () =>
    Effect.gen(function* () {
      const history = yield* Effect.forEach(yield* stored, readNow)
      assertEquals(history, [
        { ...common, version: 1, step: "Lend", facts: { to: "qin", days: 1 } },
        { ...common, version: 2, step: "Return", facts: { note: "" } }
      ])
      assertEquals(Process.replay(Keys, history)?.state, { _tag: "Back", to: "qin", days: 1, note: "" })
    })
  )

  it.effect("is read by the latest of its forms that it has", () =>
    Effect.gen(function* () {
      const json = yield* stored
      const between = { ...Object(json[1]), facts: { remark: "scratched" } }
      assertEquals((yield* readNow(between)).facts, { note: "scratched" })
      assertEquals((yield* readNow({ ...between, facts: { note: "fine", remark: "scratched" } })).facts, {
        note: "fine"
      })
    })
  )

  it.effect("that no form fits is a defect, and nothing is written in a former form", () =>
    Effect.gen(function* () {
      const [json] = yield* stored
      const strange = yield* Effect.exit(readNow({ ...Object(json), facts: { from: 1 } }))
      assert.strictEqual(strange._tag, "Failure")
      const event = { ...common, version: 1, step: "Lend", facts: { to: "qin", days: 3 } } as const
      const written = yield* write(Keys, event)
      assert.deepInclude(Object(written), { step: "Lend", facts: { to: "qin", days: 3 } })
      assertEquals(yield* readNow(written), event)
    })
  )
})

/** What the compiler refuses. */
export const refused = [
  today.process({
    about: () => title,
    steps,
    final: ["Back"],
    // @ts-expect-error: there is no step Borrow today
    formerly: { Give: [Former.was({ to: Schema.String }, ({ to }) => ({ step: "Borrow", facts: { to } }))] }
  }),
  today.process({
    about: () => title,
    steps,
    final: ["Back"],
    // @ts-expect-error: lending says for how many days
    formerly: { Give: [Former.was({ to: Schema.String }, ({ to }) => ({ step: "Lend", facts: { to } }))] }
  })
]
