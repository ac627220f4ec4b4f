/** The report of the codes: every figure counted again by DuckDB from the files, and the page as a browser shows it. */
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Figure } from "@dualops/core/analytics"
import type { Report } from "@dualops/core/reports"
import { ReportHtml } from "@dualops/reports"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { chromium } from "playwright-core"
import * as Both from "./Both.ts"
import * as CodesReport from "./CodesReport.ts"
import * as House from "./House.ts"
import { type Clock, open, recount } from "./ReportRecount.ts"
import { report as name, page as story, write } from "./Written.ts"

const executablePath = "/usr/bin/chromium"
const absent = !existsSync(executablePath)
if (absent) console.warn(`No ${executablePath}: the report of the codes in a browser is NOT tested here.`)

const both = await Effect.runPromise(Both.of(Both.seed))
const out = mkdtempSync(join(tmpdir(), "codes-report-"))
write(out, both)

/** Chains of the handbook with two rungs; all else has one. */
const rungs: Readonly<Record<string, number>> = {
  "Complaint.answer": 2,
  "Complaint.solution": 2,
  "Referral.promise": 2,
  "Answer.promise": 1
}
const clocks = House.processes.flatMap(({ deadlines, name: process }) =>
  Object.entries(deadlines).map(
    ([deadline, { pausedIn, while: runs }]): Clock => ({
      process,
      deadline,
      states: [...runs, ...pausedIn],
      last: rungs[`${process}.${deadline}`] ?? 1
    })
  )
)
const final = new Map<string, ReadonlyArray<string>>(House.processes.map((one) => [one.name, one.final]))

const sides = [
  { side: both.dual, isDual: true },
  { side: both.plain, isDual: false }
]

describe("Every figure of the report", () => {
  it.each(sides)("is what DuckDB counts in the lines of the files (dual: $isDual)", async ({ isDual, side }) => {
    const [log = "", observations = ""] = side.files.map((file) => join(out, file))
    const counted = await recount({ log, observations }, clocks)
    const atEnd = await open({ log, observations }, final)
    const report = isDual ? CodesReport.of(both) : CodesReport.ofSide(side, isDual)
    let compared = 0
    for (const { before, figure, key } of report.chapters.flatMap(({ lines }) => lines)) {
      if (key.endsWith(".late") || key.endsWith(".ended")) continue
      compared++
      if (key.endsWith(".open")) assert.strictEqual(figure.value, atEnd.get(key) ?? 0, key)
      else {
        same(key, figure, counted.now)
        if (before !== undefined) same(key, before, counted.before)
      }
    }
    assert.isAtLeast(compared, 20)
  })

  it("tells apart who was late and who was not", () => {
    const shares = CodesReport.ofSide(both.plain, false).chapters.flatMap(({ lines }) =>
      lines.filter(({ key }) => key.endsWith(".inTime")).map(({ figure }) => figure.value)
    )
    assert.isTrue(shares.some((share) => share !== undefined && share < 1))
    assert.isTrue(shares.some((share) => share === 1))
  })

  const same = (key: string, figure: Figure.Figure, counted: ReadonlyMap<string, number>) => {
    const promise = /^(.*)\.inTime$/.exec(key)?.[1]
    if (promise === undefined) return assert.strictEqual(figure.value, counted.get(key) ?? 0, key)
    assert.strictEqual(figure.of?.denominator.value, counted.get(`${promise}.whole`) ?? 0, key)
    assert.strictEqual(figure.of?.numerator.value, counted.get(`${promise}.part`) ?? 0, key)
  }
})

describe("The report of the codes", () => {
  const page = readFileSync(join(out, name), "utf8")
  const report: Report.Report = CodesReport.of(both)

  it("is the same text whenever it is made, however many charts were drawn before", () => {
    assert.strictEqual(ReportHtml.render(report), page)
  })

  it("asks for nothing, and carries its charts in both languages", () => {
    assert.notMatch(page, /\b(?:src|href)="(?!#)|@import|url\((?!#)/)
    assert.strictEqual(page.match(/<svg /g)?.length, 2 * report.chapters.flatMap(({ charts }) => charts).length)
    assert.notMatch(page, /NaN|undefined|ecmeta|<style>[^<]*zr\d/)
  })

  it.skipIf(absent)("is read in either language, without script, on a phone, by night and on paper", async () => {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] })
    try {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 390, height: 844 },
        colorScheme: "dark"
      })
      const tab = await context.newPage()
      const asked: Array<string> = []
      tab.on("request", (request) => asked.push(request.url()))
      await tab.goto(`file://${join(out, name)}`)
      assert.lengthOf(asked, 1)
      const shown = await tab.locator("body").innerText()
      assert.include(shown, "两周内兑换")
      assert.notInclude(shown, "in the fortnight")
      const looks = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: "dark" })
      const complaints: Array<string> = []
      looks.on("console", (message) => complaints.push(message.text()))
      await looks.goto(`file://${join(out, story)}`)
      await looks.click(`a[href="${name}"]`)
      await looks.waitForURL(`file://${join(out, name)}`)
      const seen = () =>
        looks.evaluate(() => {
          const texts = Array.from(document.querySelectorAll("svg text")).filter((one) => one.checkVisibility())
          const sizes = texts.map((one) => {
            const scale = one instanceof SVGGraphicsElement ? (one.getScreenCTM()?.a ?? 0) : 0
            return scale * Number.parseFloat(getComputedStyle(one).fontSize)
          })
          const fills = new Set(texts.map((one) => getComputedStyle(one).fill))
          return {
            texts: texts.length,
            least: Math.min(...sizes),
            fills: [...fills],
            wide: document.documentElement.scrollWidth
          }
        })
      const night = await seen()
      assert.isAbove(night.texts, 20)
      assert.isAtLeast(night.least, 11)
      assert.isAtMost(night.wide, 390)
      await looks.emulateMedia({ colorScheme: "light" })
      assert.notDeepEqual((await seen()).fills, night.fills)
      await looks.click("#lang")
      assert.include(await looks.locator("body").innerText(), "in the fortnight")
      await looks.emulateMedia({ media: "print" })
      assert.isAtLeast((await seen()).least, 11)
      assert.deepStrictEqual(complaints, [])
    } finally {
      await browser.close()
    }
  })
})
