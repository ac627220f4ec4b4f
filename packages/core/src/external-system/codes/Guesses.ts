/**
 * How many codes that nobody has given out a till may try: so many at once, and so many a minute. Those that are only mistyped do not count, for by their
 * check characters anybody can tell them.
 *
 * @module
 */

/** How many may be tried. */
export interface Rate {
  readonly atOnce: number
  readonly perMinute: number
}

/** Ten at once, and ten a minute. */
export const usual: Rate = { atOnce: 10, perMinute: 10 }

/** How many a till has left, and since when that is so, in milliseconds. */
export interface Left {
  readonly left: number
  readonly at: number
}

/** How many are left at a moment. */
export const leftAt = (known: Left | undefined, { atOnce, perMinute }: Rate, now: number): number =>
  known === undefined ? atOnce : Math.min(atOnce, known.left + (Math.max(0, now - known.at) * perMinute) / 60_000)

/** After how many milliseconds there is one again; nothing where there is one. */
export const waitAt = (known: Left | undefined, rate: Rate, now: number): number | undefined => {
  const left = leftAt(known, rate, now)
  return left >= 1 ? undefined : Math.ceil(((1 - left) * 60_000) / rate.perMinute)
}
