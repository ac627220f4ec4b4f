/**
 * The parts that people have in a handbook: everywhere it counts on somebody.
 *
 * @module
 */
import { Record, Schema } from "effect"
import { keysOf, lookInto } from "../finding/Annotated.ts"
import * as Name from "../finding/Name.ts"
import { Handbook } from "../handbook/Handbook.ts"
import type { Behind, Escalation, ReviewStage } from "../internal-system/interaction/ServicePromise.ts"
import type { PersonId } from "../process/Actor.ts"

/** Somebody is counted on. `urgent`: for something that cannot wait until they look at their desk. */
export interface Part {
  readonly person: PersonId
  readonly at: ReadonlyArray<PropertyKey>
  readonly urgent: boolean
}

/** A promise or what stands behind it, with its place. */
export interface Link {
  readonly at: ReadonlyArray<PropertyKey>
  readonly promise: Pick<Behind, "title" | "within" | "warnAt" | "escalation" | "behind">
  /** What it passes before it goes out; only a promise to a fan has reviews. */
  readonly reviews: ReadonlyArray<ReviewStage>
  /** The department that promises it; absent for a promise to a fan. */
  readonly by: Behind["by"] | undefined
}

/** Every promise, and every one behind it, from the fan backwards. */
export const links = ({ promises = {} }: Handbook): ReadonlyArray<Link> =>
  Record.toEntries(promises).flatMap(([id, promise]) => [
    { at: ["promises", id], promise, reviews: promise.reviews ?? [], by: undefined },
    ...behind(["promises", id], promise.behind)
  ])

const behind = (at: ReadonlyArray<PropertyKey>, all: ReadonlyArray<Behind> = []): ReadonlyArray<Link> =>
  all.flatMap((promise, index) => {
    const here = [...at, "behind", index]
    return [{ at: here, promise, reviews: [], by: promise.by }, ...behind(here, promise.behind)]
  })

/** Every chain of people who are told when something is late. */
export const chains = (
  handbook: Handbook
): ReadonlyArray<{ readonly link: Link; readonly chain: ReadonlyArray<Escalation> }> =>
  links(handbook).map((link) => ({ link, chain: link.promise.escalation ?? [] }))

/** Everywhere the handbook counts on somebody, as its schema marks it. */
export const of = (handbook: Handbook): ReadonlyArray<Part> => {
  const parts: Array<Part> = []
  look?.(handbook, (person, { counted }, way) => {
    // Only people are counted on, and the handbook has been read.
    if (counted !== undefined) parts.push({ person: person as PersonId, at: keysOf(way), urgent: counted === "urgent" })
  })
  return parts
}

const look = lookInto(Handbook, { marked: Name.markOf, isMember: (member) => Schema.is(Schema.make(member)) })
