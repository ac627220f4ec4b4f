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
  const kinds = new Set(all.flatMap(({ tags }) => tags.map(kindOf)).filter((kind) => !apart.has(kind)))
  const divisions = Array.from(kinds, (kind) => divided(all, kind, titleOf)).filter((parts) => parts.length > 1)
  return divisions.toSorted((one, other) => largest(other) - largest(one))[0] ?? []
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

const largest = (parts: ReadonlyArray<Part>): number =>
  Math.max(...parts.map(({ before, now }) => Math.abs(now - before)))
