/** The fans of one report, counted again by DuckDB in SQL: from the raw rows, and from the file that the report is. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MemoryObservationStore, MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { Editions } from "@dualops/core/operations"
import { Edition, Practices, ReportMaking } from "@dualops/core/practices"
import { Period, type Report } from "@dualops/core/reports"
import { ReportHtml, ReportParquet } from "@dualops/reports"
import { DuckDBInstance } from "@duckdb/node-api"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import { type Raw, raw, record } from "./rawFans.ts"

const yaml = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", yaml))
const house = { handbook, processes: Practices.processes(), kinds: [] }
const world = Layer.mergeAll(
  MemoryStore.layer,
  MemoryObservationStore.layer,
  Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays))
)
const folder = mkdtempSync(join(tmpdir(), "fans-"))

const reported = (rows: ReadonlyArray<Raw>): Effect.Effect<Report.Report, unknown> =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.parse("2026-11-23T09:00:00+08:00"))
    yield* record(handbook.account.id, rows)
    return yield* ReportMaking.make(house, "weekly", Period.around("week", "2026-11-16"))
  }).pipe(Effect.provide(world))

/** What DuckDB makes of the rows, by days of Shanghai; day 0 was a Thursday, and weeks begin on Monday. */
const recount = `
  WITH told AS (SELECT *, CAST(floor(("at" + 28800000) / 86400000) AS INT) AS day FROM read_json('FILE')
      WHERE own AND fan IS NOT NULL AND "at" < epoch_ms(TIMESTAMP '2026-11-22 16:00:00')),
    seen AS (SELECT DISTINCT fan, day FROM told WHERE kind IN ('Heard', 'CodeRedeemed', 'DrawEntry')),
    today AS (SELECT date '2026-11-22' - date '1970-01-01' AS t),
    fans AS (SELECT fan, min(day) AS first, max(day) AS last, count(*) FILTER (t - day < 60) AS often,
        bool_or((day + 3) // 7 = (min_day + 3) // 7 + 1) AS again
      FROM (SELECT *, min(day) OVER (PARTITION BY fan) AS min_day FROM seen), today GROUP BY fan),
    staged AS (SELECT *, CASE WHEN t - last < 30 AND often >= 8 THEN 'loyal' WHEN t - first < 14 THEN 'new'
      WHEN t - last < 30 THEN 'active' WHEN t - last < 120 THEN 'quiet' ELSE 'asleep' END AS stage FROM fans, today),
    invited AS (SELECT fan, min(day) AS day FROM told WHERE kind = 'Outreach' GROUP BY fan),
    sourced AS (SELECT f.*, CASE WHEN i.day <= f.first THEN 'member-invitation' ELSE coalesce((SELECT min(CASE
        WHEN kind = 'DrawEntry' THEN 'event' WHEN kind = 'CodeRedeemed' AND post IS NULL THEN 'advertisement' END)
        FROM told WHERE told.fan = f.fan AND told.day = f.first), 'organic') END AS source FROM fans f LEFT JOIN invited i USING (fan)),
    cohort AS (SELECT * FROM sourced, today WHERE (first + 3) // 7 = (t + 3) // 7 - 1)
  SELECT 'fans.' || stage AS key, count(*) AS numerator, (SELECT count(*) FROM fans) AS denominator FROM staged GROUP BY stage
  UNION ALL SELECT 'fans.first', count(*), NULL FROM fans, today WHERE t - first < 7
  UNION ALL SELECT 'fans.seen', count(*), NULL FROM fans
  UNION ALL SELECT 'fans.retained', count(*) FILTER (again), count(*) FROM cohort
  UNION ALL SELECT 'fans.retained.' || source, count(*) FILTER (again), count(*) FROM cohort GROUP BY source
  UNION ALL SELECT 'fans.curve.' || source || '.' || after, count(*) FILTER (EXISTS (SELECT 1 FROM seen s
      WHERE s.fan = f.fan AND (s.day + 3) // 7 = (first + 3) // 7 + after)), count(*)
    FROM sourced f, today, range(1, 9) AS r(after) WHERE (first + 3) // 7 + after <= (t + 3) // 7 GROUP BY source, after`

