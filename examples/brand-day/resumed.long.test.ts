import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import stringWidth from "string-width"
import * as Files from "./Files.ts"
import { judge } from "./judge.ts"
import { freshFolder, standing, start } from "./running.ts"

const file = (name: string) => join(import.meta.dirname, name)
const entries = Result.getOrThrow(Files.read(file("handbook.yaml"), file("calendar.csv"))).entries

describe("a brand account's day, begun otherwise or again", () => {
  it("gives posts with Chinese names as much room as they take", async () => {
    const out = freshFolder()
    const calendar = join(out, "calendar.csv")
    const link = "https://xinghe.example.com/menu"
    const rows = ["中秋预热第一条微博,2026-09-18,09:30,lin,第一条 ", "b,2026-09-18,10:30,lin,第二条 "]
    writeFileSync(calendar, ["id,date,time,author,text", ...rows.map((row) => `${row}${link} `)].join("\n"))
    const { printed } = await start(out, { arguments: ["--calendar", calendar] })
    const [one, other] = [...printed.matchAll(/^(.*?) write /gm)].map(([, before = ""]) => stringWidth(before))
    assert.isDefined(one)
    assert.strictEqual(one, other)
    const ofPosts = printed.split("\n").filter((line) => /^.{16} {2}(中秋预热第一条微博|b) /.test(line))
    assert.isAbove(ofPosts.length, 10)
    assert.notMatch(ofPosts.join("\n").replaceAll("中秋预热第一条微博", ""), /\p{Script=Han}/u)
  })

  it("is the day of the brand's own zone", async () => {
    const out = freshFolder()
    const handbook = join(out, "handbook.yaml")
    writeFileSync(handbook, `timeZone: Asia/Tokyo\n${readFileSync(file("handbook.yaml"), "utf8")}`)
    const { printed } = await start(out, { arguments: ["--handbook", handbook] })
    assert.match(printed, /^2026\/09\/18 08:30 {2}morning-tea +publish /m)
    const slot = (await standing(out)).get("morning-tea")?.slot
    assert.strictEqual(slot && DateTime.formatIso(slot), "2026-09-17T23:30:00.000Z")
  })

  it("counts a row that came too late, and says so; its page does in both languages", async () => {
    const out = freshFolder()
    const more = join(out, "calendar.csv")
    copyFileSync(file("osmanthus.png"), join(out, "osmanthus.png"))
    await start(out)
    const late = "too-late,2026-09-18,08:45,lin,早。 https://xinghe.example.com/menu ,\n"
    writeFileSync(more, `${readFileSync(file("calendar.csv"), "utf8")}${late}`)
    const { printed } = await start(out, { arguments: ["--calendar", more] })
    const [, gone, all, open] = printed.match(/^(\d+) of (\d+) posts are out; (\d+) wait for a person\.$/m) ?? []
    assert.strictEqual(Number(all), entries.length + 1)
    assert.strictEqual(Number(gone) + Number(open), Number(all))
    assert.match(printed, /^ {2}too-late +not begun +The slot is past; /m)
    const page = readFileSync(join(out, "index.html"), "utf8")
    assert.include(page, `<b>${gone}/${all}</b>`)
    assert.include(page, `<b>${open}</b><span lang="zh-CN">等人处理`)
    assert.match(
      page,
      /too-late .*未开始[\s\S]*<span lang="zh-CN">该时段已过.*<\/span><span lang="en">The slot is past/
    )
  })

  it("says first whose calendar it takes when a handbook comes without one", async () => {
    const out = freshFolder()
    const mine = join(out, "mine.yaml")
    writeFileSync(
      mine,
      readFileSync(file("handbook.yaml"), "utf8").replaceAll("xinghe.example.com", "mine.example.com")
    )
    const alone = await start(out, { arguments: ["--handbook", mine] })
    assert.match(alone.printed, /^No --calendar was given, .*\n.*brand-day\/calendar\.csv\n/)
    assert.match(alone.printed, /^ {2}morning-tea +missed its slot +.* Add a link to mine\.example\.com,/m)
    const first = { stop: { after: 0, from: "first step", by: "SIGINT" } } as const
    const both = ["--handbook", mine, "--calendar", file("calendar.csv")]
    assert.notMatch((await start(freshFolder(), { ...first, arguments: both })).printed, /No --calendar/)
    assert.notMatch((await start(freshFolder(), first)).printed, /No --calendar/)
  })

  it("says in a line how much was done before, and not all of it again", async () => {
    const out = freshFolder()
    const first = await start(out)
    const steps = first.printed.split("\n").filter((line) => / publish /.test(line)).length
    assert.isAbove(steps, 5)
    const second = await start(out)
    assert.match(second.printed, /^\d+ steps were done before; going on from there\.$/m)
    assert.notMatch(second.printed, / write /)
  })

  it("goes on after Ctrl-C where it stopped", async () => {
    const out = freshFolder()
    const stopped = await start(out, { stop: { after: 200, from: "first step", by: "SIGINT" } })
    assert.strictEqual(stopped.code, 130, stopped.printed)
    assert.strictEqual((await start(out)).code, 0)
    await judge(out)
  })

  it("takes a mended row up at the next start, and says which rows are gone", async () => {
    const out = freshFolder()
    await start(out)
    const mended = join(out, "calendar.csv")
    const rows = readFileSync(file("calendar.csv"), "utf8").split("\n")
    const text = rows
      .filter((row) => !row.startsWith("no-link,"))
      .map((row) =>
        row.startsWith("best-of-all,")
          ? row.replace("09-18,10:00", "09-25,10:00").replace(/全城最佳，国家级品质，/, "")
          : row
      )
    writeFileSync(mended, text.join("\n"))
    copyFileSync(file("osmanthus.png"), join(out, "osmanthus.png"))
    const { printed } = await start(out, { arguments: ["--calendar", mended] })
    assert.strictEqual((await standing(out)).get("best-of-all")?._tag, "Published", printed)
    assert.match(printed, /no-link .*the row is gone/)
  })
})
