/** What goes out when, on the command line. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import { Editions } from "@dualops/core"
import { ContentMix } from "@dualops/core/content"
import { HandbookFile } from "@dualops/core/files"
import { Operations } from "@dualops/core/operations"
import { IdeaProcess } from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case } from "@dualops/core/process"
import { describe, expect, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import { filesOf, folderOf, run } from "./run.ts"

const yaml = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const plain = readFileSync(new URL("../../../examples/brand-day/handbook.yaml", import.meta.url), "utf8")
const week = ["xinghe.yaml", "--from", "2026-09-21", "--until", "2026-09-28"]

const zhou = Actor.person("zhou")
/** A store in which an idea for a post about the service is accepted for that slot. */
const accepted = (filename: string, slot: string) => {
  const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", yaml))
  const soon = Allowance.always("1 day")
  const days = Duration.days(90)
  const hot = { judgedWithin: soon, writtenWithin: soon, keptFor: days }
  const policy = {
    judges: [zhou.person] as const,
    judgedWithin: soon,
    answeredWithin: soon,
    writtenWithin: soon,
    keptFor: days,
    hot
  }
  const categories = [ContentMix.CategoryId.make("service")]
  const settings = { ...policy, account: handbook.account.id, categories, lead: zhou.person }
  const edition = Editions.layer({
    version: handbook.version,
    // No other process is told anything here.
    settings: () => settings as never,
    entitled: () => true,
    accounts: [handbook.account.id],
    calendars: Calendars.everyMinute
  })
  const of = { case: Case.CaseId.make("idea"), by: zhou }
  return Effect.gen(function* () {
    yield* TestClock.setTime(Date.parse("2026-09-14T01:00:00Z"))
    const wish = { idea: "配送说明", why: "常有人问", hot: false }
    yield* Operations.send(IdeaProcess, { ...of, key: "1", step: "Propose", input: wish })
    const dated = { slot: DateTime.makeUnsafe(`${slot}+08:00`), category: ContentMix.CategoryId.make("service") }
    yield* Operations.send(IdeaProcess, { ...of, key: "2", step: "Accept", input: dated })
  }).pipe(
    Effect.provide(edition),
    Effect.provide(Layer.provide(SqlStore.layer, NodeSqlite.layer({ filename }))),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )
}

describe("dualops plan", () => {
  it("prints the plan of the dates as CSV, by the mix of the handbook", async () => {
    const { exit, out } = await run(folderOf({ "xinghe.yaml": yaml }), ["plan", ...week, "--lang", "zh"])
    expect(exit).toBe(0)
    expect(out.split("\r\n")[0]).toBe("日期,时间,类别,节点,状态,原因,交稿")
    expect(out).toMatch(/^2026-09-21,08:30,茶与新品,,计划,固定时段,/m)
  })

  it.each(["csv", "xlsx", "ics", "html"])("puts the plan into a file of the form %s", async (form) => {
    const folder = folderOf({ "xinghe.yaml": yaml })
    const ran = await run(folder, ["plan", ...week, "--out", `plan.${form}`])
    expect(ran.out).toBe(`plan.${form}\n`)
    expect(readFileSync(join(folder, `plan.${form}`)).length).toBeGreaterThan(500)
  })

  it.each(["csv", "xlsx"])("leaves what is planned already where it is, as %s", async (form) => {
    const folder = folderOf({ "xinghe.yaml": yaml })
    await run(folder, ["plan", ...week, "--out", `plan.${form}`])
    await run(folder, ["plan", ...week, "--out", "before.csv"])
    const again = await run(folder, ["plan", ...week, "--given", `plan.${form}`, "--out", "again.csv"])
    expect(again.exit).toBe(0)
    expect(filesOf(folder)["again.csv"]).toBe(filesOf(folder)["before.csv"])
  })

  it("reads the plan that there is in GBK as a Chinese spreadsheet saves it, says so, and refuses what it cannot know", async () => {
    // 日期,时间,类别 and 茶与新品, as any Chinese Excel saves them.
    const gbk = (...hex: ReadonlyArray<string>) => Buffer.from(hex.join("").replaceAll(" ", ""), "hex")
    const head = gbk("C8D5C6DA 2C CAB1BCE4 2C C0E0B1F0 0D0A")
    const row = Buffer.concat([Buffer.from("2026-09-21,15:30,"), gbk("B2E8D3EBD0C2C6B7 0D0A")])
    const folder = folderOf({ "xinghe.yaml": yaml })
    writeFileSync(join(folder, "gbk.csv"), Buffer.concat([head, row]))
    const read = await run(folder, ["plan", ...week, "--given", "gbk.csv", "--out", "plan.csv", "--lang", "zh"])
    expect([read.exit, read.error]).toEqual([0, expect.stringContaining("文件按 GBK（GB18030）读取，开头是「日期」")])
    expect(filesOf(folder)["plan.csv"]).toMatch(/^2026-09-21,15:30,茶与新品,/m)
    writeFileSync(join(folder, "cut.csv"), Buffer.concat([head, row, gbk("B2")]))
    const cut = await run(folder, ["plan", ...week, "--given", "cut.csv", "--out", "none.csv"])
    expect([cut.exit, cut.error]).toEqual([1, expect.stringContaining("table/unknown-encoding")])
    expect(filesOf(folder)["none.csv"]).toBeUndefined()
  })

  it("moves no idea that the house has accepted and dated", async () => {
    const settings = {
      handbook: "xinghe.yaml",
      store: "store.sqlite",
      weibo: "emulator",
      desk: { port: 0, door: "local" }
    }
    const folder = folderOf({
      "xinghe.yaml": yaml,
      "dualops.config.json": JSON.stringify(settings),
      "emulator/.keep": ""
    })
    const house = [...week, "--house", "dualops.config.json", "--at", "2026-09-14", "--lang", "zh"]
    const before = await run(folder, ["plan", ...house])
    expect([before.error, before.out]).toEqual(["", expect.stringMatching(/^2026-09-23,15:30,(?!服务)/m)])
    await accepted(join(folder, "emulator/store.sqlite"), "2026-09-23T15:30")
    const { error, exit, out } = await run(folder, ["plan", ...house])
    expect([exit, error.includes("content-plan/moved")]).toEqual([0, false])
    expect(out).toMatch(/^2026-09-23,15:30,服务与公告,,锁定,/m)
  })

  it("tells every mistake of the plan that there is, and of what it is asked", async () => {
    const folder = folderOf({ "xinghe.yaml": yaml, "plain.yaml": plain, "bad.csv": "date,time,category\nx,y,z\n" })
    const bad = await run(folder, ["plan", ...week, "--given", "bad.csv"])
    expect([bad.exit, [...new Set(bad.error.match(/calendar\/[\w-]+/g))].sort()]).toEqual([
      1,
      ["calendar/unknown-name", "calendar/wrong-cell"]
    ])
    const none = await run(folder, ["plan", "plain.yaml"])
    expect([none.exit, none.error]).toEqual([1, expect.stringContaining("content-plan/no-mix")])
    const early = await run(folder, ["plan", "xinghe.yaml", "--from", "2026-09-21", "--until", "2026-09-20"])
    expect([early.exit, early.error]).toEqual([1, expect.stringContaining("is not after")])
  })
})
