/**
 * Weibo's quotas, counted in windows of the clock: the day is Beijing's. How many there are stands in core, in `Quota`.
 *
 * @module
 */

const hour = 3_600_000
const beijing = 8 * hour

/** Counts what is used. */
export interface Meter {
  /** Takes one of this many in the window, or answers that none is left. */
  readonly take: (name: string, limit: number, window: "hour" | "day", now: number) => boolean
  /** How many of the window are taken. */
  readonly used: (name: string, window: "hour" | "day", now: number) => number
}

/** A meter at zero. */
export const make = (): Meter => {
  const counts = new Map<string, { readonly window: number; readonly count: number }>()
  const windowOf = (window: "hour" | "day", now: number) =>
    window === "hour" ? Math.floor(now / hour) : Math.floor((now + beijing) / (24 * hour))
  const used = (name: string, window: "hour" | "day", now: number) => {
    const entry = counts.get(`${window} ${name}`)
    return entry?.window === windowOf(window, now) ? entry.count : 0
  }
  return {
    used,
    take: (name, limit, window, now) => {
      const count = used(name, window, now)
      if (count >= limit) return false
      counts.set(`${window} ${name}`, { window: windowOf(window, now), count: count + 1 })
      return true
    }
  }
}

/** When a window that is used up opens again, in milliseconds. */
export const reopens = (window: "hour" | "day", now: number): number =>
  window === "hour"
    ? (Math.floor(now / hour) + 1) * hour
    : (Math.floor((now + beijing) / (24 * hour)) + 1) * 24 * hour - beijing
