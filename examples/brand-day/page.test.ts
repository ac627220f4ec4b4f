import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { chromium } from "playwright-core"
import { freshFolder, start } from "./running.ts"

const executablePath = "/usr/bin/chromium"
const absent = !existsSync(executablePath)
if (absent) console.warn(`No ${executablePath}: the day's page in a browser is NOT tested here.`)

const file = (name: string) => join(import.meta.dirname, name)

/** The rows of the calendar, without its head. */
const entries = readFileSync(file("calendar.csv"), "utf8").trim().split("\n").length - 1

describe("the page", () => {
  it("of two days has both dates, a line of time for each, and dated times", async () => {
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
    assert.match(page, /<title [^>]*>.*2026\/09\/18 – 2026\/09\/19<\/title>/)
    assert.deepStrictEqual(
      page.match(/<p class="sub">[^<]*<\/p><div lang="zh-CN"><svg class="timeline"/g),
      ["18", "19"].map((day) => `<p class="sub">2026/09/${day}</p><div lang="zh-CN"><svg class="timeline"`)
    )
    assert.match(page, /<time>2026\/09\/19 09:3\d<\/time> new-osmanthus/)
    assert.notMatch(page, /<time>\d\d:/)
  })

  it("of one day has its date once, and times alone", async () => {
    const out = freshFolder()
    await start(out)
    const page = readFileSync(join(out, "index.html"), "utf8")
    assert.match(page, /<title [^>]*>[^–]*2026\/09\/18<\/title>/)
    assert.strictEqual(page.match(/<svg class="timeline"/g)?.length, 2, "one in each language")
    assert.notMatch(page, /<time>2026\/09\/18/)
  })

  it.skipIf(absent)(
    "makes no request, and has its pictures, a title at every dot and every step, in one language",
    async () => {
      const out = freshFolder()
      await start(out)
      const browser = await chromium.launch({
        executablePath,
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic"]
      })
      try {
        const tab = await browser.newPage({ viewport: { width: 390, height: 844 } })
        const asked: Array<string> = []
        const stopped: Array<string> = []
        tab.on("request", (request) => asked.push(request.url().slice(0, 20)))
        tab.on("console", (message) => stopped.push(message.text()))
        await tab.goto(`file://${join(out, "index.html")}`, { waitUntil: "networkidle" })
        assert.deepStrictEqual(
          asked.filter((url) => !url.startsWith("data:") && !url.startsWith("file:")),
          []
        )
        assert.deepStrictEqual(stopped, [])
        assert.deepStrictEqual(
          await tab
            .locator("img")
            .evaluateAll((all) => all.map((one) => one instanceof HTMLImageElement && one.naturalWidth > 0)),
          [true]
        )
        const titles = await tab.locator("circle:visible title").allTextContents()
        assert.strictEqual(titles.length, entries)
        assert.include(titles, "08:30 morning-tea · 已发布")
        for (const summary of await tab.locator("summary").all()) await summary.click()
        const counted = Number(await tab.locator(".tile:nth-child(4) b").textContent())
        assert.strictEqual(await tab.locator(".steps li:visible").count(), counted)
        const chinese = await tab.evaluate(() => document.body.innerText)
        const own = `${readFileSync(file("calendar.csv"), "utf8")} English`.match(/[a-z]+/gi) ?? []
        const known = new Set([...own, ...["xinghe", "example", "com"]])
        assert.deepStrictEqual(
          (chinese.match(/[a-z]+/gi) ?? []).filter((word) => !known.has(word)),
          []
        )
        await tab.click("#lang")
        assert.deepStrictEqual(
          [await tab.getAttribute("html", "lang"), await tab.title(), await tab.locator("h2").first().innerText()],
          ["en", "Xinghe Tea · 2026/09/18", "Waiting for a person"]
        )
      } finally {
        await browser.close()
      }
    }
  )
})
