/**
 * People who are told something in turn, as parts of a process: whom a message does not reach is passed over at once, and the next is told.
 *
 * Nobody who can be reached may be left out because somebody else cannot. What is told, when it is told again, and when enough of them have
 * it, is for the process to say.
 *
 * @module
 */
import { Array as Arrays, Schema } from "effect"
import * as Action from "../process/Action.ts"
import { PersonId } from "../process/Actor.ts"

/** What a handbook decides about it. */
export const policy = {
  /** Who is told first, where nobody in particular has to be. */
  lead: PersonId,
  /** Who is told after the lead, in turn. */
  others: Schema.optionalKey(Schema.Array(PersonId))
}
type Policy = Schema.Struct<typeof policy>["Type"]

/** What is known of it while people are told. */
export const told = {
  /** Who is told, in turn. */
  chain: Schema.NonEmptyArray(PersonId),
  /** How many turns there have been. */
  turn: Schema.Int,
  /** How many of them reached nobody. */
  inVain: Schema.Int
}
type Told = Schema.Struct<typeof told>["Type"]

/** The lead and the others after these people, each of them once, but for the one whom it has not reached. */
export const after = (
  people: ReadonlyArray<PersonId>,
  { lead, others = [] }: Policy,
  missed?: PersonId
): Told["chain"] => {
  const left = Arrays.dedupe([...people, lead, ...others]).filter((person) => person !== missed)
  // Where there is nobody else, the one whom it has not reached is told again.
  return Arrays.isArrayNonEmpty(left) ? left : [lead]
}

/** Nobody has been told yet. */
export const begun = { turn: 0, inVain: 0 }

/** The next has their turn: the one before has it. */
export const passOn = <S extends Told>(state: S): S => ({ ...state, turn: state.turn + 1 })

/** The next has their turn: the one before was not reached, or nobody knows whether they were. */
export const passOver = <S extends Told>(state: S): S => ({ ...passOn(state), inVain: state.inVain + 1 })

/** How it comes up. */
export const turnUp = { title: { zh: "出现", en: "turn up" }, to: ["Open"], by: "world" } as const

/** How it is heard what became of a message; the steps are called as `outcomes` says. */
export const arrive = {
  title: { zh: "获知已送达", en: "hear that it has arrived" },
  from: ["Open"],
  by: "world"
} as const
/** How it is heard that a message has reached nobody. */
export const miss = {
  title: { zh: "获知未送达", en: "hear that it has not arrived" },
  from: ["Open"],
  by: "world",
  input: Action.refused
} as const
/** How it is heard that nobody knows whether a message has arrived. */
export const missPerhaps = {
  title: { zh: "是否送达不明", en: "not know whether it has arrived" },
  from: ["Open"],
  by: "world",
  input: Action.unknown
} as const
/** The steps that say what became of a message. */
export const outcomes = { notify: { done: "Arrive", refused: "Miss", unknown: "MissPerhaps" } } as const
