/**
 * Opens a renewal for a grant that is dead or expires, once, and settles it when another grant of the account is seen.
 *
 * Adapters say what they see; what they say twice changes nothing. A grant that once had to be renewed is never taken for a newer one, also
 * where a program that was not started anew still holds it.
 *
 * @module
 */
import { Effect } from "effect"
import * as Caseload from "../../operations/Caseload.ts"
import type { Editions } from "../../operations/Editions.ts"
import type { EventLog } from "../../operations/EventLog.ts"
import * as Operations from "../../operations/Operations.ts"
import { isUnavailable, type StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { world } from "../../process/Actor.ts"
import { CaseId } from "../../process/Case.ts"
import * as Tag from "../../process/Tag.ts"
import type { AccountId } from "../content/Publisher.ts"
import type { GrantName, Wish } from "./Renewal.ts"
import { RenewalProcess } from "./RenewalProcess.ts"

type Written = Effect.Effect<void, StoreUnavailable, EventLog | Editions>

/** What is seen of grants. */
export interface Renewals {
  /** This grant has to be renewed. */
  readonly want: (wish: Wish) => Written
  /** The account has this grant. */
  readonly see: (account: AccountId, grant: GrantName) => Written
}

/** The case of a grant of an account. */
export const caseOf = (account: AccountId, grant: GrantName): CaseId => CaseId.make(`${account}/${grant}`)

/** The renewals of a house. */
export const make = (): Renewals => {
  const want = Effect.fn("Renewals.want")(function* (wish: Wish) {
    const id = caseOf(wish.account, wish.grant)
    const order = { case: id, by: world }
    yield* unlessRefused(Operations.send(RenewalProcess, { ...order, key: "wanted", step: "Want", input: wish }))
    if (wish.why === "expiring") return
    const { detail } = wish
    yield* unlessRefused(
      Operations.send(RenewalProcess, { ...order, key: "dead", step: "FindDead", input: { detail } })
    )
  })

  const see = Effect.fn("Renewals.see")(function* (account: AccountId, grant: GrantName) {
    if ((yield* Operations.load(RenewalProcess, caseOf(account, grant))) !== undefined) return
    for (const { case: one } of yield* Caseload.about([RenewalProcess], Tag.of("account", account))) {
      const order = { case: one.id, by: world, key: "renewed", step: "SeeRenewed", input: { newer: grant } } as const
      yield* unlessRefused(Operations.send(RenewalProcess, order))
    }
  })

  return { want, see }
}

/** Whoever says it first is heard; that it is known already is no failure. */
const unlessRefused = <E, R>(sending: Effect.Effect<unknown, E, R>): Effect.Effect<void, StoreUnavailable, R> =>
  Effect.asVoid(
    Effect.catch(sending, (refusal) => (isUnavailable(refusal) ? Effect.fail(refusal) : Effect.succeed(undefined)))
  )
