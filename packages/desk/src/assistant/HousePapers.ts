/**
 * The pages of the house as papers that a model reads: the team today, what is coming, the hand-over, the handbook, what its check says. As Markdown, in
 * which whatever people wrote stays text; as a tool, for the clients, which are many, that show their model no resources, and as resources.
 *
 * @module
 */
import type { HousePage, Ways } from "@dualops/core/house-pages"
import { Markdown } from "@dualops/core/pages"
import type { Actor } from "@dualops/core/process"
import { Effect, Schema } from "effect"
import * as Problems from "../api/Problems.ts"
import type { Running } from "../house/House.ts"
import * as Looking from "../house/Looking.ts"
import * as Answers from "./Answers.ts"
import * as Bounds from "./Bounds.ts"
import { reading, type Tool } from "./Tool.ts"
import * as ToolName from "./ToolName.ts"

/** The tool. */
export const of = (house: Running): Tool =>
  reading({
    name: "pages",
    title: { zh: "手册与交接", en: "Handbook and hand-over" },
    description:
      "The pages of the house: the team today, what is coming, the hand-over, the handbook, its check. Without a name: which there are. With one: its text as Markdown from `after` on, a piece at a time. `asked` is what a page may be asked for: { out, in, until } of the hand-over, { from } of what is coming.",
    told: Schema.Struct({
      name: Schema.optionalKey(Schema.NonEmptyString),
      account: Schema.optionalKey(Schema.NonEmptyString),
      language: Schema.optionalKey(Schema.Literals(["zh", "en"])),
      asked: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
      after: Schema.optionalKey(Schema.String.annotate({ description: "The `next` of the piece before." }))
    }),
    answer: Answers.Papers,
    run: Effect.fnUntraced(function* ({ account, after = "0", asked = {}, language = "zh", name }, person) {
      const mine = (yield* Looking.pagesFor(house, person)).filter(
        (one) => account === undefined || one.account === account
      )
      if (name === undefined)
        return { items: mine.map(({ account: of, name: one, title }) => ({ account: of, name: one, title })) }
      const page = mine.find((one) => one.name === name)
      if (page === undefined) return yield* Effect.fail(Problems.notFound)
      if (!/^\d{1,9}$/.test(after)) return yield* Effect.fail(Problems.unread)
      const text = yield* written(house, page, person, { asked: new Map(Object.entries(asked)), language })
      const piece = pieceOf(text, Number(after))
      const end = Number(after) + piece.length
      return {
        items: [{ account: page.account, name, title: page.title, text: piece }],
        ...(end < text.length && { next: String(end) })
      }
    })
  })

/** The page as Markdown; nothing where there is no such page any more. */
export const written = Effect.fnUntraced(function* (
  house: Running,
  page: HousePage,
  person: Actor.Person,
  { asked = new Map(), language = "zh" }: Written = {}
) {
  const seen = yield* Looking.at(house, page, { person, asked, to: waysOf(page) })
  return seen === undefined ? "" : Markdown.render(seen, language)
})

/** What it is asked for, and in which language. */
interface Written {
  readonly asked?: ReadonlyMap<string, string>
  readonly language?: "zh" | "en"
}

/** Where it is read as a resource. */
export const addressOf = ({ account, name }: Pick<HousePage, "account" | "name">): string =>
  `dualops://pages/${account}/${name}`

const waysOf = ({ account }: HousePage): Ways => ({
  case: ({ case: id, process }) => `dualops://cases/${process}/${encodeURIComponent(id)}`,
  begin: (process, step) => `dualops://tools/${ToolName.of(process, step)}`,
  page: (name) => `dualops://pages/${account}/${name}`,
  file: (name) => `dualops://pages/${account}/${name}`
})

/** A piece that ends with a line, where it can. */
const pieceOf = (text: string, from: number): string => {
  const piece = text.slice(from, from + longest)
  const end = piece.lastIndexOf("\n") + 1
  return from + piece.length === text.length || end === 0 ? piece : piece.slice(0, end)
}

/** Quotes and new lines take two characters each in JSON. */
const longest = Bounds.most / 2
