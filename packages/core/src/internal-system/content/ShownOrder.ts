/**
 * The order in which a text is shown, where controls of direction change it: `\u202E信微加\u202C` is read as 加微信.
 *
 * Source: UAX 9, the Unicode Bidirectional Algorithm, as `bidi-js` has it.
 *
 * @module
 */
import bidi from "bidi-js"
import { type FoldedText, fold } from "./FoldedText.ts"

/** Embeddings, overrides and isolates. The marks (U+200E, U+200F, U+061C) turn no Chinese or Latin text round. */
export const controls = /[\u202A-\u202E\u2066-\u2069]+/g

/** The folded text as it is shown, with the places in the text as it was written; nothing where that is the same. */
export const shown = (original: string): FoldedText | undefined => {
  if (original.search(controls) < 0) return undefined
  algorithm ??= make()
  const order = algorithm
    .getReorderedIndices(original, algorithm.getEmbeddingLevels(original))
    .filter((at) => !isControl.test(original[at] as string))
  uprightPairs(original, order)
  const { end, start, text, units } = fold(order.map((at) => original[at]).join(""))
  const placeOf = (at: number) => order[at] as number
  return {
    original,
    text,
    units,
    start: Array.from(units, (_, at) => Math.min(placeOf(start[at] as number), placeOf((end[at] as number) - 1))),
    end: Array.from(units, (_, at) => Math.max(placeOf(start[at] as number), placeOf((end[at] as number) - 1)) + 1)
  }
}

const isControl = /[\u202A-\u202E\u2066-\u2069]/

/** Its types name a default export, and what Node loads is the function itself. */
const make = bidi as unknown as typeof bidi.default

let algorithm: ReturnType<typeof make> | undefined

/** The algorithm turns round units, and no pair of surrogates is shown with its second half first. */
const uprightPairs = (text: string, order: Array<number>): void => {
  for (let at = 1; at < order.length; at++) {
    const [one, other] = [order[at - 1] as number, order[at] as number]
    if (one === other + 1 && (text.codePointAt(other) as number) > 0xffff) {
      order[at - 1] = other
      order[at] = one
    }
  }
}
