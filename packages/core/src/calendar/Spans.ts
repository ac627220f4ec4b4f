/**
 * Sets of time as numbers, for questions that are asked of a year of shifts at once: half-open stretches of epoch milliseconds, in order
 * and apart, written flat as `[from, to, from, to, …]`.
 *
 * @module
 */
import type { Timetable } from "./Timetable.ts"

/** A set of time: `[from, to, from, to, …]`, rising. */
export type Spans = ReadonlyArray<number>

/** What is in any of the sets; stretches that meet become one. */
export const union = (sets: ReadonlyArray<Spans>): Spans => {
  const joined: Array<number> = []
  let depth = 0
  walk(sets, (at, index, begins) => {
    depth += begins ? 1 : -1
    if (begins && depth === 1) {
      if (joined.at(-1) === at) joined.pop()
      else joined.push(at)
    } else if (depth === 0) joined.push(at)
    return index
  })
  return joined
}

/** What is in both. */
export const intersection = (one: Spans, other: Spans): Spans => {
  const common: Array<number> = []
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const from = Math.max(at(one, i), at(other, j))
    const to = Math.min(at(one, i + 1), at(other, j + 1))
    if (from < to) common.push(from, to)
    if (at(one, i + 1) < at(other, j + 1)) i += 2
    else j += 2
  }
  return common
}

/** What is in the one and not in the other. */
export const difference = (one: Spans, other: Spans): Spans =>
  other.length === 0 ? one : intersection(one, [Number.NEGATIVE_INFINITY, ...other, Number.POSITIVE_INFINITY])

/** Whether the moment is in the set. */
export const has = (spans: Spans, millis: number): boolean => {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(spans, middle) <= millis) low = middle + 1
    else high = middle
  }
  return low % 2 === 1
}

/** How many milliseconds are in the set. */
export const length = (spans: Spans): number =>
  spans.reduce((sum, edge, index) => sum + (index % 2 === 0 ? -edge : edge), 0)

/** The open hours of a timetable; hours of which nobody knows yet whether they are worked are not among them. */
export const open = (timetable: Timetable, from: number, until: number): Spans => {
  const spans: Array<number> = []
  for (let day = timetable.dayAt(from); day.begins < until; day = timetable.day(day.number + 1)) {
    for (const opening of day.openings) {
      const begins = Math.max(opening.from, from, day.knownFrom)
      const ends = Math.min(opening.to, until)
      if (begins >= ends) continue
      if (spans.at(-1) === begins) spans[spans.length - 1] = ends
      else spans.push(begins, ends)
    }
  }
  return spans
}

/** Goes through the sets at once and stops at every moment at which any of them changes, told which ones hold it from then on. */
export const sweep = (sets: ReadonlyArray<Spans>, visit: (at: number, on: ReadonlyArray<boolean>) => void): void => {
  const on = sets.map(() => false)
  let last = Number.NEGATIVE_INFINITY
  walk(sets, (at, index, begins) => {
    if (at > last && last > Number.NEGATIVE_INFINITY) visit(last, on)
    last = at
    on[index] = begins
  })
  if (last > Number.NEGATIVE_INFINITY) visit(last, on)
}

/** Every edge of every set, in order; at one moment the beginnings come first, so that stretches that meet do not part. */
const walk = (sets: ReadonlyArray<Spans>, edge: (at: number, index: number, begins: boolean) => void): void => {
  const width = sets.length * 2
  // One number an edge: the moment, then whether it ends, then whose it is. A year of them sorts in no time.
  const edges = new Float64Array(sets.reduce((sum, set) => sum + set.length, 0))
  let count = 0
  for (const [index, set] of sets.entries())
    for (let i = 0; i < set.length; i++) edges[count++] = at(set, i) * width + (i % 2) * sets.length + index
  edges.sort()
  for (const one of edges) {
    const rest = one % width
    edge((one - rest) / width, rest % sets.length, rest < sets.length)
  }
}

// Every index that is asked for is inside.
const at = (spans: Spans, index: number): number => spans[index] as number