describe("The fans of a report", () => {
  it.effect("are those that DuckDB counts in the raw rows, in the report's own Parquet file", () =>
    Effect.gen(function* () {
      const rows = raw(7)
      const report = yield* reported(rows)
      const [told, file] = [join(folder, "rows.json"), join(folder, "report.parquet")]
      writeFileSync(told, JSON.stringify(rows))
      writeFileSync(file, ReportParquet.render(report))
      const compared = yield* Effect.promise(async () => {
        const duck = await (await DuckDBInstance.create()).connect()
        const reader = await duck.runAndReadAll(`
          SELECT c.key, c.numerator AS n, c.denominator AS d, coalesce(r.numerator, r.value) AS rn, r.denominator AS rd
          FROM (${recount.replace("FILE", told)}) c LEFT JOIN read_parquet('${file}') r USING (key) ORDER BY c.key`)
        return reader.getRowObjectsJson()
      })
      assert.isAbove(compared.length, 20)
      for (const { d, key, n, rd, rn } of compared)
        assert.deepStrictEqual([key, rn, rd], [key, Number(n), d === null ? null : Number(d)])
    })
  )

  it.effect("have no number where nobody has told one: who went, how many there are, how many are dead", () =>
    Effect.gen(function* () {
      const { chapters } = yield* reported(raw(7).filter(({ kind }) => kind === "Heard"))
      const lines = new Map(chapters.flatMap((chapter) => chapter.lines).map(({ figure, key }) => [key, figure]))
      for (const key of ["followers", "came", "left", "lost", "gone", "dead"]) {
        assert.isUndefined(lines.get(`fans.${key}`)?.value)
        assert.isNotEmpty(lines.get(`fans.${key}`)?.missing)
      }
      assert.deepStrictEqual(lines.get("fans.gone")?.bounds, { low: 0, high: 1 })
    })
  )

  it.effect("who came and went lie within bounds, between two readings of their number", () =>
    Effect.gen(function* () {
      const { chapters } = yield* reported(raw(7))
      const lines = new Map(chapters.flatMap((chapter) => chapter.lines).map(({ figure, key }) => [key, figure]))
      assert.deepStrictEqual(
        [lines.get("fans.followers")?.value, lines.get("fans.came")?.bounds, lines.get("fans.left")?.bounds],
        [9_400, { low: 400 }, { low: 0 }]
      )
      // 30 dead and 60 alive of 100 who were looked at, of 9,400.
      const dead = lines.get("fans.dead")
      assert.deepStrictEqual([dead?.of?.numerator.value, dead?.of?.denominator.value], [30, 90])
      assert.deepStrictEqual(dead?.bounds, { low: 30 / 9_400, high: 1 - 60 / 9_400 })
      assert.strictEqual(lines.get("fans.dead.account-gone")?.value, 30)
    })
  )

  it.effect("are told of in a sentence where chance does not explain the change, and in none where it does", () =>
    Effect.gen(function* () {
      const said = (rows: ReadonlyArray<Raw>) =>
        Effect.map(reported(rows), ({ chapters }) => chapters.find(({ id }) => id === "fans")?.says.map(({ en }) => en))
      const heard = (from: string, count: number, first: number): ReadonlyArray<Raw> =>
        Array.from({ length: count }, (_, index) => ({
          kind: "Heard",
          own: true,
          fan: `${first + index}`,
          at: Date.parse(`${from}T12:00:00+08:00`)
        }))
      const [quiet, loud] = [heard("2026-11-12", 20, 1_000_000_000), heard("2026-11-18", 90, 2_000_000_000)]
      assert.deepStrictEqual(yield* said([...quiet, ...heard("2026-11-18", 24, 2_000_000_000)]), [])
      assert.deepStrictEqual(yield* said([...quiet, ...loud]), [
        "fans seen for the first time: up from 20 to 90 (+350%)."
      ])
    })
  )

  it.effect("are drawn in the page, and every number of the curves stands in a table", () =>
    Effect.gen(function* () {
      const html = ReportHtml.render(yield* reported(raw(7)))
      assert.include(html, "Share seen again, by weeks after the first")
      assert.include(html, "<svg")
      assert.include(html, "By the week of the first sight: share seen again in weeks after")
    })
  )
})
