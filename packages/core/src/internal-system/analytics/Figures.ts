/**
 * Figures made of counts and of each other, so that none says more than is known: no share over 1, nothing divided by nothing, and no people added up
 * who may be the same.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import { added } from "../promotion/Money.ts"
import type { Bounds, Figure, Side, Unit } from "./Figure.ts"
import * as Interval from "./Interval.ts"
import type { Trace } from "./Trace.ts"

/** What was counted. */
export const counted = (
  title: Bilingual,
  unit: Exclude<Unit, "share" | "ratio">,
  value: number,
  traces: ReadonlyArray<Trace> = []
): Figure => ({ title, unit, value: finite(value), missing: [], traces })

/** What cannot be said, and why; between bounds, where there are some. */
export const unknown = (
  title: Bilingual,
  unit: Unit,
  why: Bilingual,
  { bounds, traces = [] }: { readonly bounds?: Bounds; readonly traces?: ReadonlyArray<Trace> } = {}
): Figure => ({ title, unit, ...(bounds !== undefined && { bounds }), missing: [why], traces })

/** What a share is made of. */
export interface Shared {
  readonly numerator: Omit<Side, "unit">
  readonly denominator: Omit<Side, "unit">
  readonly unit?: Unit
  /** Of so many it is not known whether they belong to the numerator; they are not in the denominator. */
  readonly unknown?: { readonly count: number; readonly why: Bilingual }
  /** Whether the denominator is a sample of something larger: then it has an interval. */
  readonly sample?: boolean
  readonly traces?: ReadonlyArray<Trace>
}

/** A part of a whole, from 0 to 1; of nothing it has no value. A part that is more than its whole is a defect: the two count different things. */
export const share = (title: Bilingual, shared: Shared): Figure => {
  const { denominator, numerator, sample = false, traces = [], unit = "count", unknown } = shared
  Interval.check(numerator.value, denominator.value)
  const all = denominator.value + (unknown?.count ?? 0)
  const bounds = { low: numerator.value / all, high: (numerator.value + (unknown?.count ?? 0)) / all }
  const isEmpty = denominator.value === 0
  return {
    title,
    unit: "share",
    ...(!isEmpty && { value: numerator.value / denominator.value }),
    of: { numerator: { ...numerator, unit }, denominator: { ...denominator, unit } },
    ...(sample && !isEmpty && { interval: Interval.wilson(numerator.value, denominator.value) }),
    ...(unknown !== undefined && unknown.count > 0 && { bounds }),
    missing: [
      ...(isEmpty ? [nothingIn(denominator.title)] : []),
      ...(unknown !== undefined && unknown.count > 0 ? [unknown.why] : [])
    ],
    traces
  }
}

/** One thing for each of another: yuan for each order. Of nothing it has no value; where one side is missing, so is the ratio. */
export const ratio = (title: Bilingual, one: Figure, other: Figure): Figure => {
  const base = { title, unit: "ratio" as const, traces: [...one.traces, ...other.traces] }
  if (one.value === undefined || other.value === undefined)
    return { ...base, missing: [...one.missing, ...other.missing] }
  const of = { numerator: side(one, one.value), denominator: side(other, other.value) }
  const missing = [...one.missing, ...other.missing]
  return other.value === 0
    ? { ...base, of, missing: [...missing, nothingIn(other.title)] }
    : { ...base, of, value: finite(one.value / other.value), missing }
}

/**
 * Figures of one unit, added up. People are not: who came on two days would be two; they lie between the most of one figure and the sum of all.
 * Shares and ratios have no sum. Where one is missing, the sum is, and lies within the bounds of the others.
 */
export const sum = (title: Bilingual, figures: ReadonlyArray<Figure>): Figure => {
  const [first, ...others] = figures
  if (first === undefined) throw new RangeError("Nothing is added up")
  const { unit } = first
  const traces = figures.flatMap((one) => one.traces)
  const missing = figures.flatMap((one) => one.missing)
  if (others.some((one) => one.unit !== unit)) return { title, unit, missing: [...missing, unlike], traces }
  if (unit === "share" || unit === "ratio") return { title, unit, missing: [...missing, noSum], traces }
  const total = unit === "yuan" ? (values: ReadonlyArray<number>) => added(...values) : totalOf
  const [lows, highs] = [figures.map(low), figures.map(high)]
  const bounds = boundsOf(unit === "people" ? Math.max(...lows) : total(lows), total(highs))
  const values = figures.flatMap(({ value }) => value ?? [])
  if (unit === "people" && others.length > 0) return { title, unit, bounds, missing: [...missing, samePeople], traces }
  if (values.length < figures.length) return { title, unit, bounds, missing, traces }
  return { title, unit, value: total(values), ...(figures.some((one) => one.bounds) && { bounds }), missing, traces }
}

/** The least that a figure can be, and the most: the value itself where nothing is missing, and no bound where nothing is known. */
export const low = ({ bounds, unit, value }: Figure): number =>
  bounds?.low ?? value ?? (unit === "yuan" || unit === "ratio" ? Number.NEGATIVE_INFINITY : 0)
/** The most that a figure can be. */
export const high = ({ bounds, unit, value }: Figure): number =>
  bounds?.high ?? value ?? (unit === "share" ? 1 : Number.POSITIVE_INFINITY)

/** Bounds, of which infinite ones are none. */
export const boundsOf = (low: number, high: number): Bounds => ({
  ...(Number.isFinite(low) && { low }),
  ...(Number.isFinite(high) && { high })
})

const side = ({ title, unit }: Figure, value: number): Side => ({ title, unit, value })
const totalOf = (values: ReadonlyArray<number>): number => values.reduce((so, one) => so + one, 0)
const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no figure`)
  return value
}

const nothingIn = ({ en, zh }: Bilingual): Bilingual => ({
  zh: `没有${zh}，因此没有数值。`,
  en: `There is none of: ${en}. So there is no value.`
})
const unlike: Bilingual = { zh: "单位不同，不能相加。", en: "The units differ, and nothing adds up." }
const noSum: Bilingual = { zh: "占比和比值不能相加。", en: "Shares and ratios do not add up." }
const samePeople: Bilingual = {
  zh: "各时段的人数有重复，不能相加，只有上下限。",
  en: "Who comes twice is one: people do not add up, so there are only bounds."
}
