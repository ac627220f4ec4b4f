/**
 * My desk: what this person may do now, the most pressing first, and what they may begin.
 *
 * @module
 */
import { Offers, type StoreUnavailable } from "@dualops/core/operations"
import { Page } from "@dualops/core/pages"
import { Effect } from "effect"
import type { Needs } from "../house/House.ts"
import * as CaseCard from "./CaseCard.ts"
import * as Screen from "./Screen.ts"
import { to, type Visit } from "./Visit.ts"

/** So many cases are shown; whoever has done these finds the next. */
const most = 100

/** The page. */
export const of = Effect.fnUntraced(function* (visit: Visit): Effect.fn.Return<Screen.Screen, StoreUnavailable, Needs> {
  const offers = yield* Offers.to(visit.house.caseload, visit.person, most)
  const cases = Map.groupBy(
    offers.filter((one) => one.case !== undefined),
    (one) => JSON.stringify([one.process.name, one.case?.id])
  )
  const { processes } = visit.house.caseload
  const arrangements = new Set(processes.filter(({ face }) => face.isArrangement).map(({ name }) => name))
  const cards = [...cases.values()].flatMap((all) => {
    const [first] = all
    if (first?.case === undefined) return []
    return [{ card: CaseCard.of(visit, first.case, all, first.timeZone), process: first.process.name }]
  })
  const cardsOf = (isWanted: (one: (typeof cards)[number]) => boolean) => cards.filter(isWanted).map(({ card }) => card)
  const late = cardsOf(({ card }) => card.tone === "bad")
  const others = cardsOf(({ card, process }) => card.tone !== "bad" && !arrangements.has(process))
  const arranged = cardsOf(({ card, process }) => card.tone !== "bad" && arrangements.has(process))
  return {
    ...Screen.of({ zh: "我的桌面", en: "My desk" }, [
      ...(late.length === 0 ? [] : [section("late", { zh: "已超时", en: "Late" }, late)]),
      section("tasks", { zh: "待办", en: "To do" }, others),
      ...several(visit, offers),
      ...(arranged.length === 0 ? [] : [section("arrangements", { zh: "安排", en: "Arrangements" }, arranged)]),
      {
        id: "begin",
        title: { zh: "发起", en: "Begin" },
        blocks: beginnings(
          visit,
          offers.filter((one) => one.case === undefined)
        )
      }
    ]),
    under: cards.length < most ? [] : [{ zh: `只列出最紧迫的 ${most} 件。`, en: `The ${most} most pressing cases.` }],
    follows: true
  }
})

const section = (id: string, title: Page.Section["title"], cards: ReadonlyArray<Page.Card>): Page.Section => ({
  id,
  title,
  count: cards.length,
  blocks: cards.length === 0 ? [Page.nothing] : [{ kind: "cards", cards }]
})

/** The steps that may be taken in more than one case. */
const several = (visit: Visit, offers: ReadonlyArray<Offers.Offer>): ReadonlyArray<Page.Section> => {
  const inCases = offers.filter((one) => one.case !== undefined)
  const bySteps = Map.groupBy(inCases, ({ process, step }) => JSON.stringify([process.name, step.name]))
  const items = [...bySteps.values()].flatMap((all): ReadonlyArray<Page.Text> => {
    const [first] = all
    if (first === undefined || all.length < 2) return []
    const place = { at: "several", process: first.process.name, step: first.step.name } as const
    return [[first.process.title, { link: first.step.title, to: to(visit, place) }, `× ${all.length}`]]
  })
  const title = { zh: "批量办理", en: "Several at once" }
  return items.length === 0 ? [] : [{ id: "several", title, blocks: [{ kind: "list", items }] }]
}

/** What may be begun, each once: where several handbooks offer it, the form asks for which account. */
const beginnings = (visit: Visit, offers: ReadonlyArray<Offers.Offer>): ReadonlyArray<Page.Block> => {
  const byProcess = Map.groupBy(offers, ({ process }) => process.name)
  const facts = Array.from(byProcess.values(), (all) => {
    const [{ process } = { process: { title: { zh: "", en: "" } } }] = all
    const steps = new Map(all.map(({ process, step }) => [step.name, { process, step }]))
    const ways = Array.from(steps.values(), ({ process, step }) => ({
      link: step.title,
      to: to(visit, { at: "begin", process: process.name, step: step.name })
    }))
    return [process.title, Page.joined(ways, "·")] as const
  })
  return facts.length === 0 ? [Page.nothing] : [{ kind: "facts", facts }]
}
