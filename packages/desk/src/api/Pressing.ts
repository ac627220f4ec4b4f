/**
 * What somebody may do, the most pressing first, in pages however many there are: so many cases are read as a page takes, and more the further one goes on.
 *
 * @module
 */
import { type Caseload, Offers } from "@dualops/core/operations"
import type { Actor } from "@dualops/core/process"
import { Effect } from "effect"
import * as Paging from "./Paging.ts"

/** What stands in the list, and where. */
export interface Placed<A> {
  readonly key: string
  readonly one: A
}

/** A page of the list that is made of the offers. */
export const page = Effect.fnUntraced(function* <A>(
  caseload: Caseload.Caseload,
  person: Actor.Person,
  asked: Paging.Asked,
  listed: (offers: ReadonlyArray<Offers.Offer>) => ReadonlyArray<Placed<A>>
) {
  for (let most = atFirst; ; most *= 2) {
    const offers = yield* Offers.to(caseload, person, most)
    const dues = new Map(offers.flatMap((offer) => (offer.case ? [[caseOf(offer), dueOf(offer)] as const] : [])))
    const isAll = dues.size < most
    const last = [...dues.values()].reduce((one, other) => (one > other ? one : other), "")
    const sorted = listed(offers).toSorted((one, other) => (one.key < other.key ? -1 : 1))
    // Of cases that are as pressing as the last one that was read, there may be others that come before it.
    const certain = isAll ? sorted : sorted.filter(({ key }) => key < last)
    const found = yield* Paging.pageOf(certain, ({ key }) => key, asked)
    if (isAll || found.next !== undefined) return { ...found, items: found.items.map(({ one }) => one) }
  }
})

/** So many cases are read for the first pages. */
const atFirst = 500

/** By which an offer is placed: what is due first, and behind all of it what begins a case. */
export const dueOf = ({ case: sheet }: Offers.Offer): string =>
  sheet === undefined ? "~" : String(sheet.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER).padStart(16, "0")

const caseOf = ({ case: sheet, process }: Offers.Offer): string => JSON.stringify([process.name, sheet?.id])
