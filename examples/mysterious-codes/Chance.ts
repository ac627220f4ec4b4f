/**
 * Chance by a seed and a name: the same for whoever asks under the same name, so that the same people live through both stories.
 *
 * @module
 */

/** Numbers from 0 until below 1, always the same for a name (mulberry32 over a hash of it). */
export const stream = (name: string): (() => number) => {
  let state = hash(name)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of several, with a number from 0 until below 1. */
export const oneOf = <A>(all: readonly [A, ...ReadonlyArray<A>], chance: number): A =>
  all[Math.floor(chance * all.length)] ?? all[0]

/** FNV-1a. */
const hash = (name: string): number => {
  let all = 0x811c9dc5
  for (const unit of new TextEncoder().encode(name)) all = Math.imul(all ^ unit, 0x01000193)
  return all >>> 0
}
