/**
 * How likely is likely: what a model says of texts it has not seen is bent until 80% means that eight of ten are right.
 *
 * @module
 */
import { lowest } from "./Descent.ts"
import { add, softmax } from "./Fit.ts"

/** What a model that had not seen the text said of it, and what it is. */
export interface Judged {
  readonly sums: Float64Array
  readonly target: number
  readonly counts: number
  /** Drawn by chance from what really comes. */
  readonly byChance: boolean
}

/** By class, what its sum is multiplied by, and what is added. */
export interface Calibration {
  readonly scale: ReadonlyArray<number>
  readonly shift: ReadonlyArray<number>
}

/** How far a class may leave the plain sums without reason. */
const decay = 1

/** The calibration under which what was the case was likeliest. */
export const calibrate = (judged: ReadonlyArray<Judged>, classes: number): Calibration => {
  const found = lowest(
    (at, slope) => {
      slope.fill(0)
      let loss = 0
      for (const { counts, sums, target } of judged) {
        const shares = softmax(sums.map((sum, one) => sum * (at[one] as number) + (at[classes + one] as number)))
        loss -= counts * Math.log(Math.max(shares[target] as number, 1e-300))
        for (let one = 0; one < classes; one++) {
          const error = counts * ((shares[one] as number) - (one === target ? 1 : 0))
          add(slope, one, error * (sums[one] as number))
          add(slope, classes + one, error)
        }
      }
      for (let one = 0; one < classes * 2; one++) {
        const off = (at[one] as number) - (one < classes ? 1 : 0)
        loss += (decay / 2) * off ** 2
        add(slope, one, decay * off)
      }
      return loss
    },
    Float64Array.from({ length: classes * 2 }, (_, one) => (one < classes ? 1 : 0))
  )
  const rounded = [...found].map((number) => Math.round(number * 1000) / 1000)
  return { scale: rounded.slice(0, classes), shift: rounded.slice(classes) }
}

/** So many of a hundred sure judgements have to be right. */
const right = 0.85

/** What was drawn by chance shows best what will come; a class is judged by it alone where it has so many of such texts. */
const enoughByChance = 50

/** By class, how likely it has to be so that enough of such judgements are right; 2, which nothing reaches, where that was never so. */
export const sureFrom = (judged: ReadonlyArray<Judged>, { scale, shift }: Calibration): ReadonlyArray<number> => {
  const said = judged.map(({ byChance, counts, sums, target }) => {
    const shares = softmax(sums.map((sum, one) => sum * (scale[one] as number) + (shift[one] as number)))
    const best = shares.indexOf(Math.max(...shares))
    return { best, byChance, share: shares[best] as number, weight: counts, isRight: best === target }
  })
  return scale.map((_, one) => {
    const all = said.filter(({ best }) => best === one)
    const chance = all.filter(({ byChance }) => byChance)
    const asked = chance.length < enoughByChance ? all : chance
    for (let from = 0.5; from < 0.96; from += 0.05) {
      const sure = asked.filter(({ share }) => share >= from)
      const total = sure.reduce((sum, { weight }) => sum + weight, 0)
      const good = sure.reduce((sum, { isRight, weight }) => sum + (isRight ? weight : 0), 0)
      if (total >= 5 && good / total >= right) return Math.round(from * 100) / 100
    }
    return 2
  })
}
