/**
 * Why a quota is not met: rules that contradict it together, none of which could be left out (an irreducible set, found by leaving out one after
 * the other).
 *
 * @module
 */
import type { Brief } from "./Brief.ts"
import type { Place, Rule } from "./Layout.ts"
import { type Cap, type Need, seated } from "./Seating.ts"
import * as Stretches from "./Stretches.ts"

/** A quota that is not met. */
export type Quota =
  | { readonly _tag: "Least"; readonly key: string; readonly missing: number; readonly asked: number }
  | { readonly _tag: "Most"; readonly key: string; readonly missing: number; readonly asked: number }
  | { readonly _tag: "Free"; readonly key: string; readonly missing: number; readonly asked: number }
  | { readonly _tag: "Occasion"; readonly occasion: string; readonly missing: number; readonly asked: number }
  /** Posts of a category, over the whole of the plan. */
  | {
      readonly _tag: "Share"
      readonly category: string
      readonly missing: number
      readonly asked: number
      /** The categories that have more than their share meanwhile. */
      readonly over: ReadonlyArray<string>
    }

/** What is asked for beside a quota, or keeps slots from it. */
export const obstacles = (brief: Brief, places: ReadonlyArray<Place>, quota: Quota): ReadonlyArray<Rule> => {
  const near = around(brief, places, quota)
  // What should be spoken of last is left out first.
  const all = rulesOf(brief, near, quota)
  if (canBeMet(brief, near, quota, all)) return quota._tag === "Share" ? crowdedBy(brief, near, quota.over) : []
  let kept = all
  for (const rule of all) {
    const without = kept.filter((one) => one !== rule)
    if (!canBeMet(brief, near, quota, without)) kept = without
  }
  return kept
}

/** There are slots enough for the category, but others have to have them: those that are kept, and asked for by the least of posts. */
const crowdedBy = ({ mix }: Brief, near: ReadonlyArray<Place>, over: ReadonlyArray<string>): ReadonlyArray<Rule> => {
  const kept = mix.slots.flatMap(
    ({ category }, index): ReadonlyArray<Rule> =>
      category !== undefined && over.includes(category) && near.some(({ keptFor }) => keptFor === index)
        ? [{ _tag: "Slot", index }]
        : []
  )
  return kept.length === 0 ? [] : [...kept, { _tag: "Least" }]
}

/** The slots of the quota, and those of every occasion that reaches into them, and so on. */
const around = (brief: Brief, places: ReadonlyArray<Place>, quota: Quota): ReadonlyArray<Place> => {
  const [from, until] = datesOf(brief, places, quota)
  let [first, end] = [from, until]
  for (let before = ""; quota._tag !== "Share" && before !== `${first} ${end}`; ) {
    before = `${first} ${end}`
    for (const one of Object.values(brief.occasions))
      if (one.from < end && first < one.until && one.until > one.from && reach(one) <= farthest)
        [first, end] = [one.from < first ? one.from : first, one.until > end ? one.until : end]
  }
  return places.filter(({ date }) => first <= date && date < end)
}

/** Occasions longer than this hold nobody up, and would make every explanation long. */
const farthest = 62
const reach = ({ from, until }: { readonly from: string; readonly until: string }): number =>
  (Date.parse(until) - Date.parse(from)) / 86_400_000

const datesOf = (brief: Brief, places: ReadonlyArray<Place>, quota: Quota): readonly [string, string] => {
  if (quota._tag === "Share") return [brief.from, brief.until]
  if (quota._tag === "Occasion") {
    const { from = "", until = "" } = brief.occasions[quota.occasion] ?? {}
    return [from, until]
  }
  const inside = places.filter(({ day }) => levelOf(brief, quota._tag)?.of(day) === quota.key)
  return [Stretches.dateOf(inside[0]?.day ?? 0), Stretches.dateOf((inside.at(-1)?.day ?? -1) + 1)]
}

const levelOf = ({ free, mix }: Brief, tag: "Least" | "Most" | "Free") =>
  Stretches.levels(mix.quantity.per).find(({ name }) => name === (tag === "Free" ? free?.per : mix.quantity.per))

const order: ReadonlyArray<Rule["_tag"]> = [
  "Free",
  "Least",
  "Most",
  "Firm",
  "Slot",
  "Review",
  "Past",
  "Occasion",
  "Blackout"
]

