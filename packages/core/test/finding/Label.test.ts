import { Label, Name } from "@dualops/core/finding"
import { assert, describe, it } from "@effect/vitest"
import { Schema, SchemaAST } from "effect"

const why = { zh: "理由", en: "reason" }
const labels = (fields: Schema.Struct.Fields) => {
  const { ast } = Schema.Struct(fields)
  return SchemaAST.isObjects(ast) ? ast.propertySignatures.map(({ type }) => Label.labelOf(type)) : []
}

describe("What people call a field", () => {
  it("is said by the field, or else by what stands in it, or else by what it is the name of", () => {
    const named = Schema.NonEmptyString.annotate(Name.of({ zh: "人员", en: "person" }))
    const own = named.annotate(Label.of(why))
    const other = { zh: "为何", en: "why" }
    assert.deepStrictEqual(
      labels({
        key: Schema.String.annotateKey(Label.of(why)),
        both: own.annotateKey(Label.of(other)),
        own,
        optional: Schema.optionalKey(own),
        named,
        nothing: Schema.String
      }),
      [why, other, why, why, { zh: "人员", en: "person" }, undefined]
    )
  })
})
