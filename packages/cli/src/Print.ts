/**
 * `dualops print`: a handbook as a page for people, as HTML or as Markdown.
 *
 * @module
 */
import { type Bilingual, ChineseHolidays, Edition, HandbookPage, Html, Markdown, type Page } from "@dualops/core"
import { renderMermaidSVG } from "beautiful-mermaid"
import { Result } from "effect"
import { type Command, handbooks, put } from "./Command.ts"

/** Prints a handbook. */
export const command: Command = {
  usage: "HANDBOOK.yaml [--format md|html] [--out FILE] [--lang en|zh] [--at YYYY-MM-DD]",
  does: "the handbook as a page for people; --at is the week whose hours it shows",
  files: 1,
  options: { format: ["md", "html"], out: [] },
  run: (asked, surroundings) =>
    Result.match(handbooks(asked, surroundings), {
      onFailure: (outcome) => outcome,
      onSuccess: ([handbook]) => {
        if (handbook === undefined) throw new Error("one file has one handbook")
        const page = HandbookPage.of(handbook, {
          holidays: ChineseHolidays.holidays,
          week: asked.at,
          processes: Edition.processes
        })
        return put(asked, rendered(page, asked), surroundings)
      }
    })
}

/** A page in the form that was asked for: by name, or by the name of the file that it goes to. */
export const rendered = (
  page: Page.Page,
  { lang, values }: { readonly lang: Bilingual.Language; readonly values: Readonly<Record<string, string | undefined>> }
): string =>
  (values["format"] ?? (values["out"]?.endsWith(".html") ? "html" : "md")) === "html"
    ? Html.render(page, { language: lang, draw })
    : Markdown.render(page, lang)

const draw = (mermaid: string): string =>
  renderMermaidSVG(mermaid, { bg: "var(--card)", fg: "var(--ink)", transparent: true })
