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
  const inOrder = days.filter((day) => day <= today).toSorted(earlier)
  return stands({ inOrder, seen: inOrder.length, left }, today, stages)
}

/** How many fans stand where; they add up to the fans. */
export const count = (fans: Iterable<Seen>, today: number, stages: Stages = usual): Counts => {
  const counts = none()
  for (const fan of fans) counts[stage(fan, today, stages)]++
  return counts
}

/** How many fans stand where. */
export type Counts = Readonly<Record<Stage, number>>

/**
 * Counts fans on all days at once, so that where they stand on one is known without asking each of them: it keeps how many come to a stage, and leave it, on which day.
 * A fan who is counted with -1, as they were counted before, is counted no more.
 */
export const gather = (stages: Stages = usual) => {
  const turnsOn = new Map<number, Record<Stage, number>>()
  let fans = 0
  return {
    /** Counts a fan, or takes them out as they were counted. */
    count: (fan: Seen, by: 1 | -1): void => {
      fans += by
      turns(fan, stages, (day, from, to) => {
        const turned = turnsOn.get(day) ?? none()
        turnsOn.set(day, turned)
        turned[from] -= by
        turned[to] += by
      })
    },
    /** What {@link count} says of all of them on a day. */
    asOf: (today: number): Counts => {
      const counts = { ...none(), unseen: fans }
      for (const [day, turned] of turnsOn) if (day <= today) for (const one of all) counts[one] += turned[one]
      return counts
    }
  }
}

const all = Stage.literals
const none = (): Record<Stage, number> => ({ unseen: 0, new: 0, active: 0, loyal: 0, quiet: 0, asleep: 0, gone: 0 })
const earlier = (one: number, other: number): number => one - other

/** What was seen of a fan by a day: so many of the days in order. */
interface SeenBy {
  readonly inOrder: ReadonlyArray<number>
  readonly seen: number
  readonly left: number | undefined
}

const stands = ({ inOrder, left, seen }: SeenBy, today: number, stages: Stages): Stage => {
  const first = inOrder[0]
  const last = nth(inOrder, seen - 1)
  if (left !== undefined && left <= today && (last === undefined || last <= left)) return "gone"
  if (first === undefined || last === undefined) return "unseen"
  const isActive = today < last + stages.activeWithin
  const often = nth(inOrder, seen - stages.loyal.days)
  if (isActive && often !== undefined && today < often + stages.loyal.within) return "loyal"
  if (today < first + stages.newFor) return "new"
  if (isActive) return "active"
  return today < last + stages.quietWithin ? "quiet" : "asleep"
}

/** Tells each day on which a fan, who was never seen before all of them, comes from one stage to another. */
const turns = (
  { days, left = Number.POSITIVE_INFINITY }: Seen,
  stages: Stages,
  take: (day: number, from: Stage, to: Stage) => void
): void => {
  const inOrder = days.toSorted(earlier)
  let was: Stage = "unseen"
  for (let seen = 0; seen <= inOrder.length; seen++) {
    const last = nth(inOrder, seen - 1) ?? Number.NEGATIVE_INFINITY
    const until = nth(inOrder, seen) ?? Number.POSITIVE_INFINITY
    const first = inOrder[0] ?? until
    const often = nth(inOrder, seen - stages.loyal.days) ?? last
    const by = { inOrder, seen, left }
    // Between two days on which a fan was seen, nothing else changes where they stand.
    const active = last + stages.activeWithin
    const quiet = last + stages.quietWithin
    const limits = [left, last, first + stages.newFor, active, quiet, often + stages.loyal.within]
    for (let day = next(limits, last - 1); day < until; day = next(limits, day)) {
      const now = stands(by, day, stages)
      if (now !== was) take(day, was, now)
      was = now
    }
  }
}

/** There may be millions of fans, and an index below 0 is slow. */
const nth = (days: ReadonlyArray<number>, index: number): number | undefined =>
  index >= 0 && index < days.length ? days[index] : undefined

/** The earliest of some days that comes after a day. */
const next = (days: ReadonlyArray<number>, after: number): number => {
  let found = Number.POSITIVE_INFINITY
  for (const day of days) if (day > after && day < found) found = day
  return found
}
