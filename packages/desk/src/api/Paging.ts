/**
 * Lists in pages: the next page begins after what the last one ended with, whatever has come or gone meanwhile.
 *
 * @module
 */
import { Effect, Result } from "effect"
import { Base64Url } from "effect/encoding"
import * as Problems from "./Problems.ts"
import type { Problem } from "./Words.ts"

/** What a page was asked with. */
export interface Asked {
  readonly after?: string
  readonly most?: string
}

/** A page has no more items, and so many unless it is said. */
const limits = { most: 200, usual: 50 }

/** The page of a list that stands in the order of its keys. */
export const pageOf = <A>(
  all: ReadonlyArray<A>,
  keyOf: (one: A) => string,
  { after, most }: Asked
): Effect.Effect<{ readonly items: ReadonlyArray<A>; readonly next?: string }, Problem<400>> => {
  const count = most === undefined ? limits.usual : Number(most)
  const last = after === undefined ? Result.succeed("") : Base64Url.decodeString(after)
  if (!Number.isInteger(count) || count < 1 || count > limits.most || Result.isFailure(last))
    return Effect.fail(Problems.unread)
  const rest = after === undefined ? all : all.filter((one) => keyOf(one) > last.success)
  const items = rest.slice(0, count)
  const end = items.at(-1)
  return Effect.succeed({
    items,
    ...(end !== undefined && rest.length > count && { next: Base64Url.encode(keyOf(end)) })
  })
}
