/** What is missing stands at what lacks it; a whole file that lacks a chapter has no line that would be to blame. */
import { ChineseHolidays } from "@dualops/core/calendar"
import { FindingText } from "@dualops/core/finding"
import { Verifier } from "@dualops/core/verifier"
import { assert, describe, it } from "@effect/vitest"
import { textOf } from "./worked.ts"

const text = textOf("minimal")
const lineOf = (written: string, start: string) => written.split("\n").findIndex((one) => one.startsWith(start)) + 1
const told = (changed: string, code: string, path: string) => {
  const found = Verifier.checkFile("h.yaml", changed, { holidays: ChineseHolidays.holidays })
  const one = found.find((finding) => finding.code === code && finding.where.path === path)
  assert.isDefined(one, `${code} ${path} of ${found.map(({ code, where }) => `${code} ${where.path}`).join()}`)
  return one
}

describe("The place of what is missing", () => {
  it("is no line where the whole file lacks a chapter, be it read or checked", () => {
    const without = text.replace(/^brand: .*\n/m, "").replace(/^ {2}- \{ code: plan.*\n/m, "")
    assert.deepStrictEqual(told(without, "file/missing", "brand").where, { path: "brand", file: "h.yaml" })
    const planless = text.replace(/^ {2}- \{ code: plan.*\n/m, "")
    const finding = told(planless, "plan/missing", "plan")
    assert.deepStrictEqual(finding.where, { path: "plan", file: "h.yaml" })
    const printed = FindingText.print([finding], planless)
    assert.match(printed, /^h\.yaml \w+ plan\/missing plan\n/)
    assert.notInclude(printed, "^")
  })

  it("is the key of what lacks it, not the first thing that stands below that key", () => {
    const team = text.replace(/^ {2}people:[\s\S]*?(?=^calendars)/m, "")
    assert.deepInclude(told(team, "file/missing", "team.people").where, { line: lineOf(team, "team:"), column: 1 })
    const review = text.replace(/^ {4}needs: any\n/m, "")
    const where = { line: lineOf(review, "  review:"), column: 3 }
    assert.deepInclude(told(review, "file/missing", "content.review.needs").where, where)
  })

  it("is the item, where an item of a list lacks it", () => {
    const item = text.replace("code: plan/missing, path", "path")
    const where = { line: lineOf(item, "  - { path: plan"), column: 5 }
    assert.deepInclude(told(item, "file/missing", "suppressions[2].code").where, where)
  })

  it("is the value itself, where it is empty and not missing", () => {
    const empty = text.replace("safeDomains: [xinghe.example]", "safeDomains: [xinghe.example]\n  otherRoutes: 4h")
    const finding = told(empty, "file/wrong-value", "account.otherRoutes")
    assert.deepInclude(finding.where, { column: 16 })
    assert.match(finding.message.zh, /^「account\.otherRoutes」的值「4h」不对，/)
    const blank = told(text.replace('version: "1"', 'version: ""'), "file/wrong-value", "version")
    assert.match(blank.message.zh, /^「version」是空的，应为/)
  })
})
