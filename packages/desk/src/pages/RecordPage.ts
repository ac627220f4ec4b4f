/**
 * The record: the last that has happened in all cases, and what was refused, to whom and why.
 *
 * @module
 */
import { Caseload, EventLog, Handbooks, Operations, type StoreUnavailable } from "@dualops/core/operations"
import { Page } from "@dualops/core/pages"
import { Actor, Case, Face, Reader } from "@dualops/core/process"
import { Effect, Option, Schema } from "effect"
import * as Attempts from "../door/Attempts.ts"
import type { Needs } from "../house/House.ts"
import { linkTo } from "./CasePage.ts"
import * as HistoryCards from "./HistoryCards.ts"
import * as Screen from "./Screen.ts"
import type { Visit } from "./Visit.ts"

/** So many of each are shown. */
const most = 100

/** The page. */
export const of = Effect.fnUntraced(function* (visit: Visit): Effect.fn.Return<Screen.Screen, StoreUnavailable, Needs> {
  const [happened, refused] = [yield* happenings(visit), yield* refusals(visit)]
  const section = (id: string, title: Page.Section["title"], cards: ReadonlyArray<Page.Card>): Page.Section => ({
    id,
    title,
    count: cards.length,
    blocks: cards.length === 0 ? [Page.nothing] : [{ kind: "cards", cards }]
  })
  return {
    ...Screen.of({ zh: "记录", en: "Record" }, [
      section("refused", { zh: "被拒绝的操作", en: "What was refused" }, refused),
      section("happened", { zh: "最近发生的", en: "What has happened lately" }, happened)
    ]),
    follows: true
  }
})

/** The last events of the cases that the person sees, the newest first. */
const happenings = Effect.fnUntraced(function* (visit: Visit) {
  const entries = yield* EventLog.EventLog.use((log) => log.newest(most))
  const seen = yield* casesAt(visit, entries)
  const cards = yield* Effect.forEach(entries, (entry) => {
    const its = seen.get(Case.keyOf(entry))
    return its === undefined
      ? Effect.succeed([])
      : Effect.catchDefect(cardOf(visit, its, entry), () => Effect.succeed([]))
  })
  return cards.flat()
})

/** A case that is seen, and how its people read of it. */
interface Its extends Caseload.AnyCase {
  readonly reader: Reader.Reader
}

/** What it has happened in. */
const caseOf = (visit: Visit, its: Caseload.AnyCase, reader: Reader.Reader): Page.Text =>
  Page.pieces(linkTo(visit, its, reader)).slice(0, 2)

const cardOf = (visit: Visit, its: Its, { event, state }: EventLog.Entry) =>
  Effect.map(Operations.decode(its.process, event), (decoded): ReadonlyArray<Page.Card> => {
    const card = HistoryCards.cardOf(its.process, decoded, state, HistoryCards.writtenFor(its.reader))
    return [{ ...card, lines: [caseOf(visit, its, its.reader), ...card.lines] }]
  })

/** What was refused under the handbooks whose cases the person sees, the last first. */
const refusals = Effect.fnUntraced(function* (visit: Visit) {
  const all = yield* EventLog.EventLog.use((log) => log.refusals(undefined, most))
  const seen = yield* casesAt(visit, all)
  const belonging = yield* Handbooks.ofVersions(all.map(({ under }) => under))
  return all.flatMap((one): ReadonlyArray<Page.Card> => {
    const reader = belonging.get(one.under)?.today
    if (reader === undefined || !Handbooks.sees(reader, visit.person, visit.at)) return []
    if (one.process === Attempts.place.process) return [atTheDoor(one, reader)]
    const process = visit.house.caseload.processes.find(({ name }) => name === one.process)
    const by = Option.getOrUndefined(decodeActor(one.by))
    if (process === undefined || by === undefined) return []
    const [who, what] = [Face.actor(process, by, reader.called), Face.step(process, one.step)]
    const its = seen.get(Case.keyOf(one))
    const times = { badge: { zh: `${one.times} 次`, en: `${one.times} times` }, tone: "plain" as const }
    return [
      {
        tone: "warn",
        title: [
          { strong: Reader.timeFor(reader)(one.last) },
          { zh: `${who.zh}：${what.zh}`, en: `${who.en}: ${what.en}` },
          ...(one.times > 1 ? [times] : [])
        ],
        lines: [its === undefined ? process.title : caseOf(visit, its, reader), one.says, [{ code: one.why }]]
      }
    ]
  })
})

/** Somebody was not let in: in how many minutes, since when. */
const atTheDoor = ({ first, last, says, times, why }: EventLog.Refused, reader: Reader.Reader): Page.Card => {
  const time = Reader.timeFor(reader)
  return {
    tone: "warn",
    title: [{ strong: time(last) }, says],
    lines: [
      times === 1
        ? [{ code: why }]
        : [
            {
              zh: `自 ${time(first)} 起，在 ${times} 个分钟里 `,
              en: `In ${times} minutes since ${time(first)} `
            },
            { code: why }
          ]
    ]
  }
}

const decodeActor = Schema.decodeUnknownOption(Actor.Actor)

/** The cases at these addresses that the person sees. */
const casesAt = Effect.fnUntraced(function* (visit: Visit, addresses: ReadonlyArray<Case.Address>) {
  const { processes } = visit.house.caseload
  const once = new Map(addresses.map((one) => [Case.keyOf(one), one]))
  const all = yield* Effect.flatMap(Caseload.at(processes, [...once.values()]), Caseload.seen(visit.person))
  const belonging = yield* Handbooks.ofVersions(all.map((one) => one.case.handbook))
  return new Map(
    all.map((one): readonly [string, Its] => [
      Case.keyOf({ process: one.process.name, case: one.case.id }),
      { ...one, reader: belonging.get(one.case.handbook)?.today ?? {} }
    ])
  )
})
