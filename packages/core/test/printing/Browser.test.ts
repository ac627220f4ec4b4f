import { existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookPage, Html, type Page } from "@dualops/core/pages"
import { Practices } from "@dualops/core/practices"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { renderMermaidSVG } from "beautiful-mermaid"
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
  const open = async (page: Page.Page, width = 1100, options?: Html.Options): Promise<void> => {
    const file = join(folder, "page.html")
    writeFileSync(file, Html.render(page, options))
    await tab.setViewportSize({ width, height: 900 })
    await tab.emulateMedia({ media: "screen" })
    await tab.goto(`file://${file}`)
  }
  const draw = (mermaid: string) =>
    renderMermaidSVG(mermaid, { bg: "var(--card)", fg: "var(--ink)", transparent: true })
  const handbook = HandbookPage.of(teaHouse, {
    holidays: ChineseHolidays.holidays,
    week: wall("2026-09-14T00:00"),
    practices: Practices.house.filter(({ name, runs }) => runs.length === 0 || name === "posts" || name === "answers")
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

  it("shows what is found with the name of what it is about, and marks it", async () => {
    await open(handbook)
    await tab.fill("#search", "替补")
    const lone = await tab
      .locator("main .item:visible")
      .evaluateAll(
        (all) => all.filter((one) => one.closest(".group")?.firstElementChild?.checkVisibility() === false).length
      )
    assert.strictEqual(lone, 0)
    assert.include(await tab.locator("main").innerText(), "撰写微博")
    const marked = await tab.evaluate(() => Array.from(CSS.highlights.get("found") ?? [], (range) => range.toString()))
    assert.isNotEmpty(marked)
    assert.isTrue(marked.every((text) => text === "替补"))
  })

  it("finds a whole group by its name, and words only in the language that is shown", async () => {
    await open(handbook)
    await tab.fill("#search", "撰写微博 负责人")
    assert.include(await tab.locator("main .item:visible").allInnerTexts(), "负责人\n林晓")
    await tab.fill("#search", "stand-ins")
    assert.strictEqual(await tab.locator("main .item:visible").count(), 0)
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
    assert.deepStrictEqual(
      [await tab.title(), await tab.getAttribute("#search", "placeholder")],
      [handbook.title.en, "Search"]
    )
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

  it("has no text in a picture below 11 pixels, on a phone either", async () => {
    for (const width of [390, 1100]) {
      await open(handbook, width, { draw })
      const sizes = await tab.locator("svg text:visible").evaluateAll((all) =>
        all.map((one) => {
          const { a = 1, b = 0 } = one instanceof SVGTextElement ? (one.getScreenCTM() ?? {}) : {}
          return Number.parseFloat(getComputedStyle(one).fontSize) * Math.hypot(a, b)
        })
      )
      assert.isAbove(sizes.length, 20)
      assert.isAtLeast(Math.min(...sizes), 10.99)
    }
  })

  it("makes no request, whatever a drawing would fetch, and is stopped by its policy from nothing of its own", async () => {
    const asked: Array<string> = []
    const stopped: Array<string> = []
    const own = await browser.newPage()
    own.on("request", (request) => asked.push(request.url()))
    own.on("console", (message) => stopped.push(message.text()))
    const file = join(folder, "own.html")
    const load = async (html: string) => {
      writeFileSync(file, html)
      asked.length = 0
      stopped.length = 0
      await own.goto(`file://${file}`, { waitUntil: "networkidle" })
      await own.fill("#search", "桂花")
      await own.click("#lang")
    }
    await load(Html.render(handbook, { draw }))
    assert.deepStrictEqual([asked, stopped], [[`file://${file}`], []])
    const heard: Array<string> = []
    const server = createServer(({ url = "" }, response) => {
      heard.push(url)
      response.end()
    })
    const port = await new Promise((resolve) =>
      server.listen(0, "127.0.0.1", () => resolve(Object(server.address()).port))
    )
    const outside = `http://127.0.0.1:${port}`
    const evil = `<svg xmlns="http://www.w3.org/2000/svg"><style>@import url('${outside}/a.css');text{background:url(${outside}/b.png)}</style><image href="${outside}/c.png"/><script>window.hit=1</script><text style="fill:red">x</text></svg>`
    await load(Html.render(handbook, { draw: () => evil }))
    assert.deepStrictEqual(heard, [])
    assert.isNotEmpty(stopped)
    assert.isTrue(await own.evaluate(() => !("hit" in window)))
    // The same drawing without the policy is heard, so the ear is no deaf one.
    await load(Html.render(handbook, { draw: () => evil }).replace(/<meta http-equiv[^>]*>/, ""))
    assert.include(heard, "/c.png")
    server.close()
    await own.close()
  })

  it("keeps the looks of its drawings, in each language with marks of its own", async () => {
    await open(handbook, 1100, { draw })
    const ids = await tab.locator("[id]").evaluateAll((all) => all.map(({ id }) => id))
    assert.deepStrictEqual(new Set(ids).size, ids.length)
    assert.notInclude(await tab.content(), ' style="')
    const look = await tab
      .locator(".drawing svg:not(.heat):visible")
      .first()
      .evaluate((svg) => {
        return getComputedStyle(svg).getPropertyValue("--fg")
      })
    assert.notStrictEqual(look, "")
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
