/**
 * What a program gives in the place of what the kernel takes: moments may be a `Date`, and names plain strings.
 *
 * @module
 */
import { Actor } from "@dualops/core"
import { Case } from "@dualops/core/process"
import { type Brand, DateTime } from "effect"

/** The same, where a `Date` may stand for a moment and a plain string or number for a name of the handbook. */
export type Given<T> = unknown extends T
  ? T
  : T extends DateTime.Utc
    ? T | Date
    : T extends Brand.Brand<string>
      ? T extends string
        ? string
        : T extends number
          ? number
          : T
      : T extends string | number | bigint | boolean | symbol | null | undefined
        ? T
        : T extends ReadonlyArray<unknown> | Plain
          ? { readonly [K in keyof T]: Given<T[K]> }
          : T

/** What has fields and nothing else that matters: no classes of somebody's own. */
type Plain = { readonly [field: string]: unknown }

/** A person, by the name that the handbook has for them; or whoever else acts, such as `inPlaceOf("zhou", "lin")` or `world`. */
export type Person = string | Actor.Person

/** Who it is. */
export const personOf = (person: Person): Actor.Person => (typeof person === "string" ? Actor.person(person) : person)

/** Who acts: a person, or an actor as the kernel has them. */
export const actorOf = (by: string | Actor.Actor): Actor.Actor => (typeof by === "string" ? Actor.person(by) : by)

/** The case of that name. What no store keeps is refused when it is sent. */
export const caseOf = (id: string): Case.CaseId => Case.CaseId.make(id, { disableChecks: true })

/** What the kernel takes: every `Date` made a moment, at any depth. A date that there is not is left for the schema to refuse. */
export const taken = (given: unknown): unknown => {
  if (given instanceof Date) return Number.isNaN(given.getTime()) ? given : DateTime.fromDateUnsafe(given)
  if (Array.isArray(given)) return given.map(taken)
  if (typeof given !== "object" || given === null) return given
  const prototype = Object.getPrototypeOf(given)
  if (prototype !== Object.prototype && prototype !== null) return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, taken(value)]))
}
