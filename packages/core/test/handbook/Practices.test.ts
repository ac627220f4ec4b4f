import { HandbookSection } from "@dualops/core/handbook"
import { Practice, Practices } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

const practice = (name: string, ...keys: ReadonlyArray<string>) =>
  Practice.make({
    name,
    title: { zh: name, en: name },
    sections: keys.map((key) => HandbookSection.make(key, { title: { zh: key, en: key }, schema: Schema.String }))
  })

describe("A list of practices", () => {
  it("is refused where two of them have a section of one name", () => {
    for (const list of [
      [practice("prizes", "prizes"), practice("coupons", "coupons", "prizes")],
      [practice("prizes", "prizes", "prizes")]
    ])
      assert.throws(
        () => Practices.formOf(list),
        /^The practices prizes and (coupons|prizes) both have a section prizes$/
      )
  })

  it("reads the sections of all of them", () => {
    const { schema } = Practices.formOf([practice("prizes", "prizes"), practice("coupons", "coupons")])
    assert.include(JSON.stringify(Schema.toJsonSchemaDocument(schema)), '"coupons"')
  })
})
