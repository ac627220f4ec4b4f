/**
 * What a day has of one thing: how many, what they come to, and who they are, as numbers that are put in order when they are asked for.
 *
 * @module
 */
import { Schema } from "effect"
import * as People from "./People.ts"

/** What a day has of one thing. */
export interface Cell {
  count: number
  sum: number
  ofNobody: number
  /** The position of the last that it counted. */
  asOf: number
  /** Numbers of people: `settled` of them in order and each once, then such as came since, up to `length`. */
  numbers: People.Numbers
  settled: number
  length: number
}

/** A cell as it is kept. */
export const Kept = Schema.Struct({
  count: Schema.Int,
  sum: Schema.Finite,
  ofNobody: Schema.Int,
  /** The numbers of people, 4 bytes each; in JSON they are Base64. */
  people: Schema.Uint8ArrayFromBase64.check(
    Schema.makeFilter(({ length }) => (length % 4 === 0 ? undefined : "whole numbers of 4 bytes"))
  )
})
/** A cell as it is kept. */
export type Kept = typeof Kept.Type

/** A cell of nothing. */
export const empty = (): Cell => ({
  count: 0,
  sum: 0,
  ofNobody: 0,
  asOf: 0,
  numbers: People.nobody,
  settled: 0,
  length: 0
})

/** Counts one more. */
export const add = (cell: Cell, amount: number, person: number | undefined, position: number): void => {
  cell.asOf = position
  cell.count++
  cell.sum += amount
  if (person === undefined) cell.ofNobody++
  else {
    if (cell.length === cell.numbers.length) makeRoom(cell)
    cell.numbers[cell.length++] = person
  }
}

/** Puts in order what came, and if that is still more than half, takes twice the room. */
const makeRoom = (cell: Cell): void => {
  people(cell)
  if (cell.length * 2 <= cell.numbers.length && cell.numbers.length > 0) return
  const more = new Uint32Array(Math.max(16, cell.numbers.length * 2))
  more.set(cell.numbers.subarray(0, cell.length))
  cell.numbers = more
}

/** Who they are. It stays as it is only until the next is counted. */
export const people = (cell: Cell): People.Numbers => {
  if (cell.settled < cell.length) {
    const set = People.settle(cell.numbers.subarray(0, cell.length))
    // A set that is shorter is a copy: it goes back to its place.
    if (set.length < cell.length) cell.numbers.set(set)
    cell.length = set.length
    cell.settled = set.length
  }
  return cell.numbers.subarray(0, cell.length)
}

/** As it is kept. */
export const keep = (cell: Cell): Kept => {
  const { count, ofNobody, sum } = cell
  return { count, sum, ofNobody, people: new Uint8Array(people(cell).slice().buffer) }
}

/** As it was kept. */
export const restore = ({ count, ofNobody, people, sum }: Kept): Cell => {
  const numbers = new Uint32Array(Uint8Array.from(people).buffer)
  return { count, sum, ofNobody, asOf: 0, numbers, settled: numbers.length, length: numbers.length }
}
