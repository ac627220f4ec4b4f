/**
 * A count divided by what it is about: of the kinds of things that its tags name, by the one in which most has moved. Fans are no such kind: a report names none.
 *
 * @module
 */
import { kind as fan } from "../../account/FanId.ts"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import type { Part } from "./Change.ts"

/** Something with its tags, `kind:id`, and whether it is of this period. */
export interface Tagged {
  readonly tags: ReadonlyArray<string>
  readonly isNow: boolean
}

/** The parts; none where no kind of tag divides it. */
export const of = (
  all: ReadonlyArray<Tagged>,
  titleOf: (tag: string) => Bilingual | undefined = () => undefined
): ReadonlyArray<Part> => {
  const kinds = byKind(all.flatMap(({ tags }) => tags))
  return most(kinds.map(([kind]) => divided(all, kind, titleOf)))
}

/** Tags by the kind of thing that they name, each once; without those of kinds that divide nothing. */
export const byKind = (tags: Iterable<string>): ReadonlyArray<readonly [kind: string, tags: ReadonlyArray<string>]> =>
  [...Map.groupBy(new Set(tags), kindOf)].filter(([kind]) => !apart.has(kind))

/**
 * Of several divisions, the finest that says something: one of whose parts has a tenth of all that moved at least. Of a hundred posts with one answer each there is
 * nothing to be said.
 */
export const most = (divisions: ReadonlyArray<ReadonlyArray<Part>>): ReadonlyArray<Part> =>
  divisions
    .filter((parts) => parts.length > 1 && isTold(parts))
    .toSorted((one, other) => other.length - one.length)[0] ?? []

const isTold = (parts: ReadonlyArray<Part>): boolean => {
  const moves = parts.map(({ before, now }) => Math.abs(now - before))
  return moves.some((one) => one > 0 && one >= moves.reduce((sum, one) => sum + one, 0) / 10)
}

/** What has no part in a division: people outside, and what all have in common. */
const apart: ReadonlySet<string> = new Set([fan, "account", "parent"])

const kindOf = (tag: string): string => tag.slice(0, Math.max(0, tag.indexOf(":")))

/** Each belongs to the first thing of the kind that it names, or to the rest: so the parts make the whole. */
const divided = (
  all: ReadonlyArray<Tagged>,
  kind: string,
  titleOf: (tag: string) => Bilingual | undefined
): ReadonlyArray<Part> => {
  const counts = new Map<string, { now: number; before: number }>()
  for (const { isNow, tags } of all) {
    const tag = tags.find((one) => kindOf(one) === kind) ?? ""
    const count = counts.get(tag) ?? { now: 0, before: 0 }
    counts.set(tag, count)
    if (isNow) count.now++
    else count.before++
  }
  return Array.from(counts, ([tag, count]) => ({
    title: tag === "" ? rest : (titleOf(tag) ?? same(tag.slice(kind.length + 1) || tag)),
    ...count
  }))
}

const rest: Bilingual = { zh: "其余", en: "the rest" }
