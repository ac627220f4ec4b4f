/** Chance that is the same for the same seed. */
import type { Fate } from "../troubled.ts"

/** Numbers from 0 to 1 (mulberry32, public domain). */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const fates: ReadonlyArray<Fate> = [
  { answers: "nothing", does: false },
  { answers: "nothing", does: true },
  { answers: 500, does: true },
  { answers: 502, does: false },
  { answers: 503, does: false },
  { answers: 429, does: false },
  { answers: "a page", does: true }
]

/** Of so many requests, one goes wrong. */
export const badWeather = (chance: () => number, oneOf: number) => (): Fate | undefined =>
  chance() < 1 / oneOf ? fates[Math.floor(chance() * fates.length)] : undefined
