/**
 * Search: by the number of a case, by what it is about (the id of a fan, a resource, an account, or a whole tag), by words in the line of an open one, and,
 * where the house keeps the words of cases (`CaseTexts`), by what was said in any, however long it has been over.
 *
 * @module
 */
import { Tag } from "@dualops/core/account"
import { Caseload, CaseSearch, Operations, type StoreUnavailable } from "@dualops/core/operations"
import { type Actor, Case, Face, type Process } from "@dualops/core/process"
import { Effect } from "effect"
import { isCaseId, type Needs, type Running } from "./House.ts"

/** So many of each kind are looked for. */
export const most = 50

/** What was asked for, as it is looked for. */
export const wordsOf = (asked: string): string => asked.trim().slice(0, 200).toWellFormed()

/** What was found; `next` is where those begin in which it was said earlier, where there may be any. */
export interface Found {
  readonly cases: ReadonlyArray<Caseload.AnyCase>
  readonly next?: number
}

/** The cases that were found and that the person sees; before a place, those alone in which the words were said. */
export const found = Effect.fnUntraced(function* (
  house: Running,
  person: Actor.Person,
  words: string,
  before?: number
): Effect.fn.Return<Found, StoreUnavailable, Needs> {
  if (words === "") return { cases: [] }
  const { processes } = house.caseload
  const { cases, next } = yield* CaseSearch.find(processes, person, words, most, before)
  const goesOn = next === undefined ? {} : { next }
  if (before !== undefined) return { cases, ...goesOn }
  const all = [
    ...(yield* named(processes, words)),
    ...(yield* tagged(processes, words)),
    ...(yield* told(house, words)),
    ...cases
  ]
  const once = new Map(all.map((one) => [Case.keyOf({ process: one.process.name, case: one.case.id }), one]))
  return { cases: yield* Caseload.seen(person)([...once.values()]), ...goesOn }
})

/** The cases of that very name. */
const named = Effect.fnUntraced(function* (processes: ReadonlyArray<Process.Any>, name: string) {
  if (!isCaseId(name)) return []
  return (yield* Effect.forEach(processes, (process) =>
    Effect.map(Operations.load(process, name), (current) => (current === undefined ? [] : [{ process, case: current }]))
  )).flat()
})

/** The cases about the thing of that id, whatever kind of thing it is, or of that whole tag. */
const tagged = Effect.fnUntraced(function* (processes: ReadonlyArray<Process.Any>, words: string) {
  if (words.includes("\u0000")) return []
  const kinds = new Set(processes.flatMap(({ state }) => Tag.kindsIn(state)))
  const tags = [...(words.includes(":") ? [words] : []), ...Array.from(kinds, (kind) => Tag.of(kind, words))]
  return (yield* Effect.forEach(tags, (tag) => Caseload.about(processes, tag, most))).flat()
})

/** The open cases in whose line all of the words are. */
const told = Effect.fnUntraced(function* ({ caseload }: Running, words: string) {
  const all = words.toLowerCase().split(/\s+/)
  return (yield* caseload.cases).filter(({ case: current, process }) => {
    const { en, zh } = Face.about(process, current)
    const line = `${zh} ${en} ${current.id}`.toLowerCase()
    return all.every((word) => line.includes(word))
  })
})
