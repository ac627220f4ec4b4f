import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { freshFolder, start } from "./running.ts"

const file = (name: string) => join(import.meta.dirname, name)

describe("the page", () => {
  it("of two days has the dates of both, one line of time for each, and a date at every time", async () => {
    const out = freshFolder()
    const calendar = join(out, "calendar.csv")
    const rows = readFileSync(file("calendar.csv"), "utf8").replace(
      "new-osmanthus,2026-09-18",
      "new-osmanthus,2026-09-19"
    )
    writeFileSync(calendar, rows)
    copyFileSync(file("osmanthus.png"), join(out, "osmanthus.png"))
    const { code, printed } = await start(out, { arguments: ["--calendar", calendar] })
    assert.strictEqual(code, 0, printed)
    const page = readFileSync(join(out, "index.html"), "utf8")
    assert.match(page, /<title>.*2026\/09\/18 – 2026\/09\/19<\/title>/)
    assert.deepStrictEqual(
      page.match(/<p class="sub">[^<]*<\/p><svg class="timeline"/g),
      ["18", "19"].map((day) => `<p class="sub">2026/09/${day}</p><svg class="timeline"`)
    )
    assert.match(page, /<time>2026\/09\/19 09:3\d<\/time> new-osmanthus/)
    assert.notMatch(page, /<time>\d\d:/)
  })

  it("of one day has its date once, and times alone", async () => {
    const out = freshFolder()
    await start(out)
    const page = readFileSync(join(out, "index.html"), "utf8")
    assert.match(page, /<title>[^–]*2026\/09\/18<\/title>/)
    assert.strictEqual(page.match(/<svg class="timeline"/g)?.length, 1)
    assert.notMatch(page, /<time>2026/)
  })
})
