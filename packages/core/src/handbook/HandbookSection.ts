/**
 * A section of a handbook that not every handbook has: its key, its schema, and how it is read. The schema is the one place that says what it
 * holds; the check of its form, of the names in it, the diff and the JSON Schema follow from it.
 *
 *     const Prizes = HandbookSection.make("prizes", {
 *       title: { zh: "奖品", en: "Prizes" },
 *       schema: Schema.Struct({ owner: PersonId, answers: Allowance })
 *     })
 *     Prizes.of(handbook).owner
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import { Handbook } from "./Handbook.ts"

/** A section of a handbook. */
export interface HandbookSection<A> {
  readonly key: string
  readonly title: Bilingual
  readonly schema: Schema.Codec<A, unknown>
  /** The section, where the handbook has it. */
  readonly find: (handbook: Handbook) => A | undefined
  /** The section of a handbook that has it: what runs by it runs in no other. */
  readonly of: (handbook: Handbook) => A
}

/** A section under a key that no chapter of every handbook has. */
export const make = <A, I>(
  key: string,
  { schema, title }: { readonly title: Bilingual; readonly schema: Schema.Codec<A, I> }
): HandbookSection<A> => {
  if (Object.hasOwn(Handbook.fields, key)) throw new Error(`Every handbook has a section ${key} already`)
  const is = Schema.is(schema)
  const find = (handbook: Handbook): A | undefined => {
    const value: unknown = Object.hasOwn(handbook, key) ? Reflect.get(handbook, key) : undefined
    if (value === undefined || is(value)) return value
    throw new Error(`The section ${key} of edition ${handbook.version} was read by another schema than its own`)
  }
  return {
    key,
    title,
    schema,
    find,
    of: (handbook) => {
      const section = find(handbook)
      if (section === undefined) throw new Error(`Edition ${handbook.version} has no section ${key}`)
      return section
    }
  }
}
