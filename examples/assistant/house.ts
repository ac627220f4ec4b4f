/**
 * A house with an assistant among its people: what it may do stands in the handbook, as for everybody.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { NodeSqlite, SqlEditionStore, SqlStore } from "@dualops/adapter-sql"
import { ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { HousePages } from "@dualops/core/house-pages"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { Layer, Result } from "effect"

/** The assistant writes drafts, passes on what fans wrote, and prepares hand-overs. It approves nothing, publishes nothing and answers nobody. */
const colleague = `    assistant: { title: { zh: 助手, en: Assistant }, may: [content.compose, interaction.route, team.handOver] }
  people:
    helper: { name: 小助, roles: [assistant] }
`
const text = readFileSync(new URL("../handbooks/minimal.yaml", import.meta.url), "utf8")
export const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", text.replace("  people:\n", colleague)))

// #region pages
/** What is read beside the cases, by people and by the assistant: the team today, what is coming, the hand-over, the handbook and its check. */
export const pages = HousePages.of(handbook, ChineseHolidays.holidays)
// #endregion

export const processes = Practices.processes()

/** The store in this file; `:memory:` is forgotten with the program. */
export const store = (filename: string) =>
  KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(
    Layer.provideMerge(Layer.merge(SqlStore.layer, SqlEditionStore.layer)),
    Layer.provide(NodeSqlite.layer({ filename }))
  )
