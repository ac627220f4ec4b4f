/**
 * Where a fan stands: new, active, loyal, quiet, asleep, gone. Weibo shows no list of all followers, and no last visit: only what a fan did under the
 * account's posts, or said of it, is seen. So who is quiet is quiet *here*; gone is only who was seen to go.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"

const days = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 3_660 }))

/** From how many days on a fan is what; each later stage is later. */
export const Stages = Schema.Struct({
  newFor: days.annotateKey({ description: "A fan is new for so many days from the first that was seen." }),
  activeWithin: days.annotateKey({ description: "Active is who was seen within so many days." }),
  loyal: Schema.Struct({
    days: days.annotateKey({ description: "Loyal is who was seen on so many different days…" }),
    within: days.annotateKey({ description: "…within so many." })
  }),
  quietWithin: days.annotateKey({ description: "Quiet is who was seen within so many days; asleep, who was not." })
})
  .check(
    Schema.makeFilter(({ activeWithin, loyal, quietWithin }) =>
      activeWithin >= quietWithin || loyal.days > loyal.within
        ? "who is active was seen later than who is quiet, and nobody on more days than there are"
        : undefined
    )
  )
  .annotate({ description: "When a fan is new, active, loyal, quiet or asleep." })
/** From how many days on a fan is what. */
export type Stages = typeof Stages.Type

/** Stages that suit an account that posts daily; a house says what suits it. */
export const usual: Stages = { newFor: 14, activeWithin: 30, loyal: { days: 8, within: 60 }, quietWithin: 120 }

/** A stage of a fan; `unseen` is nobody's fault: nothing of them was ever seen. */
export const Stage = Schema.Literals(["unseen", "new", "active", "loyal", "quiet", "asleep", "gone"])
/** A stage of a fan. */
export type Stage = typeof Stage.Type

/** What people call a stage. */
export const stageNames: Readonly<Record<Stage, Bilingual>> = {
  unseen: { zh: "从未见到", en: "never seen" },
  new: { zh: "新粉", en: "new" },
  active: { zh: "活跃", en: "active" },
  loyal: { zh: "忠实", en: "loyal" },
  quiet: { zh: "沉默", en: "quiet" },
  asleep: { zh: "沉睡", en: "asleep" },
  gone: { zh: "流失", en: "gone" }
}

/** What was seen of a fan. Days are whole numbers (`CalendarDate.toNumber`), of the account's zone. */
export interface Seen {
  /** The days on which the fan was seen; each once, in any order. */
  readonly days: ReadonlyArray<number>
  /** The day on which the fan was last seen to unfollow, or to be no account any more. */
  readonly left?: number
}

/** Where a fan stands on a day. What was seen after it counts for nothing; who is seen after leaving is back. */
export const stage = ({ days, left }: Seen, today: number, stages: Stages = usual): Stage => {
  let [first, last, recently] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
  for (const day of days) {
    if (day > today) continue
    first = Math.min(first, day)
    last = Math.max(last, day)
    if (today - day < stages.loyal.within) recently++
  }
  if (left !== undefined && left <= today && last <= left) return "gone"
  if (first > last) return "unseen"
  const ago = today - last
  if (ago < stages.activeWithin && recently >= stages.loyal.days) return "loyal"
  if (today - first < stages.newFor) return "new"
  if (ago < stages.activeWithin) return "active"
  return ago < stages.quietWithin ? "quiet" : "asleep"
}

/** How many fans stand where; they add up to the fans. */
export const count = (fans: Iterable<Seen>, today: number, stages: Stages = usual): Readonly<Record<Stage, number>> => {
  const counts: Record<Stage, number> = { unseen: 0, new: 0, active: 0, loyal: 0, quiet: 0, asleep: 0, gone: 0 }
  for (const fan of fans) counts[stage(fan, today, stages)]++
  return counts
}
