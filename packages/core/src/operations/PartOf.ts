/**
 * What a case is part of: the case that has begun it, as people read it.
 *
 * @module
 */
import { type Bilingual, same } from "../finding/Bilingual.ts"
import { type Case, keyOf, type Tagged } from "../process/Case.ts"
import * as Face from "../process/Face.ts"
import type { Reader } from "../process/Reader.ts"
import type { AnyCase } from "./Cases.ts"

/** Says it of a case. */
export type PartOf = (current: Case<Tagged>) => Bilingual | undefined

/** Says what a case is part of, as people read it: the case that has begun it, which is looked for among these. Nothing where none has. */
export const among = (all: ReadonlyArray<AnyCase>, reader?: Reader): PartOf => {
  let known: ReadonlyMap<string, AnyCase> | undefined
  return ({ parent }) => {
    if (parent === undefined) return undefined
    known ??= new Map(all.map((one) => [keyOf({ process: one.process.name, case: one.case.id }), one]))
    const found = known.get(keyOf(parent))
    return found === undefined ? same(parent.case) : Face.named(Face.reading(found.process, found.case, reader))
  }
}

/** The same under each of these editions, whose people read it by today's: the cases are laid out once for each, and not for each case. */
export const amongEach = (
  all: ReadonlyArray<AnyCase>,
  belonging: ReadonlyMap<string, { readonly today: Reader }>
): ((version: string) => PartOf) => {
  const each = new Map(Array.from(belonging, ([version, { today }]) => [version, among(all, today)]))
  return (version) => each.get(version) ?? among(all)
}
