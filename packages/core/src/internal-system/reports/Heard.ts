/**
 * How what was heard and counted is tallied for reports: each kind under its name, and under its name and each tag; and whose it is.
 *
 * @module
 */
import { Option, Schema } from "effect"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import type { AnyKind } from "../../observations/Observation.ts"
import * as Tally from "../analytics/Tally.ts"

/** A tally for reports. Of a program that keeps none of it, any salt is as good as another. */
export const tally = (zone: TimeZone, kinds: ReadonlyArray<AnyKind>, salt = 0): Tally.Tally => {
  const persons = new Map(
    kinds.flatMap(({ name, personal, personsOf }) =>
      personal === undefined ? [] : [[name, { decode: Schema.decodeUnknownOption(personal), personsOf }] as const]
    )
  )
  return Tally.make({
    zone,
    salt,
    of: ({ kind, personal, tags }) => {
      const of = persons.get(kind)
      const said = of && Option.getOrUndefined(of.decode(personal))
      return {
        about: [kind, ...tags.map((tag) => about(kind, tag))],
        person: said === undefined ? undefined : of?.personsOf(said)[0]
      }
    }
  })
}

/** Under which name those of a kind are counted that are about a thing. */
export const about = (kind: string, tag: string): string => `${kind} ${tag}`

/** The tag of such a name; nothing where it is of another kind. */
export const tagOf = (kind: string, name: string): string | undefined =>
  name.startsWith(`${kind} `) ? name.slice(kind.length + 1) : undefined
