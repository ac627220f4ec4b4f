/**
 * Port: how many calls the platform itself says are left. Asking costs none.
 *
 * The ledger counts what the app's own processes call. Whoever else holds the token, or a limit that the platform has changed, shows here.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { Finding } from "../../finding/Finding.ts"
import type * as Reading from "../../operations/Reading.ts"
import type { Limits } from "./Quota.ts"

/** Of at most so many, so many are left. */
export const Left = Schema.Struct({ most: Schema.Int, left: Schema.Int })
/** Of at most so many, so many are left. */
export type Left = typeof Left.Type

/** What the platform says is left, as far as it says it. */
export const Said = Schema.Struct({
  /** Calls for the account. */
  calls: Schema.optionalKey(Left),
  /** How long it is until calls come back, by the platform's own clock. */
  renewsIn: Schema.optionalKey(Schema.Duration),
  /** Calls from the address. */
  fromAddress: Schema.optionalKey(Left),
  /** Posts of the account in this hour. */
  posts: Schema.optionalKey(Left)
})
/** What the platform says is left. */
export type Said = typeof Said.Type

/** How many calls the platform itself says are left. */
export class QuotaLeft extends Context.Service<
  QuotaLeft,
  {
    /** What is left for an account at this moment. */
    readonly ask: (account: AccountId) => Effect.Effect<Said, Reading.Failure>
  }
>()("@dualops/core/QuotaLeft") {}

/**
 * How many of the day's calls a plan has to take as used up, if the ledger believes that it was so many: what the platform says counts where
 * less is left than the ledger believes, and then there is something to find out.
 */
export const usedUp = (
  limits: Limits,
  believed: number,
  { calls }: Said
): { readonly used: number; readonly findings: ReadonlyArray<Finding> } => {
  const left = Math.max(0, limits.callsPerDay - believed)
  return calls === undefined || calls.left >= left
    ? { used: believed, findings: [] }
    : { used: limits.callsPerDay - Math.max(0, calls.left), findings: [fewer(left, calls)] }
}

const fewer = (believed: number, { left, most }: Left): Finding => ({
  code: "quota.fewer-left",
  severity: "warning",
  where: { path: "limits.callsPerDay" },
  message: {
    zh: `微博显示还剩 ${left} 次调用（上限 ${most}），账本认为还剩 ${believed} 次：另有程序在用这个令牌，或额度已改。`,
    en: `Weibo says that ${left} calls of ${most} are left, and the ledger ${believed}: something else uses the token, or the limit has changed.`
  },
  evidence: `${left} left of ${most}; ${believed} believed`,
  fix: {
    zh: "让所有程序共用一个账本，或按微博的额度改配置。",
    en: "Let every program share one ledger, or set the limits to what Weibo says."
  }
})
