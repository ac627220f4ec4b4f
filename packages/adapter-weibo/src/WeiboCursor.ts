/**
 * How far a list of Weibo has been read, when new things come while it is read backwards, page by page.
 *
 * Weibo pages by `since_id` (exclusive) and `max_id` (inclusive), newest first. On the last page `next_cursor` is 0 or, where the page was
 * asked for what is newer than something, that thing's id. Source: recorded sequences of pages.
 *
 * @module
 */
import type { Interactions } from "@dualops/core/interaction"

/** The parameters that ask for the next page. */
export const ask = ({ since, gap }: Interactions.Cursor): { readonly since_id: string; readonly max_id: string } => ({
  since_id: since,
  max_id: gap === undefined ? "0" : String(BigInt(gap.below) - 1n)
})

/** Whether a page that was asked for with this cursor, and says that the next one begins there, is the last. */
export const isLast = ({ since }: Interactions.Cursor, nextCursor: string | undefined): boolean =>
  nextCursor !== undefined && BigInt(nextCursor) <= BigInt(since)

/** Whether something has not been delivered up to this cursor: where Weibo heeds the cursor, everything that a page holds. */
export const isNew = ({ since, gap }: Interactions.Cursor, id: string): boolean =>
  BigInt(id) > BigInt(since) && (gap === undefined || BigInt(id) < BigInt(gap.below))

/**
 * The cursor after a page with these ids; nothing where Weibo has ignored the cursor and given the same page again. Things that come while a gap
 * is open are newer than its top, so they are asked for when it is closed. A page that is empty is the last one, whatever it says, and so is one
 * that reaches back to what was known. Never backwards: the cursor only grows.
 */
export const advance = (
  cursor: Interactions.Cursor,
  ids: ReadonlyArray<string>,
  isLastPage: boolean
): { readonly cursor: Interactions.Cursor; readonly more: boolean } | undefined => {
  const { gap, since } = cursor
  const [newest, oldest] = ends(ids.filter((id) => isNew(cursor, id)))
  const reachesBack = ids.some((id) => BigInt(id) <= BigInt(since))
  if (gap !== undefined && newest === undefined && ids.length > 0 && !isLastPage && !reachesBack) return undefined
  const top = gap?.top ?? newest
  if (isLastPage || reachesBack || oldest === undefined || top === undefined) {
    return { cursor: { since: top ?? since }, more: false }
  }
  return { cursor: { since, gap: { below: oldest, top } }, more: true }
}

const ends = (ids: ReadonlyArray<string>): readonly [newest: string | undefined, oldest: string | undefined] => {
  const sorted = [...ids].sort((one, two) => (BigInt(one) < BigInt(two) ? 1 : -1))
  return [sorted[0], sorted.at(-1)]
}
