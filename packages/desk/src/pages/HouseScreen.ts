/**
 * A page of the house, for whoever sees the cases of its handbook.
 *
 * @module
 */
import type { StoreUnavailable } from "@dualops/core/operations"
import { Effect } from "effect"
import type { Needs } from "../house/House.ts"
import * as Looking from "../house/Looking.ts"
import type * as Address from "./Address.ts"
import * as Screen from "./Screen.ts"
import { asking, filledIn, to, type Visit } from "./Visit.ts"

/** The page; the same for what there is not and for what the person may not see. */
export const of = Effect.fnUntraced(function* (
  visit: Visit,
  { account, name }: Extract<Address.Place, { readonly at: "house" }>,
  asked: URLSearchParams
): Effect.fn.Return<Screen.Screen, StoreUnavailable, Needs> {
  const page = visit.pages.find((one) => one.account === account && one.name === name)
  if (page === undefined) return Screen.notFound
  const seen = yield* Looking.at(visit.house, page, {
    person: visit.person,
    asked: new Map(asked),
    to: {
      case: (address) => to(visit, { at: "case", ...address }),
      begin: (process, step, filled) => filledIn(visit, { at: "begin", process, step }, filled),
      page: (other, more = {}) => asking(to(visit, { at: "house", account, name: other }), Object.entries(more)),
      file: (other, file) => to(visit, { at: "file", account, name: other, file })
    }
  })
  if (seen === undefined) return Screen.notFound
  return { ...Screen.of(seen.title, seen.sections), under: seen.under, follows: (page.reads?.most ?? 0) > 0 }
})
