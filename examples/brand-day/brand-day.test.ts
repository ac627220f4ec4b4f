import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as Files from "./Files.ts"
import { freshFolder, published, standing, start } from "./running.ts"

const file = (name: string) => join(import.meta.dirname, name)
const entries = Result.getOrThrow(Files.read(file("handbook.yaml"), file("calendar.csv"))).entries

/** Every entry of the calendar is out exactly once, or is open and says why: by the record of the (emulated) Weibo. */
const judge = async (out: string) => {
  const posts = published(out)
  const states = await standing(out)
  for (const { content, id } of entries) {
    const times = posts.filter(({ sent }) => sent.trim() === content.text.trim()).length
    const state = states.get(id)
    assert.isBelow(times, 2, `${id} is out ${times} times`)
    if (state?._tag === "Published") assert.strictEqual(times, 1, `${id} counts as out, and is not`)
    else
      assert.match(
        `${state?._tag} ${reason(state)}`,
        /^(Failed|Missed|Unconfirmed) .+/,
        `${id} is neither out nor open with a reason`
      )
  }
  assert.strictEqual(posts.length, new Set(posts.map(({ sent }) => sent)).size)
  return [...states.values()].filter(({ _tag }) => _tag === "Published").length
}

const reason = (
  state: Awaited<ReturnType<typeof standing>> extends ReadonlyMap<string, infer S> ? S | undefined : never
) => (state !== undefined && "detail" in state ? state.detail : "")

