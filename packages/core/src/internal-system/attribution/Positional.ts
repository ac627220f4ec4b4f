/**
 * Credit by where a touch stands on its way: the first, the last, all alike, both ends, the latest most.
 *
 * @module
 */
import type { Journey } from "./Journey.ts"

/** What each touch of a journey weighs; only their proportions count. */
export type Weights = (journey: Journey) => ReadonlyArray<number>

/** All to the first touch. */
export const first: Weights = ({ touches }) => touches.map((_, index) => (index === 0 ? 1 : 0))

/** All to the last touch. */
export const last: Weights = ({ touches }) => touches.map((_, index) => (index === touches.length - 1 ? 1 : 0))

/** To each touch the same; who is touched twice has two shares. */
export const linear: Weights = ({ touches }) => touches.map(() => 1)

/** 40 % to the first and to the last touch, 20 % to those between them in equal parts; of two touches each has half. */
export const position: Weights = ({ touches: { length } }) =>
  Array.from({ length }, (_, index) =>
    index === 0 || index === length - 1 ? (length < 3 ? 1 : 0.4) : 0.2 / (length - 2)
  )

/**
 * To each touch half of what it would have if it had been so many hours later. Journeys without hours, or without as many as touches, and a half-life
 * that is none are defects.
 */
export const decay = (halfLife: number): Weights => {
  if (!(halfLife > 0)) throw new RangeError(`A half-life is more than no hours: ${halfLife}`)
  return ({ hours, touches }) => {
    if (hours?.length !== touches.length)
      throw new RangeError(`${touches.join(" > ")} does not say when each touch was`)
    // From the latest on: so the latest weighs 1, and does not vanish, however long ago it was.
    const latest = hours.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
    return hours.map((one) => 2 ** ((latest - one) / halfLife))
  }
}

/** The conversions of each journey, divided by weights. */
export const credits = (journeys: ReadonlyArray<Journey>, weights: Weights): ReadonlyMap<string, number> => {
  const given = new Map<string, number>()
  for (const journey of journeys) {
    const each = weights(journey)
    const all = each.reduce((so, one) => so + one, 0)
    for (const [index, channel] of journey.touches.entries())
      given.set(channel, (given.get(channel) ?? 0) + (journey.converted * (each[index] ?? 0)) / all)
  }
  return given
}
