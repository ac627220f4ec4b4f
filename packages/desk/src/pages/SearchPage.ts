/**
 * Search: by the number of a case, by what it is about (the id of a fan, a resource, an account, or a whole tag), and by words in its line.
 *
 * @module
 */
import { Tag } from "@dualops/core/account"
import { Caseload, Handbooks, Operations, type StoreUnavailable } from "@dualops/core/operations"
import { Page } from "@dualops/core/pages"
import { Case, Face, type Process } from "@dualops/core/process"
import { Effect } from "effect"
import { isCaseId, type Needs } from "../house/House.ts"
import { linkTo } from "./CasePage.ts"
import * as Screen from "./Screen.ts"
import type { Visit } from "./Visit.ts"

/** So many of each kind are listed. */
const most = 50

/** The page of what is found. */
export const of = Effect.fnUntraced(function* (
  visit: Visit,
  asked: string
): Effect.fn.Return<Screen.Screen, StoreUnavailable, Needs> {
  const words = asked.trim().slice(0, 200).toWellFormed()
  const { processes } = visit.house.caseload
  const found =
    words === ""
      ? []
      : [...(yield* named(processes, words)), ...(yield* tagged(processes, words)), ...(yield* told(visit, words))]
  const once = new Map(found.map((one) => [Case.keyOf({ process: one.process.name, case: one.case.id }), one]))
  const seen = yield* Caseload.seen(visit.person)([...once.values()])
  const belonging = yield* Handbooks.ofVersions(seen.map((one) => one.case.handbook))
  const items = seen.slice(0, most).map((one) => linkTo(visit, one, belonging.get(one.case.handbook)?.today ?? {}))
  return {
    ...Screen.of({ zh: "查找", en: "Search" }, [
      {
        id: "found",
        title: { zh: "找到的事项", en: "Cases that were found" },
        count: items.length,
        blocks:
          items.length === 0 ? [Page.nothing] : [{ kind: "list", items }, ...Page.leftOut(seen.length - items.length)]
      }
    ]),
    under: words === "" ? [] : [{ zh: `「${words}」`, en: `“${words}”` }]
  }
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
const told = Effect.fnUntraced(function* ({ house }: Visit, words: string) {
  const all = words.toLowerCase().split(/\s+/)
  return (yield* house.caseload.cases).filter(({ case: current, process }) => {
    const { en, zh } = Face.about(process, current)
    const line = `${zh} ${en} ${current.id}`.toLowerCase()
    return all.every((word) => line.includes(word))
  })
})
