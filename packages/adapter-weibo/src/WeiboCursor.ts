/**
 * How far a list of Weibo has been read, when new things come while it is read backwards, page by page.
 *
 * Weibo pages by `since_id` (exclusive) and `max_id` (inclusive), newest first; `next_cursor` is 0 on the last page. Source: recorded
 * sequences of pages.
 *
 * @module
 */
import type { Interactions } from "@dualops/core"

/** The parameters that ask for the next page. */
export const ask = ({ since, gap }: Interactions.Cursor): { readonly since_id: string; readonly max_id: string } => ({
  since_id: since,
  max_id: gap === undefined ? "0" : String(BigInt(gap.below) - 1n)
})

/**
 * The cursor after a page with these ids. Things that come while a gap is open are newer than its top, so they are asked for
 * when it is closed. A page that is empty is the last one, whatever it says.
 */
export const advance = (
  { since, gap }: Interactions.Cursor,
  ids: ReadonlyArray<string>,
  isLast: boolean
): { readonly cursor: Interactions.Cursor; readonly more: boolean } => {
  const [newest, oldest] = ends(ids)
  const top = gap?.top ?? newest
  if (isLast || oldest === undefined || top === undefined) return { cursor: { since: top ?? since }, more: false }
  return { cursor: { since, gap: { below: oldest, top } }, more: true }
}

const ends = (ids: ReadonlyArray<string>): readonly [newest: string | undefined, oldest: string | undefined] => {
  const sorted = [...ids].sort((one, two) => (BigInt(one) < BigInt(two) ? 1 : -1))
  return [sorted[0], sorted.at(-1)]
}
