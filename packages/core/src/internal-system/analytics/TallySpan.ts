/**
 * Who was there in a span of days, asked again and again while days are added: sets only grow, so whoever was in one stays, and only days that
 * changed are looked at. The numbers of people stand in a table with open addresses, at most half full; they are mixed already, and are their own places.
 *
 * @module
 */
import * as People from "./People.ts"
import * as Cell from "./TallyCell.ts"

/** Who was there in a span, by the time of a position. */
export interface Span {
  /** The last day, and the position up to which it has looked. */
  last: number
  asOf: number
  /** Numbers in their places, 0 where there is none. The length is a power of two. */
  table: People.Numbers
  /** How many numbers it has, that of 0 included. */
  size: number
  hasZero: boolean
}

/** A span in which nobody was yet. */
export const empty = (): Span => ({ last: 0, asOf: 0, table: new Uint32Array(64), size: 0, hasZero: false })

/** Adds those of cells that have changed since, or are of later days. */
export const add = (span: Span, cells: ReadonlyArray<Cell.Cell>, last: number, asOf: number): Span => {
  for (const cell of cells) {
    const people = Cell.people(cell)
    if ((span.size + people.length) * 2 > span.table.length) makeRoom(span, people.length)
    for (let place = 0; place < people.length; place++) put(span, people[place] as number)
  }
  span.last = last
  span.asOf = asOf
  return span
}

/** How many people it is. */
export const count = ({ size }: Span): number => People.countOf(size)

const put = (span: Span, one: number): void => {
  const { table } = span
  if (one === 0) {
    if (!span.hasZero) span.size++
    span.hasZero = true
    return
  }
  const mask = table.length - 1
  let place = one & mask
  while (table[place] !== 0) {
    if (table[place] === one) return
    place = (place + 1) & mask
  }
  table[place] = one
  span.size++
}

/** Makes the table as large as it takes, should everybody be new who comes. */
const makeRoom = (span: Span, more: number): void => {
  const { hasZero, table } = span
  const length = 2 ** Math.ceil(Math.log2((span.size + more) * 2))
  if (length <= table.length) return
  span.table = new Uint32Array(length)
  span.size = hasZero ? 1 : 0
  for (let place = 0; place < table.length; place++) if (table[place] !== 0) put(span, table[place] as number)
}
