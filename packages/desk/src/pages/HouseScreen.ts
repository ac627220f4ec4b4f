/**
 * A page of the house, for whoever sees the cases of its handbook.
 *
 * @module
 */
import { CaseSheets, Editions, Handbooks, type StoreUnavailable } from "@dualops/core/operations"
import { Effect } from "effect"
import type { Needs } from "../house/House.ts"
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
  const today = yield* Editions.current(account)
  if (page === undefined || today === undefined) return Screen.notFound
  const { at, house, person } = visit
  const { most, of } = page.reads ?? { most: 0 }
  const cases = yield* CaseSheets.pressing(house.caseload, person, most, of)
  const under = yield* Handbooks.ofVersions(cases.map((one) => one.case.handbook))
  // A page is about one handbook: the cases of others are none of its business.
  const own = cases.filter((one) => {
    const its = under.get(one.case.handbook)
    return its !== undefined && Handbooks.isSame(its.today, today)
  })
  const {
    sections,
    title,
    under: lines
  } = page.of({
    at,
    person,
    cases: own,
    editions: [today, ...Array.from(under.values(), ({ edition }) => edition)],
    asked: new Map(asked),
    to: {
      case: (address) => to(visit, { at: "case", ...address }),
      begin: (process, step, filled) => filledIn(visit, { at: "begin", process, step }, filled),
      page: (other, more = {}) => asking(to(visit, { at: "house", account, name: other }), Object.entries(more))
    }
  })
  return { ...Screen.of(title, sections), under: lines, follows: (page.reads?.most ?? 0) > 0 }
})
