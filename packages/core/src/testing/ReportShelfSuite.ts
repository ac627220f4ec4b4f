/**
 * What every `ReportShelf` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, type Layer } from "effect"
import { AccountId } from "../account/AccountId.ts"
import { same } from "../finding/Bilingual.ts"
import * as Figures from "../internal-system/analytics/Figures.ts"
import type { Report } from "../internal-system/reports/Report.ts"
import { ReportShelf } from "../internal-system/reports/ReportShelf.ts"

/** Runs the suite on a shelf on which nothing stands yet. */
export const suite = <E>(name: string, layer: Layer.Layer<ReportShelf, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, ReportShelf>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a ReportShelf`, () => {
    test(
      "keeps a report as it is, with what is not known in it, whatever its texts are",
      Effect.gen(function* () {
        const shelf = yield* ReportShelf
        const report = reportOf("=1+1 '\"; DROP TABLE 报告 🍵", 3)
        assert.deepStrictEqual(yield* shelf.keep({ name: "a / b", report }), report)
        assert.deepStrictEqual(yield* shelf.find("a / b"), report)
        assert.isUndefined(yield* shelf.find("another"))
      })
    )
    test(
      "has the report that was kept first, whoever keeps another under its name at the same time",
      Effect.gen(function* () {
        const shelf = yield* ReportShelf
        const all = yield* Effect.all(
          [1, 2, 3, 4].map((value) => shelf.keep({ name: "one of many", report: reportOf("of many", value) })),
          { concurrency: "unbounded" }
        )
        const first = yield* shelf.find("one of many")
        for (const one of all) assert.deepStrictEqual(one, first)
      })
    )
    test(
      "tells an account's reports, those kept last first, at most so many, and none of another account",
      Effect.gen(function* () {
        const shelf = yield* ReportShelf
        for (const value of [1, 2, 3])
          yield* shelf.keep({ name: `turn ${value}`, report: reportOf("turn", value, other) })
        yield* shelf.keep({ name: "turn 1", report: reportOf("turn", 9, other) })
        const newest = yield* shelf.newest(other, 2)
        assert.deepStrictEqual(
          newest.map(({ name }) => name),
          ["turn 3", "turn 2"]
        )
        assert.deepStrictEqual(newest[0]?.report, reportOf("turn", 3, other))
        assert.deepStrictEqual(yield* shelf.newest(AccountId.make("1000000003"), 5), [])
      })
    )
    test(
      "goes on before a report that it names, however many there are, and tells each once",
      Effect.gen(function* () {
        const shelf = yield* ReportShelf
        const of = AccountId.make("1000000004")
        const names = Array.from({ length: 11 }, (_, index) => `page ${10 - index}`)
        // Two that are kept at the same time stand in some order, and keep it.
        yield* Effect.all(
          names.toReversed().map((name) => shelf.keep({ name, report: reportOf(name, 1, of) })),
          { concurrency: 2 }
        )
        const whole = (yield* shelf.newest(of, 100)).map(({ name }) => name)
        const told: Array<string> = []
        for (let page = yield* shelf.newest(of, 4); page.length > 0; page = yield* shelf.newest(of, 4, told.at(-1)))
          told.push(...page.map(({ name }) => name))
        assert.deepStrictEqual(told, whole)
        assert.deepStrictEqual(told.toSorted(), names.toSorted())
        assert.deepStrictEqual(yield* shelf.newest(of, 4, "none such"), [])
        assert.deepStrictEqual(yield* shelf.newest(of, 4, "one of many"), [])
      })
    )
  })
}

const [account, other] = [AccountId.make("1000000001"), AccountId.make("1000000002")]

const reportOf = (text: string, value: number, of = account): Report => ({
  kind: "daily",
  title: same(text),
  brand: same("brand"),
  account: of,
  timeZone: "Asia/Shanghai",
  period: { first: "2026-06-01", last: "2026-06-01" },
  asOf: DateTime.makeUnsafe("2026-06-02T01:00:00Z"),
  chapters: [
    {
      id: "all",
      title: same(text),
      says: [same(text)],
      lines: [
        { key: "known", figure: Figures.counted(same(text), "count", value) },
        { key: "unknown", figure: Figures.unknown(same("unknown"), "yuan", same("why")) }
      ],
      charts: [],
      tables: []
    }
  ]
})
