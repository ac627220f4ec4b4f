/**
 * The slot of an idea that was accepted, until it is a post.
 *
 * @module
 */
import type * as Idea from "./Idea.ts"

/** A slot, and the category of what goes out in it. */
type Dated = Pick<Extract<Idea.State, { readonly _tag: "Accepted" }>, "category" | "slot">

/** When the post of an idea goes out, and of which category it is; nothing where nobody has accepted it, or it has come to its end. */
export const datedOf = (idea: Idea.State): Dated | undefined => {
  if (idea._tag !== "Accepted" && idea._tag !== "Becoming") return undefined
  const { category, slot } = idea
  return { category, slot }
}
