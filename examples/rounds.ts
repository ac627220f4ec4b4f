/**
 * What a handbook says has to begin in a week: `node examples/rounds.ts`.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { Practices } from "@dualops/core/practices"
import { DateTime, Result } from "effect"

const text = readFileSync(new URL("handbooks/xinghe.yaml", import.meta.url), "utf8")
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", text))

// #region agenda
const agenda = Practices.agenda(handbook, ChineseHolidays.holidays)
const monday = DateTime.makeUnsafe("2026-09-14T00:00:00+08:00")
/** What begins or goes on in the week, each with the name that its case has. */
export const week = agenda(monday, DateTime.add(monday, { days: 7 }))
export const names = week.map((opening) => opening.case) // round/duty/reporting/week/2026-09-14, …
// #endregion

if (process.argv[1] === import.meta.filename) console.log(names.join("\n"))
