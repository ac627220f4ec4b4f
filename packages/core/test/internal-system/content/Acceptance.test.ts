import { Screening } from "@dualops/core/content"
import { Settings } from "@dualops/core/handbook"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Schema } from "effect"
import { Acceptance } from "../../../src/internal-system/content/Acceptance.ts"
import { xinghe } from "../../handbook/worked.ts"

const reason = { zh: "赛事名称如此，已有授权。", en: "The contest is called so." }
const until = DateTime.makeUnsafe("2026-08-01T00:00:00+08:00")
const before = DateTime.makeUnsafe("2026-07-31T23:59:59+08:00")
const accepted = [{ code: "advertising-law/statutory", text: "最佳", reason, until }]
const told = (text: string, at?: DateTime.Utc, reply = false) =>
  (reply ? Screening.ofReplies : Screening.of)({ route: "business", accepted })
    .screen({ text, pictures: [] }, at)
    .map(({ code, severity }) => `${severity} ${code.replace("advertising-law/", "")}`)

describe("What the handbook accepts", () => {
  it("is a note that says the reason, before its date, in posts and in replies", () => {
    assert.deepStrictEqual(told("本店奶茶全国最佳", before), ["note statutory"])
    assert.deepStrictEqual(told("本店奶茶全国最佳", before, true), ["note statutory"])
    const [finding] = Screening.of({ route: "business", accepted }).screen({ text: "奶茶最佳", pictures: [] }, before)
    assert.include(finding?.message.zh, reason.zh)
    assert.include(finding?.message.en, reason.en)
  })
  it("is an error again from its date on", () => assert.deepStrictEqual(told("奶茶最佳", until), ["error statutory"]))
  it("is an error where nobody says which moment it is", () =>
    assert.deepStrictEqual(told("奶茶最佳"), ["error statutory"]))
  it("is that rule and these words, and no others", () => {
    assert.deepStrictEqual(told("奶茶国家级品质", before), ["error statutory"])
    assert.deepStrictEqual(told("转发抽奖", before), ["error lottery/incomplete"])
  })
})

describe("The handbook accepts", () => {
  const accepts = (code: string) =>
    Schema.decodeUnknownResult(Acceptance)({ code, text: "最佳", reason, until: "2026-08-01" })._tag
  it.each(["advertising-law/statutory", "banned-words/found", "lottery/incomplete", "brand/loud"])("%s", (code) =>
    assert.strictEqual(accepts(code), "Success")
  )
  it.each(["weibo/too-long", "statutory", ""])("and not %j", (code) => assert.strictEqual(accepts(code), "Failure"))
  it("until the beginning of the date in its own time zone", () => {
    const handbook = {
      ...xinghe,
      content: {
        ...xinghe.content,
        accepted: [{ code: "advertising-law/statutory", text: "最佳", reason, until: "2026-08-01" }]
      }
    }
    const [one] = Settings.ofPosts(handbook).rules.accepted ?? []
    assert.strictEqual(one && DateTime.toEpochMillis(one.until), DateTime.toEpochMillis(until))
  })
})
