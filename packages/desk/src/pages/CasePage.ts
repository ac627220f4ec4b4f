/**
 * A case: what it is about, what may be done now, what its clocks show and why, its family, and what has happened.
 *
 * @module
 */
import { Explanation } from "@dualops/core/calendar"
import { Caseload, Offers, type StoreUnavailable } from "@dualops/core/operations"
import { ClockText, type Page } from "@dualops/core/pages"
import { Picture } from "@dualops/core/pictures"
import { Face, type Process, Reader, SeenCase } from "@dualops/core/process"
import { DateTime, Effect } from "effect"
import { pictureText } from "../form/Shown.ts"
import { isCaseId, type Needs } from "../house/House.ts"
import { waysOf } from "./CaseCard.ts"
import * as HistoryCards from "./HistoryCards.ts"
import * as Screen from "./Screen.ts"
import * as StepForm from "./StepForm.ts"
import { asking, filledIn, framesFor, to, type Visit } from "./Visit.ts"

/** The page; the same for what there is not and for what the person may not see. */
export const of = Effect.fnUntraced(function* (
  visit: Visit,
  address: { readonly process: string; readonly case: string }
): Effect.fn.Return<Screen.Screen, StoreUnavailable, Needs> {
  const process = visit.house.caseload.processes.find(({ name }) => name === address.process)
  if (process === undefined || !isCaseId(address.case)) return Screen.notFound
  const seen = yield* Offers.ofCase(visit.house.caseload, { process: process.name, case: address.case }, visit.person)
  return seen === undefined ? Screen.notFound : yield* shown(visit, process, seen)
})

/** The page of a case that was read. */
export const shown = Effect.fnUntraced(function* (
  visit: Visit,
  process: Process.Any,
  seen: Offers.Seen
): Effect.fn.Return<Screen.Screen, StoreUnavailable, Needs> {
  const history = yield* HistoryCards.of(process, seen.case.id, seen.reader)
  return {
    ...Screen.of(
      { zh: `${process.title.zh}：${seen.case.about.zh}`, en: `${process.title.en}: ${seen.case.about.en}` },
      [
        { id: "now", title: { zh: "现在", en: "Now" }, blocks: nowBlocks(visit, seen) },
        { id: "about", title: { zh: "就此发起", en: "Begin about it" }, blocks: yield* beginningBlocks(visit, seen) },
        { id: "pictures", title: { zh: "图片", en: "Pictures" }, blocks: pictureBlocks(visit, seen) },
        { id: "clocks", title: { zh: "时限如何计算", en: "How the clocks count" }, blocks: clockBlocks(seen) },
        { id: "family", title: { zh: "相关事项", en: "Family" }, blocks: yield* familyBlocks(visit, process, seen) },
        {
          id: "history",
          title: { zh: "经过", en: "What has happened" },
          count: history.length,
          blocks: [{ kind: "cards", cards: history.map(({ card }) => card) }]
        }
      ]
    ),
    under: [[{ badge: seen.case.state.title, tone: "plain" }, seen.case.id]],
    follows: true
  }
})

const nowBlocks = (visit: Visit, { case: sheet, offers, reader }: Offers.Seen): ReadonlyArray<Page.Block> => {
  const pages = pagesOf(visit, sheet)
  const { due, parent, partOf, process, promised, state } = sheet
  const time = Reader.timeFor(reader)
  const late = due !== undefined && DateTime.isLessThan(due, visit.at)
  const dueLine: ReadonlyArray<Page.Inline> =
    due === undefined
      ? []
      : [time(due), ...(late ? [{ badge: { zh: "已超时", en: "late" }, tone: "bad" as const }] : [])]
  const upwards = partOf && parent && { link: partOf, to: to(visit, { at: "case", ...parent }) }
  return [
    {
      kind: "facts",
      facts: [
        [{ zh: "事项", en: "Case" }, process.title],
        [{ zh: "状态", en: "State" }, state.title],
        ...(due === undefined ? [] : [[{ zh: "最近时限", en: "Next deadline" }, dueLine] as const]),
        ...(promised === undefined ? [] : [[{ zh: "承诺", en: "Promised" }, promised] as const]),
        ...(upwards === undefined ? [] : [[{ zh: "属于", en: "Part of" }, upwards] as const]),
        ...(pages.length === 0 ? [] : [[{ zh: "页面", en: "Page" }, pages] as const]),
        [
          { zh: "你可以", en: "You can" },
          offers.length === 0 ? { zh: "现在无需你处理", en: "nothing now" } : waysOf(visit, sheet, offers)
        ]
      ]
    }
  ]
}

