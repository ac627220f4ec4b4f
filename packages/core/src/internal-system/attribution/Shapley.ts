/**
 * Credit by what a channel adds to others, on the average over all orders in which they might come together (L. S. Shapley, 1953).
 *
 * Of journeys, a set of channels is worth the conversions of those that touched none outside it. For that worth the value has a short form: every
 * journey's conversions go in equal parts to the different channels on it (Zhao, Mahboobi and Bagheri, 2018), for any number of channels. Neither the
 * order of touches, nor how often one comes, nor journeys that were lost count in it. A channel on no journey that converted gets nothing.
 *
 * @module
 */
import type { Journey } from "./Journey.ts"

/** No game has more players: a dozen have 4,096 sets. */
export const mostPlayers = 12

/** The value of each player of a game whose sets of players are worth so much. The empty set is worth nothing; more players than a dozen are a defect. */
export const values = <Player>(
  players: ReadonlyArray<Player>,
  worth: (together: ReadonlySet<Player>) => number
): ReadonlyMap<Player, number> => {
  const { length } = players
  if (length > mostPlayers)
    throw new RangeError(`${length} players have too many sets; there are ${mostPlayers} at most`)
  const worths = Array.from({ length: 1 << length }, (_, set) =>
    set === 0 ? 0 : worth(new Set(players.filter((_, place) => set & (1 << place))))
  )
  const sizes = worths.map((_, set) => set.toString(2).replaceAll("0", "").length)
  const weights = weightsOf(length)
  return new Map(
    players.map((player, place) => {
      let value = 0
      for (const [set, alone] of worths.entries())
        if (!(set & (1 << place)))
          value += (weights[set === 0 ? 0 : (sizes[set] ?? 0)] ?? 0) * ((worths[set | (1 << place)] ?? 0) - alone)
      return [player, value]
    })
  )
}

/** How likely it is that just a given set of so many players is there before another one comes: s! (n − s − 1)! / n!. */
const weightsOf = (players: number): ReadonlyArray<number> => {
  const weights: Array<number> = []
  for (let size = 0; size < players; size++)
    weights.push(size === 0 ? 1 / players : ((weights[size - 1] ?? 0) * size) / (players - size))
  return weights
}

/** What a set of channels is worth: the conversions of journeys that touched none outside it. */
export const worthOf =
  (journeys: ReadonlyArray<Journey>) =>
  (together: ReadonlySet<string>): number =>
    journeys.reduce(
      (so, { converted, touches }) => (touches.every((one) => together.has(one)) ? so + converted : so),
      0
    )

/** The value of each channel of journeys that have touches. */
export const credits = (journeys: ReadonlyArray<Journey>): ReadonlyMap<string, number> => {
  const given = new Map<string, number>()
  for (const { converted, touches } of journeys) {
    const different = new Set(touches)
    for (const channel of different) given.set(channel, (given.get(channel) ?? 0) + converted / different.size)
  }
  return given
}
