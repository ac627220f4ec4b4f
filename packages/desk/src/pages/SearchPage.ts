/**
 * The page of what is found.
 *
 * @module
 */
import { Handbooks, type StoreUnavailable } from "@dualops/core/operations"
import { Page } from "@dualops/core/pages"
import { Effect } from "effect"
import type { Needs } from "../house/House.ts"
import * as Search from "../house/Search.ts"
import { linkTo } from "./CasePage.ts"
import * as Screen from "./Screen.ts"
import { asking, to, type Visit } from "./Visit.ts"

/** The page of what is found, or of what was found before a place. */
export const of = Effect.fnUntraced(function* (
  visit: Visit,
  asked: string,
  from: string | null
): Effect.fn.Return<Screen.Screen, StoreUnavailable, Needs> {
  const words = Search.wordsOf(asked)
  const before = from !== null && /^[1-9]\d{0,14}$/.test(from) ? Number(from) : undefined
  const { cases, next } = yield* Search.found(visit.house, visit.person, words, before)
  const belonging = yield* Handbooks.ofVersions(cases.map((one) => one.case.handbook))
  const shown = cases.slice(0, Search.most * 2)
  const items = shown.map((one) => linkTo(visit, one, belonging.get(one.case.handbook)?.today ?? {}))
  const found: ReadonlyArray<Page.Block> =
    items.length === 0 ? [Page.nothing] : [{ kind: "list", items }, ...Page.leftOut(cases.length - items.length)]
  return {
    ...Screen.of({ zh: "查找", en: "Search" }, [
      {
        id: "found",
        title: { zh: "找到的事项", en: "Cases that were found" },
        count: items.length,
        blocks: [...found, ...(next === undefined ? [] : [earlier(visit, words, next)])]
      },
      {
        id: "pages",
        title: { zh: "还可以在这些页面里找", en: "Look there as well" },
        blocks: words === "" ? [] : pagesWith(visit, words)
      }
    ]),
    under: words === "" ? [] : [{ zh: `「${words}」`, en: `“${words}”` }]
  }
})

/** The pages of the house on which the words may stand. */
const pagesWith = (visit: Visit, words: string): ReadonlyArray<Page.Block> => {
  const items = visit.pages.flatMap(({ account, finds, name, title }): ReadonlyArray<Page.Text> => {
    const way = { at: "house", account, name } as const
    return finds === undefined ? [] : [[{ link: title, to: asking(to(visit, way), Object.entries(finds(words))) }]]
  })
  return items.length === 0 ? [] : [{ kind: "list", items }]
}

/** Where those are in which the words were said earlier. */
const earlier = (visit: Visit, words: string, before: number): Page.Block => ({
  kind: "list",
  items: [
    [
      {
        link: { zh: "更早的", en: "Earlier ones" },
        to: asking(to(visit, { at: "search" }), [
          ["q", words],
          ["before", String(before)]
        ])
      }
    ]
  ]
})