describe("a brand account's day", () => {
  it("ends with every entry out once, or open with a reason, and with a page", async () => {
    const out = freshFolder()
    const { code, printed } = await start(out)
    assert.strictEqual(code, 0, printed)
    assert.isAbove(await judge(out), 5)
    const page = readFileSync(join(out, "index.html"), "utf8")
    assert.include(page, "星河茶饮")
    assert.notInclude(page, "undefined")
    assert.match(printed, /^2026\/09\/18 13:00 {2}→ tang +微博「best-of-all」/m)
    assert.match(printed, /^2026\/09\/18 13:00 {2}→ tang +Post best-of-all is still Missed/m)
    assert.notMatch(printed, /INFO|→ tang:/)
  })

  it("is the day of the brand's own zone", async () => {
    const out = freshFolder()
    const handbook = join(out, "handbook.yaml")
    writeFileSync(handbook, `timeZone: Asia/Tokyo\n${readFileSync(file("handbook.yaml"), "utf8")}`)
    const { printed } = await start(out, { arguments: ["--handbook", handbook] })
    assert.match(printed, /^2026\/09\/18 08:30 {2}morning-tea +Publish /m)
    const slot = (await standing(out)).get("morning-tea")?.slot
    assert.strictEqual(slot && DateTime.formatIso(slot), "2026-09-17T23:30:00.000Z")
  })

  it("publishes nothing again when it is started again", async () => {
    const out = freshFolder()
    await start(out)
    const before = published(out)
    const { code } = await start(out)
    assert.strictEqual(code, 0)
    assert.deepStrictEqual(published(out), before)
  })

  it("says in a line how much was done before, and not all of it again", async () => {
    const out = freshFolder()
    const first = await start(out)
    const steps = first.printed.split("\n").filter((line) => / Publish /.test(line)).length
    assert.isAbove(steps, 5)
    const second = await start(out)
    assert.match(second.printed, /^\d+ steps were done before; going on from there\.$/m)
    assert.notMatch(second.printed, / Compose /)
  })

  it("asks for a new version when the handbook says something else, not when it is written otherwise", async () => {
    const out = freshFolder()
    const copy = join(out, "handbook.yaml")
    const text = readFileSync(file("handbook.yaml"), "utf8")
    writeFileSync(copy, text)
    await start(join(out, "out"), { arguments: ["--handbook", copy] })
    writeFileSync(copy, `# for the autumn\n\n${text.replace(/: {2,}/g, ": ")}\n`)
    assert.strictEqual((await start(join(out, "out"), { arguments: ["--handbook", copy] })).code, 0)
    writeFileSync(copy, text.replace(/tolerance: .*/, "tolerance: 47 minutes"))
    const changed = await start(join(out, "out"), { arguments: ["--handbook", copy] })
    assert.strictEqual(changed.code, 1)
    assert.match(changed.printed, /changed-without-version/)
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
        row.startsWith("best-of-all,") ? row.replace("10:00", "22:30").replace(/全城最佳，国家级品质，/, "") : row
      )
    writeFileSync(mended, text.join("\n"))
    copyFileSync(file("osmanthus.png"), join(out, "osmanthus.png"))
    const { printed } = await start(out, { arguments: ["--calendar", mended] })
    assert.strictEqual((await standing(out)).get("best-of-all")?._tag, "Published", printed)
    assert.match(printed, /no-link .*the row is gone/)
  })

  it("says in a sentence what is wrong with its store, and leaves the file as it is", async () => {
    const out = freshFolder()
    writeFileSync(join(out, "store.sqlite"), "three years of work ".repeat(100))
    const { code, printed } = await start(out)
    assert.strictEqual(code, 1)
    assert.match(printed, /store\.sqlite cannot be opened: file is not a database\n/)
    assert.notMatch(printed, /\n +at /)
    assert.match(readFileSync(join(out, "store.sqlite"), "utf8"), /^three years of work/)
  })

  it("begins anew with --fresh, and takes away nothing but what it left itself", async () => {
    const out = freshFolder()
    writeFileSync(join(out, "thesis.txt"), "three years of work")
    await start(out)
    assert.strictEqual((await start(out, { arguments: ["--fresh"] })).code, 0)
    assert.strictEqual(readFileSync(join(out, "thesis.txt"), "utf8"), "three years of work")
  })

  it("loses nothing and publishes nothing twice, killed at fifty moments", { timeout: 600_000 }, async () => {
    let kills = 0
    while (kills < 50) {
      const out = freshFolder()
      for (let ended: number | null = null; ended !== 0; ) {
        const after = kills < 50 ? Math.random() * 1500 : 600_000
        ended = (await start(out, { stop: { after, from: "first step", by: "SIGKILL" } })).code
        if (ended === null) kills++
      }
      await judge(out)
    }
  })
})

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
    assert.match(printed, /content\.lead is missing/)
    assert.match(printed, /knows no such role\. Did you mean planner\?/)
    assert.match(printed, /names nobody, and the handbook knows no such person/)
  })

  it("stop the day when it could not come to its end; other doubts of the verifier are counted", async () => {
    const waiting = await wrong("handbook.yaml", (text) => text.replace("quorum: 2", "quorum: 4"))
    assert.match(waiting, /handbook\.yaml:\d+:\d+ +error +approval\/too-many-needed/)
    assert.match(waiting, /Nothing was published/)
    const out = freshFolder()
    const handbook = join(out, "handbook.yaml")
    const clean = readFileSync(join(import.meta.dirname, "handbook.yaml"), "utf8")
    writeFileSync(handbook, clean.replace(', contact: { phone: "000-0000-0001" }', ""))
    const { printed } = await start(out, { arguments: ["--handbook", handbook] })
    assert.match(printed, /Errors: 0, warnings: 1, notes: 0\.\n.*\n.* dualops check .*handbook\.yaml/)
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
    assert.match(printed, /calendar\.csv:1 .*\n.*has its columns, and no post below them\..*\n.*没有任何一条微博/)
    assert.match(printed, /Nothing was published/)
  })

  it("are told when they are not in UTF-8, before their signs are published as other ones", async () => {
    const out = freshFolder()
    const gbk = join(out, "calendar.csv")
    writeFileSync(gbk, Buffer.from([0xd6, 0xd0, 0xce, 0xc4]))
    assert.match((await start(out, { arguments: ["--calendar", gbk] })).printed, /calendar\.csv .*not-utf-8/)
  })

  it("are told when they are no YAML and no CSV at all", async () => {
    assert.match(await wrong("handbook.yaml", () => "version: [1"), /handbook\.yaml:\d+:\d+ .*not-yaml/)
    assert.match(
      await wrong("calendar.csv", (text) => text.replace('"早上好', '"早上"好')),
      /calendar\.csv:\d+ .*not-csv/
    )
  })
})
