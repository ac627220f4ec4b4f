/** What people have reported of other programs that write reports into files, tried on this one: the values are theirs. */
import { Figures } from "@dualops/core/analytics"
import { ChartSvg, ReportCsv, ReportMarkdown, ReportXlsx } from "@dualops/reports"
import { assert, describe, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import { Effect } from "effect"
import { readSheet } from "read-excel-file/node"
import { report } from "./sampleReport.ts"

const same = (text: string) => ({ zh: text, en: text })
const of = (text: string, value = 1) => ({
  ...report,
  chapters: [
    {
      id: "one",
      title: same("one"),
      says: [],
      lines: [{ key: "one", figure: Figures.counted(same(text), "count", value) }],
      charts: [],
      tables: []
    }
  ]
})
const cells = (text: string, value?: number): ReadonlyArray<string> =>
  (parse(ReportCsv.render(of(text, value)), { bom: true }) as ReadonlyArray<ReadonlyArray<string>>)[1] ?? []

describe("In CSV", () => {
  it("a command is a text (hhurz/tableExport.jquery.plugin#230, netresearch/timetracker#318)", () => {
    assert.include(cells("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0")
    assert.include(cells("-2h pairing", -2), "'-2h pairing")
    assert.include(cells("-2h pairing", -2), "-2")
  })
  it("Chinese begins with the mark of UTF-8, once (sqlpage/SQLPage#528, PHPOffice/PhpSpreadsheet#982)", () => {
    const text = ReportCsv.render(of("我的名字"))
    assert.strictEqual(text.match(/\ufeff/g)?.length, 1)
    assert.include(text, "我的名字")
  })
})

describe("In a workbook", () => {
  // CSV has no types: there, a spreadsheet makes of these what it likes.
  it.effect("what looks like a number or a date stays a text (react-csv#136, mycli#1094, tableExport#103)", () =>
    Effect.gen(function* () {
      for (const text of ["468768768833943384", "1582917533873852417", "016534", "11-11", "1.23E+15", "030611"]) {
        const [, row] = yield* Effect.flatMap(ReportXlsx.render(of(text)), (bytes) =>
          Effect.promise(() => readSheet(Buffer.from(bytes)))
        )
        assert.isTrue(row?.some((cell) => cell === text))
      }
    })
  )
})

describe("In Markdown", () => {
  const row = (text: string) =>
    ReportMarkdown.render(of(text))
      .split("\n")
      .find((line) => line.startsWith("| **")) ?? ""
  it("a pipe is no column, a line break no row (microsoft/markitdown#2266, yihui/knitr#2255)", () => {
    assert.strictEqual(row("cheap | fast"), "| **cheap \\| fast** | 1 | — |")
    assert.strictEqual(row("value with\nline break"), "| **value with line break** | 1 | — |")
  })
  it("a pipe in what looks like code is no column either (HappenApps/Quiver#418)", () => {
    assert.strictEqual(row("`du -k | sort -nr`").match(/(?<!\\)\|/g)?.length, 4)
  })
})

describe("A chart", () => {
  const chart = (values: ReadonlyArray<number | null>) => ({
    form: "lines" as const,
    title: same("lag"),
    unit: "count" as const,
    categories: values.map((_, index) => same(`${index}`)),
    series: [{ title: same("one"), values }] as const
  })
  const points = (svg: string) => svg.match(/<path d="M1 0A1 1/g)?.length ?? 0
  it("has no point where nothing is known, and one at 0 where it is 0 (metabase/metabase#4122, #17205)", () => {
    assert.strictEqual(points(ChartSvg.draw(chart([0.1, null, 0.3]), "en")), 2)
    assert.strictEqual(points(ChartSvg.draw(chart([0.1, 0, 0.3]), "en")), 3)
  })
  it("shows a value that stands alone among unknown ones (apexcharts.js#1664, EVUI#1380)", () => {
    for (const days of [7, 60, 100, 366]) {
      const values = Array.from({ length: days }, (_, day) => (day === 5 || day === days - 1 ? 50 : null))
      assert.strictEqual(points(ChartSvg.draw(chart(values), "en")), 2, `${days} days`)
    }
    // Of a whole year, the line is enough.
    assert.strictEqual(points(ChartSvg.draw(chart(Array.from({ length: 366 }, (_, day) => day)), "en")), 0)
  })
  it("of one point shows it (grafana/grafana#10914), and of none says so instead of an empty frame", () => {
    assert.strictEqual(points(ChartSvg.draw(chart([3]), "en")), 1)
    for (const none of [[], [null], [null, null]]) assert.include(ChartSvg.draw(chart(none), "zh"), ">没有数据</text>")
    for (const some of [[0], [null, 1]]) assert.notInclude(ChartSvg.draw(chart(some), "zh"), "没有数据")
  })
  it("has ids that do not tell how many were drawn before (panel-ui/PanelUI#57)", () => {
    assert.strictEqual(ChartSvg.draw(chart([1, 2]), "en"), ChartSvg.draw(chart([1, 2]), "en"))
  })
  it("leaves nothing behind when it is drawn a few hundred times (metabase/metabase#77412)", () => {
    const before = process.memoryUsage().rss
    for (let time = 0; time < 300; time++) ChartSvg.draw(chart([1, 2, 3]), "en")
    // There, each left 5 MB.
    assert.isBelow(process.memoryUsage().rss - before, 600_000_000)
  })
})
