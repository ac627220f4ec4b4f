/**
 * The papers of a hand-over as blocks: duties, style, activities, contacts and keys.
 *
 * @module
 */
import type { HandOver } from "../handbook/HandOver.ts"
import type { ActivityLine, ContactLine, Key } from "../handbook/HandOverLines.ts"
import * as Names from "../handbook/Names.ts"
import { contactOf, whoNames } from "../page/HandbookWords.ts"
import { type Block, joined, leftOut, type Section } from "../page/Page.ts"
import { styleBlocks } from "../page/StyleBlocks.ts"

/** How the account speaks, and what it does not say. */
export const style = ({ banned, style: card }: HandOver): Section => ({
  id: "style",
  title: { zh: "口吻与用语", en: "How the account speaks" },
  blocks: [...styleBlocks(card, banned.shown), ...leftOut(banned.leftOut)]
})

/** What runs, or soon will. */
export const activitiesTable = (entries: ReadonlyArray<ActivityLine>): Block => ({
  kind: "table",
  columns: [
    { zh: "活动", en: "Activity" },
    { zh: "从", en: "From" },
    { zh: "到", en: "Until" },
    { zh: "负责人", en: "Owner" }
  ],
  rows: entries.map(({ entry: { from, title, until }, owner }) => [
    title,
    Names.momentName(from),
    Names.momentName(until),
    owner.name
  ])
})

/** Whom to call for what. */
export const contactsTable = (lines: ReadonlyArray<ContactLine>): Block => ({
  kind: "table",
  columns: [
    { zh: "姓名", en: "Name" },
    { zh: "联系方式", en: "How" },
    { zh: "什么事找", en: "What for" }
  ],
  rows: lines.map(({ contact, who, why }) => [
    { strong: who.name },
    contact === undefined ? { badge: { zh: "没有写", en: "not written" }, tone: "bad" } : contactOf(contact),
    joined(why, "·")
  ])
})

/** Who holds the keys. */
export const keysTable = (keys: ReadonlyArray<Key>): Block => ({
  kind: "table",
  columns: [
    { zh: "工具", en: "Tool" },
    { zh: "持有人", en: "Holders" },
    { zh: "保存在", en: "Kept in" },
    { zh: "到期", en: "Expires" }
  ],
  rows: keys.map(({ expires = "—", holders, keptIn, tool }) => [tool, whoNames(holders), keptIn, expires])
})
