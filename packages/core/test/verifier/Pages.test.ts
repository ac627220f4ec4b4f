/**
 * Every rule has a page whose examples do what it says. After a change of the rules, `npm run test:only -- Pages -u` writes the pages anew.
 */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "@effect/vitest"
import { parse } from "yaml"
import { apply, type Json } from "./mergePatch.ts"
import { described, index, pages } from "./pages.ts"
import { sound } from "./stuckProcess.ts"
import { check, checkWith, type Draft, worked } from "./worked.ts"

const folder = fileURLToPath(new URL("../../../../docs/rules/", import.meta.url))
const codes = described.map(({ code }) => code)

describe("the pages of the rules", () => {
  it("are as the rules are", async () => {
    for (const [code, text] of pages()) await expect(text).toMatchFileSnapshot(`${folder}${code}.md`)
    await expect(index()).toMatchFileSnapshot(`${folder}README.md`)
  })

  it("are there for every rule, and for nothing else", () => {
    const there = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"))
    expect(there.toSorted()).toEqual(["README.md", ...codes.map((code) => `${code}.md`)].toSorted())
  })

  it.each(codes.filter((code) => code !== "process/unsound"))(
    "%s is found in its broken example and not in its mended one",
    (code) => {
      const [broken, mended] = [...readFileSync(`${folder}${code}.md`, "utf8").matchAll(/```yaml\n(.*?)```/gs)].map(
        ([, text = ""]): Json => parse(text)
      )
      // A handbook as it is written is JSON, and so is what a page makes of it.
      const patched = (one: Draft, patch: Json = null) => apply(one as unknown as Json, patch) as unknown as Draft
      const after = patched(worked, broken)
      const found = (draft: Draft) => check(draft).map((finding) => finding.code)
      expect(found(after)).toContain(code)
      expect(found(patched(after, mended))).not.toContain(code)
    }
  )

  it("process/unsound is not found in its mended example", () => {
    expect(checkWith(worked, [sound]).map(({ code }) => code)).not.toContain("process/unsound")
  })

  it("no two rules have the same code", () => {
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThanOrEqual(40)
  })
})
