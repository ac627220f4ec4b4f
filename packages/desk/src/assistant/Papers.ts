/**
 * The papers of the house as a tool: for the clients, which are many, that show their model no resources.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import * as Problems from "../api/Problems.ts"
import * as Answers from "./Answers.ts"
import * as Bounds from "./Bounds.ts"
import * as Paper from "./Paper.ts"
import { reading, type Tool } from "./Tool.ts"

/** The tool. */
export const of = (papers: ReadonlyArray<Paper.Paper>): Tool =>
  reading({
    name: "papers",
    title: { zh: "手册与规则", en: "Handbook and rules" },
    description:
      "The papers of the house: its handbook, its rules. Without a name: which there are. With one: its text from `after` on, a piece at a time.",
    told: Schema.Struct({
      name: Schema.optionalKey(Schema.NonEmptyString),
      after: Schema.optionalKey(Schema.String.annotate({ description: "The `next` of the piece before." }))
    }),
    answer: Answers.Papers,
    run: Effect.fnUntraced(function* ({ after = "0", name }, person) {
      const mine = yield* Paper.readBy(papers, person)
      if (name === undefined) return { items: mine.map(({ name: one, title }) => ({ name: one, title })) }
      const found = mine.find((one) => one.name === name)
      if (found === undefined) return yield* Effect.fail(Problems.notFound)
      if (!/^\d{1,9}$/.test(after)) return yield* Effect.fail(Problems.unread)
      const text = yield* found.text
      const piece = pieceOf(text, Number(after))
      const end = Number(after) + piece.length
      return {
        items: [{ name, title: found.title, text: piece }],
        ...(end < text.length && { next: String(end) })
      }
    })
  })

/** A piece that ends with a line, where it can. */
const pieceOf = (text: string, from: number): string => {
  const piece = text.slice(from, from + longest)
  const end = piece.lastIndexOf("\n") + 1
  return from + piece.length === text.length || end === 0 ? piece : piece.slice(0, end)
}

/** Quotes and new lines take two characters each in JSON. */
const longest = Bounds.most / 2
