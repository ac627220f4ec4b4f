import { HandbookFile } from "@dualops/core/files"
import { PostQuotaProcess, Practices } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { textOf } from "../handbook/worked.ts"
import { at } from "../internal-system/content-plan/briefs.ts"
import { handbookOf, holidays, quotas, section, wall } from "./quotaCast.ts"

describe("The posts that are due", () => {
  it("are looked at early enough for a draft to be read in working time before the first slot of a day", () => {
    // Monday's first slot is at 08:30, before the desk opens at 09:00: the two hours of a review are on Sunday evening.
    assert.deepStrictEqual(quotas("2026-09-07T08:00", "2026-09-07T08:30")[0], [
      "day/2026-09-07",
      "2026-09-06T20:00",
      "2026-09-07T15:30"
    ])
    const late = handbookOf(
      'contentPlan: { planner: zhou, checkAt: "10:00", ahead: { time: 1 minute, calendar: always } }'
    )
    assert.deepStrictEqual(quotas("2026-09-07T12:00", "2026-09-07T12:01", late), [
      ["day/2026-09-07", "2026-09-07T08:29", "2026-09-07T15:30"]
    ])
  })

  it("are none on a silent day, on a day without slots, and where the mix promises nothing", () => {
    const days = (handbook: ReturnType<typeof handbookOf>) =>
      quotas("2026-09-07T09:00", "2026-09-10T09:00", handbook).map(([day]) => day)
    assert.include(days(handbookOf()), "day/2026-09-08")
    const silence =
      "silence: { memorial: { title: { zh: 公祭日, en: Memorial Day }, from: 2026-09-08, until: 2026-09-09 } }"
    assert.notInclude(days(handbookOf(section.replace(" }", `, ${silence} }`))), "day/2026-09-08")
    assert.deepStrictEqual(days(handbookOf(section, "quantity: { least: 0, most: 5, per: day }")), [])
    assert.deepStrictEqual(quotas("2026-09-07T09:00", "2026-09-10T09:00", handbookOf("")), [])
  })

  it("of a week are looked at before the slot behind which too few would be left", () => {
    const weekly = handbookOf(
      'contentPlan: { planner: zhou, checkAt: "10:00", ahead: { time: 1 hour, calendar: always } }',
      "quantity: { least: 2, most: 30, per: week }"
    )
    assert.deepStrictEqual(quotas("2026-09-07T00:00", "2026-09-13T09:59", weekly), [])
    assert.deepStrictEqual(quotas("2026-09-07T00:00", "2026-09-13T14:30", weekly), [
      ["week/2026-09-07", "2026-09-13T10:00", "2026-09-13T20:00"]
    ])
  })

  it("are the same cases whether a span is asked for at once or in pieces, and one a day", () => {
    const agenda = Practices.agenda(handbookOf(), holidays)
    const ids = (from: DateTime.Utc, until: DateTime.Utc) =>
      agenda(from, until).flatMap((one) => (one.process === PostQuotaProcess ? [String(one.case)] : []))
    const hour = fc.integer({ min: 0, max: 24 * 60 }).map((hours) => DateTime.add(at("2026-09-01T00:00"), { hours }))
    fc.assert(
      fc.property(fc.array(hour, { minLength: 3, maxLength: 3 }), (some) => {
        const [first = at("2026-09-01T00:00"), middle = first, last = middle] = some.toSorted(DateTime.Order)
        const whole = ids(first, last)
        assert.strictEqual(new Set(whole).size, whole.length)
        assert.deepStrictEqual(new Set([...ids(first, middle), ...ids(middle, last)]), new Set(whole))
      }),
      { numRuns: 30 }
    )
  })

  it("of a day count a slot at midnight for the day that begins then, and two slots that meet once", () => {
    const slots = (at: string) =>
      textOf("xinghe").replace('friday, saturday, sunday], at: "15:30" }', `friday, saturday, sunday], at: "${at}" }`)
    const ends = (at: string) => {
      const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", `${slots(at)}\n${section}\n`))
      return quotas("2026-09-07T08:00", "2026-09-07T12:00", handbook).find(([day]) => day === "day/2026-09-07")?.[2]
    }
    assert.strictEqual(ends("15:30"), "2026-09-07T15:30")
    assert.strictEqual(ends("24:00"), "2026-09-07T12:00")
    assert.strictEqual(ends("12:00"), "2026-09-07T12:00")
  })

  it("that a festival or an entry asks for are a case of their own, of its categories, until its last slot", () => {
    const asking = handbookOf(
      section.replace(
        " }",
        ", festivals: { mid-autumn: { posts: 2, ahead: 3, categories: [activity] } }, entries: { launch: { warmUp: 2, posts: 3, categories: [tea, fans] } } }"
      ),
      "quantity: { least: 0, most: 5, per: day }"
    )
    // Mid-Autumn of 2026 is on 25 September; osmanthus warms up from the third to the tenth, and lasts until the twentieth.
    const all = Practices.agenda(asking, holidays)(at("2026-09-01T00:00"), at("2026-10-31T00:00"))
    const quotas = all.filter(({ process }) => process === PostQuotaProcess)
    assert.deepStrictEqual(
      quotas.map(({ input, series, until }) => {
        // The input is what the first step of the process takes.
        const { least, only, what } = input as (typeof PostQuotaProcess)["steps"]["Begin"]["input"]["Type"]
        return [series, what.en, least, only?.map((one) => one.title.en), wall(until)]
      }),
      [
        [
          "post-quota/mid-autumn/2026-09-25",
          "The posts for “Mid-Autumn Festival”",
          2,
          ["Activities"],
          "2026-09-25T20:00"
        ],
        [
          "post-quota/osmanthus/warm-up",
          "The posts for “Launch of the osmanthus oolong: warm-up”",
          2,
          ["Tea and novelties", "Stories of fans"],
          "2026-09-09T15:30"
        ],
        [
          "post-quota/osmanthus/run",
          "The posts for “Launch of the osmanthus oolong”",
          3,
          ["Tea and novelties", "Stories of fans"],
          "2026-09-20T15:30"
        ]
      ]
    )
  })

  it("that a festival by the moon asks for are asked for as often as it falls into a year", () => {
    const asking = handbookOf(section.replace(" }", ", festivals: { laba: { posts: 1 } } }"))
    const all = Practices.agenda(asking, holidays)(at("2022-01-01T00:00"), at("2023-01-01T00:00"))
    assert.deepStrictEqual(
      all.flatMap(({ series }) => (series.includes("laba") ? [series] : [])),
      ["post-quota/laba/2022-01-10", "post-quota/laba/2022-12-30"]
    )
  })
})
