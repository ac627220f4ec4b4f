/**
 * A page of the house as somebody sees it: made of the cases of its handbook that they see.
 *
 * @module
 */
import type { HousePage, Ways } from "@dualops/core/house-pages"
import { CaseSheets, Editions, Handbooks, type StoreUnavailable } from "@dualops/core/operations"
import type { Page } from "@dualops/core/pages"
import type { Actor } from "@dualops/core/process"
import { DateTime, Effect } from "effect"
import type { Needs, Running } from "./House.ts"

/** The pages that the person sees: those of every handbook that gives them a right. */
export const pagesFor = ({ pages }: Pick<Running, "pages">, person: Actor.Person) =>
  Effect.map(Handbooks.seenBy(person), (seen) =>
    pages.filter(({ account }) => seen.some(({ accounts }) => accounts.includes(account)))
  )

/** The page, for somebody who sees it; nothing where the house has no handbook of its account any more. */
export const at = Effect.fnUntraced(function* (
  { caseload }: Pick<Running, "caseload">,
  page: HousePage,
  { asked, person, to }: Looking
): Effect.fn.Return<Page.Page | undefined, StoreUnavailable, Needs> {
  const today = yield* Editions.current(page.account)
  if (today === undefined) return undefined
  const { beside, most = 0, of } = page.reads ?? {}
  const asking = { at: yield* DateTime.now, person, asked }
  const read = beside === undefined ? undefined : yield* beside(asking)
  if (beside !== undefined && read === undefined) return undefined
  const cases = yield* CaseSheets.pressing(caseload, person, most, of)
  const under = yield* Handbooks.ofVersions(cases.map((one) => one.case.handbook))
  // A page is about one handbook: the cases of others are none of its business.
  const own = cases.filter((one) => {
    const its = under.get(one.case.handbook)
    return its !== undefined && Handbooks.isSame(its.today, today)
  })
  const editions = [today, ...Array.from(under.values(), ({ edition }) => edition)] as const
  return page.of({ ...asking, cases: own, beside: read, editions, to })
})

/** Who looks, what they ask for, and where links lead. */
export interface Looking {
  readonly person: Actor.Person
  readonly asked: ReadonlyMap<string, string>
  readonly to: Ways
}
