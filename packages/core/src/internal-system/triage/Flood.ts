/**
 * How many cases may begin in a time, under one post and for an account: so many, and then no more until that time is over.
 *
 * @module
 */
import { DateTime } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { PostId } from "../../account/PostId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { Policy } from "./Policy.ts"

/** Whether one more may begin; and whether it is the first that may not. */
export type Turn = "in" | "first out" | "out"

/** Counts what begins; forgets what was counted when its time is over. */
export class Flood {
  private readonly counts = new Map<string, { since: Moment; begun: number; isTold: boolean }>()
  private readonly limits: Policy["flood"]

  constructor(limits: Policy["flood"]) {
    this.limits = limits
  }

  /** Asks for one more. Under a flooded post a complaint still gets its turn, as long as the account is not flooded as well. */
  take(account: AccountId, post: PostId, isComplaint: boolean, at: Moment): Turn {
    const whole = this.countOf(account, at)
    const under = this.countOf(`${account}/${post}`, at)
    const full =
      whole.begun >= this.limits.ofAccount
        ? whole
        : !isComplaint && under.begun >= this.limits.underPost
          ? under
          : undefined
    if (full === undefined) {
      whole.begun++
      under.begun++
      return "in"
    }
    if (full.isTold) return "out"
    full.isTold = true
    return "first out"
  }

  private countOf(name: string, at: Moment) {
    const known = this.counts.get(name)
    if (known !== undefined && DateTime.isLessThan(at, DateTime.addDuration(known.since, this.limits.within)))
      return known
    if (known === undefined) this.forget(at)
    const begun = { since: at, begun: 0, isTold: false }
    this.counts.set(name, begun)
    return begun
  }

  /** Looks at the oldest of them: what is forgotten now and then never grows. */
  private forget(at: Moment): void {
    for (const [name, { since }] of this.counts) {
      if (DateTime.isLessThan(at, DateTime.addDuration(since, this.limits.within))) return
      this.counts.delete(name)
    }
  }
}
