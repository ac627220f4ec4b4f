/**
 * The slot of an idea: what it may be, and which it has from when it is accepted until it is a post.
 *
 * @module
 */
import { Result } from "effect"
import { inTime } from "../../internal-system/content/Post.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import * as Idea from "./Idea.ts"

/** A slot, and the category of what goes out in it. */
type Dated = Pick<Extract<Idea.State, { readonly _tag: "Accepted" }>, "category" | "slot">

/** Whether a post may be of that category and go out then. */
export const dates = (
  _: unknown,
  input: Dated,
  { at, settings: { categories } }: Pick<Circumstances<Idea.Settings>, "at" | "settings">
) =>
  categories.includes(input.category)
    ? inTime(input, at)
    : Result.fail(new Idea.UnknownCategory({ category: input.category, known: categories }))

/** When the post of an idea goes out, and of which category it is; nothing where nobody has accepted it, or it has come to its end. */
export const datedOf = (idea: Idea.State): Dated | undefined => {
  if (idea._tag !== "Accepted" && idea._tag !== "Becoming") return undefined
  const { category, slot } = idea
  return { category, slot }
}
