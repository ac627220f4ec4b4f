import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Predicate } from "effect"
import { chromium } from "playwright-core"
import { assumptions } from "./Assumptions.ts"
import * as Both from "./Both.ts"
import type { Figure } from "./Figure.ts"
import { byKey } from "./Figures.ts"
import { type Line, recount, type Seen } from "./Recount.ts"
import { write } from "./Written.ts"

const executablePath = "/usr/bin/chromium"
const absent = !existsSync(executablePath)
if (absent) console.warn(`No ${executablePath}: the page of the codes in a browser is NOT tested here.`)

const stories = await Effect.runPromise(Effect.forEach(["1", "2", "3", "4", "5"], Both.of))
const ofPage = stories.find(({ seed }) => seed === Both.seed)
if (ofPage === undefined) throw new Error(`The seed ${Both.seed} is none of these.`)
const main = ofPage
const figuresOf = ({ chapters }: Both.Side) => chapters.flatMap(({ figures }): ReadonlyArray<Figure> => figures)
const sides = stories.flatMap(({ dual, plain }) => [dual, plain])
/** A figure of both sides, of which there is one. */
const both = ({ dual, plain }: Both.Both, key: string): readonly [number, number] => {
  const [one, other] = [byKey(plain.chapters)[key], byKey(dual.chapters)[key]]
  assert.isNumber(one, key)
  assert.isNumber(other, key)
  return [Number(one), Number(other)]
}

describe("Every figure of the page", () => {
  const out = mkdtempSync(join(tmpdir(), "codes-"))
  it("comes out the same when it is counted again, by other code, from the files", () => {
    for (const story of stories) {
      write(out, story)
      for (const side of [story.plain, story.dual]) {
        // The files are read as what they are: lines of JSON.
        const read = (file = "") =>
          readFileSync(join(out, file), "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line))
        const [log, seen]: ReadonlyArray<ReadonlyArray<unknown>> = side.files.map(read)
        const refused = side.told.refused.filter(({ step }) => step === "WriteBrief").length
        assert.deepStrictEqual<unknown>(
          byKey(side.chapters),
          recount(log as ReadonlyArray<Line>, seen as ReadonlyArray<Seen>, refused),
          story.seed
        )
      }
    }
  })

  it("names the rows that it was counted from, and every count has as many", () => {
    for (const side of sides) {
      const [positions, places] = [side.told.events, side.told.observations].map(
        (rows) => new Set(rows.map(({ position }) => position))
      )
      for (const { events, key, observations, unit, value } of figuresOf(side)) {
        for (const one of events) assert.isTrue(positions?.has(one), key)
        for (const one of observations) assert.isTrue(places?.has(one), key)
        const isTotal = ["there", "drawn", "refused"].includes(key)
        if (unit === "count" && !isTotal) assert.strictEqual(value, events.length + observations.length, key)
      }
    }
  })

  it("stands on the page in both languages, beside a page that runs no script", () => {
    const page = readFileSync(write(out, main), "utf8")
    for (const { title } of figuresOf(main.dual)) {
      assert.include(page, title.zh)
      assert.include(page, title.en.replaceAll("'", "&#39;"))
    }
    assert.notMatch(page, /<script|undefined|NaN|https?:/)
    const json = JSON.parse(readFileSync(join(out, "codes.json"), "utf8"))
    assert.strictEqual(json.with.figures.length, json.without.figures.length)
  })

  it.skipIf(absent)("is read on a phone, in either language, and every row of it opens", async () => {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] })
    try {
      const tab = await browser.newPage({ viewport: { width: 390, height: 844 } })
      await tab.goto(`file://${write(out, main)}`)
      const shown = () => tab.evaluate(() => document.body.innerText)
      assert.match(await shown(), /最后一个知道/)
      assert.notMatch(await shown(), /The last to hear/)
      await tab.click("#en")
      assert.notMatch(await shown(), /最后一个知道/)
      for (const summary of await tab.locator("summary:visible").all()) await summary.click()
      assert.match(await shown(), /The last to hear[\s\S]*With: 3 events/)
      assert.isAtMost(await tab.evaluate(() => document.documentElement.scrollWidth), 390)
    } finally {
      await browser.close()
    }
  })

  it("is the same whenever the same seed is lived through again", async () => {
    const again = await Effect.runPromise(Both.of(Both.seed))
    assert.deepStrictEqual(byKey(again.plain.chapters), byKey(main.plain.chapters))
    assert.deepStrictEqual(byKey(again.dual.chapters), byKey(main.dual.chapters))
  })
})

