/**
 * How a campaign orders its draws and series of codes: when everything is granted that it must have, and in the name of whoever has written its brief. What was
 * refused or is lost, whoever orders it again has in their own name: an author who may announce no draw or plan no codes finds somebody who may. Somebody else approves
 * a series, as of any.
 *
 * @module
 */
import { Array as Arrays } from "effect"
import type { Person } from "../../process/Actor.ts"
import type { Event } from "../../process/Case.ts"
import { type Codes, codesOf, type Draw, drawsOf } from "./Brief.ts"
import * as Campaign from "./Campaign.ts"
import { type Child, isThere, worthOf } from "./CampaignChild.ts"

const { childOf } = Campaign.campaign

/** Where it may hear of them. */
export const afterAsking = ["Preparing", "Ready", "WarmingUp", "Live", "WindingUp", "Reporting"] as const

/** The event by which something is ordered. */
export type At = Pick<Event, "case" | "version">

/** The draws and series of these names, as this event orders them. */
const begun = (draws: ReadonlyArray<Draw>, codes: ReadonlyArray<Codes>, event: At): ReadonlyArray<Child> => [
  ...draws.map(
    (draw, place): Child => ({
      case: childOf(event, "draw", place),
      kind: "draw",
      name: draw.name,
      stands: "ordered",
      worth: worthOf(draw)
    })
  ),
  ...codes.map(
    ({ name }, place): Child => ({
      case: childOf(event, "codes", place),
      kind: "codes",
      name,
      stands: "ordered",
      worth: 0
    })
  )
]

/** Everything is granted: what the public is to be told is prepared, where there is anything. */
export const ordered = (campaign: Campaign.Asked, event: At): Campaign.In<"Preparing" | "Ready"> => {
  const children = begun(drawsOf(campaign.brief), codesOf(campaign.brief), event)
  return { ...campaign, _tag: children.length === 0 ? "Ready" : "Preparing", children }
}

/** Whatever is lost, ordered once more. */
export const orderedAgain = (campaign: Campaign.In<"Preparing">, event: At): Campaign.In<"Preparing"> => {
  const lost = campaign.children.filter(({ stands }) => stands === "lost").map(({ name }) => name)
  const isLost = ({ name }: { readonly name: string }) => lost.includes(name)
  const again = begun(drawsOf(campaign.brief).filter(isLost), codesOf(campaign.brief).filter(isLost), event)
  return { ...campaign, children: campaign.children.map((one) => again.find(({ name }) => name === one.name) ?? one) }
}

/** Everything that the public is to be told is there. */
export const prepared = (campaign: Campaign.In<"Preparing">): Campaign.In<"Preparing" | "Ready"> =>
  campaign.children.every(isThere) ? { ...campaign, _tag: "Ready" } : campaign

/** The names of those of a kind that this event has ordered, in the order of the brief. */
const orderedBy = ({ children }: Pick<Campaign.Asked, "children">, event: At, kind: Child["kind"]) => {
  const all = children.filter((one) => one.kind === kind)
  const cases = new Set(all.map((_, place) => childOf(event, kind, place)))
  return all.filter((one) => cases.has(one.case)).map(({ name }) => name)
}

/** What a step asks for by which those of a kind are ordered, in somebody's name. */
const ordering =
  <A extends { readonly name: string }, E extends At>(
    by: (state: Pick<Campaign.Asked, "author">, event: E) => Person,
    kind: Child["kind"],
    of: (brief: Campaign.Asked["brief"]) => ReadonlyArray<A>,
    as: (one: A, state: Pick<Campaign.Asked, "given" | "without">) => A = (one) => one
  ) =>
  (state: Campaign.State, event: E) => {
    if (!("children" in state)) return undefined
    const { brief } = state
    const names = orderedBy(state, event, kind)
    return of(brief)
      .filter(({ name }) => names.includes(name))
      .map((one) => ({ input: { account: brief.account, ...as(one, state) }, by: by(state, event) }))
  }

/** No code is placed on what the campaign has to do without; the check of the brief leaves it one place at least. */
const shrunk = (codes: Codes, { given, without }: Pick<Campaign.Asked, "given" | "without">): Codes => {
  const refused = new Set(without.map(({ resource }) => resource))
  for (const { resource } of given) refused.delete(resource)
  const placements = codes.placements.filter(({ resource }) => !refused.has(resource))
  return Arrays.isReadonlyArrayNonEmpty(placements) ? { ...codes, placements } : codes
}

const ordersBy = <E extends At>(by: (state: Pick<Campaign.Asked, "author">, event: E) => Person) => ({
  draw: ordering(by, "draw", drawsOf),
  codes: ordering(by, "codes", codesOf, shrunk)
})

/** What a step asks for by which draws and series are ordered, in the author's name. */
export const orders = ordersBy<At>(({ author }) => author)

/** The same, in the name of whoever takes the step. */
export const ordersAgain = ordersBy<At & { readonly by: Person }>((_, { by }) => by)
