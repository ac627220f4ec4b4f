/**
 * What every page knows: the processes and their open cases, and who looks at what, in which language.
 *
 * @module
 */
import type { Moment } from "@dualops/core/calendar"
import type { Bilingual } from "@dualops/core/finding"
import type { Caseload, Editions, EventLog, Snapshots } from "@dualops/core/operations"
import type { Actor } from "@dualops/core/process"
import type { Redacted } from "effect"
import * as Address from "./Address.ts"

/** The house whose desk it is. */
export interface House {
  readonly caseload: Caseload.Caseload
  /** What people call it. */
  readonly title: Bilingual.Bilingual
  /** The path below which the desk is: nothing, or `/desk`. */
  readonly base: string
  /** The origin of its pages as browsers see it, where that is not what the request is sent to. */
  readonly origin: string | undefined
  /** By which forms are known as its own. */
  readonly secret: Redacted.Redacted<string>
}

/** What pages need of a store and of the handbooks. */
export type Needs = EventLog.EventLog | Snapshots.Snapshots | Editions.Editions

/** A person looks at a page. */
export interface Visit {
  readonly house: House
  readonly address: Address.Address
  /** Who acts, in whose place. */
  readonly person: Actor.Person
  readonly at: Moment.Moment
}

/** The address of another page, for the same person in the same language. */
export const to = ({ address, house }: Pick<Visit, "address" | "house">, page: Address.Place): string =>
  Address.write(house.base, { ...address, page })
