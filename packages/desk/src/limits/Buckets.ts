/**
 * How much each has asked lately: a bucket for each, which fills again as time goes by. No more are kept than so many, whoever comes: the one that was
 * used longest ago is forgotten, and is full again.
 *
 * @module
 */

/** How much may be asked. */
export interface Rate {
  /** So many at once. */
  readonly atOnce: number
  /** So many in a minute, for as long as one likes. */
  readonly perMinute: number
}

/** The buckets of one rate. */
export interface Buckets {
  /** Takes one; after how many seconds there is one again, where there is none. */
  readonly take: (key: string, now: number) => number | undefined
  /** The same, taking none. */
  readonly wait: (key: string, now: number) => number | undefined
  readonly size: () => number
}

/** No more of them are kept. */
const most = 10_000

/** Makes them. */
export const make = ({ atOnce, perMinute }: Rate): Buckets => {
  const perMilli = perMinute / 60_000
  const all = new Map<string, { readonly left: number; readonly at: number }>()
  const leftOf = (key: string, now: number): number => {
    const known = all.get(key)
    return known === undefined ? atOnce : Math.min(atOnce, known.left + Math.max(0, now - known.at) * perMilli)
  }
  const waitFor = (left: number) => (left >= 1 ? undefined : Math.max(1, Math.ceil((1 - left) / perMilli / 1000)))
  return {
    wait: (key, now) => waitFor(leftOf(key, now)),
    take: (key, now) => {
      const left = leftOf(key, now)
      const wait = waitFor(left)
      all.delete(key)
      all.set(key, { left: wait === undefined ? left - 1 : left, at: now })
      const [oldest] = all.keys()
      if (all.size > most && oldest !== undefined) all.delete(oldest)
      return wait
    },
    size: () => all.size
  }
}
