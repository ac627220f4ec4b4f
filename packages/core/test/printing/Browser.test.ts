import { existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ChineseHolidays, HandbookPage, Html, type Page, PostProcess } from "@dualops/core"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type Browser, chromium, type Page as Tab } from "playwright-core"
import { teaHouse, wall } from "../handbook/teaHouse.ts"
import { pageOf } from "./hostile.ts"

const executablePath = "/usr/bin/chromium"
const absent = !existsSync(executablePath)
if (absent) console.warn(`No ${executablePath}: what pages do in a browser is NOT tested here.`)

describe.skipIf(absent)("a printed page in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "printing-"))
  let browser: Browser
  let tab: Tab
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] })
    tab = await browser.newPage()
  }, 60_000)
  afterAll(() => browser.close())

  const long = "没有空格的很长的一段话".repeat(30) + "x".repeat(400)
  const open = async (page: Page.Page, width = 1100): Promise<void> => {
    const file = join(folder, "page.html")
    writeFileSync(file, Html.render(page))
    await tab.setViewportSize({ width, height: 900 })
    await tab.emulateMedia({ media: "screen" })
    await tab.goto(`file://${file}`)
  }
  const handbook = HandbookPage.of(teaHouse, {
    holidays: ChineseHolidays.holidays,
    week: wall("2026-09-14T00:00"),
    processes: [PostProcess]
  })

  it("finds what is searched for, and hides the rest", async () => {
    await open(handbook)
    const before = await tab.locator("main .item:visible").count()
    await tab.fill("#search", "桂花季")
    const left = await tab.locator("main .item:visible").allTextContents()
    assert.isAbove(before, left.length)
    assert.isNotEmpty(left)
    assert.isTrue(left.every((text) => text.includes("桂花季")))
    assert.strictEqual(await tab.locator("#found").textContent(), `${left.length} 处`)
    await tab.fill("#search", "")
    assert.strictEqual(await tab.locator("main .item:visible").count(), before)
  })

  it("speaks one language at a time, and says which in its lang attribute", async () => {
    await open(handbook)
    const seen = () =>
      tab.evaluate(() => [
        document.documentElement.lang,
        document.body.innerText.includes("Open work") || document.body.innerText.includes("Promises to fans"),
        document.body.innerText.includes("对粉丝的承诺")
      ])
    assert.deepStrictEqual(await seen(), ["zh-CN", false, true])
    await tab.click("#lang")
    assert.deepStrictEqual(await seen(), ["en", true, false])
    await tab.click("#lang")
    assert.deepStrictEqual(await seen(), ["zh-CN", false, true])
  })

  it("leads from its contents to its sections", async () => {
    await open(handbook)
    const ids = await tab
      .locator("nav a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")?.slice(1) ?? ""))
    for (const id of ids) assert.strictEqual(await tab.locator(`section#${id}`).count(), 1, id)
  })

  it("fits a phone, however long a text without a blank is", async () => {
    for (const page of [handbook, pageOf(long)]) {
      for (const width of [320, 420, 1100]) {
        await open(page, width)
        const over = await tab.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth
        )
        assert.strictEqual(over, 0, `${page.title.en.slice(0, 9)} at ${width} pixels`)
      }
    }
  })

  it("runs nothing that a text brings with it", async () => {
    await open(pageOf('"><img src=x onerror="window.hit=1"><script>window.hit=1</script>'))
    await tab.fill("#search", "img")
    assert.isTrue(await tab.evaluate(() => !("hit" in window) && document.images.length === 0))
  })

  it("prints on A4 without its controls", async () => {
    await open(handbook)
    await tab.emulateMedia({ media: "print" })
    assert.isFalse(await tab.locator("#search").isVisible())
    assert.isAbove((await tab.pdf({ format: "A4" })).length, 10_000)
  })
})
