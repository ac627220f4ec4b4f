/**
 * How many cases may begin in a time, under one post and for an account: so many, and then no more until that time is over.
 *
 * @module
 */
import { DateTime } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { Interaction, InteractionId } from "../interaction/Interaction.ts"
import type { Policy } from "./Policy.ts"

/** Whether one more may begin; where it may not, somebody has to hear of it, unless they have. */
export type Turn = "in" | "untold" | "out"

interface Count {
  readonly since: Moment
  readonly begun: Set<InteractionId>
  isTold: boolean
}

/** Counts what begins; forgets what was counted when its time is over. */
export class Flood {
  private readonly counts = new Map<string, Count>()
  private readonly limits: Policy["flood"]

  constructor(limits: Policy["flood"]) {
    this.limits = limits
  }

  /** How many counts are kept: of accounts, and of posts below which something has begun of late. */
  get size(): number {
    return this.counts.size
  }

  /**
   * Asks for one more. Under a flooded post a complaint still gets its turn, as long as the account is not flooded as well. What has had its turn has it
   * again when it comes again.
   */
  take(account: AccountId, { id, post }: Pick<Interaction, "id" | "post">, isComplaint: boolean, at: Moment): Turn {
    const whole = this.countOf(account, at)
    if (whole.begun.has(id)) return "in"
    const under = this.countOf(`${account}/${post}`, at)
    const full = this.full(whole, under, isComplaint)
    if (full !== undefined) return full.isTold ? "out" : "untold"
    whole.begun.add(id)
    under.begun.add(id)
    return "in"
  }

  /** Somebody has heard that more are written there than may begin. */
  told(account: AccountId, post: Interaction["post"], at: Moment): void {
    const full = this.full(this.countOf(account, at), this.countOf(`${account}/${post}`, at), false)
    if (full !== undefined) full.isTold = true
  }

  private full(whole: Count, under: Count, isComplaint: boolean): Count | undefined {
    if (whole.begun.size >= this.limits.ofAccount) return whole
    return !isComplaint && under.begun.size >= this.limits.underPost ? under : undefined
  }

  private countOf(name: string, at: Moment): Count {
    const known = this.counts.get(name)
    if (known !== undefined && DateTime.isLessThan(at, DateTime.addDuration(known.since, this.limits.within)))
      return known
    this.forget(at)
    // The oldest stands first.
    this.counts.delete(name)
    const begun = { since: at, begun: new Set<InteractionId>(), isTold: false }
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
