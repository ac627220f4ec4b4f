/**
 * How much an answer has: clients throw away what is too much for their model, so a list ends earlier and says where it goes on, and a text is cut and
 * says how much was left out.
 *
 * @module
 */
import { Effect } from "effect"
import { Base64Url } from "effect/encoding"
import * as Paging from "../api/Paging.ts"
import type { Problem } from "../api/Words.ts"
import * as Quoted from "./Quoted.ts"

/** So many characters of JSON at most: below the 25,000 tokens that clients are known to take, in Chinese as well. */
export const most = 20_000

/** A page of a list in the order of its keys, with as many items as fit. */
export const page = Effect.fnUntraced(function* <A, Item>(
  all: ReadonlyArray<A>,
  { asked, itemOf, keyOf }: Listed<A, Item>
): Effect.fn.Return<Page<Item>, Problem> {
  const found = yield* Paging.pageOf(all, keyOf, asked)
  const items: Array<Item> = []
  let size = 0
  for (const one of found.items) {
    const item = fitting(itemOf(one), most / 2)
    size += sizeOf(item)
    const last = found.items[items.length - 1]
    if (size > (most * 3) / 4 && last !== undefined) return { items, next: Base64Url.encode(keyOf(last)) }
    items.push(item)
  }
  return { ...found, items }
})

/** How a list is paged. */
export interface Listed<A, Item> {
  readonly keyOf: (one: A) => string
  readonly itemOf: (one: A) => Item
  readonly asked: Paging.Asked
}

/** A page; `next` is what to ask for the next one with. */
export interface Page<Item> {
  readonly items: ReadonlyArray<Item>
  readonly next?: string
}

/** The value, with its longest texts cut where it is too much. */
export const fitting = <A>(value: A, room: number = most): A => {
  let [longest, made] = [room, value]
  while (sizeOf(made) > room && longest > 16) {
    longest = Math.floor(longest / 2)
    // What is cut has the same form: texts stay texts.
    made = cut(value, longest) as A
  }
  return made
}

const cut = (value: unknown, longest: number): unknown => {
  if (typeof value === "string")
    return value.length > longest
      ? `${value.slice(0, longest).toWellFormed()}…（略 ${value.length - longest} 字 · ${value.length - longest} characters left out）`
      : value
  if (Array.isArray(value)) return value.map((one) => cut(one, longest))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, longest)]))
}

/** As it is written for a model. */
export const sizeOf = (value: unknown): number => Quoted.line(value).length
