/**
 * The plan as a problem of numbers, and what a plan costs: one formula, for the search, for the exact solver that it is measured by, and for people.
 *
 *     cost =  1000 · posts short of the least, beyond the most, or missing of an occasion
 *           +  100 · entries of the earlier plan that are not where they were
 *           +   60 · free slots that are missing for the unforeseen
 *           +   20 · |posts − wanted|                                of each stretch that posts are counted in
 *           +  Σ w · |posts of a category − its share · wanted|      of each stretch: w = 1 for a day, 2 for the longer ones
 *
 * `wanted` is as many posts as there are slots, without those that stay free, and within the least and the most. Free slots have a share like a
 * category, so that they lie apart. The best balance that one entry could win by moving is 2 · (1 + 2 + 2 + 2 + 2) + 20 + 60 = 98: so what is
 * planned moves only for the first line.
 *
 * @module
 */
import { Record } from "effect"
import type { CategoryId } from "../content/ContentMix.ts"
import type { Brief } from "./Brief.ts"
import type { Place } from "./Layout.ts"
import * as Stretches from "./Stretches.ts"

/** What each thing costs. */
export const weights = { missing: 1000, change: 100, free: 60, filled: 20, day: 1, longer: 2 } as const

/** What may stand in a slot: nothing (the first label), a post of a category, or such a post for an occasion. */
export interface Label {
  /** 0 is nothing; the categories follow. */
  readonly kind: number
  /** The place of the occasion among those of the model. */
  readonly occasion: number | undefined
}

/** A slot that something may stand in. */
export interface Seat {
  readonly place: Place
  /** The labels that may stand here. */
  readonly allowed: ReadonlyArray<number>
  /** The label of the earlier plan. */
  readonly was: number | undefined
}

/** A stretch of the calendar with what is wanted in it. */
export interface Stretch {
  readonly level: Stretches.Level["name"]
  readonly key: string
  readonly weight: number
  /** The seats from the first to before the last. */
  readonly from: number
  readonly until: number
  /** By kind: how many are wanted. */
  readonly targets: ReadonlyArray<number>
  /** Where posts are counted. */
  readonly quota: { readonly least: number; readonly most: number; readonly wanted: number } | undefined
  /** How many seats stay free. */
  readonly keep: number
}

/** The plan as a problem of numbers. */
export interface Model {
  readonly categories: ReadonlyArray<CategoryId>
  readonly labels: ReadonlyArray<Label>
  readonly occasions: ReadonlyArray<{
    readonly id: string
    readonly posts: number
    readonly from: number
    readonly until: number
  }>
  readonly seats: ReadonlyArray<Seat>
  /** From the days up. */
  readonly stretches: ReadonlyArray<ReadonlyArray<Stretch>>
}

/** The problem of a brief that is laid out. */
export const make = (brief: Brief, places: ReadonlyArray<Place>): Model => {
  const categories = Record.keys(brief.mix.categories)
  const usable = places.filter(
    ({ against, given }) => given !== undefined || against.some((rules) => rules.length === 0)
  )
  const occasions = Object.entries(brief.occasions).map(([id, { from, posts, until }]) => {
    const at = (date: string) => usable.findIndex((place) => place.date >= date)
    const [first, end] = [at(from), at(until)]
    const last = end < 0 ? usable.length : end
    return { id, posts, from: first < 0 ? usable.length : first, until: last }
  })
  const labels: Array<Label> = [
    { kind: 0, occasion: undefined },
    ...categories.map((_, index): Label => ({ kind: index + 1, occasion: undefined }))
  ]
  const byOccasion = Object.values(brief.occasions).map(({ categories: some }, occasion) =>
    categories.flatMap((category, index) =>
      (some?.includes(category) ?? true) ? [labels.push({ kind: index + 1, occasion }) - 1] : []
    )
  )
  const labelOf = (category: CategoryId, occasion: string | undefined): number => {
    const kind = categories.indexOf(category) + 1
    const own = occasions.findIndex(({ id }) => id === occasion)
    return byOccasion[own]?.find((label) => labels[label]?.kind === kind) ?? kind
  }
  const seats = usable.map((place, index): Seat => {
    const may = (label: number) => place.against[(labels[label]?.kind ?? 0) - 1]?.length === 0
    const mayServe = byOccasion.flatMap((own, occasion) => {
      const { from = 0, until = 0 } = occasions[occasion] ?? {}
      return from <= index && index < until ? own : []
    })
    const own = place.given && labelOf(place.given.category, place.given.occasion)
    // What an occasion asked for that has other dates now, is a post of the category all the same.
    const was =
      own === undefined || labels[own]?.occasion === undefined || mayServe.includes(own) ? own : labels[own]?.kind
    const known = was !== undefined && may(was) ? was : undefined
    if (place.firm && known !== undefined) {
      // What stays may yet serve an occasion that asks for such a post.
      const kind = labels[known]?.kind
      return {
        place,
        was: undefined,
        allowed: [known, ...mayServe.filter((label) => label !== known && labels[label]?.kind === kind)]
      }
    }
    return {
      place,
      was: known,
      allowed: [0, ...categories.map((_, kind) => kind + 1), ...mayServe].filter((label) => label === 0 || may(label))
    }
  })
  return { categories, labels, occasions, seats, stretches: stretchesOf(brief, seats) }
}

