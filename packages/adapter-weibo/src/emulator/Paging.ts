/**
 * Pages of a list as Weibo cuts them: `since_id` exclusive, `max_id` inclusive, `count`, `page`, newest first.
 *
 * @module
 */
import type { Call } from "./Call.ts"

/** How many come at most, and how many unless asked. */
export interface Size {
  readonly most: number
  readonly usual: number
}

/**
 * An envelope around a page. The fields are those of recorded answers, and so is the cursor of the last page: the `since_id` that it was asked
 * with, 0 where there was none.
 */
export const envelope = <A>(
  name: "statuses" | "comments" | "reposts",
  items: ReadonlyArray<A>,
  idOf: (item: A) => string,
  call: Call,
  size: Size,
  render: (item: A) => unknown
) => {
  const number = (parameter: string) => BigInt(/^\d+$/.exec(call.params.get(parameter) ?? "")?.[0] ?? "0")
  const [since, max] = [number("since_id"), number("max_id")]
  const inRange = items
    .filter((item) => BigInt(idOf(item)) > since && (max === 0n || BigInt(idOf(item)) <= max))
    .sort((one, two) => (BigInt(idOf(one)) < BigInt(idOf(two)) ? 1 : -1))
  const count = Math.min(size.most, Number(number("count")) || size.usual)
  const start = (Math.max(1, Number(number("page"))) - 1) * count
  const page = inRange.slice(start, start + count)
  const next = inRange[start + count]
  const cursor = Number(next === undefined ? since : idOf(next))
  return {
    [name]: page.map(render),
    advertises: [],
    ad: [],
    marks: [],
    hasvisible: false,
    previous_cursor: 0,
    next_cursor: cursor,
    total_number: items.length,
    interval: 2000,
    uve_blank: -1,
    since_id: page[0] === undefined ? 0 : Number(idOf(page[0])),
    max_id: cursor,
    has_unread: 0
  }
}
