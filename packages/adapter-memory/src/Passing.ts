/**
 * What is remembered by its key until a moment, and is gone afterwards.
 *
 * @module
 */
import type { Moment } from "@dualops/core/calendar"
import { DateTime } from "effect"

/** Values that pass. */
export interface Passing<A> {
  /** The value of the key, where its time is not over at that moment. */
  readonly find: (key: string, at: Moment.Moment) => A | undefined
  /** Remembers the value until then. */
  readonly keep: (key: string, value: A, until: Moment.Moment) => void
  /** Forgets the key, if that is its value. */
  readonly forget: (key: string, value: A) => void
  /** Takes away a little of what is over at that moment. Who does so whenever something is remembered has little in memory that is over. */
  readonly tidy: (at: Moment.Moment) => void
  /** How many are in memory, those included that are over and not yet gone. */
  readonly size: () => number
}

/** None yet. */
export const make = <A>(): Passing<A> => {
  const all = new Map<string, { readonly value: A; readonly until: Moment.Moment }>()
  const isOver = (until: Moment.Moment, at: Moment.Moment) => DateTime.isLessThanOrEqualTo(until, at)
  return {
    find: (key, at) => {
      const one = all.get(key)
      return one === undefined || isOver(one.until, at) ? undefined : one.value
    },
    keep: (key, value, until) => void all.set(key, { value, until }),
    forget: (key, value) => void (all.get(key)?.value === value && all.delete(key)),
    tidy: (at) => {
      // The first have not been looked at for longest; what stays goes to the end, and is looked at again when it is first once more.
      let left = Math.min(atOnce, all.size)
      for (const [key, one] of all) {
        if (left-- === 0) break
        all.delete(key)
        if (!isOver(one.until, at)) all.set(key, one)
      }
    },
    size: () => all.size
  }
}

/** So many are looked at a time: of what is over there is at most a ninth of what is still remembered. */
const atOnce = 10