/** The pages of the house that tell of the case. */
const pagesOf = (visit: Visit, sheet: Offers.Seen["case"]): ReadonlyArray<Page.Inline> =>
  visit.pages.flatMap(({ account, name, tellsOf, title }) => {
    const asked = tellsOf?.(sheet)
    const way = { at: "house", account, name } as const
    return asked === undefined ? [] : [{ link: title, to: asking(to(visit, way), Object.entries(asked)) }]
  })

/** What may be begun about the case or a thing that it names, filled in with it; the account alone, which nearly everything is about, is none. */
const beginningBlocks = Effect.fnUntraced(function* (visit: Visit, { case: sheet, names, offers: ways }: Offers.Seen) {
  // Of several things of a kind, the one that the case names first: what it has begun with.
  const byKind = new Map(names.toReversed().map(({ id, kind }) => [kind, id]))
  // Where nothing is to be done, nothing can be left for later.
  const seen = { process: sheet.process.name, case: sheet.id, version: sheet.version }
  if (ways.length > 0) byKind.set(SeenCase.kind, SeenCase.nameOf(seen))
  const offers = yield* Offers.to(visit.house.caseload, visit.person, 0)
  const items = offers.flatMap(({ process: { name, title }, step }): ReadonlyArray<Page.Text> => {
    const process = visit.house.caseload.processes.find((one) => one.name === name)
    const fields = process === undefined ? [] : StepForm.fieldsOf(process, step.name)
    const filled = fields.flatMap(({ name, shape }) => {
      const kind = shape.kind === "text" ? shape.of : undefined
      const id = kind === undefined ? undefined : byKind.get(kind)
      return kind === undefined || id === undefined ? [] : [{ kind, name, id }]
    })
    if (filled.every(({ kind }) => kind === "account")) return []
    const values = Object.fromEntries(filled.map(({ id, name }) => [name, id]))
    return [[title, { link: step.title, to: filledIn(visit, { at: "begin", process: name, step: step.name }, values) }]]
  })
  return items.length === 0 ? [] : [{ kind: "list", items } as const]
})

/** The pictures that the case has now; what cannot be shown is named. */
const pictureBlocks = (visit: Visit, { pictures }: Offers.Seen): ReadonlyArray<Page.Block> => {
  const frames = framesFor(visit)
  const canShow = visit.house.pictures !== undefined
  const all = pictures.map((picture, index) => ({
    at: canShow && Picture.isBound(picture) ? frames.of(picture).address : undefined,
    name: { zh: `图片 ${index + 1}`, en: `Picture ${index + 1}` },
    text: pictureText(picture)
  }))
  return all.length === 0 ? [] : [{ kind: "pictures", pictures: all }]
}

const clockBlocks = ({ case: { clocks } }: Offers.Seen): ReadonlyArray<Page.Block> =>
  clocks.map((clock) => ({
    kind: "group",
    title: clock.title,
    blocks: [
      { kind: "list", items: ClockText.of(clock) },
      { kind: "list", ordered: true, items: clock.segments.map(Explanation.sentence) }
    ]
  }))

const familyBlocks = Effect.fnUntraced(function* (
  visit: Visit,
  process: Process.Any,
  { case: { id }, reader }: Offers.Seen
) {
  const all = yield* Caseload.children(visit.house.caseload.processes, { process: process.name, case: id }, 100)
  const seen = yield* Caseload.seen(visit.person)(all)
  return seen.length === 0 ? [] : [{ kind: "list", items: seen.map((one) => linkTo(visit, one, reader)) } as const]
})

/** A case as one of a list, in the words of those who read. */
export const linkTo = (
  visit: Visit,
  { case: current, process }: Caseload.AnyCase,
  reader: Reader.Reader
): Page.Text => {
  const { about, state, title } = Face.reading(process, current, reader)
  return [
    title,
    { link: about, to: to(visit, { at: "case", process: process.name, case: current.id }) },
    { badge: state, tone: "plain" }
  ]
}
