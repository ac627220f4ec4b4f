/** One way to break a handbook: what is done to it as it is written, and the rule that should notice. */
import type { Handbook } from "@dualops/core/handbook"

/** A written handbook that may be changed, without what the schema knows of its names. */
export type Draft = Changeable<Handbook.Written>
type Changeable<A> = A extends string | number | boolean | undefined | null
  ? A
  : { -readonly [K in keyof A]: Changeable<A[K]> }

/** One way to break a handbook. */
export interface Mutation {
  readonly what: string
  readonly code: string
  readonly change: (draft: Draft) => void
}

/** A way for each of these. */
export const each = <A>(
  code: string,
  of: Readonly<Record<string, A>> | undefined,
  change: (draft: Draft, id: string, one: A) => void,
  only: (one: A, id: string) => boolean = () => true
): ReadonlyArray<Mutation> =>
  Object.entries(of ?? {})
    .filter(([id, one]) => only(one, id))
    .map(([id, one]) => ({ what: `${code}: ${id}`, code, change: (draft) => change(draft, id, one) }))

/** One way. */
export const once = (code: string, change: (draft: Draft) => void): ReadonlyArray<Mutation> => [
  { what: code, code, change }
]

/** What is there, for a handbook that the tests know. */
export const the = <A>(value: A | undefined): A => {
  if (value === undefined) throw new Error("The worked handbook has it.")
  return value
}
