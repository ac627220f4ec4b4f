/**
 * `dualops print`: a handbook as a page for people, as HTML or as Markdown.
 *
 * @module
 */
import { ChineseHolidays } from "@dualops/core/calendar"
import type { Bilingual } from "@dualops/core/finding"
import type { Page } from "@dualops/core/pages"
import { Effect, Option } from "effect"
import { Command } from "effect/cli"
import * as Asked from "./Asked.ts"
import * as Config from "./Config.ts"
import * as Files from "./Files.ts"
import * as Handbooks from "./Handbooks.ts"
import { inWords, say } from "./Words.ts"

/** Prints a handbook. */
export const command = (language: Bilingual.Language) => {
  const handbook = Asked.file("handbook", language)
  const does = inWords(language)("把手册印成一页", "the handbook as a page for people")
  return Command.make("print", { handbook, ...Asked.page(language), at: Asked.at(language) }, (asked) =>
    Effect.gen(function* () {
      const format = yield* Asked.formatOf(asked)
      const written = yield* Handbooks.read(asked.handbook, language)
      const { HandbookPage } = yield* Effect.promise(() => import("@dualops/core/pages"))
      const page = HandbookPage.of(written, {
        holidays: ChineseHolidays.holidays,
        week: yield* asked.at,
        practices: yield* Config.practices
      })
      yield* put(page, { format, language, out: asked.out, read: [asked.handbook] })
    })
  ).pipe(
    Command.withShortDescription(does),
    Command.withDescription(
      inWords(language)(
        `${does}：--at 所在的那一周谁值守，也印在上面。`,
        `The handbook as a page for people, with who is there in the week of --at.`
      )
    ),
    Command.withExamples([{ command: "dualops print handbook.yaml --out handbook.html" }])
  )
}

/** A page that is done: where it goes, and the files that it was made of. */
interface Done {
  readonly format: Asked.Format
  readonly language: Bilingual.Language
  readonly out: Option.Option<string>
  readonly read: ReadonlyArray<string>
}

/** Puts a page into its file and says so, or prints it. */
export const put = Effect.fn("Print.put")(function* (page: Page.Page, { format, language, out, read }: Done) {
  // Nobody waits for a page that has no place.
  if (Option.isSome(out)) yield* Files.replaces(out.value, read)
  const text = yield* format === "html" ? html(page, language) : markdown(page, language)
  if (Option.isNone(out)) return yield* say(text)
  yield* Files.write(out.value, text, read)
  yield* say(`${out.value}\n`)
})

const markdown = (page: Page.Page, language: Bilingual.Language) =>
  Effect.map(
    Effect.promise(() => import("@dualops/core/pages")),
    ({ Markdown }) => Markdown.render(page, language)
  )

const html = Effect.fnUntraced(function* (page: Page.Page, language: Bilingual.Language) {
  const { Html } = yield* Effect.promise(() => import("@dualops/core/pages"))
  const { renderMermaidSVG } = yield* Effect.promise(() => import("beautiful-mermaid"))
  const draw = (mermaid: string) =>
    renderMermaidSVG(mermaid, { bg: "var(--card)", fg: "var(--ink)", transparent: true })
  return Html.render(page, { language, draw })
})
