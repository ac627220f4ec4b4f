/**
 * Where in a text a word of a list can begin, and how far it may reach: two tables say it for every two neighbouring units.
 *
 * @module
 */

/** What is known of the beginnings of a list's words. */
export interface WordStarts {
  /** By a hash of a word's first two units, one bit: small enough to stay near the processor. */
  readonly begins: Int32Array
  /** By another hash of them, the length of the longest word. */
  readonly reach: Uint8Array
  /** Whether some word has one unit only. */
  readonly single: boolean
}

/** Of words that are not empty. There are so many places for the hashes that few of another text's are taken, up to 100,000 words. */
export const of = (words: ReadonlyArray<string>): WordStarts => {
  let slots = 1024
  while (slots < words.length * 16 && slots < 1 << 22) slots *= 2
  const begins = new Int32Array(slots / 32)
  const reach = new Uint8Array(slots)
  for (const word of words) {
    const first = word.charCodeAt(0)
    const second = word.length === 1 ? 0 : word.charCodeAt(1)
    const bit = bitOf(first, second) & (slots - 1)
    begins[bit >>> 5] = (begins[bit >>> 5] as number) | (1 << bit)
    const slot = slotOf(first, second) & (slots - 1)
    reach[slot] = Math.max(reach[slot] as number, Math.min(word.length, toTheEnd))
  }
  return { begins, reach, single: words.some((word) => word.length === 1) }
}

/**
 * Starts and ends, in turn, of the stretches of a text in which a word may be; those that overlap are one. With `joints`, ascending, only of
 * those that may hold one of these units after their first.
 */
export const stretches = (
  starts: WordStarts,
  units: Uint16Array,
  joints?: ReadonlyArray<number>
): ReadonlyArray<number> => {
  const found: Array<number> = []
  let until = -1
  let joint = 0
  for (let at = 0; at < units.length; at++) {
    const first = units[at] as number
    let far = reachOf(starts, first, at + 1 < units.length ? (units[at + 1] as number) : 0)
    if (starts.single) far = Math.max(far, reachOf(starts, first, 0))
    if (far === 0) continue
    const end = far === toTheEnd ? units.length : Math.min(at + far, units.length)
    if (joints !== undefined) {
      while (joint < joints.length && (joints[joint] as number) <= at) joint++
      if (joint === joints.length) break
      if ((joints[joint] as number) >= end) continue
    }
    if (at > until) found.push(at, end)
    else if (end > until) found[found.length - 1] = end
    until = Math.max(until, end)
  }
  return found
}

/** Whether some word may begin with these two units. */
export const isBegun = (starts: WordStarts, first: number, second: number): boolean =>
  reachOf(starts, first, second) > 0

/** The reach of words that are longer than a byte can say. */
const toTheEnd = 0xff

/** How long a word may be that begins with these two units; 0 if there is none. */
const reachOf = ({ begins, reach }: WordStarts, first: number, second: number): number => {
  const mask = reach.length - 1
  const bit = bitOf(first, second) & mask
  return ((begins[bit >>> 5] as number) & (1 << bit)) === 0 ? 0 : (reach[slotOf(first, second) & mask] as number)
}

const bitOf = (first: number, second: number): number => {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

const slotOf = (first: number, second: number): number => {
  const mixed = Math.imul(Math.imul(first, 0xc2b2ae35) ^ second, 0x27d4eb2f)
  return mixed ^ (mixed >>> 13)
}
