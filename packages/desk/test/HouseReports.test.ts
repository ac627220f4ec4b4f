import { createHash } from "node:crypto"
import { ReportShelf } from "@dualops/core/reports"
import { Desk } from "@dualops/desk"
import { ChartSvg } from "@dualops/reports"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { claim, door, elements, get, options, ten } from "./house.ts"
import { kept, names, pages, redeem, shelve } from "./reporting.ts"

const house = (name: string) => `/zh/house/1000000001/${name}`
const file = (name: string) => house(`reports/${encodeURIComponent(name)}`)
const linksOf = (html: string) =>
  elements(html).flatMap(({ has, tag, text }) => (tag === "a" ? [[text, has["href"] ?? ""] as const] : []))
const rowOf = (html: string, word: string) =>
  elements(html).find(({ tag, text }) => tag === "tr" && text.includes(word))?.text ?? ""
const leading = (html: string, to: string) => linksOf(html).find(([, href]) => href.includes(to))?.[1] ?? ""

const atTen = (
  body: (desk: Desk.Handler) => Effect.Effect<void, unknown, Layer.Success<typeof kept>>,
  more: Pick<Desk.Options, "drawChart"> = {}
) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(
    Effect.andThen(Effect.flatMap(Desk.handler({ ...options, ...more, pages: pages() }), body)),
    Effect.scoped,
    Effect.provide(Layer.merge(kept, door))
  )

describe("The figures of the house", () => {
  it.effect("are a tree under the five values, with their targets, and lead to the rows behind them", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        yield* redeem("1000000001", 3)
        yield* TestClock.adjust("1 minute")
        const { text } = yield* get(desk, "zhou", house("figures"))
        assert.match(rowOf(text, "核销"), /3.*林夏.*CodeRedeemed/)
        assert.match(rowOf(text, "兑奖"), /1.*每月 至少 1.*达到.*PrizeClaim/)
        const rows = yield* get(desk, "zhou", leading(text, "observations=CodeRedeemed"))
        assert.strictEqual(elements(rows.text).filter(({ tag }) => tag === "tr").length, 4)
        assert.isTrue(elements(rows.text).some(({ tag, text }) => tag === "code" && text.includes("杯套 <b>")))
        assert.notInclude(rows.text, "2489518277")
        const cases = yield* get(desk, "zhou", leading(text, "cases=PrizeClaim"))
        assert.include(leading(cases.text, "/cases/PrizeClaim/"), "claim%201")
      })
    )
  )

  it.effect("are bounds where something is missing, and never 0 in its place", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* redeem("1000000001", 2)
        const { text } = yield* get(desk, "zhou", house("figures"))
        assert.match(rowOf(text, "商城订单"), /商城订单.*—.*这里没有测量它/)
        assert.match(rowOf(text, "订单"), /≥ 2/)
      })
    )
  )

  it.effect("say of the fans what is known, with the way to its rows, and of what nobody tells that it is not", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* redeem("1000000001", 4)
        const { text } = yield* get(desk, "zhou", house("figures"))
        assert.match(rowOf(text, "首次见到的粉丝"), /首次见到的粉丝.*4 人.*CodeRedeemed/)
        assert.match(rowOf(text, "新粉占比"), /100%.*4 \/ 4/)
        assert.match(rowOf(text, "流失粉丝占比"), /0%–100%.*平台不告知谁取消了关注/)
        assert.match(rowOf(text, "死粉占比"), /0%–100%.*平台没有给出粉丝总数/)
      })
    )
  )

  it.effect("count nothing of another account that shares the store", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* redeem("1000000001", 2)
        yield* redeem("1000000002", 5)
        const { text } = yield* get(desk, "zhou", house("figures"))
        assert.match(rowOf(text, "核销"), /核销.*2/)
        const rows = yield* get(desk, "zhou", leading(text, "observations=CodeRedeemed"))
        assert.strictEqual(elements(rows.text).filter(({ tag }) => tag === "tr").length, 3)
      })
    )
  )

  it.effect("have rows of what the house measures, between dates, and of nothing else", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        for (const asked of [
          "",
          "?observations=Secrets&first=2026-11-01&last=2026-11-30",
          "?cases=PrizeClaim&first=x&last=y"
        ])
          assert.strictEqual((yield* get(desk, "zhou", house(`rows${asked}`))).status, 404, asked)
      })
    )
  )
})

