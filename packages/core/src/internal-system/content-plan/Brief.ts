/**
 * What a content plan is asked for: the mix, the dates, what happens in them, who reads it before it goes out, and what is planned already.
 *
 * The words stand here; `ContentPlan` makes the plan.
 *
 * @module
 */
import type { Duration } from "effect"
import type { Holidays } from "../../calendar/Holidays.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { WorkingCalendar } from "../../calendar/WorkingCalendar.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { CategoryId, ContentMix } from "../content/ContentMix.ts"

/** Dates on which something asks for posts: a festival, the warm-up of a launch, the days of an activity. */
export interface Occasion {
  readonly title: Bilingual
  /** The first date, and the date after the last one. */
  readonly from: string
  readonly until: string
  /** How many posts it asks for. */
  readonly posts: number
  /** The categories that such a post may be of; any of the mix, unless it is said. */
  readonly categories?: ReadonlyArray<CategoryId> | undefined
}

/** Dates on which the account keeps silent, or at least of some categories. */
export interface Blackout {
  readonly title: Bilingual
  readonly from: string
  readonly until: string
  /** What is not published; nothing at all, unless it is said. */
  readonly categories?: ReadonlyArray<CategoryId> | undefined
}

/** How firm an entry stands. `planned` moves only where a rule could not be met otherwise, `pinned` and `published` never do. */
export type Firmness = "planned" | "pinned" | "published"

/** A post that an earlier plan has, or that a person has put there. */
export interface Given {
  readonly slot: Moment
  readonly category: CategoryId
  readonly firm: Firmness
  /** The occasion that asked for it. */
  readonly occasion?: string | undefined
}

/** The hours in which posts are read before they go out. */
export interface Review {
  readonly hours: WorkingCalendar
  readonly holidays: Holidays
  /** The working time that one review may take. */
  readonly within: Duration.Duration
}

/** What a content plan is made of. */
export interface Brief {
  /** The first date, and the date after the last one. */
  readonly from: string
  readonly until: string
  readonly timeZone: string
  readonly mix: ContentMix
  /** Slots of a day or a week that stay free for what nobody foresees. */
  readonly free?: { readonly slots: number; readonly per: "day" | "week" } | undefined
  readonly occasions: Readonly<Record<string, Occasion>>
  readonly blackouts: Readonly<Record<string, Blackout>>
  readonly review?: Review | undefined
  readonly given: ReadonlyArray<Given>
  /** When the plan is made: no new post is put where it could no longer be read before. Left out: before all of it. */
  readonly now?: Moment | undefined
  /** Until then nothing moves that is given. */
  readonly frozenUntil?: Moment | undefined
  /** From then on what is given is no more than a memory, as after a change of the mix; never, unless it is said. */
  readonly anewFrom?: Moment | undefined
}

/** Why an entry stands where it does. */
export type Reason =
  | { readonly _tag: "Occasion"; readonly occasion: string }
  /** The handbook keeps the slot for the category; its place among the slots of the mix. */
  | { readonly _tag: "Slot"; readonly index: number }
  /** The mix is short of the category there. */
  | { readonly _tag: "Share"; readonly share: number }
  /** A person has put it there, or it is out. */
  | { readonly _tag: "Given"; readonly firm: Firmness }

/** One post of a plan. */
export interface Entry {
  readonly slot: Moment
  /** Date and time on the wall. */
  readonly date: string
  readonly time: string
  readonly category: CategoryId
  readonly occasion?: string | undefined
  readonly firm: Firmness
  readonly reason: Reason
  /** When its text has to be with the reviewers, so that they can read it within their hours. */
  readonly draftBy?: Moment | undefined
}
