/**
 * Who looks at what, in which language, and when.
 *
 * @module
 */
import type { Moment } from "@dualops/core/calendar"
import type { Name } from "@dualops/core/finding"
import type * as HousePages from "@dualops/core/house-pages"
import type { Actor, Reader } from "@dualops/core/process"
import type * as PictureControls from "../form/PictureControls.ts"
import type { House } from "../house/House.ts"
import * as Sealed from "../picture/Sealed.ts"
import * as Served from "../picture/Served.ts"
import * as Address from "./Address.ts"

/** A person looks at a page. */
export interface Visit {
  readonly house: House
  readonly address: Address.Address
  /** What a page that is read is asked for beside its address. */
  readonly asked: ReadonlyArray<readonly [string, string]>
  /** Who acts, in whose place. */
  readonly person: Actor.Person
  /** Where they sign out, if they have signed in by a page. */
  readonly signOut?: string
  /** The pages of the house that they see. */
  readonly pages: ReadonlyArray<HousePages.HousePage>
  /** What the handbook calls people. */
  readonly called: Reader.Called
  /** What the handbooks that they see have names for. */
  readonly names: (named: Name.Named) => ReadonlyArray<string>
  readonly at: Moment.Moment
  /** Where the log ended when the page was made: what comes after it is news. */
  readonly since: number
}

/** How the person's pages name pictures. */
export const framesFor = ({ house, person }: Pick<Visit, "house" | "person">): PictureControls.Frames => ({
  isTaken: house.shelf !== undefined,
  of: (picture) => {
    const sealed = Sealed.of(sealFor({ house, person }), picture)
    return { sealed, address: `${house.base}${Served.path}${sealed}` }
  }
})

/** The seal of what the person is shown. */
export const sealFor = ({ house: { secret }, person: { person } }: Pick<Visit, "house" | "person">): Sealed.Seal => ({
  secret,
  person
})

/** The address of a form that is filled in with this, by the names of its fields. */
export const filledIn = (
  visit: Pick<Visit, "address" | "house">,
  page: Address.Place,
  filled: HousePages.Filled
): string =>
  asking(
    to(visit, page),
    Object.entries(filled).map(([name, value]) => [`input.${name}`, value])
  )

/** An address that asks for something. */
export const asking = (address: string, asked: ReadonlyArray<readonly [string, string]>): string =>
  asked.length === 0
    ? address
    : `${address}?${new URLSearchParams(asked.map(([name, value]): [string, string] => [name, value]))}`

/** The address of another page, for the same person in the same language. */
export const to = ({ address, house }: Pick<Visit, "address" | "house">, page: Address.Place): string =>
  Address.write(house.base, { ...address, page })