const stretchesOf = (brief: Brief, seats: ReadonlyArray<Seat>): Model["stretches"] => {
  const { categories, quantity } = brief.mix
  const shares = Object.values(categories).map(({ share }) => share)
  const all = shares.reduce((sum, share) => sum + share, 0) || 1
  const levels = Stretches.levels(quantity.per)
  // From the days up: how many posts each stretch could have, within its own bounds.
  let wanted = seats.map(() => 1)
  const up = levels.map((level) => {
    const bounds = split(seats, level)
    const found = bounds.map(({ from, key, until }) => {
      const part = partOf(brief, level.name, seats[from]?.place.day ?? 0)
      const seatsOf = until - from
      const firm = seats.slice(from, until).filter(({ place }) => place.firm).length
      const keep = Math.floor((brief.free?.per === level.name ? brief.free.slots : 0) * part)
      const isQuota = level.name === quantity.per
      const least = isQuota ? Math.floor(quantity.least * part + 1e-9) : 0
      const most = isQuota ? Math.max(least, Math.ceil(quantity.most * part - 1e-9)) : Number.POSITIVE_INFINITY
      const below = wanted.slice(from, until).reduce((sum, one) => sum + one, 0)
      const posts = Math.max(Math.min(below, most, seatsOf - keep), Math.min(least, seatsOf), firm)
      return { from, until, key, keep, least, most, isQuota, below, posts }
    })
    // What a stretch wants is shared out evenly over its seats.
    wanted = found.flatMap(({ below, from, posts, until }) =>
      wanted.slice(from, until).map((one) => (below === 0 ? one : (one * posts) / below))
    )
    return { level, found }
  })
  return up.map(({ found, level }) =>
    found.map(({ from, isQuota, keep, key, least, most, until }): Stretch => {
      const posts = wanted.slice(from, until).reduce((sum, one) => sum + one, 0)
      return {
        level: level.name,
        key,
        weight: level.name === "day" ? weights.day : weights.longer,
        from,
        until,
        targets: [until - from - posts, ...shares.map((share) => (share / all) * posts)],
        quota: isQuota ? { least, most, wanted: posts } : undefined,
        keep
      }
    })
  )
}

/** Which part of a whole stretch the plan's dates cover. */
const partOf = ({ from, until }: Brief, name: Stretches.Level["name"], day: number): number =>
  name === "day" || name === "week" || name === "month" || name === "quarter" || name === "year"
    ? Stretches.covered(name, day, from, until)
    : 1

const split = (seats: ReadonlyArray<Seat>, level: Stretches.Level) => {
  const found: Array<{ key: string; from: number; until: number }> = []
  let [day, key] = [Number.NaN, ""]
  for (const [index, { place }] of seats.entries()) {
    if (place.day !== day) [day, key] = [place.day, level.of(place.day)]
    const last = found.at(-1)
    if (last?.key === key) last.until = index + 1
    else found.push({ key, from: index, until: index + 1 })
  }
  return found
}

/** What a stretch costs that has so many of each kind. */
export const costOf = (stretch: Stretch, kind: number, count: number): number => {
  const uneven = stretch.weight * Math.abs(count - (stretch.targets[kind] ?? 0))
  if (kind > 0) return uneven
  const posts = stretch.until - stretch.from - count
  const { keep, quota } = stretch
  return (
    uneven +
    weights.free * Math.max(0, keep - count) +
    (quota === undefined
      ? 0
      : weights.missing * (Math.max(0, quota.least - posts) + Math.max(0, posts - quota.most)) +
        weights.filled * Math.abs(posts - quota.wanted))
  )
}

/** What a whole plan costs, a label a seat, counted anew. */
export const cost = (model: Model, plan: ArrayLike<number>): number => {
  const kindOf = (seat: number) => model.labels[plan[seat] ?? 0]?.kind ?? 0
  let sum = 0
  for (const stretch of model.stretches.flat()) {
    const counts = stretch.targets.map(() => 0)
    for (let seat = stretch.from; seat < stretch.until; seat++) counts[kindOf(seat)] = (counts[kindOf(seat)] ?? 0) + 1
    for (const [kind, count] of counts.entries()) sum += costOf(stretch, kind, count)
  }
  for (const [index, { posts }] of model.occasions.entries()) {
    const served = model.seats.filter((_, seat) => model.labels[plan[seat] ?? 0]?.occasion === index).length
    sum += weights.missing * Math.abs(posts - served)
  }
  return sum + model.seats.reduce((all, seat, index) => all + changeOf(seat, plan[index] ?? 0), 0)
}

/** What it costs that a label stands in a seat. */
export const changeOf = ({ was }: Seat, label: number): number =>
  was === undefined || was === label ? 0 : weights.change
