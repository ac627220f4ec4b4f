/**
 * Tables and facts as sections have them: with what was left out told in words.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import { type Block, nothing, type Section, type Text } from "./Page.ts"

/** A section that is one table, and counts its rows. */
export const tableSection = (
  id: string,
  title: Bilingual,
  columns: ReadonlyArray<Bilingual>,
  rows: ReadonlyArray<ReadonlyArray<Text>>
): Section => ({
  id,
  title,
  count: rows.length,
  blocks: rows.length === 0 ? [nothing] : [{ kind: "table", columns, rows }]
})

/** A fact, or none where the handbook says nothing of it. */
export const fact = <A>(
  name: Bilingual,
  value: A | undefined,
  say: (value: A) => Text
): ReadonlyArray<readonly [Bilingual, Text]> => (value === undefined ? [] : [[name, say(value)]])

/** A group of blocks under a name, or nothing where it has none. */
export const groupOf = (title: Text, blocks: ReadonlyArray<Block>): ReadonlyArray<Block> =>
  blocks.length === 0 ? [] : [{ kind: "group", title, blocks }]

/** Facts as a block. */
export const factsOf = (facts: ReadonlyArray<readonly [Bilingual, Text]>): ReadonlyArray<Block> =>
  facts.length === 0 ? [] : [{ kind: "facts", facts }]

/** A table, or nothing where it has no rows. */
export const tableOf = (
  columns: ReadonlyArray<Bilingual>,
  rows: ReadonlyArray<ReadonlyArray<Text>>
): ReadonlyArray<Block> => (rows.length === 0 ? [] : [{ kind: "table", columns, rows }])

/** Sentences as a list, or nothing where there are none. */
export const listOf = (items: ReadonlyArray<Text> | undefined): ReadonlyArray<Block> =>
  items === undefined || items.length === 0 ? [] : [{ kind: "list", items }]
