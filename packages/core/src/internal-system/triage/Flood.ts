/**
 * How many cases may begin under one post: so many in a time, and then no more until that time is over.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Policy } from "./Policy.ts"

/** Whether one more may begin; and whether it is the first that may not. */
export type Turn = "in" | "first out" | "out"

/** Counts what begins, by post; forgets posts whose time is over. */
export class Flood {
  private readonly posts = new Map<string, { since: Moment; count: number }>()

  private readonly limit: Policy["flood"]

  constructor(limit: Policy["flood"]) {
    this.limit = limit
  }

  /** Counts one more under a post at a moment. */
  take(post: string, at: Moment): Turn {
    const current = this.posts.get(post)
    if (current === undefined || this.isOver(current.since, at)) {
      this.forget(at)
      this.posts.set(post, { since: at, count: 1 })
      return "in"
    }
    current.count++
    return current.count <= this.limit.most ? "in" : current.count === this.limit.most + 1 ? "first out" : "out"
  }

  private isOver(since: Moment, at: Moment): boolean {
    return !DateTime.isLessThan(at, DateTime.addDuration(since, this.limit.within))
  }

  private forget(at: Moment): void {
    for (const [post, { since }] of this.posts) if (this.isOver(since, at)) this.posts.delete(post)
  }
}
