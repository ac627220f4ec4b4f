/**
 * Makes a content plan: what goes out when, from the mix to a calendar for days or for a year, and for every quota that is not met the smallest
 * explanation. What an earlier plan has stays where it is, unless a rule could not be met otherwise.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Finding } from "../../finding/Finding.ts"
import type { CategoryId } from "../content/ContentMix.ts"
import type { Brief, Entry, Given, Reason } from "./Brief.ts"
import { check } from "./BriefCheck.ts"
import * as Layout from "./Layout.ts"
import * as Model from "./Model.ts"
import { findingsOf, type Moved } from "./PlanFindings.ts"
import { search } from "./Search.ts"

/** What goes out when. */
export interface ContentPlan {
  readonly from: string
  readonly until: string
  readonly timeZone: string
  readonly entries: ReadonlyArray<Entry>
  /** The slots that are left for what nobody foresees. */
  readonly free: ReadonlyArray<Moment>
  readonly moved: ReadonlyArray<Moved>
  /** What is not met, and why; what moved; and what a person should know of the dates. */
  readonly findings: ReadonlyArray<Finding>
  /** What the plan costs by the formula of `Model`. */
  readonly cost: number
}

/** The best plan there is, or everything that is wrong with what it is asked of. */
export const make = (brief: Brief): Result.Result<ContentPlan, ReadonlyArray<Finding>> => {
  const wrong = check(brief)
  if (wrong.length > 0) return Result.fail(wrong)
  const places = Layout.lay(brief)
  const model = Model.make(brief, places)
  const plan = search(model)
  const entries: Array<Entry> = []
  const free: Array<Moment> = []
  for (const [seat, { place }] of model.seats.entries()) {
    const { kind = 0, occasion } = model.labels[plan[seat] ?? 0] ?? {}
    const category = model.categories[kind - 1]
    if (category === undefined) free.push(DateTime.makeUnsafe(place.at))
    else
      entries.push(entryOf(brief, place, category, occasion === undefined ? undefined : model.occasions[occasion]?.id))
  }
  const moved = movedOf(brief, places, entries)
  const { from, timeZone, until } = brief
  return Result.succeed({
    from,
    until,
    timeZone,
    entries,
    free,
    moved,
    findings: findingsOf(brief, places, model, plan, moved),
    cost: Model.cost(model, plan)
  })
}

/** What the next plan is given of this one. */
export const given = ({ entries }: Pick<ContentPlan, "entries">): ReadonlyArray<Given> =>
  entries.map(({ category, firm, occasion, slot }) => ({
    slot,
    category,
    firm,
    ...(occasion === undefined ? {} : { occasion })
  }))

const entryOf = (brief: Brief, place: Layout.Place, category: CategoryId, occasion: string | undefined): Entry => {
  const firm = place.firm ? (place.given?.firm ?? "planned") : "planned"
  return {
    slot: DateTime.makeUnsafe(place.at),
    date: place.date,
    time: place.time,
    category,
    ...(occasion === undefined ? {} : { occasion }),
    firm,
    reason: reasonOf(brief, place, category, occasion),
    ...(place.draftBy === undefined ? {} : { draftBy: DateTime.makeUnsafe(place.draftBy) })
  }
}

const reasonOf = (
  { mix }: Brief,
  { firm, given, keptFor }: Layout.Place,
  category: CategoryId,
  occasion: string | undefined
): Reason => {
  if (occasion !== undefined) return { _tag: "Occasion", occasion }
  if (firm && given !== undefined && given.firm !== "planned") return { _tag: "Given", firm: given.firm }
  if (keptFor !== undefined) return { _tag: "Slot", index: keptFor }
  return { _tag: "Share", share: mix.categories[category]?.share ?? 0 }
}

const movedOf = (
  brief: Brief,
  places: ReadonlyArray<Layout.Place>,
  entries: ReadonlyArray<Entry>
): ReadonlyArray<Moved> => {
  const now = new Map(entries.map((entry) => [DateTime.toEpochMillis(entry.slot), entry]))
  const at = new Map(places.map((place) => [place.at, place]))
  const categories = Object.keys(brief.mix.categories)
  return brief.given.flatMap((was): ReadonlyArray<Moved> => {
    const millis = DateTime.toEpochMillis(was.slot)
    if (now.get(millis)?.category === was.category || !Layout.isInside(brief, millis)) return []
    const because = at.get(millis)?.against[categories.indexOf(was.category)] ?? []
    return [{ was, because }]
  })
}
