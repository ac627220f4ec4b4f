/**
 * A handbook of one's own, from its file to its pages: checked, printed, compared with the edition after it.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { FindingText } from "@dualops/core/finding"
import { Changes } from "@dualops/core/handbook"
import { ChangesPage, HandbookPage, Html, Markdown } from "@dualops/core/pages"
import { Verifier } from "@dualops/core/verifier"
import { DateTime, Result } from "effect"

// #region check
const text = readFileSync(new URL("handbooks/minimal.yaml", import.meta.url), "utf8")
const today = DateTime.makeUnsafe("2026-09-01T00:00:00Z")
const holidays = ChineseHolidays.holidays

export const clean = Verifier.checkFile("minimal.yaml", text, { holidays, at: today }) // nothing

const alone = text.replace("standIns: [zhou, he]", "standIns: []")
export const findings = Verifier.checkFile("minimal.yaml", alone, { holidays, at: today })
console.log(FindingText.print(findings, alone, "zh")) // 职责「posting」只有 lin 一人。…
// #endregion

// #region print
const read = HandbookFile.read("minimal.yaml", text)
if (Result.isFailure(read)) throw new Error(FindingText.print(read.failure, text)) // every mistake, at its line
const handbook = read.success
const page = HandbookPage.of(handbook, { holidays, week: today })

export const html = Html.render(page) // one file, in both languages, that fetches nothing
export const markdown = Markdown.render(page, "en")
// #endregion

// #region diff
const later = text.replace('version: "1"', 'version: "2"').replace("standIns: [zhou, he]", "standIns: [zhou]")
const changes = Changes.between(handbook, Result.getOrThrow(HandbookFile.read("minimal.yaml", later)))

export const changed = Markdown.render(ChangesPage.of(changes), "en")
// #endregion