const rulesOf = (brief: Brief, places: ReadonlyArray<Place>, quota: Quota): ReadonlyArray<Rule> => {
  const found = new Map<string, Rule>()
  const add = (rule: Rule) => found.set(JSON.stringify(rule), rule)
  for (const rule of places.flatMap(({ against }) => against.flat())) add(rule)
  if (quota._tag !== "Share") {
    if (quota._tag !== "Most") add({ _tag: "Most" })
    if (brief.free !== undefined && quota._tag !== "Free") add({ _tag: "Free" })
    if (quota._tag === "Free") add({ _tag: "Least" })
    for (const [occasion, { from, until }] of Object.entries(brief.occasions))
      if (
        !(quota._tag === "Occasion" && quota.occasion === occasion) &&
        places.some(({ date }) => from <= date && date < until)
      )
        add({ _tag: "Occasion", occasion })
  }
  return [...found.values()].sort((one, other) => order.indexOf(one._tag) - order.indexOf(other._tag))
}

const canBeMet = (brief: Brief, places: ReadonlyArray<Place>, quota: Quota, rules: ReadonlyArray<Rule>): boolean => {
  const kept = new Set(rules.map((rule) => JSON.stringify(rule)))
  const holds = (rule: Rule) => kept.has(JSON.stringify(rule))
  const categories = Object.keys(brief.mix.categories)
  const free = (some: ReadonlyArray<string> | undefined, among: ReadonlyArray<Place>): ReadonlyArray<number> =>
    among
      .filter(({ against }) =>
        categories.some((category, index) => (some?.includes(category) ?? true) && !(against[index] ?? []).some(holds))
      )
      .map(({ at }) => at)
  if (quota._tag === "Share") return free([quota.category], places).length >= quota.asked
  const within = (from: string, until: string) => places.filter(({ date }) => from <= date && date < until)
  const needs: Array<Need> = Object.entries(brief.occasions)
    .filter(
      ([occasion]) =>
        holds({ _tag: "Occasion", occasion }) || (quota._tag === "Occasion" && quota.occasion === occasion)
    )
    .map(([, { categories, from, posts, until }]) => ({ units: posts, slots: free(categories, within(from, until)) }))
  const level = quota._tag === "Occasion" ? undefined : levelOf(brief, quota._tag)
  const stretch = level && "key" in quota ? places.filter(({ day }) => level.of(day) === quota.key) : []
  const caps = capsOf(brief, places, free(undefined, places), holds, quota)
  if (quota._tag === "Most") return stretch.filter(({ firm }) => firm && holds({ _tag: "Firm" })).length <= quota.asked
  const asked = needs.reduce((sum, { units }) => sum + units, 0)
  if (quota._tag === "Least") {
    // Posts of occasions count: only what they leave short is a need of its own.
    const slots = free(undefined, stretch)
    const all = [{ units: quota.asked, slots }]
    return seated(all, caps) >= quota.asked
  }
  if (quota._tag === "Free") {
    const least = holds({ _tag: "Least" }) ? leastOf(brief, stretch) : 0
    const inside = needs.filter(({ slots }) => slots.every((at) => stretch.some((one) => one.at === at)))
    const posts = Math.max(
      least,
      inside.reduce((sum, { units }) => sum + units, 0),
      stretch.filter(({ firm }) => firm && holds({ _tag: "Firm" })).length
    )
    return free(undefined, stretch).length - posts >= quota.asked
  }
  return seated(needs, caps) >= asked
}

const leastOf = ({ free, mix: { quantity } }: Brief, stretch: ReadonlyArray<Place>): number =>
  quantity.per === free?.per
    ? quantity.least
    : quantity.per === "day"
      ? quantity.least * new Set(stretch.map(({ day }) => day)).size
      : 0

/** What the stretches hold at most, those that lie within others first. */
const capsOf = (
  brief: Brief,
  places: ReadonlyArray<Place>,
  usable: ReadonlyArray<number>,
  holds: (rule: Rule) => boolean,
  quota: Quota
): ReadonlyArray<ReadonlyArray<Cap>> => {
  const { free, mix } = brief
  const open = new Set(usable)
  return Stretches.levels(mix.quantity.per).flatMap((level) => {
    const most = level.name === mix.quantity.per && holds({ _tag: "Most" }) ? mix.quantity.most : undefined
    const keep = level.name === free?.per && holds({ _tag: "Free" }) && quota._tag !== "Free" ? free.slots : undefined
    if (most === undefined && keep === undefined) return []
    const stretches = Map.groupBy(places, ({ day }) => level.of(day))
    return [
      [...stretches.values()].map((inside): Cap => {
        const slots = inside.map(({ at }) => at)
        const left = slots.filter((at) => open.has(at)).length - (keep ?? 0)
        return {
          slots,
          most: Math.min(
            most ?? Number.POSITIVE_INFINITY,
            keep === undefined ? Number.POSITIVE_INFINITY : Math.max(0, left)
          )
        }
      })
    ]
  })
}
