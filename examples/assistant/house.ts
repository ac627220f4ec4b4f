/**
 * A house with an assistant among its people: what it may do stands in the handbook, as for everybody.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { NodeSqlite, SqlEditionStore, SqlStore } from "@dualops/adapter-sql"
import { ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { HandbookPage, Markdown } from "@dualops/core/pages"
import { KeptEditions, Practices } from "@dualops/core/practices"
import type { Paper } from "@dualops/desk/assistant"
import { DateTime, Effect, Layer, Result } from "effect"

/** The assistant writes drafts, passes on what fans wrote, and prepares hand-overs. It approves nothing, publishes nothing and answers nobody. */
const colleague = `    assistant: { title: { zh: 助手, en: Assistant }, may: [content.compose, interaction.route, team.handOver] }
  people:
    helper: { name: 小助, roles: [assistant] }
`
const text = readFileSync(new URL("../handbooks/minimal.yaml", import.meta.url), "utf8")
export const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", text.replace("  people:\n", colleague)))

// #region papers
/** What the assistant reads beside the cases: the handbook as people read it. */
export const papers: ReadonlyArray<Paper.Paper> = [
  {
    name: "handbook",
    title: { zh: "运营手册", en: "Handbook" },
    account: handbook.account.id,
    text: Effect.map(DateTime.now, (week) =>
      Markdown.render(HandbookPage.of(handbook, { holidays: ChineseHolidays.holidays, week }), "zh")
    )
  }
]
// #endregion

export const processes = Practices.processes()

/** The store in this file; `:memory:` is forgotten with the program. */
export const store = (filename: string) =>
  KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(
    Layer.provideMerge(Layer.merge(SqlStore.layer, SqlEditionStore.layer)),
    Layer.provide(NodeSqlite.layer({ filename }))
  )
