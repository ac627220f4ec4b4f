/** What stands in a form from the beginning, and what was filled in, read back. */
import { Process } from "@dualops/core/process"
import { type Field, Fields, Filled, Typed } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import type { Schema } from "effect"
import fc from "fast-check"
import { everything, group, readBack } from "./filling.ts"
import { processes } from "./house.ts"

describe("What is known already", () => {
  const begun = (fields: ReadonlyArray<Field.Field>, json: Schema.Json, zone: string) => {
    const told = new Map(Typed.of(fields, Object(json), "input", zone))
    return Filled.read(fields, { get: (name) => told.get(name) ?? null }, "input", zone)
  }

  it("stands in a form so that it is read back as it was, on the wall of whichever zone", () =>
    fc.assert(
      fc.property(
        group(Fields.of(everything)),
        fc.constantFrom("Asia/Shanghai", "Asia/Kathmandu", "UTC"),
        (json, zone) => assert.deepStrictEqual(begun(Fields.of(everything), json, zone), json)
      )
    ))

  it("stands so in the form of every step of the house", () => {
    for (const process of processes)
      for (const step of Object.keys(process.steps)) {
        const fields = Fields.of(Process.inputOf(process, step))
        fc.assert(
          fc.property(group(fields), (json) => assert.deepStrictEqual(begun(fields, json, "Asia/Shanghai"), json)),
          { numRuns: 5 }
        )
      }
  })
})

describe("What was filled in", () => {
  it("is read back as it was meant, whatever a form asks for", () =>
    fc.assert(
      fc.property(group(Fields.of(everything)), (json) =>
        assert.deepStrictEqual(readBack(Fields.of(everything), json), json)
      )
    ))

  it("is read back as it was meant, for every step of the house", () => {
    for (const process of processes)
      for (const step of Object.keys(process.steps)) {
        const fields = Fields.of(Process.inputOf(process, step))
        fc.assert(
          fc.property(group(fields), (json) => assert.deepStrictEqual(readBack(fields, json), json)),
          { numRuns: 5 }
        )
      }
  })

  it("that does not fit stays as it was typed, and what is left empty is left out where it may be", () => {
    const told = new URLSearchParams({
      "input.often": "many",
      "input.at": "tomorrow",
      "input.how": "never",
      "input.why": " ",
      "input.parts.rows": "3",
      "input.parts.1.name": "tea"
    })
    const read = Object(Filled.read(Fields.of(everything), told, "input", "Asia/Shanghai"))
    assert.deepInclude(read, { often: "many", at: "tomorrow", how: "never", parts: [{ name: "tea" }] })
    assert.notProperty(read, "why")
  })

  it("of a time on the wall is that moment in the zone of the brand", () => {
    const told = new URLSearchParams({ "input.at": "2026-11-24T09:30" })
    const at = (zone: string) => Object(Filled.read(Fields.of(everything), told, "input", zone))["at"]
    assert.deepStrictEqual(["Asia/Shanghai", "America/New_York"].map(at), [
      "2026-11-24T01:30:00.000Z",
      "2026-11-24T14:30:00.000Z"
    ])
  })
})
