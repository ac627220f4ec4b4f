/**
 * Different people, counted without keeping who they are: of each there is a number of 32 bits, salted, and a set is its numbers in their order. Sets of
 * days make sets of weeks, months and a year; counts do not, for who came on two days is one.
 *
 * Among two million people about 460 pairs share a number; the count makes up for them (linear counting: Whang, Vander-Zanden and Taylor, 1990) and is
 * right within some dozens. Up to ten thousand people it is exact but for a chance of one in a hundred that it is one too few. Whoever knows the
 * salt can tell whether a fan is in a set: it is a secret, and forgetting it forgets who they were.
 *
 * @module
 */

/** Numbers of people, each once, in their order. */
export type Numbers = Uint32Array<ArrayBuffer>

/** Nobody. */
export const nobody: Numbers = new Uint32Array(0)

/** The number of a person: FNV-1a, mixed once more as in MurmurHash3. */
export const numberOf = (id: string, salt: number): number => {
  let mixed = salt ^ 0x811c9dc5
  for (let place = 0; place < id.length; place++) mixed = Math.imul(mixed ^ id.charCodeAt(place), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Numbers as they came, as a set; they are put in order where they stand. */
export const settle = (numbers: Numbers): Numbers => {
  numbers.sort()
  let kept = 0
  for (let place = 0; place < numbers.length; place++)
    if (place === 0 || numbers[place] !== numbers[place - 1]) numbers[kept++] = numbers[place] ?? 0
  return kept === numbers.length ? numbers : numbers.slice(0, kept)
}

/** How many people so many different numbers are. */
export const countOf = (numbers: number): number => Math.round(-(2 ** 32) * Math.log1p(-numbers / 2 ** 32))
