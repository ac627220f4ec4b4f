import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CheckerPage, DrawSecrets, Ticket } from "@dualops/core/prizes"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type Browser, chromium, type Page as Tab } from "playwright-core"
import { page } from "../../../checker.ts"
import { chanceOf, fansOf, house, recordOf, saidOf } from "./sampleDraws.ts"
import { held, type Tampered, tampered } from "./tampering.ts"

const executablePath = "/usr/bin/chromium"
const absent = !existsSync(executablePath)
if (absent) console.warn(`No ${executablePath}: the page that checks draws is NOT tested here.`)

/** All of them where all is checked; some of every way where somebody waits. */
const count = process.env.CI === "true" ? 10_000 : 1_500

describe.skipIf(absent)("The page that checks draws, in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "checker-"))
  const asked: Array<string> = []
  const heard: Array<string> = []
  let browser: Browser
  let tab: Tab
  let html: string
  const open = async (text: string) => {
    const file = join(folder, "page.html")
    writeFileSync(file, text)
    await tab.goto(`file://${file}`)
  }
  beforeAll(async () => {
    html = await page()
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] })
    tab = await browser.newPage()
    tab.on("request", (request) => asked.push(request.url()))
    tab.on("console", (message) => heard.push(message.text()))
    tab.on("pageerror", (error) => heard.push(error.message))
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  /** What the page says of each, as it says it to a person who pastes them and presses its button. */
  const verdicts = (all: ReadonlyArray<Pick<Tampered, "known" | "record">>) =>
    tab.evaluate((some) => {
      const field = (id: string) => document.getElementById(id) as HTMLInputElement
      return some.map(({ known, record }) => {
        field("text").value = JSON.stringify(record)
        field("announcement").value = known.announcement ?? ""
        field("freeze").value = known.freeze ?? ""
        field("check").click()
        return field("verdict").dataset.verdict
      })
    }, all)

  it(`refuses each of ${count} tampered records, whoever made them`, async () => {
    await open(html)
    const all = tampered(count, chanceOf(2))
    for (let from = 0; from < all.length; from += 500) {
      const some = all.slice(from, from + 500)
      const said = await verdicts(some)
      for (const [index, verdict] of said.entries()) assert.strictEqual(verdict, "refused", some[index]?.how)
    }
  })

  it("finds that records agree which nobody has tampered with", async () => {
    await open(html)
    const records = Array.from({ length: 200 }, (_, seed) => held(seed))
    const said = await verdicts(records.map((record) => ({ record, known: saidOf(record) })))
    assert.deepStrictEqual([...new Set(said)], ["agrees"])
  })

  it("checks the record that it carries as soon as it is opened, and shows its text as text", async () => {
    const record = recordOf()
    const { announced } = record
    const hostile = {
      ...record,
      announced: { ...announced, account: "</script><script>document.title='hacked'</script>" }
    }
    await open(CheckerPage.withRecord(html, record))
    assert.include(await tab.locator("#verdict").textContent(), "记录没有自相矛盾")
    assert.include(await tab.locator("#facts").textContent(), saidOf(record).freeze)
    await open(CheckerPage.withRecord(html, hostile))
    assert.include(await tab.locator("#findings").textContent(), "The rules are not those")
    assert.notStrictEqual(await tab.title(), "hacked")
  })

  it("takes a record from a file, and finds one's own ticket by one's id and slip", async () => {
    const record = recordOf({ fans: fansOf(3) })
    await open(html)
    const [fan = ""] = fansOf(1)
    await tab.fill("#fan", fan)
    await tab.fill("#slip", Ticket.hex(Ticket.slipOf(DrawSecrets.slipsOf(house, record.announced.draw), fan)))
    const file = { name: "draw.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(record)) }
    await tab.setInputFiles("#file", file)
    await tab.waitForSelector("#verdict[data-verdict=agrees]")
    assert.match((await tab.locator("#own").textContent()) ?? "", /中奖了|位候补|未中奖/)
    await tab.fill("#fan", `${fan}1`)
    await tab.click("#check")
    assert.include(await tab.locator("#own").textContent(), "is not on the list")
  })

  it("asks no network for anything, and its policy lets it run nothing but its own script", () => {
    assert.isTrue(asked.every((url) => url.startsWith("file://")))
    assert.deepStrictEqual(heard, [])
    assert.match(html, /default-src 'none'; [^"]*script-src 'sha256-[\w+/=]+'/)
  })
})
