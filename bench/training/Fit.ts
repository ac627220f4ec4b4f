/**
 * Logistic regression of several classes, to its optimum: the same examples give the same weights, with no chance in it.
 *
 * @module
 */
import { lowest } from "./Descent.ts"

/** A text as its words, one number that counts like a word, the class that it is, and how much it counts. */
export interface Example {
  readonly rows: Int32Array
  readonly extra: number
  readonly target: number
  readonly counts: number
}

/** Weights by word and class; behind the words those of the extra number, and then the biases. */
export interface Fitted {
  readonly words: number
  readonly classes: number
  readonly weights: Float64Array
}

/** Fits. `decay` pulls each weight of a word towards zero. */
export const fit = (examples: ReadonlyArray<Example>, words: number, classes: number, decay: number): Fitted => {
  const weights = lowest(
    (weights, slope) => {
      const fitted = { words, classes, weights }
      slope.fill(0)
      let loss = 0
      for (const { counts, extra, rows, target } of examples) {
        const shares = softmax(scores(fitted, rows, extra))
        loss -= counts * Math.log(Math.max(shares[target] as number, 1e-300))
        for (let one = 0; one < classes; one++) {
          const error = counts * ((shares[one] as number) - (one === target ? 1 : 0))
          for (const row of rows) add(slope, row * classes + one, error)
          add(slope, words * classes + one, error * extra)
          add(slope, (words + 1) * classes + one, error)
        }
      }
      for (let at = 0; at < words * classes; at++) {
        const weight = weights[at] as number
        loss += (decay / 2) * weight ** 2
        add(slope, at, decay * weight)
      }
      return loss
    },
    new Float64Array((words + 2) * classes)
  )
  return { words, classes, weights }
}

/** What the words and the extra number of a text come to, for each class. */
export const scores = ({ classes, weights, words }: Fitted, rows: Int32Array, extra: number): Float64Array => {
  const sums = weights.slice((words + 1) * classes)
  for (let one = 0; one < classes; one++) add(sums, one, (weights[words * classes + one] as number) * extra)
  for (let at = 0; at < rows.length; at++) {
    const row = (rows[at] as number) * classes
    for (let one = 0; one < classes; one++) add(sums, one, weights[row + one] as number)
  }
  return sums
}

/** Sums as shares of 1, in their place. */
export const softmax = (sums: Float64Array): Float64Array => {
  const top = sums.reduce((one, other) => Math.max(one, other))
  let total = 0
  for (let one = 0; one < sums.length; one++) {
    sums[one] = Math.exp((sums[one] as number) - top)
    total += sums[one] as number
  }
  for (let one = 0; one < sums.length; one++) sums[one] = (sums[one] as number) / total
  return sums
}

/** Adds to a number of a list. */
export const add = (numbers: Float64Array, index: number, more: number): void => {
  numbers[index] = (numbers[index] as number) + more
}
