/**
 * The posts that are out, as a log tells of them: who wrote each, and of which category of the mix it is, where somebody has
 * said so: whoever wrote it, or the planner, where it has become of an idea.
 *
 * @module
 */
import { Option, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type { Published } from "../../internal-system/consistency/Published.ts"
import type { CategoryId } from "../../internal-system/content/ContentMix.ts"
import { idea } from "../../internal-system/content/PostDelivery.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import type { Heard } from "../../internal-system/reports/Worked.ts"
import { dated } from "../ideas/Idea.ts"
import { IdeaProcess } from "../ideas/IdeaProcess.ts"

/** A post, and since when it is out. */
export interface Dated extends Published {
  readonly at: Moment
}

/** Hears of every step of a log, and knows the posts that have come out. */
export const follow = () => {
  const categories = new Map<string, CategoryId>()
  const posts = new Map<string, Dated>()
  return {
    hear: ({ after, process }: Heard): void => {
      if (process === IdeaProcess.name) {
        const judged = readIdea(after.state)
        if (Option.isSome(judged)) categories.set(after.id, judged.value.category)
      }
      if (process !== PostProcess.name || posts.has(after.id) || !isOut(after.state)) return
      const { authors, category: own, content, publishedAt: at } = after.state
      const ofIdea = after.parent?.process === IdeaProcess.name ? categories.get(after.parent.case) : undefined
      const category = own ?? ofIdea
      posts.set(after.id, { content, at, writer: authors[0], ...(category !== undefined && { category }) })
    },
    all: (): ReadonlyArray<Dated> => [...posts.values()]
  }
}

const readIdea = Schema.decodeUnknownOption(Schema.Struct({ category: dated.category }))

const isOut = Schema.is(
  Schema.Struct({
    _tag: Schema.Literal("Published"),
    authors: idea.authors,
    content: idea.content,
    category: idea.category,
    publishedAt: Moment
  })
)
