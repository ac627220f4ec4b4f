/**
 * A promise as the rungs of a clock: how long something may take, and who is told in turn before and after that.
 *
 * @module
 */
import { Array as Arrays, Duration, Schema } from "effect"
import type { PersonId } from "../../process/Actor.ts"
import { Allowance, type Rungs } from "../../process/Allowance.ts"
import { nextOf, type PresenceOf } from "../../process/Presence.ts"
import { Escalation, type ServicePromise } from "./ServicePromise.ts"

/** How long it may take, when people are warned, and the chain of those who are told. */
export const Ladder = Schema.Struct({
  within: Allowance,
  /** The part of that time after which people are warned; 0.8 unless it is said. */
  warnAt: Schema.optionalKey(Schema.Finite),
  /** Who is told that it is late, and how long after it began; the last is told again. Without a chain the lead is, when that time is up. */
  chain: Schema.optionalKey(Schema.NonEmptyArray(Escalation))
})
/** How long it may take, when people are warned, and the chain of those who are told. */
export type Ladder = typeof Ladder.Type

/** A promise of the handbook as a ladder. */
export const ofPromise = ({ escalation, warnAt, within }: Promised): Ladder => ({
  within,
  ...(warnAt !== undefined && { warnAt }),
  ...(escalation && { chain: escalation })
})
type Promised = Pick<ServicePromise, "escalation" | "warnAt" | "within">

/** The shortest of these promises. */
export const shortest = <P extends Promised>(promises: ReadonlyArray<P>): P | undefined =>
  [...promises].sort((one, other) => Duration.Order(one.within.time, other.within.time))[0]

/** When people are told, from the beginning: as the chain says, and when the promise is over, if nobody is told just then. */
export const rungs = ({ chain, within }: Ladder): Rungs => {
  if (chain === undefined) return within
  const [first, ...others] = Arrays.map(chain, ({ after }) => after)
  const last = others.at(-1) ?? first
  const isToldThen = last.calendar === within.calendar && !Duration.isLessThan(last.time, within.time)
  return isToldThen ? [first, ...others] : [first, ...others, within]
}

/** The warning is a part of the promised time; where somebody of the chain is told before that, nobody has to be warned. */
export const warning = ({ chain, warnAt = 0.8, within }: Ladder): number =>
  chain === undefined
    ? warnAt
    : Math.min(1, (warnAt * Duration.toMillis(within.time)) / Duration.toMillis(chain[0].after.time))

/** Who is told at a rung: whoever stands there in the chain, or the next who is there, and behind the chain the lead and the others. */
export const toldAt = (
  { chain }: Pick<Ladder, "chain">,
  rung: number,
  { lead, others = [], presence }: Behind
): PersonId => {
  const people = chain?.map(({ to }) => to) ?? []
  const [next = lead, ...after] = people.slice(Math.min(rung, people.length) - 1)
  return nextOf([next, ...after, ...people, lead, ...others], presence)
}

/** Who is told when nobody of a chain can be, and who is there. */
interface Behind {
  readonly lead: PersonId
  readonly others?: ReadonlyArray<PersonId> | undefined
  readonly presence?: PresenceOf | undefined
}
