/**
 * Last week as a report: what came, what was kept of what was promised, and the same figures as tables for other programs.
 *
 * @module
 */

import { readFileSync } from "node:fs"
import { MemoryObservationStore, MemoryStore } from "@dualops/adapter-memory"
// #region make
import { ChineseHolidays, Editions } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { Edition, Practices, ReportMaking } from "@dualops/core/practices"
import { Period } from "@dualops/core/reports"
import { Effect, Layer, Result } from "effect"

const file = new URL("./handbooks/xinghe.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", readFileSync(file, "utf8")))
const house = { handbook, processes: Practices.processes(), kinds: Practices.hears() }

const week = Period.around("week", "2026-09-09") // Monday to Sunday, in the handbook's time zone
const report = await Effect.runPromise(
  ReportMaking.make(house, "weekly", week).pipe(
    Effect.provide(Layer.mergeAll(MemoryStore.layer, MemoryObservationStore.layer, editions()))
  )
)
// #endregion

function editions() {
  return Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays))
}

// #region change
import { Change } from "@dualops/core/reports"

const said = Change.said({ zh: "投诉", en: "Complaints" }, { now: 100, before: 50, days: { now: 7, before: 7 } }, [
  { title: { zh: "漏水", en: "leaks" }, now: 50, before: 10 },
  { title: { zh: "其余", en: "the rest" }, now: 50, before: 40 }
])
// => 投诉：从 50 增至 100（+100%）。这一变化的构成：「漏水」+40，占 80%；「其余」+10，占 20%。

const open = Change.said({ zh: "投诉", en: "Complaints" }, { now: 12, before: 10, days: { now: 7, before: 7 } })

// => 投诉：本期 12，上期 10；差别在偶然的范围内，说不出变化。
// #endregion

// #region files
import { ReportFile } from "@dualops/reports"

const page = await Effect.runPromise(ReportFile.render(report, "html", "zh"))
const table = await Effect.runPromise(ReportFile.render(report, "parquet"))
// #endregion

export const answer = {
  title: report.title.en,
  chapters: report.chapters.map(({ id }) => id),
  said: said.map(({ zh }) => zh).join(""),
  open: open.map(({ zh }) => zh).join(""),
  page: page.slice(0, 15),
  bytes: table.length > 1_000
}
console.log(answer) // => { title: 'Weekly report, 2026-09-07 to 2026-09-13', … }
