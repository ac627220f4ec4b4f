import { Label } from "@dualops/core/finding"
import { Practices } from "@dualops/core/practices"
import { Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { isPersonal } from "../../src/process/Declaration.ts"

/** What a person is asked for at each step: the names of the fields, with what forms call them. */
const fields = Practices.processes().flatMap((process) =>
  Object.entries(process.steps).flatMap(([step, { by }]) => {
    const input = Process.inputOf(process, step)
    if (!isPersonal(by) || !Schema.isSchema(input) || input.ast._tag !== "Objects") return []
    return input.ast.propertySignatures.map(({ name, type }) => ({
      of: `${process.name} ${step} ${String(name)}`,
      label: Label.labelOf(type)
    }))
  })
)

describe("Whatever a person is asked for", () => {
  it("is called something in Chinese and in English, in every process of the house", () => {
    assert.isAbove(fields.length, 60)
    assert.deepStrictEqual(
      fields.filter(({ label }) => !/\p{Script=Han}/u.test(label?.zh ?? "") || !/[a-z]/.test(label?.en ?? "")),
      []
    )
  })
})
