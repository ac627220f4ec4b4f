import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { HandbookPage, Markdown } from "@dualops/core/pages"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { wall } from "../handbook/teaHouse.ts"
import { textOf } from "../handbook/worked.ts"

const text = `${textOf("xinghe")}
members: { cap: 2, within: 90 days, segments: [gold], approvers: [he, zhou] }
`
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", text))
const page = HandbookPage.of(handbook, { holidays: ChineseHolidays.holidays, week: wall("2026-09-18T22:40") })
const written = page.sections.filter(({ id }) =>
  ["complaints", "triage", "claims", "members", "embargo", "promises", "resources"].includes(id)
)

describe("Where the printed handbook says how long something may take, it says on which calendar that is counted", () => {
  it.each(written)("in $id", (section) => {
    const zh = Markdown.render({ ...page, sections: [section] }, "zh")
    const en = Markdown.render({ ...page, sections: [section] }, "en")
    const times = zh.match(/\d+ (?:天|小时|分钟)(?:（.*?）)?/g) ?? []
    assert.isNotEmpty(times)
    assert.deepStrictEqual(
      times.filter((time) => !time.endsWith("）")),
      []
    )
    const spans = en.match(/\d+ (?:day|hour|minute)s?(?: \\?\(.*?\))?/g) ?? []
    assert.deepStrictEqual(
      spans.filter((span) => !span.endsWith(")")),
      []
    )
  })
})
