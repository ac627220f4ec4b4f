/**
 * What people and the account are called in what is written for people.
 *
 * @module
 */
import type { Called } from "../process/Face.ts"
import type { Handbook } from "./Handbook.ts"

/** By their names; whoever is not known is called by their id. */
export const calledBy = ({ account, team }: Pick<Handbook, "account" | "team">): Called => {
  const people: Readonly<Record<string, { readonly name: string } | undefined>> = team.people
  return (id) => (Object.hasOwn(people, id) ? people[id]?.name : undefined) ?? (id === account.id ? account.name : id)
}
