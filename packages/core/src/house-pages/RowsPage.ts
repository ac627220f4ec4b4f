/**
 * The rows behind a figure, so that anybody can count again: the observations of a kind in a span, or the cases of a process that began or ended in it. What is said of
 * people stands apart in the store, and is not read: of observations, their facts are shown.
 *
 * @module
 */
import { Effect } from "effect"
import { type CalendarDate, exists } from "../calendar/CalendarDate.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import { excerpt } from "../finding/Nearest.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import * as Names from "../handbook/Names.ts"
import * as Trace from "../internal-system/analytics/Trace.ts"
import * as Material from "../internal-system/reports/Material.ts"
import * as Period from "../internal-system/reports/Period.ts"
import type { Deed } from "../internal-system/reports/Worked.ts"
import * as ObservationPage from "../observations/ObservationPage.ts"
import type { Entry, ObservationStore } from "../observations/ObservationStore.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import { type Block, type Inline, nothing, type Page, type Text } from "../page/Page.ts"
import { tableOf } from "../page/Sections.ts"
import type * as ReportMaterial from "../practices/reports/ReportMaterial.ts"
import type { Asking, HousePage, Look, Ways } from "./HousePage.ts"

/** So many are shown. */
const most = 200

const title = { zh: "数字的出处", en: "The rows of a figure" }

/** The page: of `observations` and `tag`, or of `cases`, from the date `first` to the date `last`. */
export const of = <Needs>(
  { handbook, kinds, processes }: ReportMaterial.House,
  materialOf: (period: Period.Period) => Effect.Effect<Material.Material, StoreUnavailable, Needs>
): HousePage<Needs | ObservationStore, Rows> => ({
  name: "rows",
  title,
  account: handbook.account.id,
  isListed: false,
  reads: {
    beside: ({ asked }): Effect.Effect<Rows | undefined, StoreUnavailable, Needs | ObservationStore> => {
      const period = periodOf(asked)
      const kind = kinds.find(({ name }) => name === asked.get("observations"))
      const process = processes.find(({ name }) => name === asked.get("cases"))
      if (period === undefined) return Effect.undefined
      if (kind !== undefined) {
        const tag = asked.get("tag")
        const span = Period.span(handbook.timeZone, period)
        const those = {
          observations: kind.name,
          account: handbook.account.id,
          ...(tag !== undefined && { tag }),
          ...span
        }
        return Effect.map(ObservationPage.read(kind, Trace.query(those, most + 1)), (entries) => ({
          of: kind.title,
          period,
          entries
        }))
      }
      if (process === undefined) return Effect.undefined
      return Effect.map(materialOf(period), (material) => {
        const { now } = Material.spans(material)
        const deeds = material.worked.deeds.filter(
          ({ at, begins, ends, process: name }) => name === process.name && (begins || ends) && Material.isIn(at, now)
        )
        return { of: process.title, period, deeds }
      })
    }
  },
  of: (look) => page(handbook, look)
})

/** The way to the rows of a trace, by the dates on which it begins and ends. */
export const wayTo = ({ to, zone }: { readonly to: Ways; readonly zone: string }, trace: Trace.Trace): Inline => {
  const span = Period.between(zone, trace.from, trace.until)
  if ("process" in trace) return { link: trace.process, to: to.page("rows", { cases: trace.process, ...span }) }
  const { observations, tag } = trace
  return {
    link: tag === undefined ? observations : `${observations} ${tag}`,
    to: to.page("rows", { observations, ...(tag !== undefined && { tag }), ...span })
  }
}

interface Found {
  readonly of: Bilingual
  readonly period: Period.Period
}
/** What was found: observations, or steps of cases. */
type Rows = Found & ({ readonly entries: ReadonlyArray<Entry> } | { readonly deeds: ReadonlyArray<Deed> })

const periodOf = (asked: Asking["asked"]): Period.Period | undefined => {
  const [first, last] = [asked.get("first") ?? "", asked.get("last") ?? ""]
  return isDate(first) && isDate(last) && first <= last ? { first, last } : undefined
}
const isDate = (text: string): text is CalendarDate => exists(text)

const page = ({ brand, timeZone }: Handbook, { beside, to }: Look<Rows>): Page => {
  const time = Names.clockOf(timeZone)
  const all = "deeds" in beside ? beside.deeds.length : beside.entries.length
  const blocks =
    "deeds" in beside
      ? tableOf(
          [
            { zh: "时间", en: "When" },
            { zh: "事项", en: "Case" },
            { zh: "经过", en: "What happened" }
          ],
          beside.deeds
            .slice(0, most)
            .map(
              (deed): ReadonlyArray<Text> => [
                time(deed.at),
                { link: deed.case, to: to.case({ process: deed.process, case: deed.case }) },
                deed.begins ? { zh: "开始", en: "begun" } : { zh: "了结", en: "settled" }
              ]
            )
        )
      : tableOf(
          [
            { zh: "时间", en: "When" },
            { zh: "从哪里", en: "From" },
            { zh: "关于", en: "About" },
            { zh: "内容", en: "What it says" }
          ],
          beside.entries
            .slice(0, most)
            .map(
              ({ at, facts, source, tags }): ReadonlyArray<Text> => [
                time(at),
                source,
                tags.join(" "),
                { code: excerpt(JSON.stringify(facts)) }
              ]
            )
        )
  return {
    title,
    eyebrow: brand,
    under: [beside.of, Period.name(beside.period), { link: { zh: "指标", en: "figures" }, to: to.page("figures") }],
    sections: [
      {
        id: "rows",
        title: beside.of,
        blocks: all === 0 ? [nothing] : [...blocks, ...(all > most ? [cut] : [])]
      }
    ]
  }
}

const cut: Block = {
  kind: "text",
  soft: true,
  text: { zh: `只列出最早的 ${most} 行。`, en: `Only the first ${most} rows are listed.` }
}
