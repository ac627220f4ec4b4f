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
import type { Visit } from "./Visit.ts"

/** The page of what is found. */
export const of = Effect.fnUntraced(function* (
  visit: Visit,
  asked: string
): Effect.fn.Return<Screen.Screen, StoreUnavailable, Needs> {
  const words = Search.wordsOf(asked)
  const seen = yield* Search.found(visit.house, visit.person, words)
  const belonging = yield* Handbooks.ofVersions(seen.map((one) => one.case.handbook))
  const items = seen
    .slice(0, Search.most)
    .map((one) => linkTo(visit, one, belonging.get(one.case.handbook)?.today ?? {}))
  return {
    ...Screen.of({ zh: "查找", en: "Search" }, [
      {
        id: "found",
        title: { zh: "找到的事项", en: "Cases that were found" },
        count: items.length,
        blocks:
          items.length === 0 ? [Page.nothing] : [{ kind: "list", items }, ...Page.leftOut(seen.length - items.length)]
      }
    ]),
    under: words === "" ? [] : [{ zh: `「${words}」`, en: `“${words}”` }]
  }
})