describe("The reports that the house keeps", () => {
  it.effect("are listed, and open as pages and as files that no browser runs, with names that are safe", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* shelve
        const list = (yield* get(desk, "zhou", house("reports"))).text
        assert.include(
          (yield* get(desk, "zhou", leading(list, "name=report%2Fweekly"))).text,
          "周报 2026-11-23 至 2026-11-29"
        )
        for (const [ending, type] of [
          ["html", "text/html"],
          ["md", "text/markdown"],
          ["csv", "text/csv"],
          ["xlsx", "application/vnd.openxml"],
          ["parquet", "application/vnd.apache.parquet"]
        ] as const) {
          const { headers, status } = yield* get(
            desk,
            "zhou",
            leading(list, `weekly~2F${encodeURIComponent("星河")}%202026-11-23.${ending}`)
          )
          assert.strictEqual(status, 200, ending)
          assert.isTrue(headers.get("content-type")?.startsWith(type), ending)
          assert.strictEqual(
            headers.get("content-disposition"),
            `attachment; filename="2026-11-23-2026-11-29.${ending}"; filename*=UTF-8''${encodeURIComponent(`周报 2026-11-23 至 2026-11-29.${ending}`)}`
          )
          assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'; sandbox/)
          assert.strictEqual(headers.get("x-content-type-options"), "nosniff")
          assert.strictEqual(headers.get("cache-control"), "no-store")
        }
      })
    )
  )

  it.effect("are all listed, page by page, however many there are, without those that are not for whoever looks", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* shelve
        const shelf = yield* ReportShelf.ReportShelf
        const [week, people] = [yield* shelf.find(names.week), yield* shelf.find(names.people)]
        if (week === undefined || people === undefined) return assert.fail()
        for (let nth = 0; nth < 150; nth += 1) {
          yield* shelf.keep({
            name: `weekly ${nth}`,
            report: { ...week, title: { zh: `第${nth}周报`, en: `no ${nth}` } }
          })
          yield* shelf.keep({ name: `people ${nth}`, report: people })
        }
        const seen: Array<string> = []
        let way: string | undefined = house("reports")
        for (let page = 0; way !== undefined && page < 9; page += 1) {
          const text: string = (yield* get(desk, "he", way)).text
          seen.push(...[...text.matchAll(/第(\d+)周报/g)].map(([, nth = ""]) => nth))
          way = linksOf(text).find(([link]) => link.includes("更早的报告"))?.[1]
        }
        assert.deepStrictEqual(
          seen.map(Number),
          Array.from({ length: 150 }, (_, index) => 149 - index)
        )
      })
    )
  )

  it.effect("have their charts drawn where somebody draws, worn by a style sheet that the page's policy names", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          yield* redeem("1000000001", 4)
          yield* shelve
          const { headers, text } = yield* get(desk, "zhou", house(`reports?name=${encodeURIComponent(names.week)}`))
          const charts = elements(text).filter(({ has, tag }) => tag === "svg" && has["role"] === "img")
          assert.isAtLeast(charts.length, 2)
          // Each number of a chart stands in a table as well.
          assert.match(rowOf(text, "新粉"), /100%/)
          const policy = headers.get("content-security-policy") ?? ""
          const sheets = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, sheet = ""]) => sheet)
          assert.strictEqual(sheets.length, 2)
          for (const sheet of sheets)
            assert.include(policy, `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`)
          assert.notInclude(policy, "unsafe")
          assert.notMatch(text, /<[a-z][^<>]* (style|on[a-z]+)="/)
          const { headers: others } = yield* get(desk, "zhou", house("reports"))
          assert.isBelow(others.get("content-security-policy")?.length ?? 0, policy.length)
        }),
      { drawChart: ChartSvg.draw }
    )
  )

  it.effect("are for those who see the pages of their account, and for nobody else, in no form", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* shelve
        const list = (yield* get(desk, "zhou", house("reports"))).text
        assert.notInclude(list, names.other)
        for (const [person, name, status] of [
          ["zhou", names.week, 200],
          ["stranger", names.week, 404],
          ["zhou", names.other, 404],
          ["zhou", "../../etc/passwd", 404]
        ] as const) {
          assert.strictEqual(
            (yield* get(desk, person, house(`reports?name=${encodeURIComponent(name)}`))).status,
            status
          )
          assert.strictEqual((yield* get(desk, person, file(`${name}.csv`))).status, status, `${person} ${name}`)
        }
        const elsewhere = file(`${names.week}.csv`).replace("1000000001", "1000000002")
        assert.strictEqual((yield* get(desk, "zhou", elsewhere)).status, 404)
        assert.strictEqual((yield* get(desk, "zhou", file(`${names.week}.exe`))).status, 404)
      })
    )
  )

  it.effect("about people are for whoever looks at them first, and for their readers", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* shelve
        for (const [person, status] of [
          ["zhou", 200],
          ["lin", 200],
          ["he", 404]
        ] as const) {
          assert.strictEqual((yield* get(desk, person, file(`${names.people}.csv`))).status, status, person)
          const list = (yield* get(desk, person, house("reports"))).text
          assert.strictEqual(list.includes("人员与部门"), status === 200, person)
        }
      })
    )
  )
})
