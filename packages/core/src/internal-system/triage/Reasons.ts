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
  const isFree = new Uint8Array(spoken.length).fill(1)
  for (let turn = 0; turn < most; turn++) {
    let best: Spoken | undefined
    let bestWeight = 0
    for (let index = 0; index < spoken.length; index++) {
      const one = spoken[index] as Spoken
      if (isFree[index] === 1 && one.weight > bestWeight) {
        best = one
        bestWeight = one.weight
      }
    }
    if (best === undefined) break
    const { end, start } = best
    let weight = 0
    for (let index = 0; index < spoken.length; index++) {
      const one = spoken[index] as Spoken
      if (isFree[index] === 1 && one.start < end && start < one.end) {
        weight += one.weight
        isFree[index] = 0
      }
    }
    if (weight > 0) told.push({ start, end, weight })
  }
  return told.sort((one, other) => other.weight - one.weight)
}
