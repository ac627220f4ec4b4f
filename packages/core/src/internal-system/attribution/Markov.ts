/**
 * Credit by what would be lost if a channel led nowhere: journeys as a Markov chain of first order, from the start to a conversion or to the end
 * (Anderl et al., 2016). The removal effect of a channel is the share of conversions that go past it; conversions are divided in proportion to it.
 *
 * Only the step from one touch to the next counts: the same touch again and again counts once, and what came before is forgotten. So a channel
 * of lost journeys only still gets credit where the way went on to one that converts; one after which every journey ends gets none.
 *
 * @module
 */
import type { Journey } from "./Journey.ts"
import { converted } from "./Journey.ts"

/** The removal effect of every channel, from 0 to 1; with no conversion each is 0. Journeys are such as have touches. */
export const removalEffects = (journeys: ReadonlyArray<Journey>): ReadonlyMap<string, number> => {
  const { between, toConversion, states } = transitions(journeys)
  const visits = inverse(between.map((row, one) => row.map((value, other) => (one === other ? 1 : 0) - value)))
  const chance = visits.map((row) => row.reduce((so, value, state) => so + value * (toConversion[state] ?? 0), 0))
  const base = chance[0] ?? 0
  return new Map(
    states.map((channel, index) => {
      const state = index + 1
      // Of those who start: the share that ever comes here, and of these the share that converts.
      const comes = (visits[0]?.[state] ?? 0) / (visits[state]?.[state] ?? 1)
      return [channel, base === 0 ? 0 : (comes * (chance[state] ?? 0)) / base]
    })
  )
}

/** The conversions of journeys, divided in proportion to removal effects. */
export const credits = (journeys: ReadonlyArray<Journey>): ReadonlyMap<string, number> => {
  const effects = removalEffects(journeys.filter((one) => one.converted + one.lost > 0))
  const all = [...effects.values()].reduce((so, one) => so + one, 0)
  const conversions = converted(journeys)
  return new Map([...effects].map(([channel, effect]) => [channel, all === 0 ? 0 : (conversions * effect) / all]))
}

/** From the start, state 0, and each channel: how likely each channel is next, and a conversion. What is left is the end. */
const transitions = (journeys: ReadonlyArray<Journey>) => {
  const numbers = new Map<string, number>()
  for (const { touches } of journeys)
    for (const channel of touches) if (!numbers.has(channel)) numbers.set(channel, numbers.size + 1)
  const size = numbers.size + 1
  const counts = Array.from({ length: size }, () => new Float64Array(size))
  const [conversions, totals] = [new Float64Array(size), new Float64Array(size)]
  const add = (row: Float64Array | undefined, place: number, weight: number) => {
    if (row) row[place] = (row[place] ?? 0) + weight
  }
  for (const { converted, lost, touches } of journeys) {
    let state = 0
    for (const channel of touches) {
      const next = numbers.get(channel) ?? 0
      // A touch again at once changes nothing but the numbers' size.
      if (next === state) continue
      add(counts[state], next, converted + lost)
      add(totals, state, converted + lost)
      state = next
    }
    add(conversions, state, converted)
    add(totals, state, converted + lost)
  }
  const shares = (row: Float64Array, of: (place: number) => number) =>
    [...row].map((value, place) => value / (of(place) || 1))
  return {
    states: [...numbers.keys()],
    between: counts.map((row, state) => shares(row, () => totals[state] ?? 0)),
    toConversion: shares(conversions, (state) => totals[state] ?? 0)
  }
}

type Row = Float64Array<ArrayBuffer>

/** The inverse of a matrix by elimination; from every state of journeys one comes to an end, so it has one. */
const inverse = (matrix: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<Float64Array> => {
  const size = matrix.length
  const rows = matrix.map((row, one) => {
    const wide = new Float64Array(2 * size)
    wide.set(row)
    wide[size + one] = 1
    return wide
  })
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row
    // The numbers of rows go from 0 to the size.
    const [chosen, moved] = [rows[pivot] as Row, rows[column] as Row]
    rows[pivot] = moved
    rows[column] = chosen
    const by = chosen[column] ?? 1
    for (let place = 0; place < 2 * size; place++) chosen[place] = (chosen[place] ?? 0) / by
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0
      if (index === column || factor === 0) continue
      for (let place = 0; place < 2 * size; place++) row[place] = (row[place] ?? 0) - factor * (chosen[place] ?? 0)
    }
  }
  return rows.map((row) => row.subarray(size))
}
