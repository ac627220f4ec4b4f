/** A report with all that is hard to write: nothing known, bounds, a share of nothing, and what fans write. */
import { AccountId } from "@dualops/core/account"
import { Figures } from "@dualops/core/analytics"
import type { Report } from "@dualops/core/reports"
import { DateTime } from "effect"

/** What people write who want a file to do something else. */
export const hostile = [
  '=HYPERLINK("http://evil.example","x")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "＝1+1",
  "a|b",
  "第一行\n第二行\r\n| 第三行 |",
  "</text><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "a,b;c\"d'e",
  "]]></style><style>*{display:none}",
  "{a|x} {{b}}",
  "\u0000\u0008\u202e反\ud800",
  " 前后有空格 "
]

const same = (text: string) => ({ zh: text, en: text })
const account = AccountId.make("1902538057")
const span = {
  from: DateTime.makeUnsafe("2026-06-01T00:00:00+08:00"),
  until: DateTime.makeUnsafe("2026-06-08T00:00:00+08:00")
}
const traces = [{ observations: "Mention", account, tag: "term:=乌龙", ...span }]
const side = (value: number) => ({ title: { zh: "投诉", en: "complaints" }, value })

/** The report. */
export const report: Report.Report = {
  kind: "weekly",
  title: { zh: "周报 <2026>", en: "Weekly <2026>" },
  brand: { zh: "星河 & 茶", en: "Xinghe & Tea" },
  account,
  timeZone: "Asia/Shanghai",
  period: { first: "2026-06-01", last: "2026-06-07" },
  before: { first: "2026-05-25", last: "2026-05-31" },
  asOf: DateTime.makeUnsafe("2026-06-08T09:00:00+08:00"),
  chapters: [
    {
      id: "all",
      title: { zh: "全部", en: "All" },
      says: hostile.map(same),
      lines: [
        ...hostile.map((text, index) => ({
          key: `hostile.${index}`,
          figure: Figures.counted(same(text), "count", index, traces),
          owner: text
        })),
        {
          key: "yuan",
          figure: Figures.counted({ zh: "销售额", en: "sales" }, "yuan", 1234567.89),
          before: Figures.counted(same("销售额"), "yuan", -0.5)
        },
        {
          key: "unknown",
          figure: Figures.unknown({ zh: "曝光", en: "views" }, "views", { zh: "没有测量。", en: "Not measured." })
        },
        {
          key: "bounds",
          figure: Figures.unknown(
            same("人"),
            "people",
            { zh: "有重复。", en: "Some twice." },
            { bounds: { low: 3, high: 9 } }
          )
        },
        { key: "nothing", figure: Figures.share(same("率"), { numerator: side(0), denominator: side(0) }) },
        { key: "zero", figure: Figures.share(same("率二"), { numerator: side(0), denominator: side(4) }) }
      ],
      charts: [
        {
          form: "bars",
          title: same("</title><b>图"),
          unit: "count",
          categories: hostile.map(same),
          series: [
            {
              title: same("</svg><script>alert(2)</script>"),
              values: hostile.map((_, index) => (index === 3 ? null : index))
            }
          ]
        },
        {
          form: "lines",
          title: { zh: "线", en: "Lines" },
          unit: "share",
          categories: [same("一"), same("二"), same("三")],
          series: [
            { title: same("甲"), values: [0.1, null, 0.3] },
            { title: same("乙"), values: [0.5, 0.5, 0.5] }
          ]
        }
      ],
      tables: [
        {
          title: same("表 | 一"),
          columns: [{ title: same("谁") }, { title: same("分钟"), unit: "minutes" }],
          rows: hostile.map((text) => [same(text), null])
        }
      ]
    }
  ]
}
