/**
 * Cases by what was said in them, open and over. What is new in the log is added before anybody looks, once; looking costs what is found.
 *
 * A case is shown to whoever sees it, and only while the words stand in it: what was erased since is found no more.
 *
 * @module
 */
import { Effect } from "effect"
import type { Person } from "../process/Actor.ts"
import type { Address } from "../process/Case.ts"
import type * as Process from "../process/Process.ts"
import { type AnyCase, at } from "./Cases.ts"
import * as CaseText from "./CaseText.ts"
import { CaseTexts, type Found, type Texts } from "./CaseTexts.ts"
import type { Editions } from "./Editions.ts"
import { EventLog } from "./EventLog.ts"
import * as Handbooks from "./Handbooks.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** What was found; `next` is where to go on, where there may be more. */
export interface Page {
  readonly cases: ReadonlyArray<AnyCase>
  readonly next: number | undefined
}

/** The cases of these processes in which all of the words were said and that the person sees, the latest first, at most so many. */
export const find = Effect.fn("CaseSearch.find")(function* (
  processes: ReadonlyArray<Process.Any>,
  person: Person,
  asked: string,
  most: number,
  before?: number
): Effect.fn.Return<Page, StoreUnavailable, EventLog | Editions> {
  const texts = yield* CaseTexts
  const words = CaseText.wordsOf(asked)
  if (texts === undefined || words.length === 0) return { cases: [], next: undefined }
  yield* upToDate(texts)
  const cases: Array<AnyCase> = []
  let next = before
  for (let pages = 0; pages < mostPages && cases.length < most; pages++) {
    const found: ReadonlyArray<Found> = yield* texts.find(words, most - cases.length, next)
    cases.push(...(yield* shown(processes, person, words, found, texts)))
    next = found.at(-1)?.place
    if (next === undefined) break
  }
  return { cases, next }
})

/** Whoever sees little of a house does not make it look through everything at once. */
const mostPages = 10

const shown = Effect.fnUntraced(function* (
  processes: ReadonlyArray<Process.Any>,
  person: Person,
  words: ReadonlyArray<string>,
  found: ReadonlyArray<Found>,
  texts: Texts
) {
  const seen = yield* Effect.flatMap(at(processes, found), Handbooks.seen(person))
  const said = yield* Effect.forEach(
    seen,
    Effect.fnUntraced(function* (one) {
      const address = { process: one.process.name, case: one.case.id }
      const text = yield* textOf(address)
      if (words.every((word) => text.includes(word))) return [one]
      yield* texts.replace({ ...address, text })
      return []
    })
  )
  return said.flat()
})

/** Puts what the log says now in the place of what is kept of a case, where something of it was erased. */
export const forget = Effect.fn("CaseSearch.forget")(function* (
  address: Address
): Effect.fn.Return<void, StoreUnavailable, EventLog> {
  const texts = yield* CaseTexts
  if (texts !== undefined) yield* texts.replace({ ...address, text: yield* textOf(address) })
})

const textOf = (address: Address) =>
  Effect.map(
    EventLog.use((log) => log.read(address)),
    (events) => events.map(CaseText.of).join("\n")
  )

/** Adds what is new in the log. Somebody else who does the same at this moment is left to it. */
const upToDate = Effect.fnUntraced(function* (texts: Texts) {
  const log = yield* EventLog
  let position = yield* texts.position
  const [last] = yield* log.newest(1)
  if (position > (last?.position ?? 0)) {
    yield* Effect.logWarning("The words of cases go further than the log; they are read again")
    yield* texts.clear
    position = 0
  }
  while (true) {
    const page = yield* log.log(position, pageSize)
    const end = page.at(-1)?.position
    if (end === undefined) return
    const said = page.map((entry) => ({ process: entry.process, case: entry.case, text: CaseText.of(entry.event) }))
    const isOurs = yield* texts.keep({ after: position, position: end, said })
    position = isOurs ? end : yield* texts.position
  }
})

const pageSize = 500
