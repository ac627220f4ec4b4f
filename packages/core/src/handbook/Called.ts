/**
 * What people and the account are called in what is written for people.
 *
 * @module
 */

import type { PersonId } from "../process/Actor.ts"
import type { Called } from "../process/Reader.ts"
import type { Handbook } from "./Handbook.ts"

/** A person, and what they are called. */
export interface Who {
  readonly id: PersonId
  readonly name: string
}

/** By their names; whoever is not known is called by their id. */
export const calledBy = ({ account, team }: Pick<Handbook, "account" | "team">): Called => {
  const people: Readonly<Record<string, { readonly name: string } | undefined>> = team.people
  return (id) => (Object.hasOwn(people, id) ? people[id]?.name : undefined) ?? (id === account.id ? account.name : id)
}

/** The person with their name; somebody whom the handbook does not know is called by their id. */
export const whoIs = ({ team: { people } }: Handbook, id: PersonId): Who => ({ id, name: people[id]?.name ?? id })
