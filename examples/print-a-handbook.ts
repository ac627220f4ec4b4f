/**
 * Prints a handbook: one HTML file with pictures of the processes and of who is there when, and the same as Markdown.
 *
 * `node examples/print-a-handbook.ts` leaves `handbook.html` and `handbook.md` in `out/`.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { ChineseHolidays } from "@dualops/core"
import { HandbookPage, Html, Markdown } from "@dualops/core/pages"
import { renderMermaidSVG } from "beautiful-mermaid"
import { at, handbook } from "./overnight/House.ts"

const page = HandbookPage.of(handbook, {
  holidays: ChineseHolidays.holidays,
  week: at("2026-09-14T00:00")
})

/** The page, with its pictures drawn in the colours of the page. */
export const html = Html.render(page, {
  draw: (mermaid) => renderMermaidSVG(mermaid, { bg: "var(--card)", fg: "var(--ink)", transparent: true })
})

/** The same for a repository or a chat. */
export const markdown = Markdown.render(page, "zh")

if (process.argv[1] === import.meta.filename) {
  mkdirSync("out", { recursive: true })
  writeFileSync("out/handbook.html", html)
  writeFileSync("out/handbook.md", markdown)
  console.log("The handbook is in out/handbook.html and out/handbook.md")
}
