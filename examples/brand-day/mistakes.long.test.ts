import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { freshFolder, start } from "./running.ts"

const file = (name: string) => join(import.meta.dirname, name)

describe("files with mistakes", () => {
  const wrong = async (name: string, change: (text: string) => string) => {
    const out = freshFolder()
    const copy = join(out, name)
    writeFileSync(copy, change(readFileSync(file(name), "utf8")))
    const ended = await start(join(out, "out"), {
      arguments: [name.endsWith(".csv") ? "--calendar" : "--handbook", copy]
    })
    assert.strictEqual(ended.code, 1, ended.printed)
    assert.isFalse(existsSync(join(out, "out", "weibo.ndjson")))
    return ended.printed
  }

  it("are told all at once, with line, path and what was expected: a handbook", async () => {
    const printed = await wrong("handbook.yaml", (text) =>
      text
        .replace("route: share", "route: shout")
        .replace("roles: [reviewer, planner, owner]", "roles: [reviewer, plannr, owner]")
        .replace("lead: tang", "led: tang")
        .replace("approvers: [zhou, qin, tang]", "approvers: [zhou, nobody]")
    )
    assert.match(printed, /handbook\.yaml:8:\d+ .*\n.*account\.route is "shout", and should be "share", "update"/)
    assert.match(printed, /handbook\.yaml:\d+:\d+ .*unknown-key\n.*content\.led\. Did you mean lead\?/)
    // What is missing only because of the slip is no mistake of its own.
    assert.match(printed, /^4 mistakes\./m)
    assert.match(printed, /knows no such role\. Did you mean planner\?/)
    assert.match(printed, /names nobody, and the handbook knows no such person/)
  })

  it("stop the day where it could not end; other doubts of the verifier are counted", async () => {
    const waiting = await wrong("handbook.yaml", (text) => text.replace("quorum: 2", "quorum: 4"))
    assert.match(waiting, /handbook\.yaml:\d+:\d+ +error +approval\/too-many-needed/)
    assert.match(waiting, /Nothing was published/)
    const out = freshFolder()
    const handbook = join(out, "handbook.yaml")
    const clean = readFileSync(join(import.meta.dirname, "handbook.yaml"), "utf8")
    writeFileSync(handbook, clean.replace(', contact: { phone: "000-0000-0001" }', ""))
    const { printed } = await start(out, { arguments: ["--handbook", handbook] })
    assert.match(printed, /Errors: 0, warnings: 1, notes: 0\.\n.* dualops check .*handbook\.yaml/)
    assert.notMatch((await start(freshFolder())).printed, /Errors:/)
  })

  it("are told all at once, with line and what was expected: a calendar", async () => {
    const printed = await wrong("calendar.csv", (text) =>
      text
        .replace("morning-tea,2026-09-18,08:30,lin", "morning-tea,2026-02-30,08:30,lin")
        .replace("noon-iced,2026-09-18,11:45,lin", "noon-iced,2026-09-18,25:45,linn")
        .replace("how-to-brew,", "morning-tea,")
        .replace("osmanthus.png", "no-such.png")
    )
    assert.match(printed, /calendar\.csv:2 .*\n.*date is "2026-02-30"/)
    assert.match(printed, /calendar\.csv:6 .*\n.*time is "25:45"/)
    assert.match(printed, /calendar\.csv:6 .*\n.*nobody called "linn".* Did you mean lin\?/)
    assert.match(printed, /calendar\.csv:7 .*\n.*morning-tea has been used on line 2/)
    assert.match(printed, /calendar\.csv:3 .*\n.*picture is "no-such.png"/)
  })

  it("are told when there is nothing in them: a calendar of columns alone", async () => {
    const printed = await wrong("calendar.csv", () => "编号,日期,时间,作者,正文,图片\n")
    assert.match(printed, /calendar\.csv:1 .*\n.*has its columns, and no post below them\./)
    assert.match(printed, /Nothing was published/)
  })

  it("are told when they are none, and so is a folder that is none", async () => {
    const folder = freshFolder()
    const there = join(folder, "notes.txt")
    writeFileSync(there, "mine")
    spawnSync("mkfifo", [join(folder, "pipe")])
    const said = async (out: string, ...more: ReadonlyArray<string>) => {
      const { code, printed } = await start(out, { arguments: more })
      assert.strictEqual(code, 1, printed)
      return printed
    }
    assert.match(await said(""), /folder\/unnamed\n {4}--out names no folder\. Name one/)
    assert.match(
      await said(there),
      /folder\/no-folder\n {4}A file stands there, which is no folder\. Take another folder/
    )
    assert.strictEqual(readFileSync(there, "utf8"), "mine")
    for (const [name, why] of [
      ["none.yaml", "there is no such file"],
      ["pipe", "it is not a file"]
    ] as const)
      assert.include(await said(join(folder, "out"), "--handbook", join(folder, name)), `cannot be read: ${why}.`)
    const strangers = join(folder, "h.yaml")
    writeFileSync(
      strangers,
      readFileSync(join(import.meta.dirname, "../handbooks/minimal.yaml"), "utf8").replaceAll("lin", "ling")
    )
    assert.match(
      await said(join(folder, "out"), "--handbook", strangers),
      /^No --calendar was given, .* --calendar FILE\.csv:/m
    )
  })

  it("are told when they are not in UTF-8, before their signs are published as other ones", async () => {
    const out = freshFolder()
    const gbk = join(out, "calendar.csv")
    writeFileSync(gbk, Buffer.from([0xd6, 0xd0, 0xce, 0xc4]))
    assert.match((await start(out, { arguments: ["--calendar", gbk] })).printed, /calendar\.csv .*not-utf-8/)
  })

  it("may be in UTF-16 with tabs, as spreadsheets save them, and repeat a text another day", async () => {
    const out = freshFolder()
    const calendar = join(out, "calendar.txt")
    const text = "早上好 https://xinghe.example.com/menu "
    const rows = [`a\t2026/9/18\t9:30\tlin\t${text}`, `b\t2026/9/19\t9:30\tlin\t${text}`]
    const table = ["编号\t日期\t时间\t作者\t正文", ...rows, ""].join("\r\n")
    writeFileSync(calendar, Buffer.from(`\uFEFF${table}`, "utf16le"))
    const { code, printed } = await start(out, { arguments: ["--calendar", calendar] })
    assert.strictEqual(code, 0, printed)
    assert.match(printed, /^.*calendar\.txt:3 {2}warning {2}calendar\/text-twice\n {4}The text is that of line 2\./m)
  })

  it("are told when they are no YAML and no CSV at all", async () => {
    assert.match(await wrong("handbook.yaml", () => "version: [1"), /handbook\.yaml:\d+:\d+ .*not-yaml/)
    assert.match(
      await wrong("calendar.csv", (text) => text.replace('"早上好', '"早上"好')),
      /calendar\.csv:\d+ .*not-csv/
    )
  })
})
