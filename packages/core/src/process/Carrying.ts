/**
 * The `evolve` of a step that leaves it out: fields are carried on by their names.
 *
 * @module
 */
import type { AnyStep } from "./Declaration.ts"

/** Carries what the state before and the declared facts have in common with the next state; where both have a field, the fact holds. */
export const carrying = (to: string, fields: ReadonlyArray<string>, told: ReadonlyArray<string>): AnyStep["evolve"] => {
  // The kernel hands over a state and an event of this process, which the types of `Words` have asked for these fields.
  const sources = fields.map((field) => ({ field, isTold: told.includes(field) }))
  return ((
    state: Readonly<Record<string, unknown>> = nothing,
    { facts }: { facts: Readonly<Record<string, unknown>> }
  ) => {
    const next: Record<string, unknown> = { _tag: to }
    for (const { field, isTold } of sources) {
      const value = isTold && Object.hasOwn(facts, field) ? facts[field] : state[field]
      if (value !== undefined) next[field] = value
    }
    return next
  }) as AnyStep["evolve"]
}

/** Without what every object has by itself. */
const nothing: Readonly<Record<string, unknown>> = Object.create(null)
