/**
 * What in a text spoke for a label, as pieces that a person can look at: the strongest words, each with what lies under it.
 *
 * @module
 */
import type { Range } from "../../finding/Finding.ts"

/** A word in the text and how much it spoke for the label, below zero where against it. */
export interface Spoken extends Range {
  readonly weight: number
}

/** So many reasons are told. */
const most = 5

/** The strongest pieces first. Words that overlap a piece count with it, for a reader sees one place: 难吃 in 好难吃. */
export const strongest = (spoken: ReadonlyArray<Spoken>): ReadonlyArray<Spoken> => {
  const told: Array<Spoken> = []
  let left = spoken
  while (told.length < most) {
    let best: Spoken | undefined
    for (const one of left) if (one.weight > (best?.weight ?? 0)) best = one
    if (best === undefined) break
    const { end, start } = best
    let weight = 0
    const rest: Array<Spoken> = []
    for (const one of left) {
      if (one.start < end && start < one.end) weight += one.weight
      else rest.push(one)
    }
    if (weight > 0) told.push({ start, end, weight })
    left = rest
  }
  return told.sort((one, other) => other.weight - one.weight)
}
