import { readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import stringWidth from "string-width"
import { judge } from "./judge.ts"
import { freshFolder, published, start } from "./running.ts"

describe("a brand account's day", () => {
  it("ends with every entry out once, or open with a reason, and with a page", async () => {
    const out = freshFolder()
    const { code, printed } = await start(out)
    assert.strictEqual(code, 0, printed)
    assert.isAbove(await judge(out), 5)
    const page = readFileSync(join(out, "index.html"), "utf8")
    assert.include(page, "星河茶饮")
    assert.notInclude(page, "undefined")
    assert.strictEqual(
      printed.match(/^.*→ tang +The post “我们的桂花乌龙是全城最佳.*” \(missed its slot\)/gm)?.length,
      1
    )
    assert.notMatch(printed, /INFO|→ tang:/)
  })

  it("is told in Chinese when that is asked for, each column below the other", async () => {
    const { code, printed } = await start(freshFolder(), { arguments: ["--lang", "zh"] })
    assert.strictEqual(code, 0, printed)
    assert.match(printed, /^2026\/09\/18 13:00 {2}→ tang +微博「我们的桂花乌龙是全城最佳/m)
    assert.match(printed, /^\d+ 条微博中已发 \d+ 条，\d+ 条等人处理。$/m)
    const names = [...printed.matchAll(/^.{16} {2}([\w-]+ *) \p{Script=Han}+ *\S+$/gmu)].map(([, id = ""]) => id)
    assert.isAbove(names.length, 40)
    assert.deepStrictEqual([...new Set(names.map((id) => stringWidth(id)))], [18])
    assert.notMatch(printed, / write |the clock| posts are out/)
  })

  it("publishes nothing again when it is started again", async () => {
    const out = freshFolder()
    await start(out)
    const before = published(out)
    const { code } = await start(out)
    assert.strictEqual(code, 0)
    assert.deepStrictEqual(published(out), before)
  })

  it("says at every start, as the page does, what the content rules have against a post", async () => {
    const out = freshFolder()
    for (const { printed } of [await start(out), await start(out)]) {
      assert.match(printed, /^ {2}best-of-all +missed its slot +“最佳” The Advertising Law names .*\n +“国家级” /m)
      assert.match(
        printed,
        /^ {2}no-link +missed its slot +.* Add a link to xinghe\.example\.com, and a blank behind it\.$/m
      )
      assert.notMatch(printed, /nobody had submitted it/)
      assert.strictEqual(printed.match(/^ {2}no-link /gm)?.length, 1)
    }
    const page = readFileSync(join(out, "index.html"), "utf8")
    assert.match(page, /<code>国家级<\/code> <span lang="zh-CN">.*广告法.*The Advertising Law/)
    assert.match(page, /加上指向xinghe\.example\.com的链接/)
  })
})
