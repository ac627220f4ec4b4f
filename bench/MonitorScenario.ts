/**
 * Real cascades as a stream to be watched: a background of many quiet ones and of the late hours of all, and bursts that are laid onto it at their own
 * hour and weekday. The cascades are split in two by their id: what is tuned is tuned on the one half.
 *
 * @module
 */
import { existsSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { chances } from "./Bench.ts"

const file = "/work/shared/data/weibo-cascades.ndjson.gz"

export const minute = 60_000
export const bucket = 10 * minute
export const week = 7 * 24 * 60 * minute
export const weeks = 30
/** A Monday, midnight in Shanghai. */
export const start = Date.parse("2025-03-03T00:00:00+08:00")

/** Somebody writes. */
export interface Act {
  readonly at: number
  readonly user: string
}
/** A post and what followed, the oldest first. */
interface Cascade {
  readonly id: string
  readonly posted: number
  readonly acts: ReadonlyArray<Act>
}

/** Nothing where the data are not there. */
export const read = (): ReadonlyArray<Cascade> | undefined => {
  if (!existsSync(file)) return undefined
  return gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split("\n")
    .map((line) => {
      // The file's own form, as its README tells.
      const one = JSON.parse(line) as {
        id: string
        postedAtEpoch: number | string
        interactions: ReadonlyArray<{ user: string; at: string }>
      }
      const posted =
        typeof one.postedAtEpoch === "number"
          ? one.postedAtEpoch * 1000
          : Date.parse(
              /^\d+$/.test(one.postedAtEpoch)
                ? ""
                : one.postedAtEpoch.replace(/^(\w+ \w+ \d+ [\d:]+) (\S+) (\d+)$/, "$1 $3 $2")
            )
      const acts = one.interactions
        .map(({ at, user }) => ({ user, at: Date.parse(`${at.replace(" ", "T")}+08:00`) }))
        .filter(({ at }) => at >= posted)
        .sort((a, b) => a.at - b.at)
      return { id: one.id, posted, acts }
    })
    .filter(({ acts, posted }) => Number.isFinite(posted) && acts.length > 0)
}

/** One half: a hash of the id decides. */
export const half = (all: ReadonlyArray<Cascade>, which: 0 | 1): ReadonlyArray<Cascade> =>
  all.filter(({ id }) => {
    let sum = 7
    for (const unit of id) sum = (Math.imul(sum, 31) + unit.charCodeAt(0)) | 0
    return (sum >>> 4) % 2 === which
  })

const perBucket = (acts: ReadonlyArray<Act>): Map<number, Set<string>> => {
  const all = new Map<number, Set<string>>()
  for (const { at, user } of acts) {
    const place = Math.floor(at / bucket)
    const known = all.get(place)
    if (known === undefined) all.set(place, new Set([user]))
    else known.add(user)
  }
  return all
}

/** More people than this in ten minutes are a burst of their own, and no background. */
const quietest = 6

/** The quiet hours of a cascade: those from half a day after the post, and all of a small one, without buckets that are bursts of their own. */
const quietActs = ({ acts, posted }: Cascade): ReadonlyArray<Act> => {
  const counts = perBucket(acts)
  const isQuiet = Math.max(...[...counts.values()].map((users) => users.size)) <= quietest
  return acts.filter(
    ({ at }) =>
      (isQuiet || at - posted > 12 * 60 * minute) && (counts.get(Math.floor(at / bucket))?.size ?? 0) <= quietest
  )
}

/** A brand's stream: how many wrote in each bucket, and who. */
export interface Background {
  readonly name: string
  readonly buckets: ReadonlyArray<ReadonlySet<string>>
}

/** As many copies of the quiet hours as make a brand of that size, each moved by whole weeks, so that hour and weekday stay. */
export const background = (
  name: string,
  cascades: ReadonlyArray<Cascade>,
  copies: number,
  seed: number
): Background => {
  const chance = chances(seed)
  const buckets = Array.from({ length: (weeks * week) / bucket }, () => new Set<string>())
  for (let copy = 0; copy < copies; copy++)
    for (const one of cascades) {
      const shift = Math.floor(chance() * weeks) * week
      if (chance() > copies - copy) continue
      for (const { at, user } of quietActs(one)) {
        const place = (((at - start + shift) % (weeks * week)) + weeks * week) % (weeks * week)
        buckets[Math.floor(place / bucket)]?.add(`${user} ${copy}`)
      }
    }
  return { name, buckets }
}

/** A burst laid onto the background: by bucket from the first on, the moments at which somebody new wrote. */
export interface Burst {
  readonly first: number
  readonly onset: number
  readonly arrivals: ReadonlyArray<ReadonlyArray<number>>
}

/** How long an alarm is waited for. */
export const patience = 24 * 60 * minute

/** Each cascade that is a burst, at some of the weeks that are watched, beginning with its post. */
export const bursts = (
  cascades: ReadonlyArray<Cascade>,
  { buckets }: Background,
  times: number,
  seed: number
): ReadonlyArray<Burst> => {
  const chance = chances(seed)
  const all: Array<Burst> = []
  for (const one of cascades) {
    const counts = perBucket(one.acts.filter(({ at }) => at - one.posted < patience))
    if (Math.max(0, ...[...counts.values()].map((users) => users.size)) <= quietest) continue
    for (let time = 0; time < times; time++) {
      const into = (((one.posted - start) % week) + week) % week
      const onset = into + Math.floor(4 + chance() * (weeks - 6)) * week
      const first = Math.floor(onset / bucket)
      const arrivals = Array.from({ length: patience / bucket }, (): Array<number> => [])
      const seen = arrivals.map((_, index) => new Set(buckets[first + index]))
      for (const { at, user } of one.acts) {
        const place = onset + at - one.posted
        const index = Math.floor(place / bucket) - first
        if (index >= arrivals.length) break
        if (seen[index]?.has(user)) continue
        seen[index]?.add(user)
        arrivals[index]?.push(place)
      }
      all.push({ first, onset, arrivals })
    }
  }
  return all
}
