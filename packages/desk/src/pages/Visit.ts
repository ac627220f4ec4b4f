/**
 * Who looks at what, in which language, and when.
 *
 * @module
 */
import type { Moment } from "@dualops/core/calendar"
import type { Actor, Reader } from "@dualops/core/process"
import type { House } from "../house/House.ts"
import * as Address from "./Address.ts"

/** A person looks at a page. */
export interface Visit {
  readonly house: House
  readonly address: Address.Address
  /** Who acts, in whose place. */
  readonly person: Actor.Person
  /** What the handbook calls people. */
  readonly called: Reader.Called
  readonly at: Moment.Moment
  /** Where the log ended when the page was made: what comes after it is news. */
  readonly since: number
}

/** The address of another page, for the same person in the same language. */
export const to = ({ address, house }: Pick<Visit, "address" | "house">, page: Address.Place): string =>
  Address.write(house.base, { ...address, page })
