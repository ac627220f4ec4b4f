/**
 * A case on a list: until when, what it is about, what was promised, what its clocks show, and what this person may do in it.
 *
 * @module
 */
import { Names } from "@dualops/core/handbook"
import type { CaseSheet, Offers } from "@dualops/core/operations"
import { CaseLines, Page } from "@dualops/core/pages"
import { DateTime } from "effect"
import { to, type Visit } from "./Visit.ts"

/** The card of a case, with the offers that are made in it. */
export const of = (
  visit: Visit,
  sheet: CaseSheet.CaseSheet,
  offers: ReadonlyArray<Offers.Offer>,
  timeZone: string
): Page.Card => {
  const { about, due, id, process, state } = sheet
  const isLate = due !== undefined && DateTime.isLessThan(due, visit.at)
  const time = Names.clockOf(timeZone)
  const name = { zh: about.zh === "" ? id : about.zh, en: about.en === "" ? id : about.en }
  return {
    tone: isLate ? "bad" : "plain",
    title: [
      ...(due === undefined ? [] : [{ strong: { zh: `${time(due)} 前`, en: `by ${time(due)}` } }]),
      ...(isLate ? [{ badge: { zh: "已超时", en: "late" }, tone: "bad" as const }] : []),
      process.title,
      { link: name, to: to(visit, { at: "case", process: process.name, case: id }) },
      { badge: state.title, tone: "plain" }
    ],
    lines: [
      ...CaseLines.caseLines(sheet),
      ...(offers.length === 0 ? [] : [[{ zh: "你可以：", en: "You can:" }, ...waysOf(visit, sheet, offers)]])
    ]
  }
}

/** The steps that are offered, each as a way to its form. */
export const waysOf = (
  visit: Visit,
  { id, process }: Pick<CaseSheet.CaseSheet, "id" | "process">,
  offers: ReadonlyArray<Offers.Offer>
): ReadonlyArray<Page.Inline> =>
  Page.joined(
    offers.map(({ step }) => ({
      link: step.title,
      to: to(visit, { at: "step", process: process.name, case: id, step: step.name })
    })),
    "·"
  )
