/**
 * Whether people are there, and who is told first because of it.
 *
 * @module
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import type { PersonId } from "./Actor.ts"

/** Somebody is at work, has the hour off, or is away for longer. */
export type Presence = "there" | "off" | "away"

/** How it is with a person now. */
export type PresenceOf = (person: PersonId) => Presence

/** Whoever of a chain is told now: the first who is there; where nobody is, the first who only has the hour off, and else the first. */
export const nextOf = (chain: NonEmptyReadonlyArray<PersonId>, presence?: PresenceOf): PersonId =>
  inOrder(chain, presence)[0]

/** Who leads, and who takes the lead's part. */
export interface Led {
  readonly presence?: PresenceOf | undefined
  readonly settings: { readonly lead: PersonId; readonly others?: ReadonlyArray<PersonId> | undefined }
}

/** Whoever leads now: the lead, or the next who is there. */
export const leadNow = ({ presence, settings: { lead, others = [] } }: Led): PersonId =>
  nextOf([lead, ...others], presence)

/** The people of a chain in the order in which they are told now: who is there first, who is away last, and each as the chain has them. */
export const inOrder = (
  chain: NonEmptyReadonlyArray<PersonId>,
  presence: PresenceOf = () => "there"
): NonEmptyReadonlyArray<PersonId> => {
  const found = chain.map((person) => ({ person, rank: ranks[presence(person)] }))
  const [first, ...others] = found.sort((one, other) => one.rank - other.rank).map(({ person }) => person)
  return [first ?? chain[0], ...others]
}

const ranks: Readonly<Record<Presence, number>> = { there: 0, off: 1, away: 2 }
