/**
 * Finds every word of a list in a text, overlaps included, with one look a character: for lists of which nearly every text is made.
 *
 * Nothing is segmented, so the same text has the same words on every machine, whichever dictionary its runtime brings along.
 *
 * @module
 */
import { isLatin } from "../content/FoldedText.ts"
import type { Features } from "./Features.ts"

/** A compiled list of words: a tree in which a node follows a node by a unit, and which word ends at a node. */
export interface Vocabulary {
  readonly words: ReadonlyArray<string>
  readonly rows: ReadonlyMap<string, number>
  /** The nodes that follow the root, by unit; 0 where none does. */
  readonly first: Uint16Array
  /** An open table of the other steps: node and unit in one number, and the node that it leads to; 0 where there is none. */
  readonly steps: Int32Array
  readonly next: Uint16Array
  readonly ends: Int32Array
}

/** What stands for all of a kind, or is an emoticon: known by its name, and not looked for among running words. */
const isSign = (word: string): boolean => /^<\w+>$|^\[.+\]$/.test(word)

/** Compiles words that are folded, different and not empty, and signs by their names. */
export const compile = (words: ReadonlyArray<string>): Vocabulary => {
  const units = words.reduce((sum, word) => sum + word.length, 1)
  if (units > 0xffff) throw new Error(`A vocabulary has ${units} characters: more than 65,535 do not fit.`)
  const size = 2 ** Math.ceil(Math.log2(units * 2 + 2))
  const first = new Uint16Array(0x10000)
  const steps = new Int32Array(size)
  const next = new Uint16Array(size)
  const ends = new Int32Array(units).fill(-1)
  let nodes = 1
  words.forEach((word, row) => {
    if (isSign(word)) return
    const unit = word.charCodeAt(0)
    first[unit] ||= nodes++
    let node = first[unit] as number
    for (let at = 1; at < word.length; at++) {
      const step = (node << 16) | word.charCodeAt(at)
      const slot = slotOf(steps, step)
      steps[slot] = step
      next[slot] ||= nodes++
      node = next[slot] as number
    }
    ends[node] = row
  })
  return { words, rows: new Map(words.map((word, row) => [word, row])), first, steps, next, ends }
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

/** What turns the word behind it round: 不 and 没. */
const deniers = /* @__PURE__ */ Array.from("不没", (one) => one.charCodeAt(0))

/**
 * Reads one text after the other, always into the same lists. A word that is denied counts only where its denial is a word of the vocabulary as well:
 * 难吃 says nothing in 不难吃, if nobody knows 不难吃.
 */
export const reader = (vocabulary: Vocabulary): ((features: Features) => Read) => {
  const [rows, starts, ends, lastSeen] = Array.from(
    { length: 4 },
    () => new Int32Array(vocabulary.words.length)
  ) as Lists
  const deniable = deniers.map((denier) =>
    Uint8Array.from(vocabulary.words, (word) => (vocabulary.rows.has(String.fromCharCode(denier) + word) ? 1 : 0))
  )
  const isDenied = (row: number, before: number | undefined): boolean => {
    const denier = before === undefined ? -1 : deniers.indexOf(before)
    return denier >= 0 && deniable[denier]?.[row] === 0
  }
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
        if (!(from > start && isDenied(word, folded.units[from - 1]))) see(word, from, to)
      })
    }
    return { rows, starts, ends, count, share: running === 0 ? 1 : known / running }
  }
}
/** As many as were asked for, which the type of `Array.from` does not say. */
type Lists = [Int32Array, Int32Array, Int32Array, Int32Array]

/** Every word that stands between `from` and `to`. A word of Latin letters stands alone: `no` is none in `nothing`. */
export const search = (
  { ends, first, next, steps }: Vocabulary,
  units: Uint16Array,
  from: number,
  to: number,
  found: (word: number, start: number, end: number) => void
): void => {
  for (let start = from; start < to; start++) {
    let node = first[units[start] as number] as number
    if (node !== 0 && start > from && isLatin(units[start]) && isLatin(units[start - 1])) node = 0
    for (let at = start + 1; node !== 0; at++) {
      const word = ends[node] as number
      if (word >= 0 && !(at < to && isLatin(units[at - 1]) && isLatin(units[at]))) found(word, start, at)
      node = at < to ? (next[slotOf(steps, (node << 16) | (units[at] as number))] as number) : 0
    }
  }
}

/** Where a step stands in the table, or would; no step is 0, for the root has none here. */
const slotOf = (steps: Int32Array, step: number): number => {
  const mask = steps.length - 1
  let slot = (Math.imul(step, 0x9e3779b1) >>> 12) & mask
  while (steps[slot] !== step && steps[slot] !== 0) slot = (slot + 1) & mask
  return slot
}
