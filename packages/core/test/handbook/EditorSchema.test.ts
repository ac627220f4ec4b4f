/** The schema that an editor checks and completes a handbook by; Ajv is the judge. */

import { EditorSchema } from "@dualops/core/handbook"
import { Practices } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { Ajv2020 } from "ajv/dist/2020.js"
import { parse } from "yaml"
import { textOf, xinghe } from "./worked.ts"

const form = Practices.formOf()
const validate = (schema: object) =>
  new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema)
const handbook = () => parse(textOf("xinghe"))

describe("The schema for editors that is made of a handbook", () => {
  const known = validate(EditorSchema.of(form, xinghe))
  const anyone = validate(EditorSchema.of(form))

  it("finds nothing wrong with that handbook", () => {
    assert.isTrue(known(handbook()), JSON.stringify(known.errors))
  })

  it("offers the names of that handbook wherever one has to stand", () => {
    const places: ReadonlyArray<readonly [change: (draft: ReturnType<typeof handbook>) => void, offered: string]> = [
      [(draft) => ((Object.values<{ owner: string }>(draft.duties)[0] ?? { owner: "" }).owner = "nobody"), "lin"],
      [(draft) => draft.content.review.approvers.push("nobody"), "lin"],
      [(draft) => ((Object.values<{ hours: string }>(draft.duties)[0] ?? { hours: "" }).hours = "nobody"), "always"],
      [
        (draft) => Object.values<{ metBy: Array<string> }>(draft.needs)[0]?.metBy.push("nobody"),
        Object.keys(xinghe.resources)[0] ?? ""
      ]
    ]
    for (const [change, offered] of places) {
      const draft = handbook()
      change(draft)
      assert.isTrue(anyone(draft))
      assert.isFalse(known(draft))
      const allowed = known.errors?.flatMap(({ params }) => params["allowedValues"] ?? []) ?? []
      assert.include(allowed, offered)
    }
  })

  it("leaves names free where they are given, and asks none where there are none to choose from", () => {
    const draft = handbook()
    Object.values<{ skills?: Array<string> }>(draft.team.people)[0]?.skills?.push("juggling")
    draft.team.people.newcomer = { ...Object.values<object>(draft.team.people)[0] }
    assert.isTrue(known(draft), JSON.stringify(known.errors))
  })
})
