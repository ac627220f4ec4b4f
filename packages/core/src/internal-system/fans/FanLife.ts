/**
 * What is known of each fan, put together from what was heard and counted: on which days they were seen, what they did, where they came from, whether they left.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import type { Seen } from "./LifeCycle.ts"

/** Where a fan came from. Organic is who was neither invited nor first seen at an event or by an advertisement. */
export const Source = Schema.Literals(["event", "advertisement", "member invitation", "organic"]).annotate(
  Label.of({ zh: "来源", en: "source" })
)
/** Where a fan came from. */
export type Source = typeof Source.Type

/** What people call a source. */
export const sourceNames: Readonly<Record<Source, Bilingual>> = {
  event: { zh: "活动", en: "an event" },
  advertisement: { zh: "广告", en: "an advertisement" },
  "member invitation": { zh: "会员邀请", en: "an invitation of members" },
  organic: { zh: "自然关注", en: "by themselves" }
}

/** What a fan did. */
export const Deed = Schema.Literals(["asked", "complained", "won", "redeemed"]).annotate(
  Label.of({ zh: "做过的事", en: "what they did" })
)
/** What a fan did. */
export type Deed = typeof Deed.Type

/** What people call a deed. */
export const deedNames: Readonly<Record<Deed, Bilingual>> = {
  asked: { zh: "提过问", en: "asked" },
  complained: { zh: "投诉过", en: "complained" },
  won: { zh: "中过奖", en: "won" },
  redeemed: { zh: "兑换过", en: "redeemed a code" }
}

/** One thing that was heard of a fan. Days are whole numbers (`CalendarDate.toNumber`), of the account's zone. */
export type Sighting = { readonly fan: string; readonly day: number } & (
  | { readonly is: "seen"; readonly did?: Deed; readonly by?: Source }
  // What is done to a fan is no sign of life.
  | { readonly is: "invited" | "left" }
  | { readonly is: "won" }
)

/** What is known of a fan. */
export interface Life extends Seen {
  readonly did: ReadonlySet<Deed>
  readonly source: Source
}

interface Known extends Life {
  days: Array<number>
  did: ReadonlySet<Deed>
  source: Source
  left?: number
  first?: { readonly day: number; readonly by: Source | undefined }
  invited?: number
}

/** Puts lives together from what is told one by one, whatever order it comes in: of many sightings of a fan it keeps their days. */
export const gather = () => {
  const all = new Map<string, Known>()
  return {
    /** One more sighting. */
    take: (one: Sighting): void => {
      const known: Known = all.get(one.fan) ?? { days: [], did: nothing, source: "organic" }
      all.set(one.fan, known)
      take(known, one)
      known.source = sourceOf(known.first, known.invited)
    },
    /** The lives so far, by fan; they go on with the next sighting. */
    lives: all as ReadonlyMap<string, Life>
  }
}

/** Of most fans nothing is known that they did. */
const nothing: ReadonlySet<Deed> = new Set()

/** The lives of all fans of whom something was heard, whatever order it came in. */
export const of = (sightings: Iterable<Sighting>): ReadonlyMap<string, Life> => {
  const { lives, take } = gather()
  for (const one of sightings) take(one)
  return lives
}

const take = (known: Known, one: Sighting): void => {
  switch (one.is) {
    case "invited":
      known.invited = Math.min(known.invited ?? one.day, one.day)
      return
    case "left":
      known.left = Math.max(known.left ?? one.day, one.day)
      return
    case "won":
      known.did = also(known.did, "won")
      return
    case "seen":
      if (!known.days.includes(one.day)) known.days.push(one.day)
      if (one.did !== undefined) known.did = also(known.did, one.did)
      // Of two on one day the one that names a source tells more, and of two sources the earlier name stands: no order of arrival decides.
      if (known.first === undefined || isBefore(one, known.first)) known.first = { day: one.day, by: one.by }
  }
}

const also = (did: ReadonlySet<Deed>, deed: Deed): ReadonlySet<Deed> => (did.has(deed) ? did : new Set([...did, deed]))

const isBefore = (one: { day: number; by?: Source }, first: NonNullable<Known["first"]>): boolean =>
  one.day < first.day ||
  (one.day === first.day && one.by !== undefined && (first.by === undefined || one.by < first.by))

const sourceOf = (first: Known["first"], invited: number | undefined): Source => {
  if (invited !== undefined && (first === undefined || invited <= first.day)) return "member invitation"
  return first?.by ?? "organic"
}
