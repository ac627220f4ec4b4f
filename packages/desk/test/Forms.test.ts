/** Forms that are derived from what steps are told. */
import { Process } from "@dualops/core/process"
import { type Field, Fields } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { everything } from "./filling.ts"
import { processes } from "./house.ts"

describe("The fields of a step", () => {
  it("have the shapes that its schema says, and call themselves by its labels", () => {
    const fields = Fields.of(everything)
    assert.deepStrictEqual(
      fields.map(({ name, shape }) => [name, shape.kind]),
      [
        ["text", "text"],
        ["why", "text"],
        ["who", "text"],
        ["fan", "text"],
        ["at", "moment"],
        ["on", "date"],
        ["often", "number"],
        ["sure", "yes-no"],
        ["how", "choice"],
        ["names", "lines"],
        ["parts", "list"],
        ["either", "either"],
        ["both", "group"],
        ["free", "json"]
      ]
    )
    const labels = Object.fromEntries(fields.map(({ label, name }) => [name, label.zh]))
    assert.deepStrictEqual([labels["why"], labels["who"], labels["often"]], ["理由", "人员", "often"])
    assert.deepStrictEqual(
      fields.filter(({ isOptional }) => isOptional).map(({ name }) => name),
      ["why"]
    )
  })

  it("can be asked for by a form: no step of a person of the house asks for JSON", () => {
    const shapes = (shape: Field.Shape): ReadonlyArray<string> =>
      shape.kind === "group"
        ? shape.fields.flatMap((field) => shapes(field.shape))
        : shape.kind === "list"
          ? shapes(shape.item)
          : [shape.kind]
    for (const process of processes)
      for (const step of Object.keys(process.steps))
        for (const field of Fields.of(Process.inputOf(process, step)))
          assert.notInclude(shapes(field.shape), "json", `${process.name} ${step}`)
  })
})
