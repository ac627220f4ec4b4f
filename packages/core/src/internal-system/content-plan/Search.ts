/**
 * Searches a plan: occasions are seated first, then every seat takes what its stretches are shortest of, then exchanges make it better. There is
 * no chance in it: one problem has one plan.
 *
 * @module
 */
import { Exchange, type Move } from "./Exchange.ts"
import type { Model } from "./Model.ts"

/** A label for every seat. */
export const search = (model: Model): Int32Array => {
  const { categories, seats } = model
  const kinds = categories.length + 1
  // What stands there stays, as long as nothing is won by its going.
  const plan = Int32Array.from(seats, ({ allowed, was }) => was ?? allowed[0] ?? 0)
  const exchange = new Exchange(model, plan)
  seatOccasions(model, exchange)
  const root = model.stretches.at(-1)?.[0]
  const counts = new Float64Array(kinds)
  let planned = 0
  for (const [seat, { allowed, was }] of seats.entries()) {
    if (was === undefined && plan[seat] === 0) {
      let [best, cheapest, shortest] = [0, -1e-9, Number.NEGATIVE_INFINITY]
      for (const label of allowed) {
        if (label === 0 || label >= kinds) continue
        const price = exchange.move(seat, label)
        exchange.move(seat, 0)
        // Of those that cost the same, what the plan has had least of for its share.
        const lacks = ((root?.targets[label] ?? 0) / seats.length) * planned - (counts[label] ?? 0)
        if (price < cheapest - 1e-9 || (price < cheapest + 1e-9 && lacks > shortest))
          [best, cheapest, shortest] = [label, Math.min(cheapest, price), lacks]
      }
      if (best !== 0) exchange.move(seat, best)
    }
    const kind = model.labels[plan[seat] ?? 0]?.kind ?? 0
    if (kind > 0) planned++
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  for (let turn = 0; turn < turns; turn++) {
    exchange.improve()
    if (!moveOccasions(model, exchange)) break
  }
  return plan
}

/** Exchanges and moves of occasions follow each other so often at most; nearly always two turns are enough. */
const turns = 8

/** The labels by which a seat may serve an occasion. */
const serving = ({ labels, seats }: Model, seat: number, occasion: number): ReadonlyArray<number> =>
  seats[seat]?.allowed.filter((label) => labels[label]?.occasion === occasion) ?? []

/** Gives every occasion its posts, as far as there are seats: who is in the way moves on, if there is another seat for it (augmenting paths). */
const seatOccasions = (model: Model, exchange: Exchange): void => {
  const { labels, occasions } = model
  const seat = (occasion: number, seen: Set<number>): boolean => {
    const { from = 0, until = 0 } = occasions[occasion] ?? {}
    const ways: Array<readonly [price: number, seat: number, label: number]> = []
    for (let one = from; one < until; one++) {
      const now = exchange.plan[one] ?? 0
      for (const label of serving(model, one, occasion)) {
        const price = exchange.move(one, label)
        exchange.move(one, now)
        ways.push([price, one, label])
      }
    }
    ways.sort(([one, first], [other, second]) => one - other || first - second)
    for (const [price, one, label] of ways) {
      if (seen.has(one)) continue
      seen.add(one)
      const before = exchange.plan[one] ?? 0
      const occupant = labels[before]?.occasion
      if (occupant === undefined ? price >= 0 : occupant === occasion) continue
      exchange.move(one, label)
      if (occupant === undefined || exchange.served(occupant) >= (occasions[occupant]?.posts ?? 0)) return true
      if (seat(occupant, seen)) return true
      exchange.move(one, before)
    }
    return false
  }
  // Who has the fewest seats to choose from comes first.
  const inTurn = occasions
    .map(({ from, posts, until }, occasion) => ({ occasion, room: until - from - posts }))
    .sort((one, other) => one.room - other.room || one.occasion - other.occasion)
  for (const { occasion } of inTurn) {
    const posts = occasions[occasion]?.posts ?? 0
    while (exchange.served(occasion) > posts && leave(model, exchange, occasion));
    while (exchange.served(occasion) < posts && seat(occasion, new Set()));
  }
}

/** One post less for an occasion that has more than it asked for: the post stays, as one of its category. */
const leave = ({ labels }: Model, exchange: Exchange, occasion: number): boolean => {
  const last = exchange.plan.findLastIndex((label) => labels[label]?.occasion === occasion)
  const label = exchange.plan[last]
  if (label === undefined) return false
  exchange.move(last, labels[label]?.kind ?? 0)
  return true
}

/** Moves posts of occasions to better seats of their dates, and tells whether any was. */
const moveOccasions = (model: Model, exchange: Exchange): boolean => {
  let moved = false
  for (const seat of model.seats.keys()) {
    const attempts = attemptsOf(model, exchange, seat).sort((one, other) => one.price - other.price)
    for (const { moves, price } of attempts.slice(0, mended)) {
      const back = moves.map(([one]): Move => [one, exchange.plan[one] ?? 0]).toReversed()
      for (const [one, label] of moves) exchange.move(one, label)
      // What is worse at first may be better once the rest has made room.
      const { price: gained, undo } = exchange.improve()
      if (price + gained < -1e-6) {
        moved = true
        break
      }
      for (const [one, label] of [...undo, ...back]) exchange.move(one, label)
    }
  }
  return moved
}

/** So many of the places where a post could go are tried with all that would follow. */
const mended = 3

interface Attempt {
  readonly price: number
  readonly moves: ReadonlyArray<Move>
}

/** Where else the post of an occasion could stand, and what that costs by itself. */
const attemptsOf = (model: Model, exchange: Exchange, seat: number): Array<Attempt> => {
  const { labels, occasions, seats } = model
  const mine = exchange.plan[seat] ?? 0
  const occasion = labels[mine]?.occasion
  const { from = 0, until = 0 } = occasions[occasion ?? -1] ?? {}
  const allowed = seats[seat]?.allowed ?? []
  if (occasion === undefined) return []
  const attempts: Array<Attempt> = []
  for (let other = from; other < until; other++) {
    const theirs = exchange.plan[other] ?? 0
    if (other === seat || labels[theirs]?.occasion === occasion) continue
    for (const label of serving(model, other, occasion))
      for (const back of allowed) {
        if (labels[back]?.occasion !== undefined && back !== theirs) continue
        const moves: ReadonlyArray<Move> = [
          [other, label],
          [seat, back]
        ]
        const price = exchange.move(other, label) + exchange.move(seat, back)
        exchange.move(seat, mine)
        exchange.move(other, theirs)
        attempts.push({ price, moves })
      }
  }
  return attempts
}
