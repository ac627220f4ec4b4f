/** Signs that mean something in a message of SARIF: braces are placeholders (3.11.5), brackets links (3.11.6). */
import { type Finding, Sarif } from "@dualops/core/finding"
import { assert, it } from "@effect/vitest"
import * as fc from "fast-check"
import { assertSarif } from "./officialSarif.ts"

const page = (code: string) => `https://dualops.example/${code}.md`
const logOf = (text: string) => {
  const said = { zh: `值「${text}」不对。`, en: `The value ${text} is wrong.` }
  const where = { path: "a", file: "h.yaml", line: 1, column: 1 }
  const finding: Finding.Finding = {
    code: "file/wrong-value",
    severity: "error",
    where,
    evidence: text,
    message: said,
    fix: said
  }
  return Sarif.log([{ ...finding, followers: [{ code: "file/missing", where, message: said }] }], [], { page })
}

it("whoever reads a message of a log reads the text of the finding, whichever signs are in it", () => {
  const sign = fc.constantFrom(..."{}[]\\()0茶 a")
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 20 }), (text) => {
      const log = logOf(text)
      assertSarif(log)
      const [result] = log.runs[0]?.results ?? []
      const written = result?.message.text ?? ""
      // No sign with a meaning is left once the escapes are taken out.
      assert.notMatch(written.replaceAll(/\{\{|\}\}|\\[[\]\\]/g, ""), /[{}[\]\\]/)
      const read = written.replaceAll(/\{\{|\}\}|\\[[\]\\]/g, (two) => two.slice(1))
      assert.strictEqual(read, `The value ${text} is wrong. The value ${text} is wrong.`)
      assert.strictEqual(result?.relatedLocations?.length, 1)
    }),
    { numRuns: 200 }
  )
})

it("a brace stands twice, and a bracket behind a backslash", () => {
  assert.include(logOf('{"a":[1]}').runs[0]?.results[0]?.message.text, 'The value {{"a":\\[1\\]}} is wrong.')
})