describe("Without notice and hooks, whatever the seed", () => {
  const always = (key: string, holds: (without: number, withIt: number) => boolean) => {
    for (const story of stories)
      assert.isTrue(holds(...both(story, key)), `${key} of ${story.seed}: ${both(story, key)}`)
  }

  it("the account's team is the last to hear: after the launch, and from fans", () => {
    always("knew", (without, withIt) => without > 0 && withIt < -400)
    always("lost", (without, withIt) => without >= 90 && withIt === 0)
  })

  it("nobody announces the codes, and a brief written then is refused", () => {
    always("warmUp", (without, withIt) => without === 0 && withIt === 3)
    always("live", (without, withIt) => without < withIt)
    always("refused", (without, withIt) => without === 1 && withIt === 0)
  })

  it("whoever asks waits until somebody has been found who knows: for more than a day, in most", () => {
    always("firstAnswer", (without, withIt) => without > withIt + 4)
    always("answerLongest", (without, withIt) => without > 8 * withIt)
    const long = stories.filter((story) => both(story, "overADay")[0] > 15)
    assert.isAtLeast(long.length, 4)
    always("overADay", (_, withIt) => withIt === 0)
    always("answeredInTime", (without, withIt) => without < withIt)
  })

  it("the questions that Weibo would have taken reach the service desk", () => {
    always("calls", (without, withIt) => withIt === 0 && without > 40)
    always("asked", (without, withIt) => without < withIt)
  })

  it("more fans complain, fewer have a solution in time, and it takes days", () => {
    always("complaints", (without, withIt) => without > 1.5 * withIt)
    always("solvedShare", (without, withIt) => without < withIt)
    always("solvedMedian", (without, withIt) => without > 48 && withIt < 24)
  })

  it("the prizes are not there, fewer codes are redeemed and fewer pictures are forwarded", () => {
    always("there", (without, withIt) => without === 0 && withIt === assumptions.cups.value)
    always("granted", (without, withIt) => without === 0 && withIt === 4)
    always("redeemed", (without, withIt) => 2 * without < withIt)
    always("onTime", (without, withIt) => 2 * without < withIt)
    always("entries", (without, withIt) => 4 * without < withIt)
    always("delivered", (without, withIt) => 2 * without < withIt)
  })
})

describe("The campaign", () => {
  it("orders its draw and the codes of its advertisements, and is over with the last prize", () => {
    for (const { dual, plain } of stories) {
      const begun = (process: string, step: string, { told }: Both.Side) =>
        told.events.flatMap(({ event, ...one }) =>
          one.process === process && Predicate.hasProperty(event, "step") && event.step === step ? [event] : []
        )
      const ordered = (event: object) => Predicate.hasProperty(event, "orderedBy")
      assert.deepStrictEqual(begun("PrizeDraw", "Announce", dual).map(ordered), [true])
      assert.deepStrictEqual(begun("CodeSeries", "Draft", dual).map(ordered), [true, false])
      for (const one of [...begun("PrizeDraw", "Announce", plain), ...begun("CodeSeries", "Draft", plain)])
        assert.isFalse(ordered(one))
      const ends = ["Ended", "Report", "Review"].map((step) => begun("Campaign", step, dual).length)
      assert.deepStrictEqual(ends, [2, 1, 1])
      assert.strictEqual(byKey(dual.chapters).underWay, 0)
    }
  })
})

describe("What is given out", () => {
  it("is neither more nor less afterwards: money, prizes and codes", () => {
    for (const side of sides) {
      const all = byKey(side.chapters)
      const of = (key: string) => Number(all[key])
      assert.strictEqual(of("reserved"), of("spent") + of("givenBack"))
      assert.strictEqual(240_000, of("left") + of("spent"))
      assert.strictEqual(of("awarded"), of("delivered") + of("returned") + of("underWay"))
      assert.isAtMost(of("delivered") + of("underWay"), assumptions.cups.value)
      assert.isAtMost(of("drawn"), Math.min(assumptions.cups.value, of("entries")))
      assert.strictEqual(of("redeemed"), of("redeemed metro-line-2") + of("redeemed sleeves") + of("redeemed posts"))
      const keys = side.told.observations.filter(({ kind }) => kind === "CodeRedeemed").map(({ key }) => key)
      assert.strictEqual(new Set(keys).size, keys.length)
    }
  })

  it("is drawn so that everybody can check it", () => {
    assert.isDefined(main.dual.told.record)
    for (const side of sides) if (side.told.record !== undefined) assert.deepStrictEqual(Both.checked(side), [])
  })
})
