/** What goes out when, on the command line. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { filesOf, folderOf, run } from "./run.ts"

const yaml = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const plain = readFileSync(new URL("../../../examples/brand-day/handbook.yaml", import.meta.url), "utf8")
const week = ["xinghe.yaml", "--from", "2026-09-21", "--until", "2026-09-28"]

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
