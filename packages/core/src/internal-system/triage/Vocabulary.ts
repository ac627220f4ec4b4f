/**
 * Finds every word of a list in a text, overlaps included, with one look a character: for lists of which nearly every text is made.
 *
 * Nothing is segmented, so the same text has the same words on every machine, whichever dictionary its runtime brings along.
 *
 * @module
 */
import { isLatin } from "../content/FoldedText.ts"
import type { Features } from "./Features.ts"

/** A compiled list of words: which node of the tree follows a node by which unit, and which word ends there. */
export interface Vocabulary {
  readonly words: ReadonlyArray<string>
  readonly rows: ReadonlyMap<string, number>
  /** An open table of steps: `node * 65,536 + unit`, and the node that it leads to. */
  readonly steps: Float64Array
  readonly next: Int32Array
  readonly ends: Int32Array
}

/** What stands for all of a kind, or is an emoticon: known by its name, and not looked for among running words. */
const isSign = (word: string): boolean => /^<\w+>$|^\[.+\]$/.test(word)

/** Compiles words that are folded, different and not empty, and signs by their names. */
export const compile = (words: ReadonlyArray<string>): Vocabulary => {
  const units = words.reduce((sum, word) => sum + word.length, 1)
  const size = 2 ** Math.ceil(Math.log2(units * 2 + 2))
  const steps = new Float64Array(size).fill(-1)
  const next = new Int32Array(size)
  const ends = new Int32Array(units).fill(-1)
  let nodes = 1
  words.forEach((word, row) => {
    if (isSign(word)) return
    let node = 0
    for (let at = 0; at < word.length; at++) {
      const step = node * 65_536 + word.charCodeAt(at)
      const slot = slotOf(steps, step)
      if (steps[slot] !== step) {
        steps[slot] = step
        next[slot] = nodes++
      }
      node = next[slot] as number
    }
    ends[node] = row
  })
  return { words, rows: new Map(words.map((word, row) => [word, row])), steps, next, ends }
}

/** What of a vocabulary stands in a text: each word once, where it first stands. Good until the same reader reads again. */
export interface Read {
  readonly rows: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly count: number
  /** How much of the running words is known: 1 where all is, and where there are none. */
  readonly share: number
}

/** Reads one text after the other, always into the same lists. */
export const reader = (vocabulary: Vocabulary): ((features: Features) => Read) => {
  const [rows, starts, ends, lastSeen] = Array.from(
    { length: 4 },
    () => new Int32Array(vocabulary.words.length)
  ) as Lists
  let turn = 0
  return ({ folded, stretches }) => {
    turn++
    let count = 0
    let known = 0
    let running = 0
    const see = (row: number, start: number, end: number) => {
      if (lastSeen[row] === turn) return
      lastSeen[row] = turn
      rows[count] = row
      starts[count] = start
      ends[count++] = end
    }
    for (const { end, sign, start } of stretches) {
      if (sign !== undefined) {
        const row = vocabulary.rows.get(sign)
        if (row !== undefined) see(row, start, end)
        continue
      }
      running += end - start
      let until = start
      search(vocabulary, folded.units, start, end, (word, from, to) => {
        if (to > until) known += to - Math.max(from, until)
        until = Math.max(until, to)
        see(word, from, to)
      })
    }
    return { rows, starts, ends, count, share: running === 0 ? 1 : known / running }
  }
}
/** As many as were asked for, which the type of `Array.from` does not say. */
type Lists = [Int32Array, Int32Array, Int32Array, Int32Array]

/** Every word that stands between `from` and `to`. A word of Latin letters stands alone: `no` is none in `nothing`. */
export const search = (
  { ends, next, steps }: Vocabulary,
  units: Uint16Array,
  from: number,
  to: number,
  found: (word: number, start: number, end: number) => void
): void => {
  for (let start = from; start < to; start++) {
    const isInside = start > from && isLatin(units[start]) && isLatin(units[start - 1])
    let node = 0
    for (let at = start; at < to && !isInside; at++) {
      const step = node * 65_536 + (units[at] as number)
      const slot = slotOf(steps, step)
      if (steps[slot] !== step) break
      node = next[slot] as number
      const word = ends[node] as number
      if (word >= 0 && !(at + 1 < to && isLatin(units[at]) && isLatin(units[at + 1]))) found(word, start, at + 1)
    }
  }
}

/** Where a step stands in the table, or would. */
const slotOf = (steps: Float64Array, step: number): number => {
  const mask = steps.length - 1
  let slot = (Math.imul(step | 0, 0x9e3779b1) ^ Math.imul((step / 65_536) | 0, 0x85ebca6b)) >>> 7
  for (slot &= mask; steps[slot] !== step && steps[slot] !== -1; ) slot = (slot + 1) & mask
  return slot
}
