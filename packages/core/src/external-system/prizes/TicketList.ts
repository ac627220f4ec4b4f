/**
 * A list of tickets in ascending order, as bytes: in the order in which people came, everybody could tell whose is which.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js"
import { size } from "./Ticket.ts"

/** The tickets in ascending order, and from which place each came. */
export interface Sorted {
  readonly tickets: Uint8Array
  readonly from: Uint32Array
}

/** Sorts tickets: by their first four bytes in two rounds of counting, and by the rest where those are the same. */
export const sorted = (tickets: Uint8Array): Sorted => {
  const count = tickets.length / size
  const view = new DataView(tickets.buffer, tickets.byteOffset)
  const [keys, first] = [new Uint32Array(count), new Uint32Array(count)]
  for (let index = 0; index < count; index++) {
    keys[index] = view.getUint32(index * size)
    first[index] = index
  }
  const from = counted(keys, counted(keys, first, 0), 16)
  for (let place = 1; place < count; place++) {
    const moved = from[place] ?? 0
    let hole = place
    while (hole > 0 && isBehind(tickets, keys, from[hole - 1] ?? 0, moved)) from[hole] = from[--hole] ?? 0
    from[hole] = moved
  }
  const list = new Uint8Array(tickets.length)
  for (let place = 0; place < count; place++) {
    const start = (from[place] ?? 0) * size
    for (let byte = 0; byte < size; byte++) list[place * size + byte] = tickets[start + byte] ?? 0
  }
  return { tickets: list, from }
}

/** One round of counting, by the 16 bits there. Who stands first of those that are the same, stays first. */
const counted = (keys: Uint32Array, from: Uint32Array, shift: number): Uint32Array => {
  const bits = (index: number) => ((keys[index] ?? 0) >>> shift) & 0xffff
  const ends = new Uint32Array(65_537)
  for (let index = 0; index < keys.length; index++) ends[bits(index) + 1] = (ends[bits(index) + 1] ?? 0) + 1
  for (let value = 1; value < ends.length; value++) ends[value] = (ends[value] ?? 0) + (ends[value - 1] ?? 0)
  const next = new Uint32Array(from.length)
  for (let place = 0; place < from.length; place++) {
    const index = from[place] ?? 0
    const end = ends[bits(index)] ?? 0
    next[end] = index
    ends[bits(index)] = end + 1
  }
  return next
}

const isBehind = (tickets: Uint8Array, keys: Uint32Array, one: number, other: number): boolean =>
  keys[one] === keys[other] ? compare(tickets, one, tickets, other) > 0 : (keys[one] ?? 0) > (keys[other] ?? 0)

/** Below 0 where the one ticket stands before the other, and 0 where they are the same. */
const compare = (tickets: Uint8Array, one: number, others: Uint8Array, other: number): number => {
  for (let byte = 0; byte < size; byte++) {
    const difference = (tickets[one * size + byte] ?? 0) - (others[other * size + byte] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether each stands behind the one before, none twice. */
export const isAscending = (tickets: Uint8Array): boolean => {
  for (let place = 1; place < tickets.length / size; place++)
    if (compare(tickets, place - 1, tickets, place) >= 0) return false
  return true
}

/** How many there are. */
export const countOf = (tickets: Uint8Array): number => tickets.length / size

/** The ticket at a place, from 0. */
export const at = (tickets: Uint8Array, place: number): Uint8Array => tickets.subarray(place * size, (place + 1) * size)

/** The hash by which a list is frozen. */
export const digest = (tickets: Uint8Array): string => bytesToHex(sha256(tickets))

/** As a record has them. */
export const toHex = (tickets: Uint8Array): ReadonlyArray<string> => {
  const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))
  const list: Array<string> = []
  for (let start = 0; start < tickets.length; start += size) {
    let hex = ""
    for (let byte = start; byte < start + size; byte++) hex += digits[tickets[byte] ?? 0]
    list.push(hex)
  }
  return list
}

/** As they are hashed. */
export const fromHex = (tickets: ReadonlyArray<string>): Uint8Array => hexToBytes(tickets.join(""))
