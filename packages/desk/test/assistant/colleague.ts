/**
 * An assistant as a colleague of a house of two accounts: in the first it may draft, answer and hand over; of the second it sees nothing.
 *
 * @module
 */
import { Effect } from "effect"
import type { Paper } from "../../src/assistant/Paper.ts"

export const papers: ReadonlyArray<Paper> = [
  { name: "handbook", title: { zh: "手册", en: "Handbook" }, text: Effect.succeed("# 手册\n\n每天一条。\n") }
]
