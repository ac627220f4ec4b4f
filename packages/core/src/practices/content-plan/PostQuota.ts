/**
 * The posts that a mix promises for a day, a week or a month, or that a festival or an entry of the plan asks for, as a case: counted now and then, and on the planner's desk while some are missing.
 *
 *     Counting ─Count→ There, or Missing       whichever it is, as often as it is counted
 *     There ─End→ Met       Missing ─End→ Short, or ─LeaveOut→ LeftOut       Counting ─End→ Uncounted
 *
 * Nobody is told anything while nothing is missing. The words stand here; the rules in `PostQuotaProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import { CategoryId } from "../../internal-system/content/ContentMix.ts"
import { kind } from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Reading } from "../../process/Reader.ts"

/** A category of posts, as people call it. */
export const Named = Schema.Struct({ category: CategoryId, title: Bilingual })
/** A category of posts, as people call it. */
export type Named = typeof Named.Type

/** So many posts of a category; of any, where none is named. */
export const Kind = Schema.Struct({
  category: Schema.optionalKey(CategoryId),
  title: Bilingual,
  times: Schema.Int.check(Schema.isGreaterThan(0))
})
/** So many posts of a category. */
export type Kind = typeof Kind.Type

const promised = {
  account: AccountId,
  /** Posts count that go out from then on, and before `to`. */
  from: Moment,
  to: Moment,
  least: Schema.Int.check(Schema.isGreaterThan(0)),
  /** The slots that are kept for a category, in their order. */
  kept: Schema.Array(Kind),
  /** The categories of which posts count; of any, where none are named. */
  only: Schema.optionalKey(Schema.NonEmptyArray(Named))
}
/** What is promised, of which dates. */
export interface Promised extends Schema.Struct.Type<typeof promised> {}

/** Which posts there have to be, who sees to it, and until when. */
export const turn = {
  ...promised,
  what: Bilingual,
  people: Schema.NonEmptyArray(PersonId),
  until: Moment
}
const watched = { ...turn, next: Moment }
const lacking = { missing: Schema.Array(Kind), told: PersonId }

/** Counts the posts that there are, and says which are missing. */
export const counting = kind({
  name: "CountPosts",
  request: promised,
  done: { missing: Schema.Array(Kind) },
  repeatable: true
})

/** The builders of the process, with its words. */
export const quota = define("PostQuota", {
  title: { zh: "应发条数", en: "posts that are due" },
  settings: {
    /** Who is told when the planner has not moved, and of what was missing in the end. */
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How often the posts are counted. */
    looks: Allowance,
    /** How soon the lead hears that posts are missing. */
    attention: Allowance
  },
  states: {
    Counting: { title: { zh: "清点中", en: "being counted" }, ...watched },
    There: { title: { zh: "已备齐", en: "all there" }, ...watched },
    Missing: { title: { zh: "有缺口", en: "some are missing" }, ...watched, ...lacking },
    Met: { title: { zh: "已达成", en: "met" }, ...turn },
    Short: { title: { zh: "未达成", en: "fell short" }, ...turn, ...lacking },
    LeftOut: {
      title: { zh: "说明不发", en: "left out" },
      ...turn,
      ...lacking,
      by: PersonId,
      reason: Schema.NonEmptyString
    },
    Uncounted: { title: { zh: "未能清点", en: "never counted" }, ...turn }
  },
  actions: { count: counting, notify }
})

/** Where it stands. */
export type State = typeof quota.State.Type
/** Posts are missing, or were in the end. */
export type Lacking = Extract<State, { readonly missing: unknown }>

/** How many are missing. */
export const total = (missing: ReadonlyArray<Pick<Kind, "times">>): number =>
  missing.reduce((sum, { times }) => sum + times, 0)

/** Which are missing, how often, and until when. */
export const lacks = ({ missing, until, what }: Lacking, { time }: Pick<Reading, "time">): Bilingual => {
  const [zh, en] = [
    missing.map(({ times, title }) => `${title.zh} ${times} 条`).join("、"),
    missing.map(({ times, title }) => `${title.en}: ${times}`).join(", ")
  ]
  return {
    zh: `${what.zh}还缺 ${total(missing)} 条（${zh}），最晚 ${time(until)}。`,
    en: `${what.en} lack ${total(missing)} (${en}), until ${time(until)}.`
  }
}

/** What was missing when its time was over. */
export const fellShort = ({ missing, what }: Lacking): Bilingual => ({
  zh: `${what.zh}最终少了 ${total(missing)} 条，没有人说明原因。`,
  en: `${what.en} were ${total(missing)} short in the end, and nobody has said why.`
})
