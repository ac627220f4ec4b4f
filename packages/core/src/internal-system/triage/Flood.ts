/**
 * How many cases may begin in a time, under one post and for an account: so many, and then no more until that time is over.
 *
 * @module
 */
import { DateTime } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { PostId } from "../../account/PostId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { Incoming } from "../interaction/Incoming.ts"
import type { InteractionId } from "../interaction/Interaction.ts"
import type { Policy } from "./Policy.ts"

/** Whether one more may begin; where it may not, somebody has to hear of it, unless they have. */
export type Turn = "in" | "untold" | "out"

/** Where it stands: under a post, or in private. */
type Place = Pick<Incoming, "kind"> & { readonly post?: PostId }

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
  take(account: AccountId, incoming: Place & Pick<Incoming, "id">, isComplaint: boolean, at: Moment): Turn {
    const { id } = incoming
    const whole = this.countOf(account, at)
    if (whole.begun.has(id)) return "in"
    const under = this.under(account, incoming, at)
    const full = this.full(whole, under, isComplaint)
    if (full !== undefined) return full.isTold ? "out" : "untold"
    whole.begun.add(id)
    under?.begun.add(id)
    return "in"
  }

  /** Somebody has heard that more are written there than may begin. */
  told(account: AccountId, place: Place, at: Moment): void {
    const full = this.full(this.countOf(account, at), this.under(account, place, at), false)
    if (full !== undefined) full.isTold = true
  }

  /** What is counted of one post; what is written in private stands under none, and is limited by the account alone. */
  private under(account: AccountId, place: Place, at: Moment): Count | undefined {
    return place.post === undefined ? undefined : this.countOf(`${account}/${place.post}`, at)
  }

  private full(whole: Count, under: Count | undefined, isComplaint: boolean): Count | undefined {
    if (whole.begun.size >= this.limits.ofAccount) return whole
    return !isComplaint && under !== undefined && under.begun.size >= this.limits.underPost ? under : undefined
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
